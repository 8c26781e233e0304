import type { PlanView } from '#contracts';

const newestFirst = (a: PlanView, b: PlanView): number => b.issuedOn.localeCompare(a.issuedOn);
/** Plans issued directly under another, or under none, the newest first. */
export const childrenOf = (plans: readonly PlanView[], parent: string | null): readonly PlanView[] =>
  plans.filter((plan) => plan.parent === parent).toSorted(newestFirst);

interface Offered {
  readonly plan: PlanView;
  /** How far below a top plan. */
  readonly depth: number;
}

/** Top plans, and below each that the chosen one grew out of, and below that one itself, the plans issued under it. */
export function offeredTo(
  plans: readonly PlanView[],
  chosen: string | null,
  parent: string | null = null,
  depth = 0,
): readonly Offered[] {
  const path = new Set<string>();
  for (let at = chosen; at !== null && !path.has(at); at = plans.find(({ id }) => id === at)?.parent ?? null) path.add(at);
  return childrenOf(plans, parent).flatMap((plan) => [
    { plan, depth },
    ...(path.has(plan.id) ? offeredTo(plans, chosen, plan.id, depth + 1) : []),
  ]);
}
