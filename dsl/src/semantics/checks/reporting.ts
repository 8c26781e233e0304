import { localDate, yearOf, type LocalDate, type ReportPeriod, type UnitEntry } from '#engine';
import type { ClauseOf, DueNode, PeriodNode, RegimeNode, RouteNode, TaskNode } from '../../ast/nodes.js';
import { administrativeDate } from '../../diagnostics/describe.js';
import type { Finding, Fix } from '../../diagnostics/diagnostic.js';
import { foldName } from '../../vocabulary/fold.js';
import { phraseOf } from '../../vocabulary/concepts.js';
import { within, type Deadlines } from '../deadlines.js';
import { isSelfDated } from '../../compile/regime.js';
import { periodicPeriods, reportPeriods } from '../periods.js';
import { RegimeDues, type Clash } from '../regime-dues.js';
import { clause, type Reading } from '../reading.js';
import { nameOfConcept } from './lines.js';

/** KH5001 to KH5003, KH5009 to KH5013: regimes are whole, their windows meet, and inputs come before what sums them up. */
export function* checkReporting(reading: Reading, deadlines: Deadlines): Iterable<Finding> {
  for (const item of reading.items) {
    if (item.kind === 'task' && clause(item.clauses, 'report')) yield* checkReportDuty(item, reading);
    if (item.kind !== 'regime') continue;
    yield* checkWhole(item);
    yield* checkPeriods(clause(item.clauses, 'periods')?.periods ?? [], reading);
    yield* checkDues(item, deadlines);
    yield* checkWindow(item);
    yield* checkOrder(item, { reading, deadlines });
  }
}

function* checkWhole({ head, clauses, routes }: RegimeNode): Iterable<Finding> {
  if (!clause(clauses, 'periods')) yield { code: 'KH5001', span: head, args: { clause: nameOfConcept('PERIODS') } };
  if (!clause(clauses, 'due') && !isSelfDated(clause(clauses, 'periods')?.entries ?? []))
    yield { code: 'KH5001', span: head, args: { clause: nameOfConcept('DUE') } };
  if (routes.length === 0) yield { code: 'KH5001', span: head, args: { clause: nameOfConcept('SEND_TO') } };
}

function* checkPeriods(periods: readonly PeriodNode[], { lexed }: Reading): Iterable<Finding> {
  for (const period of periods) {
    if (period.kind !== 'on-request' && reportPeriods(period, periods).length === 0)
      yield { code: 'KH5003', span: period.span, args: { found: lexed.lines.slice(period.span) } };
  }
}

function* checkDues({ clauses, routes }: RegimeNode, deadlines: Deadlines): Iterable<Finding> {
  const entries = clause(clauses, 'periods')?.entries ?? [];
  const periods = periodicPeriods(entries);
  const consolidations = clauses.flatMap((line) => (line.kind === 'consolidate' ? (line.route?.due ?? []) : []));
  const own = clause(clauses, 'due')?.due;
  const shared = [...(own ? [own] : []), ...routes.flatMap((route) => route.due), ...consolidations.filter(isDated)];
  for (const due of shared) yield* checkDue(due, periods, deadlines);
  for (const { period, due } of entries) {
    if (due && period.kind !== 'midterm' && period.kind !== 'final') {
      yield* checkDue(
        due,
        reportPeriods(
          period,
          entries.map((entry) => entry.period),
        ),
        deadlines,
      );
    }
  }
}

const isDated = ({ kind }: DueNode): boolean => kind !== 'regulated';

const WEEKLY = { vi: 'hằng tuần', en: 'weekly' };
const MONTHLY = { vi: 'hằng tháng', en: 'monthly' };
const DAILY = { vi: 'hằng ngày', en: 'daily' };

/** KH5013: a day of the week is for weekly reports, a day of every month for monthly ones. */
function* checkDue(due: DueNode, periods: readonly ReportPeriod[], deadlines: Deadlines): Iterable<Finding> {
  const read = deadlines.periodic(due);
  if (!('value' in read)) {
    if (read.finding) yield read.finding;
    return;
  }
  const needs = due.kind === 'weekday' ? WEEKLY : due.kind === 'daily' ? DAILY : MONTHLY;
  const wanted: ReportPeriod | undefined =
    due.kind === 'weekday' ? 'W' : due.kind === 'daily' ? 'D' : due.kind === 'day' && due.of === 'each-month' ? 'M' : undefined;
  if (wanted && periods.some((period) => period !== wanted)) yield { code: 'KH5013', span: due.span, args: { needs } };
}

/** KH5009: a task's report "as regulated" is asked for on no day that anybody could name. */
function* checkReportDuty({ clauses }: TaskNode, { lexed }: Reading): Iterable<Finding> {
  for (const line of clauses) {
    if (line.kind !== 'report' || (line.due?.kind !== 'regulated' && line.due?.kind !== 'standing')) continue;
    yield { code: 'KH5009', span: line.span, args: { found: lexed.lines.slice(line.span) } };
  }
}

const DAY = { vi: 'Ngày trong tháng', en: 'The day of the month' };

