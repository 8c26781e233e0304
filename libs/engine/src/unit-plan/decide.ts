import type { DeadlineRule } from '../ir/deadline-rule.js';
import { dueDate } from '../time/due-date.js';
import { localDateOf } from '../time/local-date.js';
import type { CommandContext, UnitPlanCommand, UnitPlanRejection } from './commands.js';
import { currentDue, ruleOf } from './current-due.js';
import { accept, reject, type Decision } from './decision.js';
import { decideDeadline } from './decide-deadline.js';
import { decideExtension, type ExtensionCommand } from './decide-extension.js';
import { decideReport, type ReportCommand } from './decide-report.js';
import { raiseCase, requestReport } from './decide-request.js';
import type { Because, UnitPlanEvent } from './events.js';
import { isMetBy, ownPlanInTheWay, yearOfOwnPlan } from './own-plans.js';
import type { RulesContext, RunningPlan } from './rules-context.js';
import { CLOSED_ITEM, type DutyState, type ItemState, type UnitPlanState } from './state.js';

type Result = Decision<UnitPlanEvent, UnitPlanRejection>;

/** What a unit that is no more has handed in can be accepted; nobody is there to do anything else. */
const STILL_JUDGED: ReadonlySet<UnitPlanCommand['type']> = new Set(['AcceptItem', 'AcceptReport']);

/** The one decision function of unit plans: state and command to events, or a refusal. Pure; changes nothing. */
export function decideUnitPlan(command: UnitPlanCommand, state: UnitPlanState, context: CommandContext & RulesContext): Result {
  if (state.transferredAt !== null && !STILL_JUDGED.has(command.type))
    return reject('unit.ended', { unit: state.unit, on: localDateOf(state.transferredAt) });
  switch (command.type) {
    case 'ReceiveUnitPlan':
      return receiveAll(state, context);
    case 'RecordOwnPlan':
      return recordOwnPlan(command, state, context);
    case 'RequestReport':
      return requestReport(command, state, context);
    case 'RaiseCase':
      return raiseCase(command, state, context);
    case 'RequestExtension':
    case 'RefuseExtension':
      return decideExtension(command, state, context);
    default:
      return 'report' in command ? decideReport(command, state, context) : decideItem(command, state, context);
  }
}

type ItemCommand = Exclude<
  UnitPlanCommand,
  ReportCommand | ExtensionCommand | { type: 'ReceiveUnitPlan' | 'RecordOwnPlan' | 'RequestReport' | 'RaiseCase' }
>;

function decideItem(command: ItemCommand, state: UnitPlanState, context: CommandContext & RulesContext): Result {
  const item = state.items.get(command.item);
  if (!item) return reject('item.unknown', { item: command.item });
  const refusal = whoMay(command, { state, item }, context);
  if (refusal) return refusal;
  switch (command.type) {
    case 'ReceiveItem':
      return receive(item, context);
    case 'StartItem':
      return start(item, context);
    case 'SubmitItem':
      return submit(command, item, context);
    case 'AcceptItem':
      return acceptItem(item, context);
    case 'ReturnItem':
      return returnItem(command, item, context);
    default:
      return decideDeadline(command, item, context);
  }
}

const OWN_COMMANDS: ReadonlySet<ItemCommand['type']> = new Set(['ReceiveItem', 'StartItem', 'SubmitItem']);

/** A unit works on its own items; those above it accept, return and move deadlines. */
function whoMay(
  { type }: ItemCommand,
  { state, item }: { state: UnitPlanState; item: ItemState },
  { actor }: CommandContext,
): Result | undefined {
  if (OWN_COMMANDS.has(type)) {
    const holds = actor === state.unit || item.jointLeads.includes(actor);
    return holds ? undefined : reject('item.not-yours', { item: item.id, unit: state.unit, actor });
  }
  const may =
    state.acceptors.includes(actor) || item.receiver === actor || (type === 'ResolveDeadline' && item.resolver === actor);
  return may ? undefined : reject('item.not-acceptor', { item: item.id, actor, acceptors: state.acceptors.join(', ') });
}

const by = ({ at, actor }: CommandContext) => ({ v: 1 as const, because: null, at, actor });

function receiveAll(state: UnitPlanState, context: CommandContext & RulesContext): Result {
  if (context.actor !== state.unit) return reject('item.not-yours', { item: '*', unit: state.unit, actor: context.actor });
  const items = [...state.items.values()].filter((item) => item.status === 'assigned');
  const duties = [...state.duties.values()].flatMap((duty) => dutyClock(duty, context));
  if (items.length === 0 && duties.length === 0) return accept();
  const data = { items: items.map(({ id }) => id) };
  return accept({ type: 'UnitPlanReceived', data, ...by(context) }, ...clocksFromReceipt(items, context), ...duties);
}

function receive(item: ItemState, context: CommandContext & RulesContext): Result {
  if (item.status !== 'assigned') return accept();
  return accept({ type: 'ItemReceived', data: { item: item.id }, ...by(context) }, ...clocksFromReceipt([item], context));
}

/** Receipt starts clocks: a date for each term that runs from it, every unit its own. Work begun unreceived is received by that. */
const clocksFromReceipt = (items: readonly ItemState[], context: CommandContext & RulesContext): readonly UnitPlanEvent[] =>
  items.flatMap((item) => clockFromReceipt(item, context));

const clocksIfUnreceived = (item: ItemState, context: CommandContext & RulesContext): readonly UnitPlanEvent[] =>
  item.receivedAt === null ? clockFromReceipt(item, context) : [];

