import type { PlanId } from '../../ir/plan-rules.js';
import type { UnitId } from '../../ir/directory.js';
import type { Obligations, UnitPlanInherited } from '../../unit-plan/events.js';
import type { OpenedThrough, UnitPlanState } from '../../unit-plan/state.js';
import { isOf } from '../assignment.js';
import type { EffectivePlan } from '../effective-plan.js';
import { handsOf } from '../heirs.js';
import type { Estate, Left } from './estate.js';
import { mergedDuty, mergedItem, mergedReport, sameness, type Heir, type Same } from './merging.js';
import type { Header } from './standing-orders.js';
import type { World } from './world.js';

type Data = UnitPlanInherited['data'];

/** What one unit takes over. */
export function inherited(
  unit: UnitId,
  estate: Estate,
  { world, headerOf }: { readonly world: World; readonly headerOf: (unit: UnitId, source: EffectivePlan) => Header },
): Data {
  const own = world.states.get(unit);
  const heir: Heir = { unit, own, world, named: new Set() };
  const from = [...estate.from].flatMap((each) => world.states.get(each) ?? []);
  const source = own ? (world.planOf(own.source) ?? world.plan) : commonPlan(from, world);
  const items = same(estate.items).map((left) => mergedItem(left, heir));
  const theirs = from.filter((state) => takesPlaceOf(unit, state.unit, world));
  return {
    plan: world.plan.id,
    unit,
    source: source.id,
    ...headerOf(unit, source),
    from: [...estate.from],
    items: items.map(({ item }) => item),
    reports: same(estate.reports).flatMap((left) => mergedReport(left, heir) ?? []),
    duties: same(estate.duties).map((left) => mergedDuty(left, heir)),
    joint: distinct([...theirs.flatMap(({ joint }) => jointly(joint, heir)), ...ledJointly(unit, estate)], own?.joint),
    supports: distinct(
      theirs.flatMap(({ supports }) => supports),
      own?.supports,
    ),
    clocks: items.flatMap(({ clock }) => clock ?? []),
    applied: [...new Set(from.flatMap(({ applied }) => [...applied]))].sort(),
    opened: openedBy(from),
  };
}

/** What is one and the same wherever it comes from. */
const same = <T extends Parameters<typeof sameness>[0]>(left: readonly Left<T>[]): readonly Same<T>[] =>
  [...Map.groupBy(left, ({ what }) => sameness(what)).values()] as unknown as readonly Same<T>[];

/** Of several plans that the units followed, the nearest one above them all. */
function commonPlan(from: readonly UnitPlanState[], { planOf, plan }: World): EffectivePlan {
  const lineages = from.map(({ source }) => lineageOf(planOf(source) ?? plan));
  return lineages[0]?.find((each) => lineages.every((lineage) => lineage.includes(each))) ?? plan;
}

function lineageOf(plan: EffectivePlan): readonly EffectivePlan[] {
  const lineage: EffectivePlan[] = [];
  for (let at: EffectivePlan | null = plan; at; at = at.parent) lineage.push(at);
  return lineage;
}

/** Does a unit do what another was asked to help with? Those of its kind and tier do; where none is, all that succeed it. */
function takesPlaceOf(unit: UnitId, gone: UnitId, { after }: World): boolean {
  const past = after.succession(gone);
  const isAlike = (each: UnitId): boolean => past !== undefined && isOf(past.last, after.units.get(each));
  return past !== undefined && past.successors.includes(unit) && (isAlike(unit) || !past.successors.some(isAlike));
}

function jointly(joint: Obligations['joint'], { unit, world }: Heir): Obligations['joint'] {
  return joint.flatMap((task) => {
    const [accountable = task.accountable] = handsOf(task.accountable, world.after);
    return accountable === unit ? [] : [{ ...task, accountable }];
  });
}

/** Named work that went to another successor, this one leading jointly. */
const ledJointly = (unit: UnitId, { led }: Estate): Obligations['joint'] => led.filter(({ accountable }) => accountable !== unit);

function distinct<T extends { readonly task: string }>(found: readonly T[], known: readonly T[] = []): readonly T[] {
  const keyOf = (each: T): string => JSON.stringify(Object.entries(each).sort());
  const there = new Set(known.map(keyOf));
  return found.filter((each) => !there.has(keyOf(each)) && there.add(keyOf(each)));
}

/** By plan, the furthest that has been opened where the work comes from: nothing is opened a second time. */
function openedBy(from: readonly UnitPlanState[]): Data['opened'] {
  const furthest = new Map<PlanId, OpenedThrough>();
  for (const { opened } of from) {
    for (const [source, { yearly, monthly }] of opened) {
      const known = furthest.get(source);
      const later = known && { yearly: max(known.yearly, yearly), monthly: max(known.monthly, monthly) };
      furthest.set(source, later ?? { yearly, monthly });
    }
  }
  return [...furthest].map(([source, through]) => ({ source, ...through }));
}

const max = <T extends string>(a: T, b: T): T => (a > b ? a : b);
