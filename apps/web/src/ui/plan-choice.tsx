import type { PlanView } from '#contracts';
import { useQuery as useAnswer } from '@tanstack/react-query';
import { type ReactNode, useId } from 'react';
import { plansQuery } from '../api/queries.js';
import { t } from '../i18n/locale.js';
import { setQuery, useQuery } from '../router/location.js';
import { childrenOf, offeredTo } from './plans-below.js';
import { Empty, Loaded } from './state.js';

interface ChosenProps {
  /** True where a plan below another may be chosen: most audits go by whole cascades. */
  readonly any?: boolean;
  readonly children: (plan: PlanView) => ReactNode;
}

/** What is shown of the plan that stands in the address, else of the newest; and that they are awaited, failed, or that there is none. */
export function OfChosenPlan({ any = false, children }: ChosenProps): ReactNode {
  const asked = useAnswer(plansQuery());
  const tops = childrenOf(asked.data ?? [], null);
  const named = useQuery().get('plan');
  const chosen = (any ? asked.data : tops)?.find(({ id }) => id === named) ?? tops[0];
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
  readonly any?: boolean;
}

const INDENT = '\u00a0\u00a0– ';

/** Chooses a plan; it stands in the address. */
export function PlanChoice({ value, all, any = false }: PlanChoiceProps): ReactNode {
  const id = useId();
  const plans = useAnswer(plansQuery()).data ?? [];
  const offered = offeredTo(plans, any ? value : null);
  return (
    <div className="field">
      <label htmlFor={id}>{t('audit.plan')}</label>
      <select id={id} className="plan-choice" value={value ?? ''} onChange={({ target }) => setQuery({ plan: target.value })}>
        {all !== undefined && <option value="">{all}</option>}
        {offered.map(({ plan, depth }) => (
          <option key={plan.id} value={plan.id}>
            {INDENT.repeat(depth)}
            {plan.number} · {plan.issuer.name}
          </option>
        ))}
      </select>
    </div>
  );
}
