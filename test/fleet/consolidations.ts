import { unitPlanStream, type LocalDate, type ReportId, type ReportState, type UnitId } from '#engine';
import type { RecordedEvent } from '#event-store';
import type { Streams } from './ends.js';
import type { Lived } from './life.js';
import { naiveAdd } from './naive-dates.js';

interface History {
  readonly lived: Lived;
  readonly streams: Streams;
}

interface Owing {
  readonly unit: UnitId;
  readonly report: ReportState;
}

/** Whoever sums up a period takes in everybody who reports on it to them, or to whom they write; and expects nobody else. */
export function consolidations(lived: Lived, streams: Streams): readonly string[] {
  const { house, ended } = lived;
  const standing = [...house.mirror.unitPlans.values()].filter(({ state }) => state.transferredAt === null);
  const all = standing.flatMap(({ state }) => [...state.reports.values()].map((report) => ({ unit: state.unit, report })));
  // What has been accepted, or has ended, stays as it was when a unit ends.
  const isOver = ({ status }: ReportState): boolean => (ended.size > 0 || lived.moved.size > 0) && OVER.has(status);
  const open = all.filter(({ report }) => !isOver(report));
  const singles = all.filter(({ report }) => !report.consolidated);
  return open.flatMap((sum) => {
    const ofPeriod = singles.filter(({ unit, report }) => unit !== sum.unit && isOfPeriod(report, sum.report));
    return [...forgotten(sum, ofPeriod, { lived, streams }), ...expectedInVain(sum, ofPeriod, { lived, streams })];
  });
}

const isOfPeriod = ({ id }: ReportState, sum: ReportState): boolean =>
  sum.consolidated ? sum.id.startsWith(`${id}:`) : sum.id === id;

function forgotten(sum: Owing, ofPeriod: readonly Owing[], history: History): readonly string[] {
  return ofPeriod
    .filter(({ report }) => comesTo(sum, report))
    .filter((sender) => !isTakenIn(sender, sum, history))
    .map(({ unit }) => `${sum.unit} ${sum.report.id} forgets ${unit}`);
}

/** Who reports to somebody else since before the last day is not waited for. */
function expectedInVain(sum: Owing, ofPeriod: readonly Owing[], history: History): readonly string[] {
  const elsewhere = ofPeriod.filter(({ unit, report }) => {
    if (!history.lived.moved.has(unit) || !sum.report.inputs.includes(unit) || comesTo(sum, report)) return false;
    const last = addressings({ unit, report }, history).at(-1);
    return last !== undefined && !hadEnded(sum, last, history);
  });
  return elsewhere.map(({ unit }) => `${sum.unit} ${sum.report.id} expects ${unit} in vain`);
}

const comesTo = (sum: Owing, { to }: ReportState): boolean =>
  to === sum.unit || (sum.report.consolidated && to === sum.report.to);

const OVER: ReadonlySet<string> = new Set(['accepted', 'cancelled', 'transferred']);

/**
 * By itself, or with the sum of a unit that had sent it before it ended. Who was founded since, and only goes on with what others
 * owed, is taken in where each of those was.
 */
function isTakenIn({ unit, report }: Owing, sum: Owing, history: History): boolean {
  const { lived } = history;
  if (sum.report.inputs.some((input) => input === unit || hasSummedUp(input, { unit, report }, lived))) return true;
  if (cameLater({ unit, report }, sum, history)) return true;
  const isNew = !lived.world.units.some(({ id }) => id === unit);
  const before = isNew ? (report.inherited ?? []) : [];
  const origins = before.flatMap(({ unit: of, obligation }) => owed(of, obligation.slice('report '.length) as ReportId, lived));
  return before.length > 0 && origins.length === before.length && origins.every((origin) => isTakenIn(origin, sum, history));
}

/** What a unit had sent before it ended is taken in, with those whose reports it was to sum up. */
function hasSummedUp(input: UnitId, { unit, report }: Owing, lived: Lived): boolean {
  const [sent] = lived.ended.has(input) ? owed(input, report.id, lived) : [];
  return sent ? sent.report.submittedAt !== null && sent.report.inputs.includes(unit) : false;
}

/** A report that goes to another unit since one ended that had no such report itself is taken in by what was to close then. */
function cameLater({ unit, report }: Owing, sum: Owing, history: History): boolean {
  const told = addressings({ unit, report }, history);
  const [first, last] = [told[0], told.at(-1)];
  const before = first && addresseeIn(first.data, report.id);
  if (!last || last === first || before === undefined) return false;
  if (!history.lived.moved.has(unit) && owed(before, report.id, history.lived).length > 0) return false;
  return hadEnded(sum, last, history);
}

/** Events that say whom a report goes to. */
const addressings = ({ unit, report }: Owing, { lived, streams }: History): readonly RecordedEvent[] =>
  (streams.get(unitPlanStream(lived.root, unit)) ?? []).filter(({ data }) => addresseeIn(data, report.id) !== undefined);

/** True of what was handed in or closed, or whose last day as it stood then was over, when an event was recorded. */
function hadEnded(sum: Owing, event: RecordedEvent, history: History): boolean {
  const { time, closed, submittedAt } = sum.report;
  if (submittedAt !== null && submittedAt <= event.at) return true;
  const due = dueWhen(sum, event, history);
  const end = due === null ? null : time === undefined ? `${naiveAdd(due, 1)}T00:00:00+07:00` : `${due}T${time}:00+07:00`;
  return (closed !== null && closed.at <= event.at) || (end !== null && end <= event.at);
}

/** The last day of a report when an event was recorded: what has been moved since stood where it was moved from. */
function dueWhen({ unit, report }: Owing, { position }: RecordedEvent, { lived, streams }: History): LocalDate | null {
  const later = (streams.get(unitPlanStream(lived.root, unit)) ?? []).filter((event) => event.position > position);
  const from = later.map(({ data }) => movedFrom(data, report.id)).find((day) => day !== undefined);
  return from === undefined ? report.due : from;
}

/** From which day an event moves a report; undefined where it does not. */
function movedFrom(data: unknown, id: ReportId): LocalDate | null | undefined {
  const { report, from, moved = [] } = data as { report?: ReportId; from?: LocalDate | null; moved?: readonly Moved[] };
  return report === id ? from : moved.find(({ obligation }) => obligation === `report ${id}`)?.from;
}

interface Moved {
  readonly obligation?: string;
  readonly from: LocalDate | null;
}

/** Whom an event says a report to go to. */
function addresseeIn(data: unknown, id: ReportId): UnitId | undefined {
  const { reports = [], added } = data as { reports?: readonly Addressed[]; added?: { reports: readonly Addressed[] } };
  return [...reports, ...(added?.reports ?? [])].find((each) => (each.id ?? each.report) === id)?.to;
}

interface Addressed {
  readonly id?: ReportId;
  readonly report?: ReportId;
  readonly to: UnitId;
}

function owed(unit: UnitId, id: ReportId, { house, root }: Lived): readonly Owing[] {
  const report = house.mirror.unitPlans.get(unitPlanStream(root, unit))?.state.reports.get(id);
  return report ? [{ unit, report }] : [];
}
