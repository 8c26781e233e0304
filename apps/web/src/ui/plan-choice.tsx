import type { PlanView } from '#contracts';
import { useQuery as useAnswer } from '@tanstack/react-query';
import { type ReactNode, useId } from 'react';
import { plansQuery } from '../api/queries.js';
import { t } from '../i18n/locale.js';
import { setQuery, useQuery } from '../router/location.js';

/** Top plans, the newest first: audits go by whole cascades. */
export function useTopPlans(): readonly PlanView[] | undefined {
  const plans = useAnswer(plansQuery());
  return plans.data?.filter(({ parent }) => parent === null).toSorted((a, b) => b.issuedOn.localeCompare(a.issuedOn));
}

/** The plan that stands in the address, else the newest; undefined until they are known, null where there is none. */
export function useChosenPlan(): PlanView | null | undefined {
  const plans = useTopPlans();
  const named = useQuery().get('plan');
  return plans && (plans.find(({ id }) => id === named) ?? plans[0] ?? null);
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
      <select id={id} value={value ?? ''} onChange={({ target }) => setQuery({ plan: target.value })}>
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
