import { resolver, type Directory, type EffectivePlan } from '#engine';
import { Refused } from './faults.js';

/** Most (task, unit) pairs that one plan may make: three times what a plan of 39 tasks makes of the whole country. */
export const MOST_ASSIGNMENTS = 1_000_000;

/**
 * Refuses a plan that would fan out too far, before anything is derived: a text of a megabyte could otherwise hold the server
 * and the database for minutes.
 * @throws Refused
 */
export function checkBreadth(plan: EffectivePlan, directory: Directory): void {
  const resolve = resolver(directory, plan.rules.plan.issuer);
  let count = 0;
  // Counted task by task, never kept: what is to be refused may not fit into memory.
  for (const { assigned } of plan.tasks) {
    for (const { leads, supports, below } of assigned)
      count += resolve.units(leads, below).length + resolve.units(supports, below).length;
  }
  if (count <= MOST_ASSIGNMENTS) return;
  const args = { plan: plan.rules.plan.number, count: String(count), limit: String(MOST_ASSIGNMENTS) };
  throw new Refused({ code: 'plan.too-wide', args });
}
