import type { StepsTaken as Taken } from '#contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { stepsTakenQuery } from '../../api/queries.js';
import { formatDate, formatInstant } from '../../format/dates.js';
import { t } from '../../i18n/locale.js';
import { obligationText, stepText } from '../../i18n/words.js';
import { Link, setQuery, useQuery } from '../../router/location.js';
import { useAsOf } from '../../ui/moment.js';
import { ObligationLink } from '../../ui/obligation-link.js';
import { type Column, Rows } from '../../ui/rows.js';
import { Empty, Loaded } from '../../ui/state.js';
import { WhyButton } from '../why/why-button.js';
import type { PlanProps } from '../plan/plan-props.js';

/** What numbers of other views ask for. */
const ASKED = ['step', 'on', 'kind'] as const;
export const asksForSteps = (query: URLSearchParams): boolean => ASKED.some((name) => query.has(name));

/** Where steps of the ladder have been taken: what a number of the overview counts. */
export function StepsTaken({ plan }: Pick<PlanProps, 'plan'>): ReactNode {
  const query = useQuery();
  const asOf = useAsOf();
  const asked = [...ASKED, 'within' as const].flatMap((name) => (query.has(name) ? [[name, query.get(name)]] : []));
  const taken = useInfiniteQuery(stepsTakenQuery(plan.id, { ...Object.fromEntries(asked), ...(asOf !== null && { asOf }) }));
  const more = taken.hasNextPage ? () => void (taken.isFetchingNextPage || taken.fetchNextPage()) : undefined;
  return (
    <section className="panel">
      <div className="panel-head">
        <h2>{titleOf(query)}</h2>
        <button
          type="button"
          className="button small"
          onClick={() => setQuery({ step: null, on: null, kind: null, within: null })}
        >
          {t('steps.close')}
        </button>
      </div>
      <Loaded of={taken}>
        {({ pages }) => (
          <>
            <p className="soft" role="status">
              {t('step.times', { count: pages[0]?.total ?? 0 })}
            </p>
            {(pages[0]?.total ?? 0) === 0 ? (
              <Empty title={t('overview.escalationsEmpty')} />
            ) : (
              <Rows
                label={t('overview.escalations')}
                columns={columnsOf(plan.root)}
                rows={pages.flatMap(({ steps }) => steps)}
                keyOf={keyOf}
                more={more}
              />
            )}
          </>
        )}
      </Loaded>
    </section>
  );
}

function titleOf(query: URLSearchParams): string {
  const [step, on] = [query.get('step'), query.get('on')];
  if (step !== null) return t('steps.title', { step: stepText(step) });
  return on === null ? t('overview.escalations') : t('steps.onDay', { day: formatDate(on) });
}

type Step = Taken['steps'][number];

const keyOf = ({ unit, obligation, step, at }: Step): string => `${unit.id} ${obligation} ${step} ${at}`;

const columnsOf = (plan: string): readonly Column<Step>[] => [
  {
    key: 'unit',
    title: t('column.unit'),
    width: 'minmax(10rem, 1.4fr)',
    heads: true,
    cell: ({ unit }) => <Link to={{ name: 'unit-plan', plan, unit: unit.id }}>{unit.name}</Link>,
  },
  {
    key: 'obligation',
    title: t('column.obligation'),
    width: 'minmax(12rem, 2.2fr)',
    plain: true,
    cell: (step) => <ObligationLink plan={plan} of={step} />,
  },
  { key: 'due', title: t('column.due'), width: '6.5rem', figure: true, cell: ({ due }) => formatDate(due) },
  { key: 'at', title: t('column.taken'), width: '10rem', figure: true, cell: ({ at }) => formatInstant(at) },
  {
    key: 'why',
    title: t('why.short'),
    width: '5rem',
    plain: true,
    cell: ({ unit, obligation, step }) => (
      <WhyButton of={{ plan, unit: unit.id, obligation, step }} about={`${unit.name}, ${obligationText(obligation)}`} />
    ),
  },
];
