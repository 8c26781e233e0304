import type { UnitId } from '../../ir/directory.js';
import type { ReorganisationEvent } from '../../unit-plan/events.js';
import { distribute } from './estate.js';
import { inherited } from './inherit.js';
import { readdressed, readdressedLeft } from './readdress.js';
import { headers } from './standing-orders.js';
import { worldOf, type Reorganisation, type ReorganisedUnitPlan, type Unresolved } from './world.js';

/** What a change of the organisation does to one cascade. */
export interface Reorganised {
  /** Only unit plans to which something happens, by unit. */
  readonly unitPlans: readonly ReorganisedUnitPlan[];
  readonly unresolved: readonly Unresolved[];
}

/**
 * What happens to a cascade's unit plans when the organisation changes under it: the open work of units that are no more goes to
 * their successors, or ends for a reason; results, reports and judgements of all others find their new way. Work that is handed in
 * stays where it was done, and is judged by whoever answers for those that were to judge it.
 *
 * Pure, total, and done once: carried out a second time, it finds nothing to do. Linear in the open work.
 */
export function reorganise(reorganisation: Reorganisation): Reorganised {
  const world = worldOf(reorganisation);
  const { states, at, because, after } = world;
  const { byUnit, handovers, unresolved } = distribute(world);
  const headerOf = headers(world);
  const common = { v: 1, because, at, actor: null } as const;
  const eventsFor = (unit: UnitId): readonly ReorganisationEvent[] => {
    const [own, estate, handed] = [states.get(unit), byUnit.get(unit), handovers.get(unit)];
    const source = own && world.planOf(own.source);
    const moved =
      own && source && (after.units.has(unit) ? readdressed(own, headerOf(unit, source), world) : readdressedLeft(own, world));
    return [
      ...(handed ? [{ type: 'UnitPlanTransferred', data: { handovers: handed }, ...common } as const] : []),
      ...(moved ? [{ type: 'UnitPlanReaddressed', data: moved, ...common } as const] : []),
      ...(estate ? [{ type: 'UnitPlanInherited', data: inherited(unit, estate, { world, headerOf }), ...common } as const] : []),
    ];
  };
  const units = [...new Set([...states.keys(), ...byUnit.keys()])].sort();
  const all = units.map((unit) => ({ unit, before: states.get(unit) ?? null, events: eventsFor(unit) }));
  return { unitPlans: all.filter(({ events }) => events.length > 0), unresolved };
}
