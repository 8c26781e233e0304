import type { UnitId } from '../../ir/directory.js';
import { acceptorsOf, isProvisional, middleTiers } from '../derive.js';
import type { EffectivePlan } from '../effective-plan.js';
import type { World } from './world.js';

/** Who judges what a unit hands in, and whether a tier above it has yet to issue its plan, as the organisation now stands. */
export interface Header {
  readonly acceptors: readonly UnitId[];
  readonly provisional: boolean;
}

/** Headers by the plan that a unit follows; what is alike for all units of a plan is looked up once. */
export function headers(world: World): (unit: UnitId, source: EffectivePlan) => Header {
  const { after, states } = world;
  const middles = new Map<EffectivePlan, ReadonlySet<UnitId>>();
  return (unit, source) => {
    const plan = world.since(source.id) ?? source;
    const { issuer } = plan.rules.plan;
    const middle = middles.get(plan) ?? middleTiers(plan, after, states);
    middles.set(plan, middle);
    return {
      acceptors: acceptorsOf(unit, plan, after),
      provisional: unit !== issuer && isProvisional(unit, issuer, { directory: after, middle }),
    };
  };
}
