import { freePrefix, type EffectivePlan, type OwnIssue, type PlanId, type PlanRules, type UnitPlanState } from '#engine';
import type { TenantKnowledge } from './tenant-knowledge.js';

/** A plan as its issuer's own under the one above. */
export const ownIssueOf = ({ plan, effectiveOn }: PlanRules, parent: PlanId | null): OwnIssue => ({
  ref: plan,
  parent,
  ...(effectiveOn !== undefined && { effectiveOn }),
});

/**
 * The prefix of a plan's ids where its number, told apart from those of the plans above it, does not tell it from the others that
 * its issuer has to do with: those that have reached it, and those that it has issued before. Undefined where it does.
 */
export async function takenPrefix(
  known: TenantKnowledge,
  { opened, ownPlans }: UnitPlanState,
  { parent, number }: { readonly parent: EffectivePlan; readonly number: string },
): Promise<string | undefined> {
  const taken = new Set<string>();
  for (const id of [...opened.keys(), ...ownPlans.map(({ plan }) => plan)]) {
    const plan = await known.plan(id);
    if (plan) taken.add(plan.prefix);
  }
  const prefix = freePrefix(parent, number, taken);
  return prefix === freePrefix(parent, number) ? undefined : prefix;
}
