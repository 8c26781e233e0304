import type { Completeness, PlanView, Trend } from '#contracts';
import { addDays, type LocalDate, type ReportState, type UnitPlanState } from '#engine';
import {
  completenessOf,
  DAILY_COUNTS,
  DailyChanges,
  planView,
  rateCounts,
  trendDays,
  type DaySums,
  type RateRow,
} from '#read-models';
import { NotFound } from '../../workflow/faults.js';
import type { PlanMoment } from './plan-moment.js';
import { branchesOf, countedPlan, following, missing } from './scope.js';

/** A plan. @throws NotFound */
export const planAsOf = async (moment: PlanMoment, plan: string): Promise<PlanView> =>
  planView(await countedPlan(moment, plan), moment);

/** The period of a report, as its id tells it: without the hour, the addressee of a sector, and the mark of a consolidation. */
const labelOf = (id: string): string => id.replace(/^.*@/, '').replace(/(T\d\d:\d\d)?(:all\d*|>.*)?$/, '');

/** Completeness and timeliness of reports by unit and period, as of a moment. @throws NotFound */
export async function completenessAsOf(
  moment: PlanMoment,
  { plan, within }: { readonly plan: string; readonly within?: string | undefined },
  asOf: string,
): Promise<Completeness> {
  const { row } = (await moment.plan(plan)) ?? missing(plan);
  const top = topOf(moment, within ?? row.issuer);
  const branches = branchesOf(moment, top);
  const rows = new Map<string, RateRow>();
  for await (const { state } of following(moment, plan)) {
    const branch = branches.get(state.unit);
    if (branch === undefined) continue;
    for (const report of state.reports.values()) count(rows, report, { state, branch, below: branch !== top, asOf });
  }
  const order = (a: RateRow, b: RateRow): number =>
    compare(a.due, b.due) || compare(a.label, b.label) || compare(a.branch, b.branch);
  return { plan, within: moment.unit(top), asOf, ...completenessOf([...rows.values()].sort(order), moment.unit) };
}

interface Counting {
  readonly state: UnitPlanState;
  readonly branch: string;
  readonly below: boolean;
  readonly asOf: string;
}

function count(rows: Map<string, RateRow>, report: ReportState, { state, branch, below, asOf }: Counting): void {
  const { due, time = null, status, submittedAt, consolidated } = report;
  const rated = { due, dueTime: time, status, submittedAt, consolidated, unitEndedAt: state.transferredAt };
  const { expected, received, onTime } = rateCounts([rated], asOf);
  if (expected === 0 || due === null) return;
  const [period, label] = [report.period, labelOf(report.id)];
  const key = JSON.stringify([branch, period, label]);
  const fresh = { branch, below, period, label, from_day: report.from, until_day: report.until, due };
  const known = rows.get(key) ?? { ...fresh, expected: 0, received: 0, on_time: 0 };
  rows.set(key, {
    ...known,
    from_day: least(known.from_day, report.from),
    until_day: most(known.until_day, report.until),
    due: most(known.due, due),
    expected: known.expected + expected,
    received: known.received + received,
    on_time: known.on_time + onTime,
  });
}

const least = (a: string, b: string): string => (a < b ? a : b);
const most = (a: string, b: string): string => (a > b ? a : b);
const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** @throws NotFound for a unit that nobody had founded */
function topOf(moment: PlanMoment, unit: string): string {
  if (!moment.units.has(unit)) throw new NotFound('unit', unit);
  return unit;
}

/** Most days of an answer. */
const MOST_DAYS = 366;

/** Which days, and of whom. */
export interface TrendAsked {
  readonly plan: string;
  readonly within?: string | undefined;
  readonly from: LocalDate;
  readonly until: LocalDate;
}

/** Figures of each day, as of a moment: worked out from the events themselves. @throws NotFound */
export async function trendAsOf(moment: PlanMoment, { plan, within, from, until }: TrendAsked, position: number): Promise<Trend> {
  const { row } = (await moment.plan(plan)) ?? missing(plan);
  const top = topOf(moment, within ?? row.issuer);
  const branches = branchesOf(moment, top);
  const earliest = addDays(until, 1 - MOST_DAYS);
  const first = from > earliest ? from : earliest;
  const sums = new Map<string, DaySums>();
  for await (const { state, events } of moment.unitPlans(row.root)) {
    if (!branches.has(state.unit)) continue;
    const changes = new DailyChanges();
    changes.add(events, undefined);
    for (const { plan: _, unit: __, ...figures } of changes.rows()) if (figures.day <= until) add(sums, figures, first);
  }
  const days = trendDays([...sums.values()], { from: first, until });
  return { plan, within: moment.unit(top), counted: { position, head: position }, days };
}

/** Days before the first count as one. */
function add(sums: Map<string, DaySums>, figures: DaySums, first: LocalDate): void {
  const day = figures.day < first ? addDays(first, -1) : figures.day;
  const key = `${figures.kind} ${day}`;
  const known = sums.get(key);
  const counts = Object.fromEntries(DAILY_COUNTS.map((name) => [name, (known?.[name] ?? 0) + figures[name]]));
  sums.set(key, { ...figures, ...counts, day } as DaySums);
}
