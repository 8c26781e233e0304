import type { Progress } from '#contracts';
import { useQuery as useAnswer } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { progressQuery } from '../../api/queries.js';
import { formatInstant } from '../../format/dates.js';
import { compareSteps, onTimeShare } from '../../format/periods.js';
import { number, t } from '../../i18n/locale.js';
import { stepText } from '../../i18n/words.js';
import { Link, type Query, useQuery } from '../../router/location.js';
import type { PlanView as View, Route } from '../../router/routes.js';
import { useAsOf } from '../../ui/moment.js';
import { Loaded } from '../../ui/state.js';
import type { Standing } from '../../ui/standing.js';
import type { PlanProps } from '../plan/plan-props.js';
import { TierTable } from './tier-table.js';
import { TrendPanel } from './trend-panel.js';

/** How far a plan has come. */
export function Overview({ plan }: PlanProps): ReactNode {
  const within = useQuery().get('within');
  const progress = useAnswer(progressQuery(plan.id, useAsOf(), within));
  return (
    <div className="stack">
      <Loaded of={progress}>
        {(of) => (
          <>
            <KeyFigures of={of} within={within} />
            <div className="columns">
              <TierTable of={of} what="items" within={within} />
              <TierTable of={of} what="reports" within={within} />
            </div>
            <TrendPanel plan={plan} within={within} />
            <Escalations of={of} within={within} />
            <p className="hint">{t('moment.judged', { time: formatInstant(of.asOf) })}</p>
          </>
        )}
      </Loaded>
    </div>
  );
}

interface PartProps {
  readonly of: Progress;
  /** The unit whose part it is; null for the whole plan. */
  readonly within: string | null;
}

function KeyFigures({ of: { plan, items, reports, byTier }, within }: PartProps): ReactNode {
  const share = onTimeShare(items);
  const due = items.onTime + items.late + items.overdue;
  const units = Object.values(byTier).reduce((sum, { unitPlans }) => sum + unitPlans, 0);
  const shareNote = share === null ? t('overview.noneDue') : t('overview.shareOf', { onTime: items.onTime, due });
  const way = (view: View, query: Query = {}): Way => ({
    to: { name: 'plan', plan: plan.id, view },
    query: { within, ...query },
  });
  const counted = (standing: Standing): Way => way('items', { standing });
  const [sent, tree] = [way('reports', { standing: 'total' }), way('cascade')];
  return (
    <section className="key-figures" aria-label={t('overview.figures')}>
      <KeyFigure value={share === null ? '–' : `${share}%`} way={counted('onTime')} label={t('overview.share')}>
        <Link {...counted('onTime')}>{shareNote}</Link>
      </KeyFigure>
      <KeyFigure value={number(items.overdue)} way={counted('overdue')} label={t('overview.overdue')} isBad={items.overdue > 0}>
        <Link {...counted('late')}>{t('overview.alsoLate', { count: items.late })}</Link>
        <Link {...way('late')}>{t('overview.lateOpen')}</Link>
      </KeyFigure>
      <KeyFigure value={number(reports.onTime + reports.late)} way={sent} label={t('overview.reports')}>
        <Link {...sent}>{t('overview.reportsOf', { total: reports.total })}</Link>
      </KeyFigure>
      <KeyFigure value={number(units)} way={tree} label={t('overview.units')}>
        <Link {...tree}>{t('overview.unitsOf', { count: items.total })}</Link>
      </KeyFigure>
    </section>
  );
}

interface Way {
  readonly to: Route;
  readonly query: Query;
}

interface KeyFigureProps {
  readonly value: string;
  readonly label: string;
  /** To what it counts. */
  readonly way: Way;
  readonly isBad?: boolean;
  readonly children: ReactNode;
}

const KeyFigure = ({ value, label, way, isBad = false, children }: KeyFigureProps): ReactNode => (
  <div className={isBad ? 'key-figure bad' : 'key-figure'}>
    <p className="key-value">{value === '0' || value === '–' ? value : <Link {...way}>{value}</Link>}</p>
    <p className="key-label">{label}</p>
    <p className="key-note">{children}</p>
  </div>
);

function Escalations({ of: { plan, escalations }, within }: PartProps): ReactNode {
  const steps = Object.entries(escalations).toSorted(([a], [b]) => compareSteps(a, b));
  const most = Math.max(1, ...steps.map(([, count]) => count));
  return (
    <section className="panel">
      <h2>{t('overview.escalations')}</h2>
      {steps.length === 0 && <p className="soft">{t('overview.escalationsEmpty')}</p>}
      <dl className="steps">
        {steps.map(([step, count]) => (
          <div key={step} className="step">
            <dt>{stepText(step)}</dt>
            <dd>
              <span className="step-bar" aria-hidden="true" style={{ width: `${Math.max(0.5, (count * 100) / most)}%` }} />
              <Link className="step-count" to={{ name: 'plan', plan: plan.id, view: 'late' }} query={{ step, within }}>
                {t('step.times', { count })}
              </Link>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
