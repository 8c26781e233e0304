import { deadlineOf } from '../cascade/effective-plan.js';
import type { DeadlineRule } from '../ir/deadline-rule.js';
import type { TaskRule } from '../ir/plan-rules.js';
import { assertNever, dueDate } from '../time/due-date.js';
import { localDateOf } from '../time/local-date.js';
import type { CommandContext, UnitPlanCommand, UnitPlanRejection } from './commands.js';
import { accept, reject, type Decision } from './decision.js';
import { decideDeadline } from './decide-deadline.js';
import { decideReport, type ReportCommand } from './decide-report.js';
import type { Because, UnitPlanEvent } from './events.js';
import type { RulesContext } from './rules-context.js';
import { CLOSED_ITEM, type ItemState, type UnitPlanState } from './state.js';

type Result = Decision<UnitPlanEvent, UnitPlanRejection>;

/** The one decision function of unit plans: state and command to events, or a refusal. Pure; changes nothing. */
export function decideUnitPlan(command: UnitPlanCommand, state: UnitPlanState, context: CommandContext & RulesContext): Result {
  switch (command.type) {
    case 'ReceiveUnitPlan':
      return receiveAll(state, context);
    case 'RecordOwnPlan':
      return recordOwnPlan(command, state, context);
    case 'SubmitReport':
    case 'AcceptReport':
    case 'ReturnReport':
      return decideReport(command, state, context);
    default:
      return decideItem(command, state, context);
  }
}

type ItemCommand = Exclude<UnitPlanCommand, ReportCommand | { type: 'ReceiveUnitPlan' | 'RecordOwnPlan' }>;

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
    case 'ExtendDeadline':
    case 'ResolveDeadline':
      return decideDeadline(command, item, context);
    default:
      return assertNever(command);
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
  const may = state.acceptors.includes(actor) || item.receiver === actor;
  return may ? undefined : reject('item.not-acceptor', { item: item.id, actor, acceptors: state.acceptors.join(', ') });
}

const by = ({ at, actor }: CommandContext) => ({ v: 1 as const, because: null, at, actor });

function receiveAll(state: UnitPlanState, context: CommandContext & RulesContext): Result {
  if (context.actor !== state.unit) return reject('item.not-yours', { item: '*', unit: state.unit, actor: context.actor });
  const items = [...state.items.values()].filter((item) => item.status === 'assigned');
  if (items.length === 0) return accept();
  const data = { items: items.map(({ id }) => id) };
  return accept({ type: 'UnitPlanReceived', data, ...by(context) }, ...clocksFromReceipt(items, context));
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

/** The term that receipt starts; undefined where none does, as for a task whose case nobody has declared. */
function termFromReceipt(task: TaskRule): DeadlineRule | undefined {
  const deadline = deadlineOf(task);
  const rule = deadline?.kind === 'then' ? deadline.first : deadline;
  return rule?.kind === 'within' && task.condition === undefined ? rule : undefined;
}

function clockFromReceipt(item: ItemState, context: CommandContext & RulesContext): readonly UnitPlanEvent[] {
  const plan = context.planOf(item.source);
  const task = plan?.taskOf(item.task);
  const rule = task && termFromReceipt(task);
  if (!plan || !task || !rule || item.due !== null || item.period !== null) return [];
  const receivedOn = localDateOf(context.at);
  const due = dueDate(rule, { issuedOn: plan.rules.plan.issuedOn, receivedOn, calendar: context.calendar });
  if (due === null) return [];
  const because: Because = {
    rules: plan.hash,
    rule: `task ${task.no}`,
    place: task.place,
    calendar: context.calendar.version,
    inputs: { receivedOn },
  };
  return [{ type: 'DeadlineResolved', v: 1, data: { item: item.id, due, document: null }, because, at: context.at, actor: null }];
}

function start(item: ItemState, context: CommandContext & RulesContext): Result {
  if (item.status === 'in-progress') return accept();
  if (CLOSED_ITEM.has(item.status)) return reject('item.closed', { item: item.id, status: item.status });
  if (item.status === 'submitted') return reject('item.already-submitted', { item: item.id });
  return accept({ type: 'ItemStarted', data: { item: item.id }, ...by(context) }, ...clocksIfUnreceived(item, context));
}

function submit({ note }: ItemCommand & { type: 'SubmitItem' }, item: ItemState, context: CommandContext & RulesContext): Result {
  if (item.kind === 'standing') return reject('item.standing', { item: item.id });
  if (CLOSED_ITEM.has(item.status)) return reject('item.closed', { item: item.id, status: item.status });
  if (item.status === 'submitted') return reject('item.already-submitted', { item: item.id });
  return accept({ type: 'ItemSubmitted', data: { item: item.id, note }, ...by(context) }, ...clocksIfUnreceived(item, context));
}

function acceptItem(item: ItemState, context: CommandContext): Result {
  if (item.status !== 'submitted') return reject('item.not-submitted', { item: item.id, status: item.status });
  return accept({ type: 'ItemAccepted', data: { item: item.id }, ...by(context) });
}

function returnItem({ reason }: ItemCommand & { type: 'ReturnItem' }, item: ItemState, context: CommandContext): Result {
  if (item.status !== 'submitted') return reject('item.not-submitted', { item: item.id, status: item.status });
  if (reason.trim() === '') return reject('item.reason-missing', { item: item.id });
  return accept({ type: 'ItemReturned', data: { item: item.id, reason }, ...by(context) });
}

/** Issuing a plan of one's own fulfils every open duty to do so; a unit may issue one without being told to. */
function recordOwnPlan(
  { plan, ref }: UnitPlanCommand & { type: 'RecordOwnPlan' },
  state: UnitPlanState,
  context: CommandContext,
): Result {
  if (context.actor !== state.unit) return reject('own-plan.not-yours', { unit: state.unit, actor: context.actor });
  if (state.ownPlan !== null) return reject('own-plan.already-issued', { unit: state.unit, plan: state.ownPlan });
  const open = [...state.duties.values()].filter(({ fulfilledAt }) => fulfilledAt === null).map(({ id }) => id);
  const fulfilled = open.length === 0 ? [null] : open;
  return accept(...fulfilled.map((duty) => ({ type: 'OwnPlanIssued' as const, data: { duty, plan, ref }, ...by(context) })));
}
