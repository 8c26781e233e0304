import {
  clockBegun,
  EXPLANATION_TERM,
  localDateOf,
  ruleOf,
  unitOf,
  type DeadlineRule,
  type EffectiveTask,
  type ItemState,
  type LocalDate,
  type TermUnit,
  type UnitPlanEvent,
} from '#engine';
import type { RecordedEvent } from '#event-store';
import { mergedBy } from './merged.js';
import { reckon, resumedTerm, termAfter, type Ground, type Reckoning } from './count-rule.js';
import type { AnyStatement, Evidence } from './explanation.js';
import { say } from './statement.js';
import type { Obligation, Turn, UnitPlanCourse } from './unit-plan-course.js';
import type { LoggedCalendar, WhyLog } from './why-log.js';
import { consolidationOf, dutyClause, writtenRegime } from './clauses.js';

const NOTHING: Reckoning = { steps: [], end: null };

interface ItemTurn {
  readonly turn: Turn;
  readonly item: ItemState;
}

/** Events by which the rule is counted, whole. */
const BY_RULE: ReadonlySet<UnitPlanEvent['type']> = new Set<UnitPlanEvent['type']>([
  'UnitPlanDerived',
  'UnitPlanReplaced',
  'PeriodsOpened',
  'CalendarApplied',
  'ClocksStarted',
]);

/** How an item's date came about at one turn of its course. */
export function reckonItem(log: WhyLog, course: UnitPlanCourse, { turn, item }: ItemTurn): Reckoning {
  const { event, before } = turn;
  const calendar = log.calendarOf(event);
  if (item.explains !== undefined) return explanation(log, course, { turn, item });
  if (event.type === 'UnitPlanInherited') return mergedBy(log, course, { turn, it: item, kind: 'item' });
  const task = taskOf(log, item, event);
  if (event.type === 'ItemResumed') return resumed(before as ItemState | null, { item, task, calendar });
  const rule = task && isCounted(item, event) ? ruleOf(item, task) : null;
  if (!task || !rule) return NOTHING;
  const counted = counting(item, { rule, task, calendar });
  return event.type === 'UnitPlanReplaced' ? earlierStands(counted, item, before?.due ?? null) : counted;
}

/** Whether an event counted the date by the rule, rather than taking it from a document. */
function isCounted({ id, due, basis }: ItemState, event: UnitPlanEvent): boolean {
  if (due === null || basis === 'document') return false;
  if (event.type === 'DeadlineResolved') return event.data.document === null;
  if (event.type === 'AmendmentApplied') return event.data.restored?.some((each) => each.item === id) === true;
  return BY_RULE.has(event.type);
}

/** A plan that comes after a lower one leaves the earlier date. */
function earlierStands(counted: Reckoning, { due }: ItemState, held: LocalDate | null): Reckoning {
  if (held === null || counted.end === due || held !== due) return counted;
  return { steps: [...counted.steps, say('count.kept', { counted: counted.end, held, end: held })], end: held };
}

const taskOf = (log: WhyLog, { source, task }: ItemState, event: RecordedEvent): EffectiveTask | undefined =>
  log.running(source, log.organisation.at(event))?.effective.byKey.get(task);

interface Counting {
  readonly rule: DeadlineRule;
  readonly task: EffectiveTask;
  readonly calendar: LoggedCalendar;
}

/** The rule from its start, and each suspension that has ended. */
function counting(item: ItemState, { rule, task, calendar }: Counting): Reckoning {
  const base = reckon(rule, groundOf(item, task, calendar));
  const begun = clockBegun(item, rule, task);
  let { steps, end } = base;
  const ended = item.status === 'suspended' ? item.suspensions.slice(0, -1) : item.suspensions;
  for (const { from, until } of ended) {
    const rest =
      end === null || until === null ? null : resumedTerm({ due: end, from, until, unit: unitOf(rule), begun }, calendar);
    if (rest) [steps, end] = [[...steps, ...rest.steps], rest.end];
  }
  return { steps, end };
}

