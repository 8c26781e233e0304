import type { PlanId } from '../ir/plan-rules.js';
import { dueDate } from '../time/due-date.js';
import { localDateOf, type LocalDate } from '../time/local-date.js';
import type { WorkingCalendar } from '../time/working-calendar.js';
import type { DerivedItem, Obligations, UnitPlanReplaced } from '../unit-plan/events.js';
import { CLOSED_ITEM, type ItemState, type UnitPlanState } from '../unit-plan/state.js';
import { isMetAlready } from '../unit-plan/own-plans.js';
import { deadlineOf, type EffectivePlan } from './effective-plan.js';

/** What a plan's arrival changes in a unit plan. */
export type Changes = Pick<UnitPlanReplaced['data'], 'added' | 'moved' | 'withdrawn'>;

interface Arrival {
  readonly plan: EffectivePlan;
  readonly calendar: WorkingCalendar;
}

/** Between what a unit has on its hands and what it owes under a plan that has just reached it. */
export const difference = (before: UnitPlanState, owed: Obligations, arrival: Arrival): Changes => ({
  added: additions(before, owed, arrival.plan),
  moved: movesOf(before, owed, arrival),
  withdrawn: withdrawals(before, owed, arrival.plan),
});

/** True where nothing changes. */
export const isUnchanged = ({ added, moved, withdrawn }: Changes): boolean =>
  moved.length === 0 && withdrawn.length === 0 && Object.values(added).every((list) => list.length === 0);

function additions(before: UnitPlanState, owed: Obligations, { rules }: EffectivePlan): Obligations {
  const { issuedOn } = rules.plan;
  const supports = new Set(before.supports.map(({ task }) => task));
  const joint = new Set(before.joint.map(({ task, accountable }) => `${task} ${accountable}`));
  return {
    items: owed.items.filter((item) => !before.items.has(item.id)),
    joint: owed.joint.filter(({ task, accountable }) => !joint.has(`${task} ${accountable}`)),
    supports: owed.supports.filter(({ task }) => !supports.has(task)),
    // A unit that has issued its plan of the year already has nothing left to issue, whoever asks for it next.
    duties: owed.duties.filter((duty) => !before.duties.has(duty.id) && !isMetAlready(before, duty, issuedOn)),
    reports: owed.reports.filter((report) => !before.reports.has(report.id)),
  };
}

/**
 * Deadlines that the plan's own text sets anew. An extension or a resolved date stands where the text is silent, and no
 * deadline that already holds is put off: a plan that comes after a lower one leaves what that one has tightened.
 */
function movesOf(before: UnitPlanState, owed: Obligations, arrival: Arrival): Changes['moved'] {
  const lineage = new Set<PlanId>();
  for (let at: EffectivePlan | null = arrival.plan; at; at = at.parent) lineage.add(at.id);
  return owed.items.flatMap((item) => {
    const held = before.items.get(item.id);
    if (!held || CLOSED_ITEM.has(held.status) || held.source === item.source) return [];
    const to = earliest(held.due, runningDue(item, held, arrival));
    const isSetBelow = !lineage.has(held.source);
    if (isSetBelow && (item.source !== arrival.plan.id || to === held.due)) return [];
    return [{ item: item.id, kind: item.kind, from: held.due, to }];
  });
}

/** A term from receipt that begins anew runs from the day of issue at the earliest, for work received before. */
function runningDue(item: DerivedItem, held: ItemState, { plan, calendar }: Arrival): LocalDate | null {
  const task = plan.byKey.get(item.task);
  const rule = task && deadlineOf(task.rule);
  if (item.due !== null || held.receivedAt === null || !task || !rule) return item.due;
  const received = localDateOf(held.receivedAt);
  const receivedOn = received > task.issuedOn ? received : task.issuedOn;
  return dueDate(rule, { issuedOn: task.issuedOn, receivedOn, calendar });
}

const earliest = (a: LocalDate | null, b: LocalDate | null): LocalDate | null => (a === null || (b !== null && b < a) ? b : a);

/** Open items of tasks that the plan omits. Other periods of a task that is still owed stay. */
function withdrawals(before: UnitPlanState, owed: Obligations, plan: EffectivePlan): Changes['withdrawn'] {
  if (plan.rules.omits.length === 0) return [];
  const owedTasks = new Set(owed.items.map((item) => item.task));
  const reasons = new Map(plan.rules.omits.map(({ task, reason }) => [plan.parent?.byNumber.get(task)?.key ?? task, reason]));
  return [...before.items.values()].flatMap((held) => {
    const reason = reasons.get(held.task);
    if (reason === undefined || CLOSED_ITEM.has(held.status) || owedTasks.has(held.task)) return [];
    return [{ item: held.id, reason }];
  });
}
