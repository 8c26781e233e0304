import { planIdOf, type DeadlineRule, type Place, type PlanRules, type TaskRule } from '../ir/plan-rules.js';
import type { Rhythm } from '../ir/deadline-rule.js';
import type { Directory, UnitId } from '../ir/directory.js';
import { dueDate, isUndated } from '../time/due-date.js';
import { addDays, type LocalDate } from '../time/local-date.js';
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
  /** Null where the parent's term is not bound to a date. Of a term from receipt: its end for whoever received at once. */
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
  const keyOf = (number: string): string | undefined => parent.byNumber.get(number)?.key;
  const refined = new Set(child.tasks.flatMap(({ refines }) => (refines === null ? [] : keyOf(refines))));
  const omits = new Map(child.omits.map((omit) => [keyOf(omit.task), omit]));
  const { issuer } = child.plan;
  const resolve = resolver(directory, issuer);
  return parent.tasks.flatMap((task) => {
    const omit = omits.get(task.key);
    const isKept = omit ? omit.reason.trim() !== '' : child.inheritsAll || refined.has(task.key);
    if (isKept) return [];
    const units = task.assigned
      .flatMap(({ below, leads }) => resolve.units(leads, below))
      .filter((unit) => directory.isWithin(unit, issuer));
    if (units.length === 0) return [];
    const unit = units.includes(issuer) ? issuer : null;
    const place = omit?.place ?? child.place;
    return [{ code: 'dropped' as const, task: task.key, unit, parentDue: null, childDue: null, place }];
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
  const { issuedOn } = parent;
  const receivedOn = isFromReceipt(ours) ? null : issuedOn;
  return {
    parentDue: theirs && dueDate(theirs, { issuedOn, receivedOn, calendar }),
    childDue: ours && dueDate(ours, { issuedOn: child.plan.issuedOn, calendar }),
  };
};

const RARITY: Readonly<Record<Rhythm, number>> = { day: 0, week: 1, month: 2, quarter: 3, half: 4, year: 5 };

function isLooser(parent: EffectiveTask, task: TaskRule, comparison: Comparison): boolean {
  const theirs = firstOf(deadlineOf(parent.rule));
  const ours = firstOf(deadlineOf(task));
  if (!theirs || !ours) return false;
  if (isUndated(theirs)) {
    if (theirs.kind !== 'recurring') return false;
    return ours.kind !== 'recurring' || RARITY[ours.every] > RARITY[theirs.every];
  }
  if (isFromReceipt(theirs) && isFromReceipt(ours)) return isLongerTerm(ours, theirs, comparison);
  const { parentDue, childDue } = datesOf(parent, task, comparison);
  return parentDue !== null && (childDue === null || childDue > parentDue);
}

/** Of work that goes on after it is done once, that once is what is compared. */
const firstOf = (rule: DeadlineRule | null): DeadlineRule | null => (rule?.kind === 'then' ? rule.first : rule);

type Term = DeadlineRule & { kind: 'within' };

const isFromReceipt = (rule: DeadlineRule | null): rule is Term => rule?.kind === 'within' && rule.from === 'receipt';

const DAYS_TRIED = 366;

/** Terms from receipt have no dates yet: one is longer where it ends later for some day of receipt in the year that follows. */
function isLongerTerm(ours: Term, theirs: Term, { child, calendar }: Comparison): boolean {
  if (ours.unit === theirs.unit) return ours.amount > theirs.amount;
  const { issuedOn } = child.plan;
  return Array.from({ length: DAYS_TRIED }, (_, day) => addDays(issuedOn, day)).some((receivedOn) => {
    const [ourEnd, theirEnd] = [ours, theirs].map((term) => dueDate(term, { issuedOn, receivedOn, calendar }));
    return ourEnd && theirEnd ? ourEnd > theirEnd : false;
  });
}
