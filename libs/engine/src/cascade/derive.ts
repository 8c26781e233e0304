import type { Directory, UnitId } from '../ir/directory.js';
import { localDateOf, type Instant } from '../time/local-date.js';
import type { Because, Obligations, UnitPlanDerived, UnitPlanReplaced } from '../unit-plan/events.js';
import type { UnitPlanState } from '../unit-plan/state.js';
import { resolver } from './assignment.js';
import { difference, isUnchanged } from './difference.js';
import type { EffectivePlan } from './effective-plan.js';
import type { CascadeContext } from './cascade-context.js';
import { obligationsBelow } from './obligations.js';
import { succeededPlan } from './succeeded-plan.js';
import { openingAgenda } from './opening-agenda.js';

/** Where a cascade's events go: one stream per unit, new or continued. */
export interface CascadeWrite {
  readonly unit: UnitId;
  /** Null where the unit had no unit plan under the root yet. */
  readonly before: UnitPlanState | null;
  readonly event: UnitPlanDerived | UnitPlanReplaced;
}

/**
 * What issuing a plan does to every unit below its issuer: a new unit plan for each unit that owes something, and, where a
 * plan above has already reached the unit, a replacement that keeps what was done and says what changed. Of what returns only the
 * periods of the year (of daily and weekly reports, of the month) are there at once; a unit that owes none but later ones gets
 * its unit plan now, for them to be opened in.
 *
 * Pure and total: the same inputs give the same events, byte for byte. Cost: linear in the number of obligations.
 */
export function deriveCascade(
  issued: EffectivePlan,
  context: CascadeContext & { readonly at: Instant; readonly states: ReadonlyMap<UnitId, UnitPlanState> },
): readonly CascadeWrite[] {
  const { directory, calendar, at, states } = context;
  const plan = succeededPlan(issued, directory);
  const { issuer } = plan.rules.plan;
  const owed = obligationsBelow(plan, { ...context, opening: { upTo: localDateOf(at) } });
  const agenda = openingAgenda(plan, context);
  const middle = middleTiers(plan, directory, states);
  const because: Because = {
    rules: plan.hash,
    rule: 'cascade',
    place: plan.rules.place,
    calendar: calendar.version,
    organisation: directory.version,
  };
  const units = [...new Set([...owed.keys(), ...agenda.keys(), ...unitsBelow(states, plan, directory)])].sort();
  return units.flatMap((unit): CascadeWrite[] => {
    const before = states.get(unit) ?? null;
    const header = {
      provisional: unit === issuer ? (before?.provisional ?? false) : isProvisional(unit, issuer, { directory, middle }),
      acceptors: acceptorsOf(unit, plan, directory),
    };
    const obligations = owed.get(unit) ?? NOTHING;
    if (!before) return [{ unit, before, event: derivedEvent({ plan, unit, header, obligations }, because, at) }];
    const changes = difference(before, obligations, { plan, calendar });
    // The issuer needs no word of its own plan unless it will owe something, and a unit that the plan has reached none a second time.
    const isTold = before.source === plan.id || (unit === issuer && !agenda.has(unit));
    if (isTold && isUnchanged(changes)) return [];
    const data = { by: plan.id, previous: before.source, ...header, ...changes };
    return [{ unit, before, event: { type: 'UnitPlanReplaced', v: 1, data, because, at, actor: null } }];
  });
}

const NOTHING: Obligations = { items: [], joint: [], supports: [], duties: [], reports: [] };

interface Header {
  readonly provisional: boolean;
  readonly acceptors: readonly UnitId[];
}

function derivedEvent(
  { plan, unit, header, obligations }: { plan: EffectivePlan; unit: UnitId; header: Header; obligations: Obligations },
  because: Because,
  at: Instant,
): UnitPlanDerived {
  const data = { plan: plan.root, unit, source: plan.id, ...header, ...obligations };
  return { type: 'UnitPlanDerived', v: 1, data, because, at, actor: null };
}

/** Units below the plan's issuer that already hold a unit plan; the issuer itself last of all decides by its changes. */
const unitsBelow = (states: ReadonlyMap<UnitId, UnitPlanState>, plan: EffectivePlan, directory: Directory): readonly UnitId[] =>
  [...states.keys()].filter((unit) => directory.isWithin(unit, plan.rules.plan.issuer));

/** Units that have yet to issue plans of their own under this one, or under those above it. */
export function middleTiers(
  plan: EffectivePlan,
  directory: Directory,
  states: ReadonlyMap<UnitId, UnitPlanState>,
): ReadonlySet<UnitId> {
  const resolve = resolver(directory, plan.rules.plan.issuer);
  const middle = new Set<UnitId>();
  for (let at: EffectivePlan | null = plan; at; at = at.parent) {
    const { duties, plan: ref } = at.rules;
    for (const unit of duties.flatMap((duty) => resolve.units(duty.units, ref.issuer))) middle.add(unit);
  }
  return new Set([...middle].filter((unit) => !states.get(unit)?.ownPlan));
}

/** A unit plan is provisional while a unit of another tier between it and the issuer owes a plan of its own. */
export function isProvisional(
  unit: UnitId,
  issuer: UnitId,
  { directory, middle }: { directory: Directory; middle: ReadonlySet<UnitId> },
): boolean {
  const tier = directory.units.get(unit)?.tier;
  let above = directory.units.get(unit)?.superior ?? null;
  while (above !== null && above !== issuer) {
    const entry = directory.units.get(above);
    if (middle.has(above) && entry?.tier !== tier) return true;
    above = entry?.superior ?? null;
  }
  return false;
}

/** The issuer, the focal point and the direct superior accept what a unit submits; so do those of the plans above. */
export function acceptorsOf(unit: UnitId, plan: EffectivePlan, directory: Directory): readonly UnitId[] {
  const found = new Set<UnitId>();
  const superior = directory.units.get(unit)?.superior;
  if (superior) found.add(superior);
  for (let at: EffectivePlan | null = plan; at; at = at.parent) {
    found.add(at.rules.plan.issuer);
    if (at.rules.focal) found.add(at.rules.focal);
  }
  found.delete(unit);
  return [...found].sort();
}
