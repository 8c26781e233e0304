import type { PlanView } from '#contracts';
import type { VirtualItem } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { t } from '../../i18n/locale.js';
import { goTo, hrefOf } from '../../router/location.js';
import { useVirtualRows } from '../../ui/virtual-rows.js';
import { TreeRow } from './tree-row.js';
import { type TreeUnit, wayUp } from './tree-index.js';

interface TreeGridProps {
  readonly plan: PlanView;
  readonly tree: ReadonlyMap<string, TreeUnit>;
  readonly rows: readonly TreeUnit[];
  /** Units whose branches are open; null where the rows are no tree but what a search found. */
  readonly open: ReadonlySet<string> | null;
  readonly change: (open: ReadonlySet<string>) => void;
}

const ROW_PX = 36;
const AHEAD = 15;
const HEADS = ['items', 'onTime', 'late', 'overdue', 'reports'] as const;
const idOf = ({ node }: TreeUnit): string => node.unit.id;

/** Rows by the WAI-ARIA treegrid pattern: one stop of the Tab key, arrows within; only what is in sight stands in the page. */
export function TreeGrid(props: TreeGridProps): ReactNode {
  const { rows } = props;
  const body = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(() => (rows[0] ? idOf(rows[0]) : ''));
  const { virtual, offset } = useVirtualRows({
    count: rows.length,
    keyOf: (index) => (rows[index] ? idOf(rows[index]) : index),
    rowPx: ROW_PX,
    ahead: AHEAD,
    body,
  });
  const first = rows[0] ? idOf(rows[0]) : '';
  const current = rows.some((row) => idOf(row) === active) ? active : first;
  const wantFocus = useWantedFocus(body, current);
  const move = (unit: string): void => {
    const index = rows.findIndex((row) => idOf(row) === unit);
    if (index < 0) return;
    wantFocus();
    setActive(unit);
    virtual.scrollToIndex(index, { align: 'auto' });
  };
  return (
    <div
      role="treegrid"
      aria-label={t('cascade.tree')}
      aria-rowcount={rows.length + 1}
      className="tree"
      onKeyDown={(event) => onKey(event, { ...props, current, move })}
    >
      <Head />
      <div role="rowgroup" ref={body} className="rows-body" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((place) => (
          <Placed
            key={place.key}
            props={props}
            place={place}
            offset={offset}
            measure={virtual.measureElement}
            current={current}
            activate={setActive}
          />
        ))}
      </div>
    </div>
  );
}

/** Gives the focus to the row of a unit once it stands in the page. */
function useWantedFocus(body: RefObject<HTMLDivElement | null>, unit: string): () => void {
  const wanted = useRef(false);
  useEffect(() => {
    if (!wanted.current) return;
    const row = body.current?.querySelector<HTMLElement>(`[data-unit="${CSS.escape(unit)}"]`);
    if (!row) return;
    wanted.current = false;
    row.focus({ preventScroll: true });
  });
  return () => {
    wanted.current = true;
  };
}

const Head = (): ReactNode => (
  <div role="rowgroup">
    <div role="row" className="tree-head" aria-rowindex={1}>
      <div role="columnheader">{t('column.unit')}</div>
      {HEADS.map((head) => (
        <div role="columnheader" className="figure" key={head}>
          {t(`cascade.${head}`)}
        </div>
      ))}
      <div role="columnheader" className="tree-bar">
        <span className="unseen">{t('counts.bar')}</span>
      </div>
    </div>
  </div>
);

interface PlacedProps {
  readonly props: TreeGridProps;
  readonly place: VirtualItem;
  readonly offset: number;
  readonly measure: (element: HTMLElement | null) => void;
  readonly current: string;
  readonly activate: (unit: string) => void;
}

/** The row that stands at a place. */
function Placed({ props, place: { index, start }, offset, measure, current, activate }: PlacedProps): ReactNode {
  const { plan, tree, rows, open } = props;
  const row = rows[index];
  if (!row) return null;
  const id = idOf(row);
  const above = open === null && row.above !== null ? tree.get(row.above)?.node.unit.name : undefined;
  return (
    <TreeRow
      plan={plan}
      row={row}
      index={index}
      top={start - offset}
      measure={measure}
      isActive={id === current}
      isOpen={open === null ? null : open.has(id)}
      above={above}
      toggle={() => toggle(id, props)}
      activate={() => activate(id)}
    />
  );
}

function toggle(unit: string, { open, change }: TreeGridProps): void {
  if (!open) return;
  const next = new Set(open);
  if (!next.delete(unit)) next.add(unit);
  change(next);
}

interface KeyProps extends TreeGridProps {
  readonly current: string;
  readonly move: (unit: string) => void;
}

function onKey(event: KeyboardEvent, props: KeyProps): void {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const row = (event.target as Element).closest('[role="row"][data-unit]');
  if (!row) return;
  const isOnLink = event.target !== row;
  if (isOnLink && event.key === 'Enter') return;
  const act = KEYS[event.key];
  if (!act) return;
  event.preventDefault();
  act(props);
}

const step = ({ rows, current, move }: KeyProps, by: number): void => {
  const next = rows[rows.findIndex((row) => idOf(row) === current) + by];
  if (next) move(idOf(next));
};

const KEYS: Readonly<Record<string, (props: KeyProps) => void>> = {
  ArrowDown: (props) => step(props, 1),
  ArrowUp: (props) => step(props, -1),
  PageDown: (props) =>
    step(props, Math.min(AHEAD, props.rows.length - 1 - props.rows.findIndex((row) => idOf(row) === props.current))),
  PageUp: (props) =>
    step(
      props,
      -Math.min(
        AHEAD,
        props.rows.findIndex((row) => idOf(row) === props.current),
      ),
    ),
  ArrowRight: (props) => {
    const { tree, open, current } = props;
    const first = tree.get(current)?.children[0];
    if (!open || first === undefined) return;
    if (open.has(current)) props.move(first);
    else toggle(current, props);
  },
  ArrowLeft: (props) => {
    const { tree, open, current } = props;
    if (open?.has(current) && (tree.get(current)?.children.length ?? 0) > 0) toggle(current, props);
    else props.move(wayUp(tree, current)[0] ?? current);
  },
  Home: ({ rows, move }) => rows[0] && move(idOf(rows[0])),
  End: ({ rows, move }) => move(rows.at(-1) ? idOf(rows.at(-1) as TreeUnit) : ''),
  Enter: ({ plan, current }) => goTo(hrefOf({ name: 'unit-plan', plan: plan.root, unit: current })),
};
