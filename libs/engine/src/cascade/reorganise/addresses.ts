import type { UnitId } from '../../ir/directory.js';
import type { Addressee } from '../../ir/plan-rules.js';
import type { DerivedDuty, DerivedItem } from '../../unit-plan/events.js';
import { dutyRuleOf } from '../duties.js';
import { addressee } from '../report-senders.js';
import { handsOf, heirOf } from '../heirs.js';
import type { World } from './world.js';

interface At {
  readonly unit: UnitId;
  readonly world: World;
}

/** Whoever answers in place of a unit. */
const inPlaceOf = (unit: UnitId | null, { after }: World): UnitId | null => unit && heirOf(unit, after);

/** To whom, by the rule where there is one; nobody sends anything to itself. */
function receivedBy(rule: Addressee | null | undefined, before: UnitId | null, { unit, world }: At): UnitId | null {
  const found = rule && rule.kind !== 'sector' ? addressee(rule, unit, world.after) : inPlaceOf(before, world);
  return found === unit ? null : found;
}

/** Who gets the result of an item at a unit, as the organisation now stands. */
export function receiverOf({ task, source, receiver }: DerivedItem, at: At): UnitId | null {
  if (receiver === null) return null;
  return receivedBy(at.world.since(source)?.byKey.get(task)?.rule.report?.to, receiver, at);
}

/** Those that lead an item jointly with its unit, and stand. */
export function jointOf({ jointLeads }: DerivedItem, { unit, world }: At): readonly UnitId[] {
  if (jointLeads.every((other) => world.after.units.has(other))) return jointLeads;
  return [...new Set(jointLeads.flatMap((other) => handsOf(other, world.after)))].filter((other) => other !== unit);
}

/** Who names the date that the text leaves open. */
export const resolverOf = ({ resolver }: DerivedItem, world: World): UnitId | null => inPlaceOf(resolver ?? null, world);

/** To whom a plan that a unit has to issue goes. */
export function sendToOf({ id, source, sendTo }: DerivedDuty, at: At): UnitId | null {
  if (sendTo === null) return null;
  const plan = at.world.since(source);
  return receivedBy(plan && dutyRuleOf(plan, id)?.sendTo, sendTo, at);
}
