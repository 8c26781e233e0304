import { assertNever } from '../time/due-date.js';
import { localDateOf } from '../time/local-date.js';
import type { CommandContext, UnitPlanCommand, UnitPlanRejection } from './commands.js';
import { accept, reject, type Decision } from './decision.js';
import { resumed } from './effects/resumptions.js';
import type { DocumentRef, UnitPlanEvent } from './events.js';
import type { RulesContext } from './rules-context.js';
import { CLOSED_ITEM, CLOSED_REPORT, type ItemState, type ReportState } from './state.js';

type Result = Decision<UnitPlanEvent, UnitPlanRejection>;
type Context = CommandContext & RulesContext;

/** What people order by a document. */
export type DeadlineCommand = UnitPlanCommand & {
  type: 'ExtendDeadline' | 'ResolveDeadline' | 'SuspendItem' | 'ResumeItem' | 'WithdrawItem';
};
type Of<T extends DeadlineCommand['type']> = DeadlineCommand & { type: T };

/** Moves a deadline, gives one to what had none, stops and starts its clock, or takes the work back, by the document that orders it. */
export function decideDeadline(command: DeadlineCommand, item: ItemState, context: Context): Result {
  if (CLOSED_ITEM.has(item.status)) return reject('item.closed', { item: item.id, status: item.status });
  const refusal = checkDocument(command.document, context);
  if (refusal) return refusal;
  switch (command.type) {
    case 'ExtendDeadline':
      return extend(command, item, context);
    case 'ResolveDeadline':
      return resolve(command, item, context);
    case 'SuspendItem':
      return suspend(command, item, context);
    case 'ResumeItem':
      return resume(command, item, context);
    case 'WithdrawItem':
      return withdraw(command, item, context);
    default:
      return assertNever(command);
  }
}

const stamp = ({ at, actor }: CommandContext) => ({ v: 1, because: null, at, actor }) as const;

function extend({ to, document }: Of<'ExtendDeadline'>, item: ItemState, context: Context): Result {
  if (item.status === 'suspended') return reject('item.suspended', { item: item.id });
  if (item.due === null) return reject('item.no-deadline', { item: item.id });
  if (to <= item.due) return reject('item.not-later', { item: item.id, due: item.due, to });
  return accept({ type: 'DeadlineExtended', data: { item: item.id, from: item.due, to, document }, ...stamp(context) });
}

function resolve({ due, document }: Of<'ResolveDeadline'>, item: ItemState, context: Context): Result {
  if (item.due !== null) return reject('item.deadline-known', { item: item.id, due: item.due });
  if (item.kind === 'standing') return reject('item.standing', { item: item.id });
  const issuedOn = context.planOf(item.source)?.rules.plan.issuedOn;
  if (issuedOn !== undefined && due < issuedOn) return reject('item.before-issue', { item: item.id, due, issuedOn });
  return accept({ type: 'DeadlineResolved', data: { item: item.id, due, document }, ...stamp(context) });
}

function suspend({ from, until, document }: Of<'SuspendItem'>, item: ItemState, context: Context): Result {
  if (item.status === 'suspended') return reject('item.suspended', { item: item.id });
  // Nothing runs that could stand still; once it is sent back, it can be suspended.
  if (item.status === 'submitted') return reject('item.already-submitted', { item: item.id });
  if (until !== null && until < from) return reject('item.suspension-ends-first', { item: item.id, from, until });
  return accept({ type: 'ItemSuspended', data: { item: item.id, from, until, document }, ...stamp(context) });
}

function resume({ on, document }: Of<'ResumeItem'>, item: ItemState, context: Context): Result {
  if (item.status !== 'suspended') return reject('item.not-suspended', { item: item.id, status: item.status });
  const from = item.suspensions.at(-1)?.from ?? on;
  if (on < from) return reject('item.resumes-before-suspension', { item: item.id, from, on });
  const { because: _, ...event } = resumed(item, on, context);
  return accept({ ...event, ...stamp(context), data: { ...event.data, document } });
}

function withdraw({ reason, document }: Of<'WithdrawItem'>, item: ItemState, context: Context): Result {
  if (reason.trim() === '') return reject('item.reason-missing', { item: item.id });
  return accept({ type: 'ItemWithdrawn', data: { item: item.id, reason, document }, ...stamp(context) });
}

/** Puts a report off, by the document that orders it. */
export function extendReport(
  { to, document }: UnitPlanCommand & { type: 'ExtendReport' },
  report: ReportState,
  context: Context,
): Result {
  if (CLOSED_REPORT.has(report.status)) return reject('report.closed', { report: report.id, status: report.status });
  const refusal = checkDocument(document, context);
  if (refusal) return refusal;
  if (report.due === null) return reject('report.no-deadline', { report: report.id });
  if (to <= report.due) return reject('report.not-later', { report: report.id, due: report.due, to });
  return accept({ type: 'ReportExtended', data: { report: report.id, from: report.due, to, document }, ...stamp(context) });
}

/** A document is of today or before, and of a unit that exists. */
export function checkDocument({ number, date, issuer }: DocumentRef, { at, directory }: Context): Result | undefined {
  if (date > localDateOf(at)) return reject('document.in-future', { number, date });
  return directory.units.has(issuer) ? undefined : reject('document.issuer-unknown', { number, issuer });
}
