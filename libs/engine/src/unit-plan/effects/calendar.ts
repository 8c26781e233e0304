import { dueDate } from '../../time/due-date.js';
import type { Instant, LocalDate } from '../../time/local-date.js';
import type { WorkingCalendar } from '../../time/working-calendar.js';
import { currentDue } from '../current-due.js';
import { obligationOf } from '../draft.js';
import type { CalendarApplied, ItemId, ObligationKey } from '../events.js';
import type { RulesContext } from '../rules-context.js';
import { CLOSED_ITEM, type DutyState, type ItemState, type UnitPlanState } from '../state.js';
import { recountedExplanation } from './follow-up.js';
import { PHASE, type EffectSource } from './pending.js';

type Moved = CalendarApplied['data']['moved'][number];

/**
 * Dates that a newly published calendar moves: those of open work that the rules count. What a document has set, what a text
 * names and what is done stay.
 */
export const calendarChanges: EffectSource = ({ state, context }) => {
  const { calendar, calendarSince } = context;
  if (calendarSince === null || state.calendar === calendar.version) return [];
  const moved = movedDates(state, context);
  if (moved.length === 0) return [];
  const at = laterOf(
    calendarSince,
    moved.map(({ obligation }) => sinceOf(obligation, state)),
  );
  return [{ at, phase: PHASE.calendar, order: () => '', cause: () => [applied(state, context, { at, moved })] }];
};

/** Nothing moves before it was there. */
const laterOf = (first: Instant, others: readonly Instant[]): Instant =>
  others.reduce((latest, each) => (each > latest ? each : latest), first);

const NEVER = '' as Instant;

/** When it came into the unit's hands: for the first time, with another date, or sent back. */
function sinceOf(key: ObligationKey, { items, duties }: UnitPlanState): Instant {
  const { kind, id } = obligationOf(key);
  if (kind !== 'item') return duties.get(id)?.since ?? NEVER;
  const { since = NEVER, returnedAt = null } = items.get(id as ItemId) ?? {};
  return returnedAt !== null && returnedAt > since ? returnedAt : since;
}

function movedDates(state: UnitPlanState, context: RulesContext): readonly Moved[] {
  const moved: Moved[] = [];
  const note = (key: string, from: LocalDate | null, to: LocalDate | null): void => {
    if (from !== to) moved.push({ obligation: key as ObligationKey, from, to });
  };
  for (const item of state.items.values()) if (isOpen(item)) note(`item ${item.id}`, item.due, knownDue(item, state, context));
  for (const duty of state.duties.values()) note(`duty ${duty.id}`, duty.due, dutyDue(duty, context));
  return moved;
}

const isOpen = ({ status, due }: ItemState): boolean => due !== null && status !== 'submitted' && !CLOSED_ITEM.has(status);

/** Dates counted anew so far: a calendar that moves nothing in a unit plan is asked about at each look. */
const KNOWN = new WeakMap<WorkingCalendar, WeakMap<ItemState, LocalDate | null>>();

function knownDue(item: ItemState, state: UnitPlanState, context: RulesContext): LocalDate | null {
  const items = KNOWN.get(context.calendar) ?? new WeakMap<ItemState, LocalDate | null>();
  KNOWN.set(context.calendar, items);
  const known = items.get(item);
  if (known !== undefined) return known;
  const due = recounted(item, state, context);
  items.set(item, due);
  return due;
}

function recounted(item: ItemState, state: UnitPlanState, context: RulesContext): LocalDate | null {
  const { planOf, calendar } = context;
  if (item.explains !== undefined) return recountedExplanation(item, state, context);
  const task = planOf(item.source)?.effective.byKey.get(item.task);
  return task ? currentDue(item, task, calendar) : item.due;
}

function dutyDue(duty: DutyState, { planOf, calendar }: RulesContext): LocalDate | null {
  const plan = planOf(duty.source)?.effective;
  if (!plan || duty.due === null || duty.fulfilledAt !== null || duty.ended !== null) return duty.due;
  const rule = plan.rules.duties.find(({ id }) => plan.prefix + id === duty.id)?.deadline;
  if (!rule || (rule.kind === 'within' && rule.from === 'receipt')) return duty.due;
  return dueDate(rule, { issuedOn: plan.rules.plan.issuedOn, calendar }) ?? duty.due;
}

function applied(
  state: UnitPlanState,
  { calendar, directory, planOf }: RulesContext,
  { at, moved }: { readonly at: CalendarApplied['at']; readonly moved: readonly Moved[] },
): CalendarApplied {
  return {
    type: 'CalendarApplied',
    v: 1,
    data: { previous: state.calendar, moved },
    because: {
      rules: planOf(state.source)?.hash ?? '',
      rule: 'calendar',
      place: null,
      calendar: calendar.version,
      organisation: directory.version,
    },
    at,
    actor: null,
  };
}
