import type { PlanView } from '#contracts';
import type { CSSProperties, ReactNode } from 'react';
import { number, t } from '../../i18n/locale.js';
import { Link, type Query } from '../../router/location.js';
import { Bar, type Standing } from '../../ui/standing.js';
import type { TreeUnit } from './tree-index.js';

interface TreeRowProps {
  readonly plan: PlanView;
  readonly row: TreeUnit;
  readonly index: number;
  readonly top: number;
  readonly measure: (element: HTMLElement | null) => void;
  readonly isActive: boolean;
  /** Null where the row stands in no tree. */
  readonly isOpen: boolean | null;
  /** Name of the unit above, where the tree does not show it. */
  readonly above: string | undefined;
  readonly toggle: () => void;
  readonly activate: () => void;
}

/** One unit of the tree. Its links are stops of the Tab key only while the row is the active one. */
export function TreeRow(props: TreeRowProps): ReactNode {
  const { plan, row, index, top, measure, isActive, isOpen, activate } = props;
  const { node, beside, children, items, reports } = row;
  const stop = isActive ? 0 : -1;
  const level = isOpen === null ? 1 : row.level;
  const style = { transform: `translateY(${top}px)`, '--level': level } as CSSProperties;
  const link = { plan: plan.id, within: node.unit.id, stop };
  return (
    <div
      role="row"
      className="tree-row placed"
      aria-level={level}
      aria-setsize={beside.size}
      aria-posinset={beside.place}
      aria-rowindex={index + 2}
      aria-expanded={isOpen !== null && children.length > 0 ? isOpen : undefined}
      tabIndex={stop}
      data-unit={node.unit.id}
      data-index={index}
      ref={measure}
      style={style}
      onFocus={activate}
    >
      <Name {...props} stop={stop} />
      <Count {...link} value={items.total} label={t('cascade.items')} />
      <Count {...link} value={items.onTime} label={t('cascade.onTime')} standing="onTime" />
      <Count {...link} value={items.late} label={t('cascade.late')} standing="late" />
      <Count {...link} value={items.overdue} label={t('cascade.overdue')} standing="overdue" />
      <div role="gridcell" className="figure" data-label={t('cascade.reports')}>
        {reports.total === 0 ? (
          <span className="soft">–</span>
        ) : (
          <Link
            to={{ name: 'plan', plan: plan.id, view: 'reports' }}
            query={{ within: node.unit.id, standing: 'total' }}
            tabIndex={stop}
          >
            {number(reports.onTime + reports.late)}/{number(reports.total)}
          </Link>
        )}
      </div>
      <div role="gridcell" className="tree-bar">
        <Bar counts={items} />
      </div>
    </div>
  );
}

type NameProps = Pick<TreeRowProps, 'plan' | 'row' | 'isOpen' | 'above' | 'toggle'> & { readonly stop: number };

/** The unit's name, the way to its plan, and what is special about it. */
function Name({ plan, row: { node, children, units }, isOpen, above, toggle, stop }: NameProps): ReactNode {
  const { unit, source, ownPlan, provisional } = node;
  return (
    <div role="rowheader" className="tree-name">
      {isOpen !== null && children.length > 0 ? (
        <button type="button" className="twist" tabIndex={-1} aria-hidden="true" onClick={toggle}>
          <span className={isOpen ? 'arrow' : 'arrow closed'} />
        </button>
      ) : (
        <span className="twist" />
      )}
      <span className="tree-text">
        {source === null ? (
          unit.name
        ) : (
          <Link to={{ name: 'unit-plan', plan: plan.root, unit: unit.id }} tabIndex={stop}>
            {unit.name}
          </Link>
        )}
        {above && <span className="soft"> · {above}</span>}
        {children.length > 0 && <span className="soft"> · {number(units)}</span>}{' '}
        {ownPlan !== null && <span className="tag">{t('cascade.own')}</span>}
        {provisional && <span className="tag late-plan">{t('cascade.provisional')}</span>}
      </span>
    </div>
  );
}

interface CountProps {
  readonly plan: string;
  readonly within: string;
  readonly stop: number;
  readonly value: number;
  readonly label: string;
  readonly standing?: Standing;
}

function Count({ plan, within, stop, value, label, standing }: CountProps): ReactNode {
  const query: Query = { within, standing };
  return (
    <div role="gridcell" className="figure" data-label={label}>
      {value === 0 ? (
        <span className="soft">0</span>
      ) : (
        <Link
          className={standing === 'overdue' ? 'bad-ink' : undefined}
          to={{ name: 'plan', plan, view: 'items' }}
          query={query}
          tabIndex={stop}
        >
          {number(value)}
        </Link>
      )}
    </div>
  );
}
