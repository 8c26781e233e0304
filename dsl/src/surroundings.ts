import {
  prefixedPlan,
  workingCalendar,
  type CalendarData,
  type Directory,
  type EffectivePlan,
  type LocalDate,
  type PlanRules,
  type UnitEntry,
} from '#engine';
import type { CheckEnv } from './semantics/env.js';

/** What a text is checked against, as data: what an editor asks a server for, so that it can run the language by itself. */
export interface Surroundings {
  /** The day of the server; no plan may be dated ahead of it. */
  readonly today: LocalDate;
  /** The organisation on the day of issue that the text states; today's where it states none. */
  readonly directory: {
    readonly date: LocalDate;
    readonly version: string;
    readonly units: readonly UnitEntry[];
  };
  readonly calendar: CalendarData;
  /** The plan that the text carries out, behind those above it; none where it cites none that is known. */
  readonly above: readonly PlanAbove[];
}

/** A plan above, as far as it has to be known to hold a lower one against it. */
export interface PlanAbove {
  readonly hash: string;
  /** See {@link EffectivePlan}. */
  readonly prefix: string;
  readonly rules: PlanRules;
}

/** A plan and those above it, from the top. */
export function plansDownTo(plan: EffectivePlan | null): readonly PlanAbove[] {
  if (plan === null) return [];
  const { hash, prefix, rules } = plan;
  return [...plansDownTo(plan.parent), { hash, prefix, rules }];
}

/** What checking needs, from what a server told, and the organisation that somebody made of it. */
export function environment({ calendar, above }: Surroundings, directory: Directory): CheckEnv {
  const parent = above.reduce<EffectivePlan | null>(
    (higher, { rules, hash, prefix }) => prefixedPlan(rules, { hash, prefix, parent: higher }),
    null,
  );
  return { directory, calendar: workingCalendar(calendar), ...(parent && { parent }) };
}
