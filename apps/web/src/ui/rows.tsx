import {
  type ColumnDef,
  createSortedRowModel,
  rowSortingFeature,
  type SortingState,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import type { VirtualItem } from '@tanstack/react-virtual';
import { type CSSProperties, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { t } from '../i18n/locale.js';
import { useVirtualRows } from './virtual-rows.js';

/** One column of {@link Rows}. */
export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  /** Width, as `grid-template-columns` has it. */
  readonly width: string;
  /** What it is sorted by; the list cannot be sorted by it without. */
  readonly order?: (a: Row, b: Row) => number;
  /** Whoever gives the rows sorts them by it: see `sorting`. */
  readonly isSorted?: boolean;
  /** It names the row, and takes a whole line where the page is narrow. */
  readonly heads?: boolean;
  /** It takes a whole line there too. */
  readonly whole?: boolean;
  readonly figure?: boolean;
  /** Not labelled where the page is narrow: it says itself what it is. */
  readonly plain?: boolean;
}

interface RowsProps<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** Called when the end comes in sight and there is more. */
  readonly more?: (() => void) | undefined;
  /** How the rows are sorted by whoever gives them, and how to have them sorted otherwise. */
  readonly sortedBy?: { readonly now: Sorting | null; readonly sort: (next: Sorting) => void };
}

/** Rows up to which all are written out: found by the browser's search, and printed. */
const WHOLE = 150;
const ROW_PX = 38;
const AHEAD = 12;

export interface Sorting {
  readonly key: string;
  readonly down: boolean;
}

const FEATURES = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });
type Definition<Row extends object> = ColumnDef<typeof FEATURES, Row>;

/** What the table needs to know of a column: by what it is sorted, and that its first order is upwards. */
const definitionOf = <Row extends object>({ key, order, isSorted = false }: Column<Row>): Definition<Row> => ({
  id: key,
  accessorFn: (row) => row,
  enableSorting: order !== undefined || isSorted,
  sortDescFirst: false,
  sortFn: (a, b) => order?.(a.original, b.original) ?? 0,
});

/** A list that can be sorted, with only those rows in the page that are in sight; cards where the page is narrow. */
export function Rows<Row extends object>({ label, columns, rows, keyOf, more, sortedBy }: RowsProps<Row>): ReactNode {
  const [own, setOwn] = useState<SortingState>([]);
  const sorting = sortedBy === undefined ? own : stateOf(sortedBy.now);
  const definitions = useMemo(() => columns.map((column) => definitionOf(column)), [columns]);
  const table = useTable<typeof FEATURES, Row>({
    features: FEATURES,
    columns: definitions,
    data: rows,
    state: { sorting },
    manualSorting: sortedBy !== undefined,
    enableSortingRemoval: false,
    enableMultiSort: false,
    onSortingChange: (change) => {
      const [next] = typeof change === 'function' ? change(sorting) : change;
      if (sortedBy === undefined) setOwn(next ? [next] : []);
      else if (next) sortedBy.sort({ key: next.id, down: next.desc });
    },
  });
  const sorted = table.getRowModel().rows.map(({ original }) => original);
  const widths = { '--columns': columns.map(({ width }) => width).join(' ') } as CSSProperties;
  return (
    <div className="rows" role="table" aria-label={label} aria-rowcount={more ? -1 : rows.length + 1} style={widths}>
      <HeadRow columns={columns} sorterOf={(key) => table.getColumn(key)} />
      {sorted.length <= WHOLE && !more ? (
        <div role="rowgroup">
          {sorted.map((row, index) => (
            <Line key={keyOf(row)} columns={columns} row={row} index={index} />
          ))}
        </div>
      ) : (
        <Virtual columns={columns} rows={sorted} keyOf={keyOf} more={more} />
      )}
    </div>
  );
}

const stateOf = (now: Sorting | null): SortingState => (now === null ? [] : [{ id: now.key, desc: now.down }]);

/** What sorts by a column. */
interface Sorter {
  getCanSort(): boolean;
  getIsSorted(): false | 'asc' | 'desc';
  toggleSorting(): void;
}

interface HeadRowProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly sorterOf?: (key: string) => Sorter | undefined;
}

export const HeadRow = <Row,>({ columns, sorterOf = () => undefined }: HeadRowProps<Row>): ReactNode => (
  <div role="rowgroup">
    <div className="rows-head" role="row" aria-rowindex={1}>
      {columns.map((column) => (
        <Head key={column.key} column={column} sorter={sorterOf(column.key)} />
      ))}
    </div>
  </div>
);

const DIRECTIONS = { asc: 'ascending', desc: 'descending' } as const;

interface HeadProps<Row> {
  readonly column: Column<Row>;
  readonly sorter: Sorter | undefined;
}

function Head<Row>({ column: { title, figure }, sorter }: HeadProps<Row>): ReactNode {
  const sorted = sorter?.getIsSorted() || undefined;
  return (
    <div role="columnheader" className={figure ? 'figure' : undefined} aria-sort={sorted && DIRECTIONS[sorted]}>
      {sorter?.getCanSort() ? (
        <button type="button" className="sorter" onClick={() => sorter.toggleSorting()}>
          {title}
        </button>
      ) : (
        title
      )}
    </div>
  );
}

interface LineProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly row: Row;
  readonly index: number;
  readonly place?: VirtualItem;
  readonly offset?: number;
  readonly measure?: (element: HTMLElement | null) => void;
  /** What somebody went to. */
  readonly isTarget?: boolean;
}

export const Line = <Row,>({ columns, row, index, place, offset = 0, measure, isTarget }: LineProps<Row>): ReactNode => (
  <div
    className={place ? 'rows-row placed' : 'rows-row'}
    aria-current={isTarget || undefined}
    role="row"
    aria-rowindex={index + 2}
    data-index={index}
    ref={measure}
    style={place && { transform: `translateY(${place.start - offset}px)` }}
  >
    {columns.map(({ key, title, cell, heads, whole, figure, plain }) => (
      <div
        key={key}
        role={heads ? 'rowheader' : 'cell'}
        className={[figure && 'figure', (heads || whole) && 'whole'].filter(Boolean).join(' ') || undefined}
        data-label={heads || plain ? undefined : title}
      >
        {cell(row)}
      </div>
    ))}
  </div>
);

type VirtualProps<Row> = Pick<RowsProps<Row>, 'columns' | 'rows' | 'keyOf' | 'more'>;

function Virtual<Row>({ columns, rows, keyOf, more }: VirtualProps<Row>): ReactNode {
  const body = useRef<HTMLDivElement>(null);
  const { virtual, offset } = useVirtualRows({
    count: rows.length,
    keyOf: (index) => {
      const row = rows[index];
      return row === undefined ? index : keyOf(row);
    },
    rowPx: ROW_PX,
    ahead: AHEAD,
    body,
  });
  const shown = virtual.getVirtualItems();
  const last = shown.at(-1)?.index ?? -1;
  useEffect(() => {
    if (more && last >= rows.length - AHEAD) more();
  }, [more, last, rows.length]);
  return (
    <div ref={body} role="rowgroup" className="rows-body" style={{ height: virtual.getTotalSize() }}>
      {shown.map((place) => {
        const row = rows[place.index];
        if (row === undefined) return null;
        const placed = { place, offset, measure: virtual.measureElement };
        return <Line key={place.key} columns={columns} row={row} index={place.index} {...placed} />;
      })}
      {more && <p className="unseen">{t('items.loading')}</p>}
    </div>
  );
}