function clockFromReceipt(item: ItemState, context: CommandContext & RulesContext): readonly UnitPlanEvent[] {
  const plan = context.planOf(item.source);
  const task = plan?.effective.byKey.get(item.task);
  const rule = task && ruleOf(item, task);
  if (!plan || !task || !runsFromReceipt(rule) || item.due !== null || item.period !== null) return [];
  const due = currentDue({ ...item, receivedAt: context.at }, task, context.calendar);
  if (due === null) return [];
  const because = receiptReason(plan, { rule: `task ${task.rule.no}`, place: task.rule.place }, context);
  return [{ type: 'DeadlineResolved', v: 1, data: { item: item.id, due, document: null }, because, at: context.at, actor: null }];
}

const runsFromReceipt = (rule: DeadlineRule | null | undefined): rule is DeadlineRule & { kind: 'within' } =>
  rule?.kind === 'within' && rule.from === 'receipt';

/** The duty to issue a plan may run from receipt, too. */
function dutyClock(duty: DutyState, context: CommandContext & RulesContext): readonly UnitPlanEvent[] {
  const plan = context.planOf(duty.source);
  const found = plan?.rules.duties.find(({ id }) => plan.effective.prefix + id === duty.id);
  if (!plan || !found || !runsFromReceipt(found.deadline)) return [];
  if (duty.due !== null || duty.fulfilledAt !== null || duty.ended !== null) return [];
  const receivedOn = localDateOf(context.at);
  const due = dueDate(found.deadline, { issuedOn: plan.rules.plan.issuedOn, receivedOn, calendar: context.calendar });
  if (due === null) return [];
  const because = receiptReason(plan, { rule: `duty ${found.id}`, place: found.place }, context);
  return [{ type: 'DutyClockStarted', v: 1, data: { duty: duty.id, receivedOn, due }, because, at: context.at, actor: null }];
}

const receiptReason = (
  { hash }: RunningPlan,
  { rule, place }: Pick<Because, 'rule' | 'place'>,
  { at, calendar }: CommandContext & RulesContext,
): Because => ({ rules: hash, rule, place, calendar: calendar.version, inputs: { receivedOn: localDateOf(at) } });

function start(item: ItemState, context: CommandContext & RulesContext): Result {
  if (item.status === 'in-progress') return accept();
  const waiting = notRunning(item);
  if (waiting) return waiting;
  if (CLOSED_ITEM.has(item.status)) return reject('item.closed', { item: item.id, status: item.status });
  if (item.status === 'submitted') return reject('item.already-submitted', { item: item.id });
  return accept({ type: 'ItemStarted', data: { item: item.id }, ...by(context) }, ...clocksIfUnreceived(item, context));
}

function submit({ note }: ItemCommand & { type: 'SubmitItem' }, item: ItemState, context: CommandContext & RulesContext): Result {
  if (item.kind === 'standing') return reject('item.standing', { item: item.id });
  const waiting = notRunning(item);
  if (waiting) return waiting;
  if (CLOSED_ITEM.has(item.status)) return reject('item.closed', { item: item.id, status: item.status });
  if (item.status === 'submitted') return reject('item.already-submitted', { item: item.id });
  return accept({ type: 'ItemSubmitted', data: { item: item.id, note }, ...by(context) }, ...clocksIfUnreceived(item, context));
}

/** Nobody works on what waits for something outside; what is suspended may be handed in all the same. */
const notRunning = ({ id, status, awaits }: ItemState): Result | undefined =>
  status === 'dormant' ? reject('item.dormant', { item: id, awaits: awaits ?? '' }) : undefined;

function acceptItem(item: ItemState, context: CommandContext): Result {
  if (item.status !== 'submitted') return reject('item.not-submitted', { item: item.id, status: item.status });
  return accept({ type: 'ItemAccepted', data: { item: item.id }, ...by(context) });
}

function returnItem({ reason }: ItemCommand & { type: 'ReturnItem' }, item: ItemState, context: CommandContext): Result {
  if (item.status !== 'submitted') return reject('item.not-submitted', { item: item.id, status: item.status });
  if (reason.trim() === '') return reject('item.reason-missing', { item: item.id });
  return accept({ type: 'ItemReturned', data: { item: item.id, reason }, ...by(context) });
}

/**
 * Issuing a plan of one's own fulfils every open duty to do so, once, and of those that return every year that of the plan's year.
 * A unit may issue one without being told to.
 */
function recordOwnPlan(
  command: UnitPlanCommand & { type: 'RecordOwnPlan' },
  state: UnitPlanState,
  context: CommandContext,
): Result {
  const { plan, ref, parent } = command;
  if (context.actor !== state.unit) return reject('own-plan.not-yours', { unit: state.unit, actor: context.actor });
  const year = yearOfOwnPlan(state, command);
  if (year === null) {
    const issued = ownPlanInTheWay(state, command);
    return reject('own-plan.already-issued', { unit: state.unit, plan: `${issued?.plan}`, year: `${issued?.year}` });
  }
  const met = [...state.duties.values()].filter(
    (duty) => duty.fulfilledAt === null && duty.ended === null && isMetBy(duty, year),
  );
  const fulfilled = met.length === 0 ? [null] : met.map(({ id }) => id);
  const data = { plan, ref, parent, year };
  return accept(...fulfilled.map((duty) => ({ type: 'OwnPlanIssued' as const, data: { duty, ...data }, ...by(context) })));
}
