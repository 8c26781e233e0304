import { assertNever } from '../time/due-date.js';
import type { CommandContext, UnitPlanCommand, UnitPlanRejection } from './commands.js';
import { extendReport } from './decide-deadline.js';
import { accept, reject, type Decision } from './decision.js';
import type { UnitPlanEvent } from './events.js';
import type { RulesContext } from './rules-context.js';
import { CLOSED_REPORT, type ReportState, type UnitPlanState } from './state.js';

/** Commands on reports. */
export type ReportCommand = UnitPlanCommand & { type: 'SubmitReport' | 'AcceptReport' | 'ReturnReport' | 'ExtendReport' };

type Result = Decision<UnitPlanEvent, UnitPlanRejection>;

/** Reports go from the unit to their addressee, who accepts or returns them; so may each unit that they pass through return them. */
export function decideReport(command: ReportCommand, state: UnitPlanState, context: CommandContext & RulesContext): Result {
  const report = state.reports.get(command.report);
  if (!report) return reject('report.unknown', { report: command.report });
  if (command.type === 'SubmitReport') return submit(command, { state, report }, context);
  if (command.type === 'ExtendReport') return extend(command, { state, report }, context);
  if (!mayJudge(command, report, context)) return notReceiver(report, context);
  if (report.status !== 'submitted') return reject('report.not-submitted', { report: report.id, status: report.status });
  switch (command.type) {
    case 'AcceptReport':
      return accept({ type: 'ReportAccepted', v: 1, data: { report: report.id }, because: null, ...stamp(context) });
    case 'ReturnReport':
      return sendBack(command, report, context);
    default:
      return assertNever(command);
  }
}

/** The addressee accepts; it may send back, and so may each unit on the way. */
const mayJudge = ({ type }: ReportCommand, { to, via, viaNext }: ReportState, { actor }: CommandContext): boolean =>
  actor === to || (type === 'ReturnReport' && (actor === via || viaNext?.includes(actor) === true));

const notReceiver = ({ id, to }: ReportState, { actor }: CommandContext): Result =>
  reject('report.not-receiver', { report: id, to, actor });

interface Owed {
  readonly state: UnitPlanState;
  readonly report: ReportState;
}

function extend(
  command: ReportCommand & { type: 'ExtendReport' },
  { state, report }: Owed,
  context: CommandContext & RulesContext,
): Result {
  const may = state.acceptors.includes(context.actor) || context.actor === report.to;
  return may ? extendReport(command, report, context) : notReceiver(report, context);
}

function sendBack({ reason }: ReportCommand & { type: 'ReturnReport' }, report: ReportState, context: CommandContext): Result {
  if (reason.trim() === '') return reject('report.reason-missing', { report: report.id });
  return accept({ type: 'ReportReturned', v: 1, data: { report: report.id, reason }, because: null, ...stamp(context) });
}

function submit(
  { content, received, missing }: ReportCommand & { type: 'SubmitReport' },
  { state, report }: Owed,
  context: CommandContext,
): Result {
  if (context.actor !== state.unit)
    return reject('report.not-yours', { report: report.id, unit: state.unit, actor: context.actor });
  if (report.status === 'submitted' || report.status === 'accepted')
    return reject('report.already-submitted', { report: report.id });
  if (CLOSED_REPORT.has(report.status)) return reject('report.closed', { report: report.id, status: report.status });
  if (content.trim() === '') return reject('report.empty', { report: report.id });
  const data = { report: report.id, content, received, missing };
  return accept({ type: 'ReportSubmitted', v: 1, data, because: null, ...stamp(context) });
}

const stamp = ({ at, actor }: CommandContext) => ({ at, actor });
