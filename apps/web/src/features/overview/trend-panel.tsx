import type { PlanView, Trend, TrendDay } from '#contracts';
import { useQuery as useAnswer } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { trendQuery } from '../../api/queries.js';
import { addDays, formatDate } from '../../format/dates.js';
import { t } from '../../i18n/locale.js';
import { setQuery } from '../../router/location.js';
import { useToday } from '../../ui/moment.js';
import { Loaded } from '../../ui/state.js';
import { TrendChart, type TrendKind } from './trend-chart.js';

const SPANS = [30, 90, 180] as const;
const KINDS: readonly TrendKind[] = ['items', 'reports'];

/** How work under a plan went, day by day: a chart, and the same as a table. */
export function TrendPanel({ plan }: { readonly plan: PlanView }): ReactNode {
  const [kind, setKind] = useState<TrendKind>('items');
  const [span, setSpan] = useState<(typeof SPANS)[number]>(180);
  const until = useToday();
  const from = addDays(until, 1 - span);
  const trend = useAnswer({ ...trendQuery(plan.id, { from, until }), placeholderData: (before) => before });
  return (
    <section className="panel">
      <div className="panel-head">
        <h2>{t('trend.title')}</h2>
        <div className="row">
          <fieldset className="choices">
            <legend>{t('trend.kind')}</legend>
            {KINDS.map((each) => (
              <label key={each}>
                <input type="radio" name="trend-kind" checked={kind === each} onChange={() => setKind(each)} />
                {t(`trend.${each}`)}
              </label>
            ))}
          </fieldset>
          <fieldset className="choices">
            <legend>{t('trend.days')}</legend>
            {SPANS.map((each) => (
              <label key={each}>
                <input type="radio" name="trend-span" checked={span === each} onChange={() => setSpan(each)} />
                {each}
              </label>
            ))}
          </fieldset>
        </div>
      </div>
      <Loaded of={trend}>{(of) => <Shown trend={of} kind={kind} issuedOn={plan.issuedOn} />}</Loaded>
    </section>
  );
}

const hasFigures = ({ days }: Trend, kind: TrendKind): boolean =>
  days.some(({ [kind]: of }) => of.due + of.onTime + of.late + of.overdue + of.open > 0);

/** Whether anything moved in these days. */
const isStill = ({ days }: Trend, kind: TrendKind): boolean =>
  days.every(({ [kind]: of }) => of.due + of.onTime + of.late + of.escalations === 0);

/** Said where the days lie beyond all that happened: a chart that is flat explains nothing. */
function Still({ until, issuedOn }: { readonly until: string; readonly issuedOn: string }): ReactNode {
  const end = `${issuedOn.slice(0, 4)}-12-31`;
  return (
    <p className="row">
      <span className="soft">{t('trend.still')}</span>
      {end < until && (
        <button type="button" className="button small" onClick={() => setQuery({ asOf: end })}>
          {t('trend.atEnd', { day: formatDate(end) })}
        </button>
      )}
    </p>
  );
}

interface ShownProps {
  readonly trend: Trend;
  readonly kind: TrendKind;
  readonly issuedOn: string;
}

function Shown({ trend, kind, issuedOn }: ShownProps): ReactNode {
  const { head, position } = trend.counted;
  if (!hasFigures(trend, kind)) return <p className="soft">{t('trend.empty')}</p>;
  return (
    <>
      {head > position && <p className="hint">{t('trend.behind', { count: head - position })}</p>}
      {isStill(trend, kind) && <Still until={trend.days.at(-1)?.day ?? ''} issuedOn={issuedOn} />}
      <TrendChart days={trend.days} kind={kind} />
      <details className="twin">
        <summary>{t('trend.table')}</summary>
        <TrendTable days={trend.days} kind={kind} />
      </details>
    </>
  );
}

/** Only days on which something happened. */
function TrendTable({ days, kind }: { readonly days: readonly TrendDay[]; readonly kind: TrendKind }): ReactNode {
  const shown = days.filter(({ [kind]: of }) => of.due + of.onTime + of.late + of.escalations > 0);
  return (
    <div className="scrolled" tabIndex={0} role="region" aria-label={t('trend.title')}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('trend.day')}</th>
            {(['due', 'doneOnTime', 'doneLate', 'overdue', 'escalations'] as const).map((column) => (
              <th key={column} scope="col" className="figure">
                {t(`trend.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map(({ day, [kind]: of }) => (
            <tr key={day}>
              <th scope="row">{formatDate(day)}</th>
              {[of.due, of.onTime, of.late, of.overdue, of.escalations].map((value, index) => (
                // oxlint-disable-next-line react/no-array-index-key
                <td key={index} className="figure">
                  {value}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
