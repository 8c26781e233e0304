import {
  inputAmong,
  isReportIn,
  localDateOf,
  resolver,
  type Addressee,
  type Because,
  type Directory,
  type Instant,
  type LocalDate,
  type ObligationKey,
  type ReportState,
  type UnitId,
  type Via,
} from '#engine';
import { consolidationOf, writtenRegime, type WrittenRegime } from './clauses.js';
import type { AnyStatement, Evidence } from './explanation.js';
import { routeOf } from './reckon-report.js';
import { say } from './statement.js';
import type { Turn, UnitPlanCourse } from './unit-plan-course.js';
import type { WhyLog } from './why-log.js';
import type { ReportFacts } from './words/report-words.js';
import { lineOf } from './report-lines.js';

/** A report of a unit plan and the world that brought it. */
interface Asked {
  readonly log: WhyLog;
  readonly course: UnitPlanCourse;
  readonly report: ReportState;
  readonly origin: Turn;
  readonly directory: Directory;
  readonly on: LocalDate;
}

/** Why a report covers what it covers, goes where it goes, and takes in what it takes in. */
export function whyReport(log: WhyLog, course: UnitPlanCourse, key: ObligationKey): readonly AnyStatement[] {
  const obligation = course.obligation(key);
  const origin = course.turnsOf(key)[0];
  if (obligation?.kind !== 'report' || !origin) return [];
  const directory = log.organisation.at(origin.event);
  const asked = { log, course, report: obligation.it, origin, directory, on: localDateOf(origin.event.at) };
  return [windowOf(asked), whyRoute(log, course, key), inputsOf(asked)].filter((each) => each !== undefined);
}

/** What it covers, both days included. */
function windowOf({ log, report, origin, directory }: Asked): AnyStatement {
  const written = writtenRegime(log, report, directory);
  const { from, until } = report;
  const place = written && log.rule(written.plan, `regime ${written.regime.id}`, written.regime.place);
  return say('report.window', { from, until, how: howWindow(report, written) }, { evidence: [log.event(origin.event), place] });
}

function howWindow({ period }: ReportState, written: WrittenRegime | undefined): 'decree' | 'calendar' | 'days' | 'issue' {
  if (!written || period === 'request' || period === 'midterm' || period === 'final') return 'issue';
  const days = written.regime.window?.days;
  if (days === 'calendar' || period === 'W' || period === 'D') return 'calendar';
  return days === undefined ? 'decree' : 'days';
}

/** To whom a report goes, through whom, with copies for whom, and why those. Undefined where there is no such report. */
export function whyRoute(log: WhyLog, course: UnitPlanCourse, key: ObligationKey): AnyStatement | undefined {
  const obligation = course.obligation(key);
  const origin = course.turnsOf(key)[0];
  if (obligation?.kind !== 'report' || !origin) return undefined;
  const report = obligation.it;
  const directory = log.organisation.at(origin.event);
  const asked = { log, course, report, origin, directory, on: localDateOf(origin.event.at) };
  const moved = course.turnsOf(key).findLast(({ event }) => event.type === 'UnitPlanReaddressed');
  const name = (unit: UnitId) => log.organisation.name(unit, asked.on);
  const hops = [...(report.via === null ? [] : [report.via]), ...(report.viaNext ?? [])];
  const facts = { to: name(report.to), hops: hops.map(name), copies: report.copies.map(name) };
  const evidence = [log.event((moved ?? origin).event), placeOf(asked)];
  if (!moved) return say('report.route', facts, { evidence, because: [...directions(asked)] });
  const readdressed = say(
    'route.readdressed',
    { at: moved.event.at, to: name(report.to) },
    { evidence: [log.event(moved.event)] },
  );
  return say('report.route', facts, { evidence, because: [readdressed] });
}

/** What the text says of where a report goes. */
interface Direction {
  readonly to: Addressee;
  readonly vias: readonly Via[];
  readonly place: Evidence | undefined;
}

function directionOf({ log, course, report, directory }: Asked): Direction | undefined {
  const written = writtenRegime(log, report, directory);
  if (!written) return undefined;
  const { plan, regime, effective } = written;
  const rule = `regime ${regime.id}`;
  if (report.consolidated) {
    const found = consolidationOf(regime, report.id);
    return found && { to: found.to, vias: found.via ? [found.via] : [], place: log.rule(plan, rule, found.place) };
  }
  const route = routeOf(regime, effective, { unit: course.state.unit, meant: resolver(directory) });
  const vias = route ? [...(route.via ? [route.via] : []), ...(route.viaNext ?? [])] : [];
  return route && { to: route.to, vias, place: log.rule(plan, rule, route.place) };
}

