import { addDays, startOfDay, type LocalDate } from '../../time/local-date.js';
import { clockBegun, putOff, ruleOf, unitOf } from '../current-due.js';
import type { EffectiveTask } from '../../cascade/effective-plan.js';
import type { TermUnit } from '../../ir/deadline-rule.js';
import type { Because, ItemResumed } from '../events.js';
import type { RulesContext } from '../rules-context.js';
import type { ItemState } from '../state.js';
import { PHASE, type EffectSource, type Pending } from './pending.js';

/** Suspensions that end on a day of their own: the clock goes on at 00:00 of the day after, or at once where that had passed when it was stopped. */
export const resumptions: EffectSource = ({ state, context }) => {
  let pending: Pending[] | undefined;
  for (const item of state.items.values()) {
    const until = item.status === 'suspended' ? item.suspensions.at(-1)?.until : undefined;
    if (until === undefined || until === null) continue;
    const on = addDays(until, 1);
    const at = [startOfDay(on), item.since, item.stoppedAt ?? item.since].reduce((a, b) => (b > a ? b : a));
    pending ??= [];
    pending.push({
      at,
      phase: PHASE.resumptions,
      order: () => item.id,
      cause: () => [{ ...resumed(item, on, context), at, actor: null }],
    });
  }
  return pending ?? NONE;
};

const NONE: readonly never[] = [];

/** The event with which an item's clock goes on from a day, with what was left of its term. */
export function resumed(
  item: ItemState,
  on: LocalDate,
  { planOf, calendar, directory }: RulesContext,
): Pick<ItemResumed, 'type' | 'v' | 'data'> & { readonly because: NonNullable<ItemResumed['because']> } {
  const plan = planOf(item.source);
  const task = plan?.effective.byKey.get(item.task);
  const from = item.suspensions.at(-1)?.from ?? on;
  const until = addDays(on, -1);
  const due = item.due && putOff(item.due, { from, until }, { ...countedIn(item, task), calendar });
  return {
    type: 'ItemResumed',
    v: 1,
    data: { item: item.id, on, due, document: null },
    because: {
      ...reason(item, task),
      rules: plan?.hash ?? '',
      calendar: calendar.version,
      organisation: directory.version,
      inputs: { from, until, due: item.due },
    },
  };
}

/** A date that a document has set is one that a text names. */
function countedIn(
  item: ItemState,
  task: EffectiveTask | undefined,
): { readonly unit: TermUnit; readonly begun: LocalDate | null } {
  const rule = task && item.basis === 'rule' ? ruleOf(item, task) : null;
  return rule && task ? { unit: unitOf(rule), begun: clockBegun(item, rule, task) } : { unit: 'day', begun: null };
}

const reason = (item: ItemState, task: EffectiveTask | undefined): Pick<Because, 'rule' | 'place'> =>
  task ? { rule: `task ${task.rule.no}`, place: task.rule.place } : { rule: `task ${item.task}`, place: null };
