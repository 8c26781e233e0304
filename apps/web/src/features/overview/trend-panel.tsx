import type { PlanView, Trend } from '#contracts';
import { useQuery as useAnswer } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { trendQuery } from '../../api/queries.js';
import { addDays, formatDate } from '../../format/dates.js';
import { t } from '../../i18n/locale.js';
import { setQuery } from '../../router/location.js';
import { useToday } from '../../ui/moment.js';
import { Loaded, Waiting } from '../../ui/state.js';
import type { TrendKind } from './trend-chart.js';
import { TrendTable } from './trend-table.js';

/** With what draws: the numbers above do not wait for it, and stand where it cannot be loaded or does not run. */
const TrendChart = lazy(() =>
  import('./trend-chart.js').then(
    (loaded) => ({ default: loaded.TrendChart }),
    () => ({ default: NoChart }),
  ),
);

const NoChart = (): ReactNode => <p className="soft">{t('trend.noChart')}</p>;

const SPANS = [30, 90, 180] as const;
const KINDS: readonly TrendKind[] = ['items', 'reports'];

/** How work under a plan went, day by day: a chart, and the same as a table. */
export function TrendPanel({ plan, within }: { readonly plan: PlanView; readonly within: string | null }): ReactNode {
  const [kind, setKind] = useState<TrendKind>('items');
  const [span, setSpan] = useState<(typeof SPANS)[number]>(180);
  const until = useToday();
  const from = addDays(until, 1 - span);
  const trend = useAnswer({
    ...trendQuery(plan.id, { from, until, ...(within !== null && { within }) }),
    placeholderData: (before) => before,
  });
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
      <Loaded of={trend}>{(of) => <Shown trend={of} kind={kind} plan={plan} />}</Loaded>
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
  readonly plan: PlanView;
}

function Shown({ trend, kind, plan }: ShownProps): ReactNode {
  const { head, position } = trend.counted;
  if (!hasFigures(trend, kind)) return <p className="soft">{t('trend.empty')}</p>;
  return (
    <>
      {head > position && <p className="hint">{t('trend.behind', { count: head - position })}</p>}
      {isStill(trend, kind) && <Still until={trend.days.at(-1)?.day ?? ''} issuedOn={plan.issuedOn} />}
      <Suspense
        fallback={
          <div className="plots">
            <Waiting />
          </div>
        }
      >
        <TrendChart days={trend.days} kind={kind} />
      </Suspense>
      <details className="twin">
        <summary>{t('trend.table')}</summary>
        <TrendTable plan={plan} trend={trend} kind={kind} />
      </details>
    </>
  );
}
