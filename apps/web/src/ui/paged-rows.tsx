import type { VirtualItem } from '@tanstack/react-virtual';
import { type CSSProperties, type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import { t } from '../i18n/locale.js';
import { type Column, HeadRow, Line } from './rows.js';
import { useVirtualRows } from './virtual-rows.js';

interface PagedRowsProps<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  /** How many rows there are, loaded or not. */
  readonly count: number;
  /** Undefined where it is not loaded yet. */
  readonly rowAt: (index: number) => Row | undefined;
  /** Told which rows are in sight, so that they are loaded. */
  readonly see: (first: number, last: number) => void;
  /** A row to go to; another object goes there again. */
  readonly target: { readonly index: number | null } | null;
}

const ROW_PX = 38;
const AHEAD = 12;

/** A list of any length that is scrolled as a whole: rows are loaded where one looks, and only those in sight stand in the page. */
export function PagedRows<Row>({ label, columns, count, rowAt, see, target }: PagedRowsProps<Row>): ReactNode {
  const body = useRef<HTMLDivElement>(null);
  const { virtual, offset } = useVirtualRows({ count, keyOf: (index) => index, rowPx: ROW_PX, ahead: AHEAD, body });
  const shown = virtual.getVirtualItems();
  const [first, last] = [shown[0]?.index ?? 0, shown.at(-1)?.index ?? 0];
  useEffect(() => see(first, last), [see, first, last]);
  useEffect(() => {
    if (typeof target?.index === 'number') virtual.scrollToIndex(target.index, { align: 'start' });
  }, [target, virtual]);
  useStayAtEnd(virtual.getTotalSize());
  const widths = { '--columns': columns.map(({ width }) => width).join(' ') } as CSSProperties;
  return (
    <div className="rows" role="table" aria-label={label} aria-rowcount={count + 1} style={widths}>
      <HeadRow columns={columns} />
      <div ref={body} role="rowgroup" className="rows-body" style={{ height: virtual.getTotalSize() }}>
        {shown.map((place) => {
          const row = rowAt(place.index);
          const placed = { place, offset, measure: virtual.measureElement, index: place.index };
          return row === undefined ? (
            <Awaited key={place.key} {...placed} />
          ) : (
            <Line key={place.key} columns={columns} row={row} {...placed} isTarget={place.index === target?.index} />
          );
        })}
      </div>
    </div>
  );
}

/** Whoever has gone to the end stays there while rows that come in sight turn out to be higher than was thought. */
function useStayAtEnd(height: number): void {
  const isAtEnd = useRef(false);
  useEffect(() => {
    const look = (): void => {
      isAtEnd.current = scrollY > 0 && scrollY + innerHeight >= document.documentElement.scrollHeight - 2;
    };
    addEventListener('scroll', look, { passive: true });
    return () => removeEventListener('scroll', look);
  }, []);
  useLayoutEffect(() => {
    if (isAtEnd.current) scrollTo(0, document.documentElement.scrollHeight);
  }, [height]);
}

interface AwaitedProps {
  readonly place: VirtualItem;
  readonly offset: number;
  readonly measure: (element: HTMLElement | null) => void;
  readonly index: number;
}

/** Stands where a row is on its way: one line, whatever the columns, so that the list keeps its height. */
const Awaited = ({ place, offset, measure, index }: AwaitedProps): ReactNode => (
  <div
    className="rows-row placed"
    role="row"
    aria-rowindex={index + 2}
    data-index={index}
    ref={measure}
    style={{ transform: `translateY(${place.start - offset}px)` }}
  >
    <div role="cell" className="soft whole" style={{ gridColumn: '1 / -1' }}>
      {t('items.loading')}
    </div>
  </div>
);
