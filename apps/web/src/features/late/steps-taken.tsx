import type { StepsTaken as Taken } from '#contracts';
import { useQuery as useAnswer } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { stepsTakenQuery } from '../../api/queries.js';
import { formatDate, formatInstant } from '../../format/dates.js';
import { t } from '../../i18n/locale.js';
import { obligationText, stepText } from '../../i18n/words.js';
import { Link, setQuery } from '../../router/location.js';
import { useAsOf } from '../../ui/moment.js';
import { ObligationLink } from '../../ui/obligation-link.js';
import { type Column, Rows } from '../../ui/rows.js';
import { Empty, Loaded } from '../../ui/state.js';
import { WhyButton } from '../why/why-button.js';
import type { PlanProps } from '../plan/plan-props.js';

/** Where a step of the ladder has been taken: what a number of the overview counts. */
export function StepsTaken({ plan, step }: Pick<PlanProps, 'plan'> & { readonly step: string }): ReactNode {
  const taken = useAnswer(stepsTakenQuery(plan.id, step, useAsOf()));
  return (
    <section className="panel">
      <div className="panel-head">
        <h2>{t('steps.title', { step: stepText(step) })}</h2>
        <button type="button" className="button small" onClick={() => setQuery({ step: null })}>
          {t('steps.close')}
        </button>
      </div>
      <Loaded of={taken}>
        {({ total, steps }) => (
          <>
            <p className="soft" role="status">
              {t(steps.length < total ? 'steps.newest' : 'step.times', { count: total, shown: steps.length })}
            </p>
            {steps.length === 0 ? (
              <Empty title={t('overview.escalationsEmpty')} />
            ) : (
              <Rows label={t('overview.escalations')} columns={columnsOf(plan.root)} rows={steps} keyOf={keyOf} />
            )}
          </>
        )}
      </Loaded>
    </section>
  );
}

type Step = Taken['steps'][number];

const keyOf = ({ unit, obligation, at }: Step): string => `${unit.id} ${obligation} ${at}`;

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
