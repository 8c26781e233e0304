import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type CSSProperties,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { PlanPreview } from '#dsl';
import { number, t } from '../../../i18n/locale.js';
import { type Branch, branchesOf, findBranches, openBranches } from './tree-of.js';

const ROW_PX = 32;
const AHEAD = 12;
const FIGURES = ['items', 'supports', 'reports'] as const;

/** The cascade as a tree with counts; only the rows in sight stand in the page, however many units there are. */
export function PreviewTree({ preview }: { readonly preview: PlanPreview }): ReactNode {
  const branches = useMemo(() => branchesOf(preview.units), [preview]);
  const top = branches[0]?.unit.id ?? '';
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set([top]));
  const [search, setSearch] = useState('');
  const id = useId();
  if (branches.length <= 1 && preview.totals.unitPlans === 0) return <p className="hint">{t('preview.noUnits')}</p>;
  const isSearch = search.trim() !== '';
  const rows = isSearch ? findBranches(branches, search) : openBranches(branches, open);
  return (
    <>
      <p className="field">
        <label htmlFor={id}>{t('preview.search')}</label>
        <input id={id} type="search" value={search} onChange={(event) => setSearch(event.target.value)} />
      </p>
      <Grid rows={rows} open={isSearch ? null : open} change={setOpen} />
    </>
  );
}

interface GridProps {
  readonly rows: readonly Branch[];
  /** Null where the rows are what a search found. */
  readonly open: ReadonlySet<string> | null;
  readonly change: (open: ReadonlySet<string>) => void;
}

/** One stop of the Tab key; arrows within. */
function Grid({ rows, open, change }: GridProps): ReactNode {
  const frame = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const at = Math.min(active, rows.length - 1);
  const wantFocus = useWantedFocus(frame, at);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW_PX,
    overscan: AHEAD,
    getItemKey: (index) => rows[index]?.unit.id ?? index,
  });
  const move = (to: number): void => {
    const next = Math.max(0, Math.min(rows.length - 1, to));
    wantFocus();
    setActive(next);
    virtual.scrollToIndex(next, { align: 'auto' });
  };
  const toggle = (branch: Branch): void => {
    if (!open) return;
    const next = new Set(open);
    if (!next.delete(branch.unit.id)) next.add(branch.unit.id);
    change(next);
  };
  const onKeyDown = (event: KeyboardEvent): void => onKey(event, { rows, open, at, move, toggle });
  return (
    <div role="treegrid" className="tree preview-tree" aria-label={t('preview.tree')} aria-rowcount={rows.length + 1}>
      <Head />
      <div role="rowgroup" ref={frame} className="preview-scroll" onKeyDown={onKeyDown}>
        <div role="presentation" className="rows-body" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const branch = rows[index];
            if (!branch) return null;
            const place = {
              index,
              start,
              isActive: index === at,
              activate: () => setActive(index),
              measure: virtual.measureElement,
            };
            const isOpen = open === null ? null : open.has(branch.unit.id);
            return <Row key={branch.unit.id} branch={branch} place={place} isOpen={isOpen} toggle={() => toggle(branch)} />;
          })}
        </div>
      </div>
    </div>
  );
}

/** Gives the focus to a row once it stands in the page. */
function useWantedFocus(frame: RefObject<HTMLDivElement | null>, at: number): () => void {
  const isWanted = useRef(false);
  useEffect(() => {
    if (!isWanted.current) return;
    const row = frame.current?.querySelector<HTMLElement>(`[data-index="${at}"]`);
    if (!row) return;
    isWanted.current = false;
    row.focus({ preventScroll: true });
  });
  return () => {
    isWanted.current = true;
  };
}

const Head = (): ReactNode => (
  <div role="rowgroup">
    <div role="row" className="tree-head" aria-rowindex={1}>
      <div role="columnheader">{t('column.unit')}</div>
      {FIGURES.map((figure) => (
        <div role="columnheader" className={`figure of-${figure}`} key={figure}>
          {t(`preview.${figure}`)}
        </div>
      ))}
    </div>
  </div>
);

interface RowProps {
  readonly branch: Branch;
  readonly place: Place;
  readonly isOpen: boolean | null;
  readonly toggle: () => void;
}

interface Place {
  readonly index: number;
  readonly start: number;
  readonly isActive: boolean;
  readonly activate: () => void;
  /** Rows are as high as their names need. */
  readonly measure: (element: HTMLElement | null) => void;
}

function Row({ branch, place: { index, start, isActive, activate, measure }, isOpen, toggle }: RowProps): ReactNode {
  const { unit, hasBelow, reached } = branch;
  const level = isOpen === null ? 1 : branch.level;
  const style = { transform: `translateY(${start}px)`, '--level': level } as CSSProperties;
  return (
    <div
      role="row"
      className="tree-row placed"
      aria-level={level}
      aria-rowindex={index + 2}
      aria-expanded={isOpen !== null && hasBelow ? isOpen : undefined}
      tabIndex={isActive ? 0 : -1}
      data-index={index}
      data-unit={unit.id}
      ref={measure}
      style={style}
      onFocus={activate}
    >
      <div role="rowheader" className="tree-name">
        {isOpen !== null && hasBelow ? (
          <button type="button" className="twist" tabIndex={-1} aria-hidden="true" onClick={toggle}>
            <span className={isOpen ? 'arrow' : 'arrow closed'} />
          </button>
        ) : (
          <span className="twist" />
        )}
        <span className="tree-text">
          {unit.name}
          {hasBelow && <span className="soft"> · {number(reached)}</span>}
        </span>
      </div>
      {FIGURES.map((figure) => (
        <div role="gridcell" className={`figure of-${figure}`} key={figure}>
          {branch[figure] === 0 ? <span className="soft">0</span> : number(branch[figure])}
        </div>
      ))}
    </div>
  );
}

interface Keys {
  readonly rows: readonly Branch[];
  readonly open: ReadonlySet<string> | null;
  readonly at: number;
  readonly move: (to: number) => void;
  readonly toggle: (branch: Branch) => void;
}

function onKey(event: KeyboardEvent, keys: Keys): void {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const act = ACTS[event.key];
  const branch = keys.rows[keys.at];
  if (!act || !branch) return;
  event.preventDefault();
  act(keys, branch);
}

const ACTS: Readonly<Record<string, (keys: Keys, branch: Branch) => void>> = {
  ArrowDown: ({ at, move }) => move(at + 1),
  ArrowUp: ({ at, move }) => move(at - 1),
  PageDown: ({ at, move }) => move(at + AHEAD),
  PageUp: ({ at, move }) => move(at - AHEAD),
  Home: ({ move }) => move(0),
  End: ({ rows, move }) => move(rows.length - 1),
  ArrowRight: ({ open, at, move, toggle }, branch) => {
    if (!open || !branch.hasBelow) return;
    if (open.has(branch.unit.id)) move(at + 1);
    else toggle(branch);
  },
  ArrowLeft: ({ rows, open, at, move, toggle }, branch) => {
    if (open?.has(branch.unit.id) && branch.hasBelow) toggle(branch);
    else move(rows.findLastIndex(({ unit }, index) => index < at && unit.id === branch.unit.above));
  },
};
