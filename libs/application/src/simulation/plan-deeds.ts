import type { PlanId } from '#engine';
import type { Appended } from '#event-store';
import { NotFound } from '../workflow/faults.js';
import type { Asked } from '../workflow/document-service.js';
import type { Workflow } from '../workflow/workflow.js';
import type { Action } from './scenario.js';

/** What documents say of a whole plan. */
export type PlanDeed = Extract<Action, { readonly do: 'declare' | 'amend' | 'end' }>;

const PLAN_DEEDS: ReadonlySet<Action['do']> = new Set<Action['do']>(['declare', 'amend', 'end']);

export const isPlanDeed = (action: Action): action is PlanDeed => PLAN_DEEDS.has(action.do);

/** Where a plan deed is carried out. */
export interface PlanDeedScope {
  readonly workflow: Workflow;
  readonly tenant: string;
  /** Plans by the name of their rules file. */
  readonly issued: ReadonlyMap<string, PlanId>;
}

/** Records a document; the unit that issued it acts. */
export function recordPlanDeed(action: PlanDeed, { workflow, tenant, issued }: PlanDeedScope, asked: Asked): Promise<Appended> {
  const plan = issued.get(action.rules);
  if (plan === undefined) throw new NotFound('plan', action.rules);
  const { document } = action;
  const actor = document.issuer;
  switch (action.do) {
    case 'declare': {
      const { event, on, units } = action;
      return workflow.documents.declareEvent(tenant, actor, { plan, event, on, units, document }, asked);
    }
    case 'amend':
      return workflow.documents.amend(tenant, actor, { plan, document, changes: action.changes }, asked);
    case 'end':
      return workflow.documents.end(tenant, actor, { plan, document, how: action.how }, asked);
  }
}
