import type { ConsolidationRule, DataWindow, PeriodicDue, RegimeRule, ReportPeriod, ReportRoute } from '#engine';
import type { ClauseNode, DueNode, PeriodEntryNode, PeriodNode, RegimeNode, RouteNode } from '../ast/nodes.js';
import { periodicPeriods, reportPeriods } from '../semantics/periods.js';
import { clause } from '../semantics/reading.js';
import { lowerActors, lowerAddressee, lowerVia } from './actors.js';
import { some } from './plan-lines.js';
import { lowerDue, type Source } from './source.js';

/** Where every report has a date of its own, or none: the end of its period. */
const END_OF_PERIOD: PeriodicDue = { day: 0, exclusive: false };

/** Lowers a reporting regime; undefined where it has no due date that can be read, and no other way to have one. */
export function lowerRegime(node: RegimeNode, id: string, source: Source): RegimeRule | undefined {
  const entries = clause(node.clauses, 'periods')?.entries ?? [];
  const due = periodic(clause(node.clauses, 'due')?.due, source) ?? (isSelfDated(entries) ? END_OF_PERIOD : null);
  if (!due) return undefined;
  const [consolidation = null, ...chain] = lowerConsolidations(node.clauses, due, source);
  return {
    id,
    title: node.title?.value ?? '',
    periods: periodicPeriods(entries),
    due,
    routes: node.routes.flatMap((route) => lowerRoute(route, source) ?? []),
    consolidation,
    place: source.reading.lexed.lines.placeOf(node.head),
    ...(chain.length > 0 ? { chain } : {}),
    ...lowerEntries(entries, source),
    ...lowerContent(node.clauses),
  };
}

/** True where no period needs the regime's own due date. */
export const isSelfDated = (entries: readonly PeriodEntryNode[]): boolean =>
  entries.length > 0 && entries.every(({ period, due }) => due !== null || period.kind === 'on-request');

type Optional<K extends keyof RegimeRule> = { -readonly [P in K]?: Exclude<RegimeRule[P], undefined> };

function lowerEntries(
  entries: readonly PeriodEntryNode[],
  source: Source,
): Optional<'periodDues' | 'together' | 'onRequest' | 'oneOff'> {
  const among = entries.map(({ period }) => period);
  const dues = Object.fromEntries(entries.flatMap((entry) => duesOf(entry, among, source)));
  return {
    ...(Object.keys(dues).length > 0 ? { periodDues: dues } : {}),
    ...some(
      'together',
      entries.flatMap((entry) => servedBy(entry, among)),
    ),
    ...(among.some(({ kind }) => kind === 'on-request') ? { onRequest: true } : {}),
    ...some(
      'oneOff',
      entries.flatMap((entry) => oneOffOf(entry, source)),
    ),
  };
}

function duesOf(
  { period, due }: PeriodEntryNode,
  among: readonly PeriodNode[],
  source: Source,
): readonly (readonly [ReportPeriod, PeriodicDue])[] {
  const own = isOneOff(period) ? null : periodic(due, source);
  return own ? reportPeriods(period, among).map((each) => [each, own]) : [];
}

/** The period of a report, and the one that it serves as well. */
function servedBy(
  { period, also }: PeriodEntryNode,
  among: readonly PeriodNode[],
): readonly (readonly [ReportPeriod, ReportPeriod])[] {
  const [first] = reportPeriods(period, among);
  const [other] = also ? reportPeriods(also, among) : [];
  return first && other ? [[first, other]] : [];
}

const isOneOff = ({ kind }: PeriodNode): boolean => kind === 'midterm' || kind === 'final';

function oneOffOf({ period, due }: PeriodEntryNode, { deadlines }: Source): NonNullable<RegimeRule['oneOff']> {
  const { kind } = period;
  const deadline = lowerDue(due, deadlines);
  return deadline && (kind === 'midterm' || kind === 'final') ? [{ period: kind, deadline }] : [];
}

function lowerContent(clauses: readonly ClauseNode[]): Optional<'content' | 'window'> {
  const content = clause(clauses, 'content')?.text?.value;
  const data = clause(clauses, 'data');
  const days: DataWindow['days'] | null =
    data?.days === 'calendar' ? 'calendar' : data?.days ? { from: data.days.from.value, until: data.days.until.value } : null;
  const window: DataWindow | undefined = days ? { days, ...(data?.cumulative ? { cumulative: true } : {}) } : undefined;
  return { ...(content === undefined ? {} : { content }), ...(window ? { window } : {}) };
}

function periodic(due: DueNode | null | undefined, { deadlines }: Source): PeriodicDue | null {
  const read = due && deadlines.periodic(due);
  return read && 'value' in read ? read.value : null;
}

function lowerRoute(route: RouteNode, source: Source): ReportRoute | undefined {
  const { reading } = source;
  const to = lowerAddressee(route.to, reading);
  if (!to) return undefined;
  const [via = null, ...viaNext] = route.via.flatMap((name) => lowerVia(name, to, reading) ?? []);
  const into = route.into[0]?.value;
  return {
    from: lowerActors(route.from, reading),
    to,
    via,
    copies: route.copies.flatMap((copy) => lowerAddressee(copy, reading) ?? []),
    due: periodic(route.due[0], source),
    place: reading.lexed.lines.placeOf(route.span),
    ...(viaNext.length > 0 ? { viaNext } : {}),
    ...(into === undefined ? {} : { into }),
  };
}

/** Without a date of its own a consolidation shares the regime's; "as regulated" leaves it open. */
function lowerConsolidations(clauses: readonly ClauseNode[], due: PeriodicDue, source: Source): readonly ConsolidationRule[] {
  return clauses.flatMap((line) => {
    if (line.kind !== 'consolidate' || !line.route) return [];
    const route = lowerRoute(line.route, source);
    const by = route && senderOf(route);
    if (!route || by === undefined) return [];
    const regulated = line.route.due.some(({ kind }) => kind === 'regulated');
    const place = source.reading.lexed.lines.placeOf(line.span);
    const { to, via, copies } = route;
    return [
      {
        by,
        to,
        due: regulated ? null : (route.due ?? due),
        place,
        ...(via === null ? {} : { via }),
        ...some('copies', copies),
      },
    ];
  });
}

/** The one unit that sums up: of a committee, its standing office. */
function senderOf({ from: [sender] }: ReportRoute): ConsolidationRule['by'] | undefined {
  if (sender?.kind === 'committee') return sender.office;
  return sender?.kind === 'unit' ? sender.unit : undefined;
}
