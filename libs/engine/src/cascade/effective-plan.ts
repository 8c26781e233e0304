import { planIdOf, type DeadlineRule, type PlanId, type PlanRules, type TaskRule } from '../ir/plan-rules.js';
import type { UnitId } from '../ir/directory.js';
import type { LocalDate } from '../time/local-date.js';

/** A task as it holds below a plan: the parent's, tightened or not, or the plan's own. */
export interface EffectiveTask {
  /** `1.2` at the top of the cascade, `126/KH-UBND:4` for a lower plan's own task: the stem of item ids. */
  readonly key: string;
  /** The plan whose text sets the deadline. */
  readonly source: PlanId;
  /** Day of issue and horizon of that plan, from which relative terms and recurring work run. */
  readonly issuedOn: LocalDate;
  readonly horizon: LocalDate;
  /** Classes of units are resolved below each of these issuers: a task's own, and those of the plans that refine it. */
  readonly assigned: readonly {
    readonly below: UnitId;
    readonly leads: TaskRule['leads'];
    readonly supports: TaskRule['supports'];
  }[];
  readonly rule: TaskRule;
}

/** A plan together with what it takes over from the plans above it. */
export interface EffectivePlan {
  readonly id: PlanId;
  readonly root: PlanId;
  readonly hash: string;
  readonly rules: PlanRules;
  readonly parent: EffectivePlan | null;
  readonly tasks: readonly EffectiveTask[];
  readonly byKey: ReadonlyMap<string, EffectiveTask>;
  /** By the numbers that this plan's own text uses, then by key: how a lower plan names the task that it refines. */
  readonly byNumber: ReadonlyMap<string, EffectiveTask>;
  /**
   * Prefix of the ids of this plan's own tasks, regimes and duties: its number; empty at the top. Numbers are reused, so where
   * a plan above, or an earlier one of the same issuer, bears the same one, `#2` (`#3` …) follows.
   */
  readonly prefix: string;
}

/** The deadline that counts for a task: its own, else the date by which its result is to be reported. */
export const deadlineOf = (task: TaskRule): DeadlineRule | null => task.deadline ?? task.report?.deadline ?? null;

/** Whether a plan's text brings a task, rather than taking it over from above. */
export const isOwnTask = (plan: EffectivePlan, task: string): boolean => plan.byKey.has(task) && !plan.parent?.byKey.has(task);

/** The nearest plan that somebody else than a unit has issued: what a plan of its own carries out. */
export function planAbove(plan: EffectivePlan, unit: UnitId): EffectivePlan {
  let at = plan;
  while (at.parent && at.rules.plan.issuer === unit) at = at.parent;
  return at;
}

/** Joins a plan to the one above it (null at the top of a cascade). Cost: linear in the number of tasks. */
export const effectivePlan = (rules: PlanRules, hash: string, parent: EffectivePlan | null): EffectivePlan =>
  prefixedPlan(rules, { hash, parent, prefix: parent ? freePrefix(parent, rules.plan.number) : '' });

/** {@link effectivePlan}, of a plan whose prefix was told apart from others when it was issued. */
export function prefixedPlan(
  rules: PlanRules,
  { hash, parent, prefix }: Pick<EffectivePlan, 'hash' | 'parent' | 'prefix'>,
): EffectivePlan {
  const id = planIdOf(rules.plan);
  const omitted = new Set(rules.omits.map((omit) => parent?.byNumber.get(omit.task)?.key));
  const tasks = new Map((parent?.tasks ?? []).filter((task) => !omitted.has(task.key)).map((task) => [task.key, task]));
  const byNumber = new Map<string, EffectiveTask>();
  for (const rule of rules.tasks) {
    const refined = rule.refines === null ? undefined : parent?.byNumber.get(rule.refines);
    const task = refined ? refine(refined, rule, rules) : ownTask(prefix + rule.no, rule, rules);
    tasks.set(task.key, task);
    byNumber.set(rule.no, task);
  }
  for (const [key, task] of tasks) if (!byNumber.has(key)) byNumber.set(key, task);
  return { id, root: parent?.root ?? id, hash, rules, parent, tasks: [...tasks.values()], byKey: tasks, byNumber, prefix };
}

/**
 * The prefix of a plan below another one: its number, told apart from that of each plan above and from the prefixes that are
 * taken, such as that of the year before, when the numbers began anew.
 */
export function freePrefix(parent: EffectivePlan, number: string, taken: ReadonlySet<string> = new Set()): string {
  let bearers = 1;
  for (let at: EffectivePlan | null = parent; at?.parent; at = at.parent) if (at.rules.plan.number === number) bearers += 1;
  const prefix = (): string => (bearers === 1 ? `${number}:` : `${number}#${bearers}:`);
  while (taken.has(prefix())) bearers += 1;
  return prefix();
}

const ownTask = (key: string, rule: TaskRule, rules: PlanRules): EffectiveTask => ({
  key,
  source: planIdOf(rules.plan),
  issuedOn: rules.plan.issuedOn,
  horizon: rules.horizon,
  assigned: [{ below: rules.plan.issuer, leads: rule.leads, supports: rule.supports }],
  rule,
});

const latest = (a: LocalDate, b: LocalDate): LocalDate => (a > b ? a : b);

/** A lower plan tightens a task and names more hands for it; it never takes the duty from those whom the parent named. */
function refine(parent: EffectiveTask, rule: TaskRule, rules: PlanRules): EffectiveTask {
  const restated = deadlineOf(rule) !== null;
  return {
    ...parent,
    ...(restated
      ? { source: planIdOf(rules.plan), issuedOn: rules.plan.issuedOn, horizon: latest(parent.horizon, rules.horizon) }
      : {}),
    assigned: [...parent.assigned, { below: rules.plan.issuer, leads: rule.leads, supports: rule.supports }],
    rule: {
      ...parent.rule,
      ...(restated ? { deadline: rule.deadline, report: rule.report ?? parent.rule.report } : {}),
      deliverable: rule.deliverable ?? parent.rule.deliverable,
      place: rule.place,
    },
  };
}
