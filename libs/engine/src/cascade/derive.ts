import type { PlanRules } from '../ir/plan-rules.js';
import type { Directory, UnitId } from '../ir/directory.js';
import type { Instant } from '../time/local-date.js';
import type { Because, ItemId, Obligations, UnitPlanDerived, UnitPlanReplaced } from '../unit-plan/events.js';
import type { ItemState, UnitPlanState } from '../unit-plan/state.js';
import { resolver } from './assignment.js';
import type { EffectivePlan } from './effective-plan.js';
import { obligationsBelow, type CascadeContext } from './obligations.js';

/** Where a cascade's events go: one stream per unit, new or continued. */
export interface CascadeWrite {
  readonly unit: UnitId;
  /** Null where the unit had no unit plan under the root yet. */
  readonly before: UnitPlanState | null;
  readonly event: UnitPlanDerived | UnitPlanReplaced;
}

/**
 * What issuing a plan does to every unit below its issuer: a new unit plan for each unit that owes something, and, where a
 * plan above has already reached the unit, a replacement that keeps what was done and says what changed.
 *
 * Pure and total: the same inputs give the same events, byte for byte. Cost: linear in the number of obligations.
 */
export function deriveCascade(
  plan: EffectivePlan,
  context: CascadeContext & { readonly at: Instant; readonly states: ReadonlyMap<UnitId, UnitPlanState> },
): readonly CascadeWrite[] {
  const { directory, calendar, at, states } = context;
  const owed = obligationsBelow(plan, context);
  const middle = middleTiers(plan.rules, directory);
  const because: Because = {
    rules: plan.hash,
    rule: 'cascade',
    place: plan.rules.place,
    calendar: calendar.version,
    organisation: directory.version,
  };
  const units = [...new Set([...owed.keys(), ...unitsBelow(states, plan, directory)])].sort();
  return units.flatMap((unit): CascadeWrite[] => {
    const before = states.get(unit) ?? null;
    const header = {
      provisional: isProvisional(unit, plan.rules.plan.issuer, { directory, middle }),
      acceptors: acceptorsOf(unit, plan, directory),
    };
    const obligations = owed.get(unit) ?? NOTHING;
    if (!before) return [{ unit, before, event: derivedEvent({ plan, unit, header, obligations }, because, at) }];
    const changes = difference(before, obligations, plan);
    if (unit === plan.rules.plan.issuer && isUnchanged(changes)) return [];
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

/** Units that have yet to issue plans of their own under this one. */
function middleTiers(rules: PlanRules, directory: Directory): ReadonlySet<UnitId> {
  const resolve = resolver(directory);
  return new Set(rules.duties.flatMap((duty) => resolve.units(duty.units, rules.plan.issuer)));
}

/** A unit plan is provisional while a unit of another tier between it and the issuer owes a plan of its own. */
function isProvisional(
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
function acceptorsOf(unit: UnitId, plan: EffectivePlan, directory: Directory): readonly UnitId[] {
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

type Changes = Pick<UnitPlanReplaced['data'], 'added' | 'moved' | 'withdrawn'>;

const CLOSED: ReadonlySet<ItemState['status']> = new Set(['completed', 'cancelled', 'transferred']);

function difference(before: UnitPlanState, owed: Obligations, plan: EffectivePlan): Changes {
  const ids = new Set<ItemId>(owed.items.map((item) => item.id));
  const stems = new Set(owed.items.map((item) => item.task));
  const kept = (source: string, task: string): string => `${source} ${task}`;
  const supports = new Set(before.supports.map(({ source, task }) => kept(source, task)));
  const joint = new Set(before.joint.map(({ source, task }) => kept(source, task)));
  const reasons = new Map(plan.rules.omits.map(({ task, reason }) => [plan.parent?.byNumber.get(task)?.key ?? task, reason]));
  return {
    added: {
      items: owed.items.filter((item) => !before.items.has(item.id)),
      joint: owed.joint.filter(({ source, task }) => !joint.has(kept(source, task))),
      supports: owed.supports.filter(({ source, task }) => !supports.has(kept(source, task))),
      duties: owed.duties.filter((duty) => !before.duties.has(duty.id)),
      reports: owed.reports.filter((report) => !before.reports.has(report.id)),
    },
    moved: owed.items.flatMap((item) => {
      const held = before.items.get(item.id);
      if (!held || CLOSED.has(held.status) || held.due === item.due) return [];
      return [{ item: item.id, kind: item.kind, from: held.due, to: item.due }];
    }),
    withdrawn: [...before.items.values()]
      .filter((held) => !CLOSED.has(held.status) && !ids.has(held.id) && !stems.has(held.task) && reasons.has(held.task))
      .map((held) => ({ item: held.id, reason: reasons.get(held.task) ?? '' })),
  };
}

const isUnchanged = ({ added, moved, withdrawn }: Changes): boolean =>
  moved.length === 0 && withdrawn.length === 0 && Object.values(added).every((list) => list.length === 0);
