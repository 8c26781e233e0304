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

/** Reports go from the unit to their addressee, who accepts or returns them; so may the unit they pass through. */
export function decideReport(command: ReportCommand, state: UnitPlanState, context: CommandContext & RulesContext): Result {
  const report = state.reports.get(command.report);
  if (!report) return reject('report.unknown', { report: command.report });
  if (command.type === 'SubmitReport') return submit(command, { state, report }, context);
  const { actor } = context;
  if (command.type === 'ExtendReport') {
    const may = state.acceptors.includes(actor) || actor === report.to;
    return may
      ? extendReport(command, report, context)
      : reject('report.not-receiver', { report: report.id, to: report.to, actor });
  }
  if (actor !== report.to && actor !== report.via)
    return reject('report.not-receiver', { report: report.id, to: report.to, actor });
  if (report.status !== 'submitted') return reject('report.not-submitted', { report: report.id, status: report.status });
  switch (command.type) {
    case 'AcceptReport':
      return accept({ type: 'ReportAccepted', v: 1, data: { report: report.id }, because: null, ...stamp(context) });
    case 'ReturnReport':
      if (command.reason.trim() === '') return reject('report.reason-missing', { report: report.id });
      return accept({
        type: 'ReportReturned',
        v: 1,
        data: { report: report.id, reason: command.reason },
        because: null,
        ...stamp(context),
      });
    default:
      return assertNever(command);
  }
}

function submit(
  { content, received, missing }: ReportCommand & { type: 'SubmitReport' },
  { state, report }: { state: UnitPlanState; report: ReportState },
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