/** KH5011, KH5012: every day belongs to one period. */
function* checkWindow({ clauses }: RegimeNode): Iterable<Finding> {
  const data = clause(clauses, 'data');
  if (!data?.days || data.days === 'calendar') return;
  const { from, until } = data.days;
  const finding = within(from, DAY, [1, 31]) ?? within(until, DAY, [1, 31]);
  if (finding) yield finding;
  const args = { from: from.value, until: until.value };
  if (from.value <= until.value) yield { code: 'KH5011', span: data.span, args };
  else if (from.value > until.value + 1) yield { code: 'KH5012', span: data.span, args };
}

interface Against {
  readonly reading: Reading;
  readonly deadlines: Deadlines;
}

/** KH5002, KH5010: a report that sums up others is due after them. */
function* checkOrder(regime: RegimeNode, { reading, deadlines }: Against): Iterable<Finding> {
  const dues = new RegimeDues(regime, { reading, deadlines });
  const consolidation = clause(regime.clauses, 'consolidate');
  for (const inputs of regime.routes) {
    const above = summedUpBy(inputs, { regime, consolidation, reading });
    const clash = above && dues.clash(inputs, above);
    if (!clash) continue;
    const { inputDay, day } = clash;
    const said = clash.inputAt === null && clash.at === null ? { inputDay, day } : timed(clash);
    const named = inputs.from.map((actor) => reading.lexed.lines.slice(actor.span)).join('; ');
    const args = { inputs: named, ...said };
    if (inputDay > day) {
      yield { code: 'KH5010', span: inputs.span, args };
      continue;
    }
    const fix = earlier(inputs, Number(day.slice(8)), reading);
    const finding = { code: 'KH5002', span: inputs.span, args } as const;
    yield fix ? { ...finding, fix } : finding;
  }
}

/** With clock times, where either side has one. */
function timed({ inputDay, inputAt, day, at }: Clash) {
  const told = (date: LocalDate, time: string | null): { readonly vi: string; readonly en: string } => {
    const written = administrativeDate(date);
    return time === null
      ? { vi: `hết ngày ${written}`, en: `the end of ${written}` }
      : { vi: `${time} ngày ${written}`, en: `${time} of ${written}` };
  };
  return { inputDay: told(inputDay, inputAt), day: told(day, at) };
}

/** The route of those who receive a route's reports: the next tier's own, or the regime's consolidation. */
function summedUpBy(
  inputs: RouteNode,
  against: {
    readonly regime: RegimeNode;
    readonly consolidation: ClauseOf<'consolidate'> | undefined;
    readonly reading: Reading;
  },
): RouteNode | undefined {
  const { regime, consolidation, reading } = against;
  if (inputs.to?.kind === 'superior')
    return regime.routes.find((route) => route !== inputs && isSuperior(route, inputs, reading));
  const summing = consolidation?.route;
  const by = summing?.from[0];
  if (!summing || by?.kind !== 'named' || summing.due.some(({ kind }) => kind === 'regulated')) return undefined;
  const receivers = [...inputs.via.map(({ value }) => value), ...(inputs.to?.kind === 'named' ? [inputs.to.name.value] : [])].map(
    foldName,
  );
  return receivers.includes(foldName(by.name.value)) ? summing : undefined;
}

/** True where some sender of a route is the direct superior of some sender of another. */
function isSuperior(route: RouteNode, inputs: RouteNode, reading: Reading): boolean {
  const above = new Set(senders(route, reading).map(({ id }) => id));
  return senders(inputs, reading).some(({ superior }) => superior !== null && above.has(superior));
}

const senders = (route: RouteNode, reading: Reading): readonly UnitEntry[] =>
  route.from.flatMap((actor) => {
    const meaning = actor.kind === 'named' ? reading.meaningOf(actor.name) : undefined;
    if (meaning?.kind === 'unit') return [meaning.unit];
    return meaning?.group.of && reading.issuer ? reading.env.directory.select(meaning.group.of, reading.issuer.id) : [];
  });

const HEAD_START = 5;
const LAST_MONTHS = [3, 6, 9, 12];

/** Adds a date five working days earlier in every period of the plan's year; none where the month is too short for it. */
function earlier(inputs: RouteNode, day: number, { calendar, issuedOn, lexed }: Reading): Fix | undefined {
  if (!issuedOn || inputs.due.length > 0) return undefined;
  const last = Math.min(
    ...LAST_MONTHS.map((month) => {
      const due = localDate(yearOf(issuedOn), month, day) as LocalDate | undefined;
      const before = due && calendar.addWorkingDays(due, -HEAD_START);
      return before && before.slice(0, 7) === due.slice(0, 7) ? Number(before.slice(8)) : 0;
    }),
  );
  if (last < 1) return undefined;
  const limit = { vi: phraseOf('NO_LATER', 'vi'), en: `${phraseOf('NO_LATER', 'en')} day` }[lexed.language];
  const phrase = `${limit} ${last < 10 ? `0${last}` : last} ${phraseOf('OF_LAST_MONTH', lexed.language)}`;
  const title = {
    vi: `Cho hạn sớm hơn ${HEAD_START} ngày làm việc (${phrase})`,
    en: `Make it ${HEAD_START} working days earlier (${phrase})`,
  };
  return { title, start: inputs.span.end, end: inputs.span.end, text: ` ${phrase}` };
}
