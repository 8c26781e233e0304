import type { Progress } from '#contracts';
import { useQuery as useAnswer } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { progressQuery } from '../../api/queries.js';
import { formatInstant } from '../../format/dates.js';
import { compareSteps, onTimeShare } from '../../format/periods.js';
import { number, t } from '../../i18n/locale.js';
import { stepText } from '../../i18n/words.js';
import { Link } from '../../router/location.js';
import { useAsOf } from '../../ui/moment.js';
import { Loaded } from '../../ui/state.js';
import type { Standing } from '../../ui/standing.js';
import type { PlanProps } from '../plan/plan-props.js';
import { TierTable } from './tier-table.js';
import { TrendPanel } from './trend-panel.js';

/** How far a plan has come. */
export function Overview({ plan }: PlanProps): ReactNode {
  const progress = useAnswer(progressQuery(plan.id, useAsOf()));
  return (
    <div className="stack">
      <Loaded of={progress}>
        {(of) => (
          <>
            <KeyFigures of={of} />
            <div className="columns">
              <TierTable of={of} what="items" />
              <TierTable of={of} what="reports" />
            </div>
            <TrendPanel plan={plan} />
            <Escalations of={of} />
            <p className="hint">{t('moment.judged', { time: formatInstant(of.asOf) })}</p>
          </>
        )}
      </Loaded>
    </div>
  );
}

function KeyFigures({ of: { plan, items, reports, byTier } }: { readonly of: Progress }): ReactNode {
  const share = onTimeShare(items);
  const due = items.onTime + items.late + items.overdue;
  const units = Object.values(byTier).reduce((sum, { unitPlans }) => sum + unitPlans, 0);
  const shareNote = share === null ? t('overview.noneDue') : t('overview.shareOf', { onTime: items.onTime, due });
  return (
    <section className="key-figures" aria-label={t('overview.figures')}>
      <KeyFigure value={share === null ? '–' : `${share}%`} label={t('overview.share')}>
        <ItemsLink plan={plan} standing="onTime" text={shareNote} />
      </KeyFigure>
      <KeyFigure
        value={items.overdue > 0 ? <ItemsLink plan={plan} standing="overdue" text={number(items.overdue)} /> : number(0)}
        label={t('overview.overdue')}
        isBad={items.overdue > 0}
      >
        <ItemsLink plan={plan} standing="late" text={t('overview.alsoLate', { count: items.late })} />
        <Link to={{ name: 'plan', plan: plan.id, view: 'late' }}>{t('overview.lateOpen')}</Link>
      </KeyFigure>
      <KeyFigure value={number(reports.onTime + reports.late)} label={t('overview.reports')}>
        <Link to={{ name: 'plan', plan: plan.id, view: 'reports' }}>{t('overview.reportsOf', { total: reports.total })}</Link>
      </KeyFigure>
      <KeyFigure value={number(units)} label={t('overview.units')}>
        <Link to={{ name: 'plan', plan: plan.id, view: 'cascade' }}>{t('overview.unitsOf', { count: items.total })}</Link>
      </KeyFigure>
    </section>
  );
}

interface KeyFigureProps {
  readonly value: ReactNode;
  readonly label: string;
  readonly isBad?: boolean;
  readonly children: ReactNode;
}

const KeyFigure = ({ value, label, isBad = false, children }: KeyFigureProps): ReactNode => (
  <div className={isBad ? 'key-figure bad' : 'key-figure'}>
    <p className="key-value">{value}</p>
    <p className="key-label">{label}</p>
    <p className="key-note">{children}</p>
  </div>
);

interface ItemsLinkProps {
  readonly plan: { readonly id: string };
  readonly standing: Standing;
  readonly text: string;
}

/** The way from a number to the items that it counts. */
const ItemsLink = ({ plan, standing, text }: ItemsLinkProps): ReactNode => (
  <Link to={{ name: 'plan', plan: plan.id, view: 'items' }} query={{ standing }}>
    {text}
  </Link>
);

function Escalations({ of: { plan, escalations } }: { readonly of: Progress }): ReactNode {
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
              <Link className="step-count" to={{ name: 'plan', plan: plan.id, view: 'late' }} query={{ step }}>
                {t('step.times', { count })}
              </Link>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
