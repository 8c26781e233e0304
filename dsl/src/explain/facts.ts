import {
  effectivePlan,
  obligationsBelow,
  planIdOf,
  type EffectivePlan,
  type LocalDate,
  type Obligations,
  type PlanRules,
  type UnitEntry,
  type UnitId,
  type WorkingCalendar,
} from '#engine';
import { Parent } from '../semantics/parent.js';
import type { CheckEnv } from '../semantics/env.js';

/** What a plan comes to for every unit below its issuer, as the engine derives it. */
export interface Facts {
  readonly plan: EffectivePlan;
  readonly env: CheckEnv;
  readonly calendar: WorkingCalendar;
  readonly owed: ReadonlyMap<UnitId, Obligations>;
}

/** Derives what a plan comes to. Cost: linear in the number of obligations. */
export function factsOf(rules: PlanRules, env: CheckEnv, calendar: WorkingCalendar): Facts {
  const parent = env.parent ? new Parent(env.parent).plan : null;
  const plan = effectivePlan(rules, planIdOf(rules.plan), parent);
  return { plan, env, calendar, owed: obligationsBelow(plan, { directory: env.directory, calendar }) };
}

/** Units that owe something that fits, in the order of the organisation. */
export function unitsThat({ owed, env }: Facts, fits: (obligations: Obligations) => boolean): readonly UnitEntry[] {
  const ids = [...owed].filter(([, obligations]) => fits(obligations)).map(([unit]) => unit);
  return ids.toSorted().flatMap((id) => env.directory.units.get(id) ?? []);
}

/** Key of a task by the number that the text gives it. */
export const keyOf = ({ plan }: Facts, no: string): string => plan.byNumber.get(no)?.key ?? no;

/** Units that lead a task: its holders, and those that lead it jointly with them. */
export const leadsOf = (facts: Facts, task: string): readonly UnitEntry[] =>
  unitsThat(facts, ({ items, joint }) => [...items, ...joint].some((owed) => owed.task === task));

export const supportsOf = (facts: Facts, task: string): readonly UnitEntry[] =>
  unitsThat(facts, ({ supports }) => supports.some((support) => support.task === task));

/** The different last days of a task, in order; null where some of its items have none yet. */
export function lastDaysOf({ owed }: Facts, task: string): readonly (LocalDate | null)[] {
  const dues = new Set(
    [...owed.values()].flatMap(({ items }) => items.filter((item) => item.task === task).map(({ due }) => due)),
  );
  return [...dues].toSorted((a, b) => ((a ?? '9') < (b ?? '9') ? -1 : 1));
}
