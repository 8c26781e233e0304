import {
  type ClipboardEvent,
  type ComponentProps,
  type CSSProperties,
  Fragment,
  type ReactNode,
  useId,
  useMemo,
  useState,
} from 'react';
import {
  type Column,
  COLUMNS,
  describe,
  type Diagnostic,
  type Edit,
  gridOfHtml,
  gridOfText,
  type Row,
  taskTable,
  type TaskTable,
  unreadCells,
} from '#dsl';
import { language as pageLanguage, t } from '../../../i18n/locale.js';
import type { Language } from '../surroundings.js';
import { CellField } from './cell-field.js';

interface TaskTableProps {
  readonly text: string;
  readonly language: Language;
  readonly diagnostics: readonly Diagnostic[];
  /** Changes the text; each call is one step to undo. */
  readonly change: (edits: readonly Edit[]) => void;
}

const WIDTHS = '3rem minmax(7rem, 1.6fr) minmax(6rem, 1.2fr) minmax(6rem, 1.3fr) minmax(6rem, 1fr) minmax(5rem, 1fr) 2rem';

/** The tasks of the text as rows to write in. The text stays what holds: every cell changes only the lines that it concerns. */
export function TaskTableView({ text, language, diagnostics, change }: TaskTableProps): ReactNode {
  const table = useMemo(() => taskTable(text, language.env), [text, language]);
  const [said, setSaid] = useState<string | null>(null);
  const paste = (event: ClipboardEvent): void => {
    const pasted = pasteInto(table, event);
    if (!pasted) return;
    change(pasted.edits);
    setSaid(pasted.rows === 0 ? t('table.pastedNothing') : t('table.pasted', { rows: pasted.rows, unread: pasted.unread }));
  };
  const unread = unreadCells(table.rows);
  const style = { '--columns': WIDTHS } as CSSProperties;
  return (
    <div className="stack" onPaste={paste}>
      <p className="hint">{t('table.hint')}</p>
      <div className="row">
        <button type="button" className="button small" onClick={() => change(table.add())}>
          {t('table.add')}
        </button>
        <span role="status">{said}</span>
        {unread > 0 && <span className="tag bad">{t('table.unreadCount', { count: unread })}</span>}
      </div>
      {table.rows.length === 0 ? (
        <p className="notice small">{t('table.empty')}</p>
      ) : (
        <div className="rows task-table" role="table" aria-label={t('table.label')} style={style}>
          <Head />
          <div role="rowgroup">
            {table.rows.map((row, index) => (
              <Fragment key={`${row.no} ${index}`}>
                {row.section !== null && row.section !== table.rows[index - 1]?.section && <SectionRow title={row.section} />}
                <TaskRow row={row} table={table} change={change} faults={faultsOf(row, diagnostics)} />
              </Fragment>
            ))}
          </div>
        </div>
      )}
      <PasteBox />
    </div>
  );
}

/** What a paste adds; null where it is no table, and goes where the caret is. */
function pasteInto(table: TaskTable, event: ClipboardEvent): ReturnType<TaskTable['paste']> | null {
  const { clipboardData } = event;
  const grid = gridOfHtml(clipboardData.getData('text/html')) ?? gridOfText(clipboardData.getData('text/plain'));
  const isTable = grid !== null && (grid.length > 1 || (grid[0]?.length ?? 0) > 1);
  if (!isTable) return null;
  event.preventDefault();
  return table.paste(grid);
}

const Head = (): ReactNode => (
  <div role="rowgroup">
    <div role="row" className="rows-head">
      <div role="columnheader">{t('table.no')}</div>
      {COLUMNS.map((column) => (
        <div role="columnheader" key={column}>
          {t(`table.${column === 'title' ? 'task' : column}`)}
        </div>
      ))}
      <div role="columnheader">
        <span className="unseen">{t('table.remove', { no: '' })}</span>
      </div>
    </div>
  </div>
);

/** The part of the plan that the tasks below stand in, as annexes have it. */
const SectionRow = ({ title }: { readonly title: string }): ReactNode => (
  <div role="row" className="rows-row">
    <div role="cell" className="section-row" translate="no">
      {title}
    </div>
  </div>
);

interface TaskRowProps {
  readonly row: Row;
  readonly table: TaskTable;
  readonly change: (edits: readonly Edit[]) => void;
  readonly faults: readonly string[];
}

function TaskRow({ row, table, change, faults }: TaskRowProps): ReactNode {
  return (
    <div role="row" className="rows-row">
      <div role="rowheader" className="whole task-number">
        <span translate="no">{row.no}</span>
        {row.hasMore && (
          <span className="soft" title={t('table.onlyText')}>
            {' '}
            +
          </span>
        )}
      </div>
      {COLUMNS.map((column) => (
        <TaskCell key={column} row={row} column={column} table={table} change={change} />
      ))}
      <div role="cell">
        <button
          type="button"
          className="button small plain"
          aria-label={t('table.remove', { no: row.no })}
          onClick={() => change(table.remove(row))}
        >
          <span aria-hidden="true">×</span>
        </button>
      </div>
      {faults.length > 0 && (
        <div className="fault-text whole-row" role="cell">
          {faults.map((fault) => (
            <p key={fault} translate="no">
              {fault}
            </p>
          ))}
        </div>
      )}
    </div>
  );
}

function TaskCell({ row, column, table, change }: Omit<TaskRowProps, 'faults'> & { readonly column: Column }): ReactNode {
  const name = t(`table.${column === 'title' ? 'task' : column}`);
  return (
    <div role="cell" data-label={name}>
      <CellField
        label={t('table.cell', { column: name, no: row.no })}
        shown={table.shown(row, column)}
        aside={asideOf(table, row, column)}
        write={(written) => {
          const found = table.write(row, column, written);
          if (found.ok && found.edits.length > 0) change(found.edits);
          return found.ok ? null : found;
        }}
      />
    </div>
  );
}

/** What of a cell could not be read, and why it still cannot be. */
function asideOf(table: TaskTable, row: Row, column: Column): ComponentProps<typeof CellField>['aside'] {
  const { aside } = row.cells[column];
  if (!aside) return null;
  const found = table.write(row, column, aside.text);
  return { text: aside.text, why: found.ok ? null : found };
}

/** Errors of the lines of a task. */
const faultsOf = ({ span }: Row, diagnostics: readonly Diagnostic[]): readonly string[] =>
  diagnostics
    .filter(({ severity, place }) => severity === 'error' && span.start <= place.start && place.start < span.end)
    .map((diagnostic) => describe(diagnostic).message[pageLanguage()]);

/** A place to paste a table where nothing else takes it. What is pasted goes into the text. */
function PasteBox(): ReactNode {
  const id = useId();
  return (
    <div className="field paste-box">
      <label htmlFor={id}>{t('table.pasteArea')}</label>
      <textarea id={id} rows={2} value="" placeholder={t('table.pasteHint')} onChange={() => undefined} />
    </div>
  );
}
