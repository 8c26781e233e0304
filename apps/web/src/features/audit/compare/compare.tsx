import type { Counts, PlanView, Progress } from '#contracts';
import { useQuery as useAnswer } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { progressAtQuery } from '../../../api/audit-queries.js';
import { dayInVietnam, formatDate } from '../../../format/dates.js';
import { number, t } from '../../../i18n/locale.js';
import { Link, setQuery, useQuery } from '../../../router/location.js';
import { DateField } from '../../../ui/date-field.js';
import { OfChosenPlan, PlanChoice } from '../../../ui/plan-choice.js';
import { STANDINGS } from '../../../ui/standing.js';
import { Empty } from '../../../ui/state.js';
import { ByChoice, LoadedThen, useByRecorded } from '../by-choice.js';
import { ChangeList } from '../events/change-list.js';
import { Moved } from '../moved.js';

/** Two moments of a plan side by side, and everything that was recorded between them. */
export const Compare = (): ReactNode => <OfChosenPlan>{(plan) => <OfPlan plan={plan} key={plan.id} />}</OfChosenPlan>;

const dayOf = (text: string | null): string | null => /^\d{4}-\d{2}-\d{2}$/.exec(text ?? '')?.[0] ?? null;

function OfPlan({ plan }: { readonly plan: PlanView }): ReactNode {
  const query = useQuery();
  const first = dayOf(query.get('first')) ?? plan.issuedOn;
  const last = dayOf(query.get('last')) ?? dayInVietnam(Date.now());
  const recorded = useByRecorded('effect'); // the whole course of a plan: when it was recorded is another question
  const isOrdered = first < last;
  return (
    <>
      <section className="panel row filters">
        <PlanChoice value={plan.id} />
        <DateField label={t('compare.first')} value={first} take={(day) => setQuery({ first: day })} />
        <DateField label={t('compare.last')} value={last} take={(day) => setQuery({ last: day })} />
        <ByChoice unlessSaid="effect" />
      </section>
      {isOrdered ? (
        <>
          <Figures plan={plan.id} first={first} last={last} recorded={recorded} />
          <section className="panel">
            <h2>{t('compare.changes')}</h2>
            <ChangeList asked={{ plan: plan.id, from: first, to: last, ...(recorded ? { recorded } : {}) }} />
          </section>
        </>
      ) : (
        <Empty title={t('compare.order')} />
      )}
    </>
  );
}

interface Span {
  readonly plan: string;
  readonly first: string;
  readonly last: string;
}

function Figures({ plan, first, last, recorded }: Span & { readonly recorded: boolean }): ReactNode {
  const then = useAnswer(progressAtQuery(plan, { at: first, recorded }));
  const now = useAnswer(progressAtQuery(plan, { at: last, recorded }));
  return (
    <LoadedThen unlessSaid="effect" of={then}>
      {(before) => (
        <LoadedThen unlessSaid="effect" of={now}>
          {(after) => <Difference before={before} after={after} first={first} last={last} />}
        </LoadedThen>
      )}
    </LoadedThen>
  );
}

interface DifferenceProps extends Omit<Span, 'plan'> {
  readonly before: Progress;
  readonly after: Progress;
}

const Difference = ({ before, after, first, last }: DifferenceProps): ReactNode => (
  <section className="panel">
    <h2>{t('compare.figures')}</h2>
    <div className="scrolled" role="region" aria-label={t('compare.figures')} tabIndex={0}>
      <table className="table compared">
        <thead>
          <tr>
            <th scope="col">{t('compare.what')}</th>
            {[first, last].map((day) => (
              <th key={day} scope="col" className="figure">
                <Then day={day} />
              </th>
            ))}
            <th scope="col" className="figure">
              {t('compare.difference')}
            </th>
          </tr>
        </thead>
        <Rows kind="items" before={before.items} after={after.items} />
        <Rows kind="reports" before={before.reports} after={after.reports} />
        <tbody>
          <Row name={t('overview.escalations')} before={sum(before.escalations)} after={sum(after.escalations)} />
        </tbody>
      </table>
    </div>
  </section>
);

const sum = (counts: Readonly<Record<string, number>>): number => Object.values(counts).reduce((all, each) => all + each, 0);

/** A day, and the way to what stood then. */
function Then({ day }: { readonly day: string }): ReactNode {
  const query = useQuery();
  return (
    <Link
      to={{ name: 'audit', view: 'time' }}
      query={{ plan: query.get('plan'), at: day, by: query.get('by') ?? 'effect' }}
      title={t('compare.open', { day: formatDate(day) })}
    >
      {formatDate(day)}
    </Link>
  );
}

const Rows = ({
  kind,
  before,
  after,
}: {
  readonly kind: 'items' | 'reports';
  readonly before: Counts;
  readonly after: Counts;
}) => (
  <tbody>
    <tr>
      <th scope="rowgroup" colSpan={4}>
        {t(`cascade.${kind}`)}
      </th>
    </tr>
    {(['total', ...STANDINGS] as const).map((standing) => (
      <Row key={standing} name={t(`counts.${standing}`)} before={before[standing]} after={after[standing]} />
    ))}
  </tbody>
);

const Row = ({ name, before, after }: { readonly name: string; readonly before: number; readonly after: number }): ReactNode => (
  <tr>
    <th scope="row">{name}</th>
    <td className="figure">{number(before)}</td>
    <td className="figure">{number(after)}</td>
    <td className="figure">
      <Moved from={before} to={after} />
    </td>
  </tr>
);
