import { Analysis } from '../service/analysis.js';
import type { Edit } from '../service/answers.js';
import type { CheckEnv } from '../semantics/env.js';
import type { Column } from './columns.js';
import { addRow, removeRow, writeCell, type CellWritten } from './edit-rows.js';
import type { Grid } from './grid.js';
import { pasteTable, type Pasted } from './paste.js';
import { shownText } from './read-cell.js';
import { tableRows, type Row } from './rows.js';

/** The tasks of a text as a table that can be written in: the text stays what holds. */
export interface TaskTable {
  readonly rows: readonly Row[];
  /** What a cell shows. */
  shown(row: Row, column: Column): string;
  /** What writing a cell changes in the text. */
  write(row: Row, column: Column, written: string): CellWritten;
  remove(row: Row): readonly Edit[];
  /** A further task behind the last one. */
  add(): readonly Edit[];
  /** The tasks of a table from elsewhere, behind the last one. */
  paste(grid: Grid): Pasted;
}

/** Reads the table of a text. Cost: that of reading the text once. */
export function taskTable(text: string, env: CheckEnv): TaskTable {
  const analysis = new Analysis(text, env);
  return {
    rows: tableRows(text),
    shown: (row, column) => shownText(column, row.cells[column].source, analysis),
    write: (row, column, written) => writeCell(analysis, row, { column, written }),
    remove: (row) => removeRow(analysis, row),
    add: () => addRow(analysis),
    paste: (grid) => pasteTable(grid, analysis),
  };
}
