import { planIdOf, type DeadlineRule, type Place, type PlanRules, type TaskRule } from '../ir/plan-rules.js';
import type { Directory, UnitId } from '../ir/directory.js';
import { dueDate } from '../time/due-date.js';
import type { LocalDate } from '../time/local-date.js';
import type { WorkingCalendar } from '../time/working-calendar.js';
import { resolver } from './assignment.js';
import { deadlineOf, effectivePlan, type EffectivePlan, type EffectiveTask } from './effective-plan.js';

/** One way in which a lower plan falls short of the plan it carries out. */
export interface Nonconformity {
  readonly code: 'dropped' | 'loosened' | 'unknown-task';
  /** The parent's task. */
  readonly task: string;
  /** Whom the parent gave it to, where one unit can be named: the child's issuer, or null for units below it. */
  readonly unit: UnitId | null;
  readonly parentDue: LocalDate | null;
  readonly childDue: LocalDate | null;
  /** In the child's text. */
  readonly place: Place;
}

/**
 * Holds a lower plan against the one above: no task that the parent gives to the child's issuer or to units below it is
 * dropped without a reason, no deadline is later than the parent's, and what the child refines or omits exists.
 *
 * The parent may be a plan's own rules (the top of a cascade) or an effective plan.
 */
export function conform(
  parent: PlanRules | EffectivePlan,
  child: PlanRules,
  { directory, calendar }: { readonly directory: Directory; readonly calendar: WorkingCalendar },
): readonly Nonconformity[] {
  const above = 'tasks' in parent && 'rules' in parent ? parent : effectivePlan(parent, planIdOf(parent.plan), null);
  return [...unknownTasks(above, child), ...droppedTasks(above, child, directory), ...loosened(above, child, calendar)];
}

function unknownTasks(parent: EffectivePlan, child: PlanRules): readonly Nonconformity[] {
  const refined = child.tasks.flatMap(({ refines, place }) => (refines === null ? [] : [{ task: refines, place }]));
  return [...refined, ...child.omits]
    .filter(({ task }) => !parent.byNumber.has(task))
    .map(({ task, place }) => ({ code: 'unknown-task', task, unit: null, parentDue: null, childDue: null, place }));
}

function droppedTasks(parent: EffectivePlan, child: PlanRules, directory: Directory): readonly Nonconformity[] {
  if (child.inheritsAll) return [];
  const numbers = [...child.omits.map(({ task }) => task), ...child.tasks.flatMap(({ refines }) => refines ?? [])];
  const kept = new Set(numbers.map((number) => parent.byNumber.get(number)?.key));
  const resolve = resolver(directory);
  const { issuer } = child.plan;
  return parent.tasks.flatMap((task) => {
    const units = task.assigned
      .flatMap(({ below, leads }) => resolve.units(leads, below))
      .filter((unit) => directory.isWithin(unit, issuer));
    if (kept.has(task.key) || units.length === 0) return [];
    const unit = units.includes(issuer) ? issuer : null;
    return [{ code: 'dropped' as const, task: task.key, unit, parentDue: null, childDue: null, place: child.place }];
  });
}

function loosened(parent: EffectivePlan, child: PlanRules, calendar: WorkingCalendar): readonly Nonconformity[] {
  return child.tasks.flatMap((task) => {
    const refined = task.refines === null ? undefined : parent.byNumber.get(task.refines);
    if (!refined || deadlineOf(task) === null || !isLooser(refined, task, { child, calendar })) return [];
    const dates = datesOf(refined, task, { child, calendar });
    return [{ code: 'loosened' as const, task: refined.key, unit: null, ...dates, place: task.place }];
  });
}

interface Comparison {
  readonly child: PlanRules;
  readonly calendar: WorkingCalendar;
}

const datesOf = (
  parent: EffectiveTask,
  task: TaskRule,
  { child, calendar }: Comparison,
): Pick<Nonconformity, 'parentDue' | 'childDue'> => {
  const ours = deadlineOf(task);
  const theirs = deadlineOf(parent.rule);
  return {
    parentDue: theirs && dueDate(theirs, { issuedOn: parent.issuedOn, calendar }),
    childDue: ours && dueDate(ours, { issuedOn: child.plan.issuedOn, calendar }),
  };
};

const RARITY = { month: 1, quarter: 2, year: 3 } as const;

function isLooser(parent: EffectiveTask, task: TaskRule, comparison: Comparison): boolean {
  const theirs = deadlineOf(parent.rule);
  const ours = deadlineOf(task);
  if (!theirs || !ours) return false;
  switch (theirs.kind) {
    case 'standing':
    case 'as-regulated':
      return false;
    case 'recurring':
      return ours.kind !== 'recurring' || RARITY[ours.every] > RARITY[theirs.every];
    case 'within':
      if (theirs.from === 'receipt') return ours.kind === 'within' && isLongerTerm(ours, theirs);
      break;
    default:
  }
  const { parentDue, childDue } = datesOf(parent, task, comparison);
  return parentDue !== null && (childDue === null || childDue > parentDue);
}

type Term = DeadlineRule & { kind: 'within' };

/** Terms from receipt have no dates to compare yet: only their lengths, where both are counted alike. */
const isLongerTerm = (ours: Term, theirs: Term): boolean =>
  ours.from === theirs.from && ours.unit === theirs.unit && ours.amount > theirs.amount;
