import type { Directory, UnitClass, UnitId } from '../../ir/directory.js';
import type { PlanId } from '../../ir/plan-rules.js';
import type { Instant } from '../../time/local-date.js';
import type { WorkingCalendar } from '../../time/working-calendar.js';
import type { Because, ObligationKey, ReorganisationEvent } from '../../unit-plan/events.js';
import type { ReportState, UnitPlanState } from '../../unit-plan/state.js';
import type { EffectivePlan } from '../effective-plan.js';
import { heirOf, standing } from '../heirs.js';
import { succeededPlan } from '../succeeded-plan.js';

/** One cascade on the day on which the organisation changes. */
export interface Reorganisation {
  /** The top of the cascade. */
  readonly plan: EffectivePlan;
  /** All plans of the cascade that set anything in the unit plans, as they were issued. */
  planOf(id: PlanId): EffectivePlan | undefined;
  /** Every unit plan of the cascade, caught up with time. */
  readonly states: ReadonlyMap<UnitId, UnitPlanState>;
  /** The organisation on the last day before, and on the day itself. */
  readonly before: Directory;
  readonly after: Directory;
  readonly calendar: WorkingCalendar;
  readonly at: Instant;
}

/** Something that could be taken over by nobody: listed, never guessed. */
export interface Unresolved {
  readonly unit: UnitId;
  readonly obligation: ObligationKey;
  readonly reason: string;
}

/** What a reorganisation does to one unit plan; `before` is null where it begins one. */
export interface ReorganisedUnitPlan {
  readonly unit: UnitId;
  readonly before: UnitPlanState | null;
  readonly events: readonly ReorganisationEvent[];
}

/** A reorganisation with what is asked of it again and again looked up once. */
export interface World extends Reorganisation {
  readonly because: Because;
  /** Is anything of a class left below the plan's issuer? */
  stands(of: UnitClass): boolean;
  /** A plan as it read on the last day before, and as it reads on the day itself. */
  until(id: PlanId): EffectivePlan | undefined;
  since(id: PlanId): EffectivePlan | undefined;
  /** Did a unit lie below another on the last day before, or stand for one that had while that one existed? */
  wasWithin(unit: UnitId, root: UnitId): boolean;
  /** Where a report that was handed over went, by unit and report; an empty list where it ended. */
  readonly reportsTo: Map<string, readonly UnitId[]>;
}

export const reportKey = (unit: UnitId, { id }: Pick<ReportState, 'id'>): string => `${unit} ${id}`;

export function worldOf(reorganisation: Reorganisation): World {
  const { plan, planOf, before, after, calendar } = reorganisation;
  const top = heirOf(plan.rules.plan.issuer, after);
  const classes = new Map<string, boolean>();
  return {
    ...reorganisation,
    because: {
      rules: plan.hash,
      rule: 'reorganisation',
      place: plan.rules.place,
      calendar: calendar.version,
      organisation: after.version,
      inputs: { before: before.version, from: before.date, to: after.date },
    },
    stands: (of) => {
      const key = `${of.kind}/${of.tier}`;
      const known = classes.get(key) ?? (top !== null && after.select(of, top).length > 0);
      classes.set(key, known);
      return known;
    },
    until: (id) => readOn(id, before, planOf),
    since: (id) => readOn(id, after, planOf),
    wasWithin: belonging(before),
    reportsTo: new Map(),
  };
}

function readOn(id: PlanId, directory: Directory, planOf: Reorganisation['planOf']): EffectivePlan | undefined {
  const issued = planOf(id);
  return issued && succeededPlan(issued, directory);
}

function belonging(directory: Directory): World['wasWithin'] {
  const branches = new Map<UnitId, ReadonlySet<UnitId>>();
  return (unit, root) => {
    if (directory.units.has(root)) return directory.isWithin(unit, root);
    const past = branches.has(root) ? undefined : directory.succession(root);
    if (past) branches.set(root, new Set(past.branch().flatMap((each) => standing(each, directory))));
    return branches.get(root)?.has(unit) ?? false;
  };
}