const placeOf = (asked: Asked): Evidence | undefined => directionOf(asked)?.place;

/** Why the addressee, and each unit on the way, is who it is. */
function directions(asked: Asked): readonly AnyStatement[] {
  const { log, course, report, origin, directory, on } = asked;
  const direction = directionOf(asked);
  const name = (unit: UnitId) => log.organisation.name(unit, on);
  if (!direction) return [say('route.named', { unit: name(report.to) }, { evidence: [log.event(origin.event)] })];
  const { unit } = course.state;
  const evidence = [direction.place];
  const hops = [...(report.via === null ? [] : [report.via]), ...(report.viaNext ?? [])];
  const locals = direction.vias.flatMap((via) => (via.kind === 'local' ? [via.name] : []));
  const ways = hops.map((hop) => {
    const local = locals.find((each) => directory.local(report.to, each)?.id === hop);
    if (local === undefined) return say('route.named', { unit: name(hop) }, { evidence });
    const facts = { unit: name(hop), name: local, of: name(report.to) };
    return say('route.local', facts, { evidence: [...evidence, log.organisation.evidence(hop, directory, on)] });
  });
  return [addressee(direction.to, { ...asked, unit, evidence }), ...ways];
}

function addressee(
  to: Addressee,
  {
    log,
    report,
    directory,
    on,
    unit,
    evidence,
  }: Asked & { readonly unit: UnitId; readonly evidence: readonly (Evidence | undefined)[] },
): AnyStatement {
  const named = log.organisation.name(report.to, on);
  if (to.kind === 'unit') return say('route.named', { unit: named }, { evidence });
  if (to.kind === 'sector') return say('route.sector', { unit: named }, { evidence });
  const facts = { unit: log.organisation.name(unit, on), superior: named, on };
  return say('route.superior', facts, { evidence: [...evidence, log.organisation.evidence(unit, directory, on)] });
}

/** When an input had come in, as the closing noted it; null for what was missing. */
const sentBy = ({ because }: Turn['event'], from: UnitId): Instant | null =>
  ((because as Because | null)?.inputs?.[from] as Instant | null | undefined) ?? null;

/** Whose reports it takes in, who of them was in when it closed, and who is missing. */
function inputsOf(asked: Asked): AnyStatement {
  const { log, course, report, origin, on } = asked;
  const { unit } = course.state;
  if (report.inputs.length === 0)
    return say('report.no-inputs', { unit: log.organisation.name(unit, on) }, { evidence: [log.event(origin.event)] });
  const name = (each: UnitId) => log.organisation.name(each, localDateOf(log.at));
  const turns = course.turnsOf(`report ${report.id}` as ObligationKey);
  const closing = report.closed ? turns.findLast(({ event }) => event.type === 'ConsolidationClosed') : undefined;
  const inputs = report.inputs.map((from) => inputFrom(asked, from, closing));
  const those = (...found: readonly Found[]) => inputs.filter((each) => found.includes(each.found)).map(({ from }) => name(from));
  const facts = {
    closedAt: report.closed?.at ?? null,
    expected: report.inputs.map(name),
    received: those('in', 'late'),
    late: those('late'),
    missing: those('missing', 'came-after'),
  };
  return say('report.inputs', facts, {
    evidence: [log.event((closing ?? origin).event)],
    because: inputs.map(({ statement }) => statement),
  });
}

type Found = ReportFacts['report.input']['found'];

/** One unit's report that is taken in, as it stood when the consolidation closed, or as it stands. */
function inputFrom({ log, course, report }: Asked, from: UnitId, closing: Turn | undefined) {
  const { unit, plan } = course.state;
  const sender = log.known(plan, from);
  const input = inputAmong(report, unit, sender?.state.reports.values() ?? []);
  const now = lineOf(log, from, input);
  const line = closing ? { ...now, submittedAt: sentBy(closing.event, from) ?? now.submittedAt } : now;
  const found = report.closed ? foundClosed(report.closed, from, input) : foundOpen(input, now.verdict === 'late');
  const isSending = ({ type, data }: Turn['event']): boolean => type === 'ReportSubmitted' && data.report === input?.id;
  const sent = sender?.events.findLast(isSending);
  return { from, found, statement: say('report.input', { ...line, found }, { evidence: [sent && log.event(sent)] }) };
}

function foundClosed(
  { received, late }: NonNullable<ReportState['closed']>,
  from: UnitId,
  input: ReportState | undefined,
): Found {
  if (received.includes(from)) return late.includes(from) ? 'late' : 'in';
  return isReportIn(input) ? 'came-after' : 'missing';
}

const foundOpen = (input: ReportState | undefined, isLate: boolean): Found =>
  isReportIn(input) ? (isLate ? 'late' : 'in') : 'missing';
