import type { UnitClass, UnitEntry, UnitId } from '../../ir/directory.js';
import type { Actor } from '../../ir/plan-rules.js';
import type { DerivedDuty, DerivedItem, DerivedReport, Handover } from '../../unit-plan/events.js';
import { isOf } from '../assignment.js';
import { dutyRuleOf } from '../duties.js';
import type { EffectivePlan } from '../effective-plan.js';
import { heirOf } from '../heirs.js';
import type { World } from './world.js';

/** What a unit holds work as: one that the text names, or a member of a class. */
export type Holding = UnitClass | 'named';

/** Where work goes when its unit is no more. */
export interface Destination extends Pick<Handover, 'to' | 'reason'> {
  /** Further units that lead it jointly with the one it goes to. */
  readonly joint: readonly UnitId[];
}

/** How actors mean a unit on the last day before: by name, or else by a class; undefined where they do not. */
export function meaning(actors: readonly Actor[], unit: UnitEntry, { below, world }: Below): Holding | undefined {
  let found: Holding | undefined;
  for (const actor of actors) {
    if (namesUnit(actor, unit.id)) return 'named';
    if (actor.kind === 'each' && isOf(actor.of, unit) && world.wasWithin(unit.id, actor.within ?? below)) found ??= actor.of;
  }
  return found;
}

interface Below {
  /** The unit below which classes are meant. */
  readonly below: UnitId;
  readonly world: World;
}

function namesUnit(actor: Actor, unit: UnitId): boolean {
  if (actor.kind === 'unit') return actor.unit === unit;
  if (actor.kind === 'listed') return actor.units.includes(unit);
  return actor.kind === 'committee' && actor.office === unit;
}

/** What a unit holds an item as. Work that no rule of the plan speaks of (a demanded explanation) is its own: named. */
export function itemHolding({ task, source }: DerivedItem, unit: UnitEntry, world: World): Holding {
  for (const { leads, below } of world.until(source)?.byKey.get(task)?.assigned ?? []) {
    const found = meaning(leads, unit, { below, world });
    if (found) return found;
  }
  return 'named';
}

/** What a unit sends a report as. */
export function reportHolding(report: DerivedReport, unit: UnitEntry, world: World): Holding {
  const plan = world.until(report.source);
  const regime = plan && regimeOf(plan, report);
  if (!plan || !regime || report.consolidated) return 'named';
  for (const { from } of regime.routes) {
    const found = meaning(from, unit, { below: plan.rules.plan.issuer, world });
    if (found) return found;
  }
  return 'named';
}

/** The regime of a plan that asks for a report. */
export const regimeOf = (plan: EffectivePlan, { regime }: DerivedReport): EffectivePlan['rules']['regimes'][number] | undefined =>
  plan.rules.regimes.find(({ id }) => plan.prefix + id === regime);

/** What a unit has the duty of as. */
export function dutyHolding({ id, source }: DerivedDuty, unit: UnitEntry, world: World): Holding {
  const plan = world.until(source);
  const rule = plan && dutyRuleOf(plan, id);
  if (!plan || !rule) return 'named';
  return meaning(rule.units, unit, { below: plan.rules.plan.issuer, world }) ?? 'named';
}

/**
 * Where a unit's work goes. Named work goes to the first of those that succeed the unit, the others leading jointly, and without
 * any to whoever answers in its superior's place. A member's share of what a class does goes to the members among those that
 * succeed it; where the whole class has ended, to all that succeed it, or to nobody.
 */
export function destinationOf(holding: Holding, unit: UnitEntry, world: World): Destination {
  const successors = world.after.succession(unit.id)?.successors ?? [];
  if (holding !== 'named') return ofClass(holding, successors, world);
  const [first, ...joint] = successors;
  if (first !== undefined) return { to: [first], joint, reason: 'succeeded' };
  const superior = unit.superior && heirOf(unit.superior, world.after);
  return superior ? { to: [superior], joint: [], reason: 'to-superior' } : { to: [], joint: [], reason: 'no-successor' };
}

function ofClass(of: UnitClass, successors: readonly UnitId[], { after, stands }: World): Destination {
  const members = successors.filter((unit) => isOf(of, after.units.get(unit)));
  if (members.length > 0) return { to: members, joint: [], reason: 'succeeded' };
  if (stands(of)) return { to: [], joint: [], reason: 'no-successor' };
  return { to: successors, joint: [], reason: 'tier-ended' };
}

/** Those that take a unit's place as what it was: of its kind and tier. */
export const alike = (unit: UnitEntry, { after }: World): readonly UnitId[] =>
  (after.succession(unit.id)?.successors ?? []).filter((successor) => isOf(unit, after.units.get(successor)));
