import type { Analysis } from '../service/analysis.js';
import type { Edit } from '../service/answers.js';
import { phraseOf } from '../vocabulary/concepts.js';
import { foldName, stripMarks } from '../vocabulary/fold.js';
import type { NewGroup } from '../vocabulary/usual-classes.js';
import { COLUMNS, LINES, type Column, withCurvedQuotes } from './columns.js';
import { appended, groupEdits, inPlaceOf, isUntouched, nextNumber, taskText, type NewTask } from './edit-rows.js';
import type { Grid } from './grid.js';
import { readCell } from './read-cell.js';
import { tableRows, type Row } from './rows.js';

/** What a pasted table comes to. */
export interface Pasted {
  readonly edits: readonly Edit[];
  /** Tasks that are added. */
  readonly rows: number;
  /** Cells that could not be read: kept in comments, and marked in the table. */
  readonly unread: number;
}

/** How the columns of annexes are headed, without marks. */
const HEADINGS: readonly (readonly [RegExp, Column | 'no'])[] = [
  [/^(tt|stt|so tt|so thu tu|no\.?|#)$/, 'no'],
  [/phoi hop|support/, 'support'],
  [/chu tri|thuc hien chinh|don vi thuc hien|co quan thuc hien|lead/, 'lead'],
  [/thoi gian|thoi han|han hoan thanh|tien do|^han$|deadline|due/, 'due'],
  [/san pham|ket qua|deliverable|output/, 'output'],
  [/nhiem vu|noi dung|cong viec|task/, 'title'],
];

type Places = ReadonlyMap<Column | 'no', number>;

/** Adds the tasks of a table behind those of the text. What cannot be read is not lost, and not guessed. */
export function pasteTable(grid: Grid, analysis: Analysis): Pasted {
  const { places, from } = placesOf(grid);
  const work = new Paste(analysis, places, grid.slice(from));
  work.addAll();
  return work.result();
}

function placesOf(grid: Grid): { readonly places: Places; readonly from: number } {
  for (const [index, row] of grid.slice(0, 5).entries()) {
    const places = new Map<Column | 'no', number>();
    for (const [place, cell] of row.entries()) {
      const heading = HEADINGS.find(([pattern, column]) => !places.has(column) && pattern.test(stripMarks(foldName(cell))));
      if (heading && cell.length < 80) places.set(heading[1], place);
    }
    if (places.size >= 2 && places.has('title')) return { places, from: index + 1 };
  }
  const isNumbered = grid.every(([first = '']) => /^[\d.)IVXa-z-]{0,8}$/.test(first.trim()));
  const columns: readonly (Column | 'no')[] = isNumbered ? ['no', ...COLUMNS] : COLUMNS;
  return { places: new Map(columns.map((column, place) => [column, place])), from: 0 };
}

class Paste {
  private readonly parts: string[] = [];
  private readonly groups: NewGroup[] = [];
  private readonly known;
  /** The task that a new text begins with, which nobody has written yet. */
  private readonly first: Row | undefined;
  private last: string | undefined;
  private section: number;
  private indent: number;
  private rows = 0;
  private unread = 0;
  private readonly keepsNumbers: boolean;

  constructor(
    private readonly analysis: Analysis,
    private readonly places: Places,
    private readonly grid: Grid,
  ) {
    const rows = tableRows(analysis.text);
    this.first = isUntouched(rows) ? rows[0] : undefined;
    this.known = this.first ? [] : rows;
    this.last = this.known.at(-1)?.no;
    this.indent = this.known.at(-1)?.indent ?? 0;
    this.section = Math.max(0, ...analysis.document.items.map((item) => (item.kind === 'section' ? (item.no?.value ?? 0) : 0)));
    this.keepsNumbers = this.areNew(grid.flatMap((row, at) => (this.isTask(row, at) ? [this.numberOf(row)] : [])));
  }

  addAll(): void {
    for (const [at, row] of this.grid.entries()) {
      const title = this.cell(row, 'title');
      if (this.isTask(row, at)) this.addTask(title, row);
      else if (title !== '') this.addSection(title, this.numberOf(row));
    }
  }

  private cell(row: readonly string[] | undefined, column: Column | 'no'): string {
    return row?.[this.places.get(column) ?? -1]?.trim() ?? '';
  }

  private numberOf(row: readonly string[] | undefined): string {
    return this.cell(row, 'no').replace(/[.)]$/, '');
  }

  /**
   * A row with nothing but a title is the heading of those below it where its number is a letter or a Roman one, or none, or the
   * first part of theirs.
   */
  private isTask(row: readonly string[], at: number): boolean {
    if (LINES.some((column) => this.cell(row, column) !== '')) return true;
    const no = this.numberOf(row);
    const isHeading = /^([IVXLC]+|[A-Z])?$/.test(no) || this.numberOf(this.grid[at + 1]).startsWith(`${no}.`);
    return this.cell(row, 'title') !== '' && !isHeading;
  }

  /** True for numbers like `3.5` that are all different, and that the text does not have: other documents call the tasks by them. */
  private areNew(numbers: readonly string[]): boolean {
    const all = new Set([...numbers, ...this.known.map(({ no }) => no)]);
    return numbers.every((no) => /^\d+(\.\d+)+$/.test(no)) && all.size === numbers.length + this.known.length;
  }

  private addSection(title: string, no: string): void {
    this.section = this.keepsNumbers && Number(no) > this.section ? Number(no) : this.section + 1;
    this.last = `${this.section}.0`;
    this.indent = 2;
    this.parts.push(`${phraseOf('SECTION', this.analysis.lexed.language)} ${this.section} "${clean(title)}"`);
  }

  private addTask(title: string, row: readonly string[]): void {
    const no = this.keepsNumbers ? this.numberOf(row) : nextNumber(this.last);
    const lines: NewTask['lines'][number][] = [];
    const asides: NewTask['asides'][number][] = [];
    for (const column of LINES) {
      const written = this.cell(row, column);
      if (written === '') continue;
      const read = readCell(column, written, this.analysis);
      if (read.ok) {
        lines.push({ column, source: read.source });
        this.groups.push(...read.groups);
      } else asides.push({ column, source: written.replace(/\s+/g, ' ') });
    }
    const task = { no, title: clean(title), lines, asides };
    this.parts.push(taskText(task, this.analysis.lexed.language, this.indent));
    this.last = no;
    this.rows += 1;
    this.unread += asides.length;
  }

  result(): Pasted {
    const { rows, unread, analysis } = this;
    if (rows === 0) return { edits: [], rows, unread };
    const written = this.parts.join('\n\n');
    const tasks = this.first ? inPlaceOf(this.first, written, analysis) : appended(written, this.known, analysis);
    const edits = [...groupEdits(this.groups, analysis), tasks];
    return { edits: together(edits), rows, unread };
  }
}

const clean = (text: string): string => withCurvedQuotes(text.replace(/\s+/g, ' ').trim());

/** Edits at one place as one: groups stand before the tasks that name them. */
function together(edits: readonly Edit[]): readonly Edit[] {
  const [first, second] = edits;
  if (!first || !second || second.start > first.end) return edits;
  return [{ start: second.start, end: second.end, text: first.text + second.text }];
}
