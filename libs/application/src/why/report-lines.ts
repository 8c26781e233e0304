import { localDateOf, type ReportState, type UnitId } from '#engine';
import { verdictOf } from './state.js';
import type { WhyLog } from './why-log.js';
import type { ReportLine } from './words/report-words.js';

/** A report of a unit as a list shows it; of a unit that owes none, a line without one. */
export function lineOf(log: WhyLog, unit: UnitId, report: ReportState | undefined): ReportLine {
  const named = log.organisation.name(unit, localDateOf(log.at));
  if (!report) return { unit: named, report: null, due: null, time: null, status: null, submittedAt: null, verdict: null };
  const { id, due, time = null, status, submittedAt } = report;
  return { unit: named, report: id, due, time, status, submittedAt, verdict: verdictOf({ kind: 'report', it: report }, log.at) };
}
