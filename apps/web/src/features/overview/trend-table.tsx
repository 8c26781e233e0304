import type { PlanView, Trend, TrendDay, TrendFigures } from '#contracts';
import type { ReactNode } from 'react';
import { formatDate } from '../../format/dates.js';
import { number, t } from '../../i18n/locale.js';
import { Link, type Query } from '../../router/location.js';
import type { TrendKind } from './trend-chart.js';

interface TrendTableProps {
  readonly plan: PlanView;
  readonly trend: Trend;
  readonly kind: TrendKind;
}

/** Numbers of a day: how each is named, and what list it opens. */
const COLUMNS: readonly {
  readonly title: 'due' | 'doneOnTime' | 'doneLate' | 'overdue' | 'escalations';
  readonly of: keyof TrendFigures;
  readonly query: (day: string, kind: TrendKind) => Query;
}[] = [
  { title: 'due', of: 'due', query: (day) => ({ due: day }) },
  { title: 'doneOnTime', of: 'onTime', query: (day) => ({ inOn: day, standing: 'onTime' }) },
  { title: 'doneLate', of: 'late', query: (day) => ({ inOn: day, standing: 'late' }) },
  { title: 'overdue', of: 'overdue', query: (day) => ({ standing: 'overdue', asOf: day }) },
  { title: 'escalations', of: 'escalations', query: (day, kind) => ({ on: day, kind: kind === 'items' ? 'item' : 'report' }) },
];

/** Only days on which something happened; each number opens what it counts. */
export function TrendTable({ plan, trend, kind }: TrendTableProps): ReactNode {
  const shown = trend.days.filter(({ [kind]: of }) => of.due + of.onTime + of.late + of.escalations > 0);
  return (
    <div className="scrolled" tabIndex={0} role="region" aria-label={t('trend.title')}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('trend.day')}</th>
            {COLUMNS.map(({ title }) => (
              <th key={title} scope="col" className="figure">
                {t(`trend.${title}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((day) => (
            <tr key={day.day}>
              <th scope="row">{formatDate(day.day)}</th>
              {COLUMNS.map((column) => (
                <td key={column.title} className="figure">
                  <Opening plan={plan} within={trend.within.id} day={day} kind={kind} column={column} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface OpeningProps {
  readonly plan: PlanView;
  readonly within: string;
  readonly day: TrendDay;
  readonly kind: TrendKind;
  readonly column: (typeof COLUMNS)[number];
}

/** Figures of days are of the issuer and all below it, whichever plan they follow: their lists are those of the top plan. */
function Opening({ plan, within, day: { day, ...figures }, kind, column: { title, of, query } }: OpeningProps): ReactNode {
  const value = figures[kind][of];
  if (value === 0) return 0;
  const place = plan.parent === null && within === plan.issuer.id ? {} : { within };
  return (
    <Link
      to={{ name: 'plan', plan: plan.root, view: of === 'escalations' ? 'late' : kind }}
      query={{ ...place, ...query(day, kind) }}
      aria-label={t('trend.open', { what: t(`trend.${title}`), day: formatDate(day), count: value })}
    >
      {number(value)}
    </Link>
  );
}
