import type { PlanView } from '#contracts';
import { useQuery as useAnswer } from '@tanstack/react-query';
import { type ReactNode, useId } from 'react';
import { plansQuery } from '../api/queries.js';
import { t } from '../i18n/locale.js';
import { setQuery, useQuery } from '../router/location.js';
import { Empty, Loaded } from './state.js';

/** Top plans, the newest first: audits go by whole cascades. */
function useTopPlans(): readonly PlanView[] | undefined {
  const plans = useAnswer(plansQuery());
  return plans.data?.filter(({ parent }) => parent === null).toSorted((a, b) => b.issuedOn.localeCompare(a.issuedOn));
}

/** What is shown of the plan that stands in the address, else of the newest; and that they are awaited, failed, or that there is none. */
export function OfChosenPlan({ children }: { readonly children: (plan: PlanView) => ReactNode }): ReactNode {
  const asked = useAnswer(plansQuery());
  const plans = useTopPlans() ?? [];
  const named = useQuery().get('plan');
  const chosen = plans.find(({ id }) => id === named) ?? plans[0];
  return (
    <Loaded of={asked}>
      {() => (chosen ? children(chosen) : <Empty title={t('plans.empty')} hint={t('plans.emptyHint')} />)}
    </Loaded>
  );
}

interface PlanChoiceProps {
  readonly value: string | null;
  /** What stands for all plans; none is to be chosen unless given. */
  readonly all?: string;
}

/** Chooses a plan; it stands in the address. */
export function PlanChoice({ value, all }: PlanChoiceProps): ReactNode {
  const id = useId();
  const plans = useTopPlans() ?? [];
  return (
    <div className="field">
      <label htmlFor={id}>{t('audit.plan')}</label>
      <select id={id} className="plan-choice" value={value ?? ''} onChange={({ target }) => setQuery({ plan: target.value })}>
        {all !== undefined && <option value="">{all}</option>}
        {plans.map((plan) => (
          <option key={plan.id} value={plan.id}>
            {plan.number} · {plan.issuer.name}
          </option>
        ))}
      </select>
    </div>
  );
}
