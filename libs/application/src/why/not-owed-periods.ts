import {
  deadlineOf,
  dutyRuleOf,
  localDateOf,
  periodicDueDate,
  periodSpans,
  recurrences,
  resolver,
  stemsOf,
  type DeadlineRule,
  type LocalDate,
  type ReportPeriod,
} from '#engine';
import { consolidationOf, stemOf, type WrittenRegime } from './clauses.js';
import type { AnyStatement, Evidence } from './explanation.js';
import { routeOf } from './reckon-report.js';
import { say } from './statement.js';
import type { LoggedPlan, WhyLog } from './why-log.js';

interface Period {
  readonly label: string;
  readonly begins: LocalDate;
  readonly due: LocalDate | null;
}

interface Looked {
  readonly label: string | null;
  readonly known: readonly Period[];
  readonly plan: LoggedPlan;
  readonly isMonthly: boolean;
  readonly place: Evidence | undefined;
}

/** Why a period of what returns is not there: the text has no such period, or its year or month has not been opened. */
function missing(log: WhyLog, { label, known, plan, isMonthly, place }: Looked): AnyStatement | undefined {
  const { plan: ref, horizon } = plan.effective.rules;
  const found = known.find((each) => each.label === label);
  if (!found) {
    const facts = { label, known: known.map((each) => each.label), from: ref.issuedOn, until: horizon };
    return say('not.no-period', facts, { evidence: [place] });
  }
  const first = found.due !== null && found.due < found.begins ? found.due : found.begins;
  const opens = first.slice(0, isMonthly ? 7 : 4);
  const ended = log.documents.get(plan.name.id)?.find(({ type }) => type === 'PlanEnded');
  if (ended) {
    const event = log.documentOf(ended.key);
    const document = ended.type === 'PlanEnded' ? ended.data.document.number : '';
    return say('not.plan-ended', { plan: plan.name, at: ended.at, document }, { evidence: [place, event && log.event(event)] });
  }
  if (opens <= localDateOf(log.at).slice(0, opens.length)) return undefined;
  return say('not.not-opened', { label: found.label, opens }, { evidence: [place] });
}

/** Of a task that returns, why a period of it is not there; undefined for any other. */
export function periodOfTask(
  log: WhyLog,
  plan: LoggedPlan,
  { task: key, label }: { readonly task: string; readonly label: string | null },
): AnyStatement | undefined {
  const task = plan.effective.byKey.get(key);
  const rule = task && deadlineOf(task.rule);
  const part = rule?.kind === 'then' ? (rule.next.kind === 'recurring' ? rule.next : rule.first) : rule;
  if (!task || part?.kind !== 'recurring') return undefined;
  const known = recurrences(part, task.issuedOn, task.horizon);
  const place = log.rule(log.plan(task.source), `task ${task.rule.no}`, task.rule.place);
  return missing(log, { label, known, plan, isMonthly: isMonthlyTask(part), place });
}

const isMonthlyTask = ({ every, at }: DeadlineRule & { kind: 'recurring' }): boolean =>
  (every === 'day' || every === 'week') && at?.kind !== 'dates' && at?.kind !== 'season';

/** Of a duty that returns, why a year of it is not there; undefined for any other. */
export function periodOfDuty(log: WhyLog, plan: LoggedPlan, id: string): AnyStatement | undefined {
  const rule = dutyRuleOf(plan.effective, stemOf(id));
  if (rule?.deadline?.kind !== 'recurring') return undefined;
  const { plan: ref, horizon } = plan.effective.rules;
  const known = recurrences(rule.deadline, ref.issuedOn, horizon);
  const label = stemOf(id).split('@')[1] ?? null;
  return missing(log, { label, known, plan, isMonthly: false, place: log.rule(plan, `duty ${rule.id}`, rule.place) });
}

/** Why a unit that a regime reaches has no report of a period. */
export function periodOfReport(
  log: WhyLog,
  { plan, effective, regime }: WrittenRegime,
  { id, unit }: { readonly id: string; readonly unit: string },
): AnyStatement | undefined {
  const directory = log.organisation.at({ ...plan.issued, because: null });
  const label = stemOf(id)
    .replace(/^.*@/, '')
    .replace(/(:all\d*|>.*)$/, '');
  const summing = consolidationOf(regime, id);
  const due = summing ? summing.due : (routeOf(regime, effective, { unit, meant: resolver(directory) })?.due ?? null);
  const stems = stemsOf(effective, regime, { due, calendar: log.calendar.calendar });
  const known = stems.map((stem) => ({ label: stem.id.replace(/^.*@/, ''), begins: stem.from, due: stem.due }));
  const place = log.rule(plan, `regime ${regime.id}`, regime.place);
  const served = regime.together?.find(([, other]) => label.endsWith(other));
  if (served) return say('not.served', { period: served[1], by: served[0] }, { evidence: [place] });
  const tooEarly = known.some((each) => each.label === label) ? undefined : dueByIssue(label, { plan, effective, regime });
  if (tooEarly) return say('not.due-by-issue', tooEarly, { evidence: [place, log.event(plan.issued)] });
  const isMonthly = stems.some((stem) => (stem.period === 'D' || stem.period === 'W') && stem.id.endsWith(label));
  return missing(log, { label, known, plan, isMonthly, place });
}

/** A period of the regime whose report was due on or before the day of issue. */
function dueByIssue(
  label: string,
  { effective, regime }: WrittenRegime,
): { readonly due: LocalDate; readonly issuedOn: LocalDate } | undefined {
  const { issuedOn } = effective.rules.plan;
  const year = Number(label.slice(0, 4));
  const isIt = (period: ReportPeriod): boolean => periodSpans(period, year).some((each) => each.label === label);
  const period = regime.periods.find(isIt);
  if (!period || period === 'M' || period === 'W' || period === 'D') return undefined;
  const due = periodicDueDate(period, year, regime.periodDues?.[period] ?? regime.due);
  return due <= issuedOn ? { due, issuedOn } : undefined;
}
