import { localDate, yearOf, type LocalDate, type PeriodicDue, type UnitEntry } from '#engine';
import type { ClauseOf, PeriodNode, RegimeNode, RouteNode } from '../../ast/nodes.js';
import type { Finding, Fix } from '../../diagnostics/diagnostic.js';
import { foldName } from '../../vocabulary/fold.js';
import { phraseOf } from '../../vocabulary/concepts.js';
import type { Deadlines } from '../deadlines.js';
import { reportPeriod } from '../periods.js';
import { clause, type Reading } from '../reading.js';
import { nameOfConcept } from './lines.js';

/** KH5001 to KH5003: regimes are whole, and inputs come before what sums them up. */
export function* checkReporting(reading: Reading, deadlines: Deadlines): Iterable<Finding> {
  for (const item of reading.items) {
    if (item.kind !== 'regime') continue;
    yield* checkWhole(item);
    yield* checkPeriods(clause(item.clauses, 'periods')?.periods ?? [], reading);
    yield* checkDues(item, deadlines);
    yield* checkOrder(item, { reading, deadlines });
  }
}

function* checkWhole({ head, clauses, routes }: RegimeNode): Iterable<Finding> {
  if (!clause(clauses, 'periods')) yield { code: 'KH5001', span: head, args: { clause: nameOfConcept('PERIODS') } };
  if (!clause(clauses, 'due')) yield { code: 'KH5001', span: head, args: { clause: nameOfConcept('DUE') } };
  if (routes.length === 0) yield { code: 'KH5001', span: head, args: { clause: nameOfConcept('SEND_TO') } };
}

function* checkPeriods(periods: readonly PeriodNode[], { lexed }: Reading): Iterable<Finding> {
  for (const period of periods) {
    if (!reportPeriod(period)) yield { code: 'KH5003', span: period.span, args: { found: lexed.lines.slice(period.span) } };
  }
}

function* checkDues({ clauses, routes }: RegimeNode, deadlines: Deadlines): Iterable<Finding> {
  const consolidation = clause(clauses, 'consolidate')?.route?.due.filter(({ kind }) => kind !== 'regulated') ?? [];
  const own = clause(clauses, 'due')?.due;
  for (const due of [...(own ? [own] : []), ...routes.flatMap((route) => route.due), ...consolidation]) {
    const read = deadlines.periodic(due);
    if (!('value' in read) && read.finding) yield read.finding;
  }
}

interface Against {
  readonly reading: Reading;
  readonly deadlines: Deadlines;
}

/** Last allowed day of the month: "before 15" is 14. */
const lastDay = ({ day, exclusive }: PeriodicDue): number => (exclusive ? day - 1 : day);

/** KH5002: a report that sums up others is due after them. */
function* checkOrder(regime: RegimeNode, { reading, deadlines }: Against): Iterable<Finding> {
  const own = clause(regime.clauses, 'due')?.due;
  const consolidation = clause(regime.clauses, 'consolidate');
  const dueOf = (route: RouteNode): PeriodicDue | undefined => {
    const due = route.due[0] ?? own;
    const read = due && deadlines.periodic(due);
    return read && 'value' in read ? read.value : undefined;
  };
  for (const inputs of regime.routes) {
    const above = summedUpBy(inputs, { regime, consolidation, reading });
    const inputDue = dueOf(inputs);
    const aboveDue = above && dueOf(above);
    if (!inputDue || !aboveDue || lastDay(inputDue) < lastDay(aboveDue)) continue;
    const args = { inputs: inputs.from.map((actor) => reading.lexed.lines.slice(actor.span)).join('; ') };
    const fix = earlier(inputs, lastDay(aboveDue), reading);
    const finding = {
      code: 'KH5002',
      span: inputs.span,
      args: { ...args, inputDay: lastDay(inputDue), day: lastDay(aboveDue) },
    } as const;
    yield fix ? { ...finding, fix } : finding;
  }
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
  const receivers = [...inputs.via.map(({ value }) => value), ...(inputs.to ? [inputs.to.name.value] : [])].map(foldName);
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
  const phrase = `${phraseOf('NO_LATER', lexed.language)} ${last} ${phraseOf('OF_LAST_MONTH', lexed.language)}`;
  const title = {
    vi: `Cho hạn sớm hơn ${HEAD_START} ngày làm việc (${phrase})`,
    en: `Make it ${HEAD_START} working days earlier (${phrase})`,
  };
  return { title, start: inputs.span.end, end: inputs.span.end, text: ` ${phrase}` };
}