function groundOf(
  { startedOn, receivedAt, period }: ItemState,
  { issuedOn, horizon }: EffectiveTask,
  calendar: LoggedCalendar,
): Ground {
  const received = receivedAt === null ? null : localDateOf(receivedAt);
  const receivedOn = received !== null && received < issuedOn ? issuedOn : received;
  return { issuedOn, receivedOn, startedOn, horizon, label: period, calendar };
}

interface Resuming {
  readonly item: ItemState;
  readonly task: EffectiveTask | undefined;
  readonly calendar: LoggedCalendar;
}

/** What was left of the term goes on from the day on which the clock runs again. */
function resumed(before: ItemState | null, { item, task, calendar }: Resuming): Reckoning {
  const from = before?.suspensions.at(-1)?.from;
  const until = item.suspensions.at(-1)?.until ?? null;
  if (!before || before.due === null || from === undefined || until === null) return NOTHING;
  return resumedTerm({ due: before.due, from, until, ...countedIn(before, task) }, calendar) ?? NOTHING;
}

/** A date that a document has set is one that a text names: its days are plain ones. */
function countedIn(
  item: ItemState,
  task: EffectiveTask | undefined,
): { readonly unit: TermUnit; readonly begun: LocalDate | null } {
  const rule = task && item.basis === 'rule' ? ruleOf(item, task) : null;
  return task && rule ? { unit: unitOf(rule), begun: clockBegun(item, rule, task) } : { unit: 'day', begun: null };
}

/** A demanded explanation: the rule’s term from the day of the demand. */
function explanation(log: WhyLog, course: UnitPlanCourse, { turn, item }: ItemTurn): Reckoning {
  const { event, before } = turn;
  const calendar = log.calendarOf(event);
  if (event.type === 'ItemResumed') return resumed(before as ItemState | null, { item, task: undefined, calendar });
  if (event.type !== 'FollowUpReached' && event.type !== 'CalendarApplied') return NOTHING;
  const demand = course.turnsOf(`item ${item.id}` as never)[0]?.event;
  if (demand?.type !== 'FollowUpReached') return NOTHING;
  const rules = log.running(item.source, log.organisation.at(demand))?.followUp.rules ?? [];
  const within = rules.find(({ name }) => name === demand.data.rule)?.rule.within ?? EXPLANATION_TERM;
  return termAfter(within, { start: localDateOf(demand.at), startIs: 'demand' }, calendar);
}

/** Where the text sets the date of an obligation. */
export function dueRule(log: WhyLog, obligation: Obligation, event: RecordedEvent): Evidence | undefined {
  const directory = log.organisation.at(event);
  const { kind, it } = obligation;
  if (kind === 'duty') return dutyClause(log, it, directory)?.place;
  if (kind === 'report') {
    const written = writtenRegime(log, it, directory);
    const place = written && (consolidationOf(written.regime, it.id)?.place ?? written.regime.place);
    return written && place && log.rule(written.plan, `regime ${written.regime.id}`, place);
  }
  const task = taskOf(log, it, event);
  return task && log.rule(log.plan(it.source), `task ${task.rule.no}`, task.rule.place);
}

/** Why there is no date. */
export function undated(log: WhyLog, { kind, it }: Obligation, event: RecordedEvent): AnyStatement {
  const on = localDateOf(event.at);
  const evidence = [log.event(event), dueRule(log, { kind, it } as Obligation, event)];
  if (kind !== 'item')
    return say(
      'count.none',
      { kind: kind === 'duty' ? 'standing-duty' : 'as-regulated', awaits: null, estimate: null, resolver: null },
      { evidence },
    );
  const item = it as ItemState;
  const resolver = item.resolver === undefined ? null : log.organisation.name(item.resolver, on);
  const awaits = item.awaits !== undefined && item.startedOn === null ? item.awaits : null;
  return say('count.none', { kind: item.kind, awaits, estimate: item.estimate ?? null, resolver }, { evidence });
}
