import {
  CLOSED_ITEM,
  CLOSED_REPORT,
  foldUnitPlan,
  isLate,
  localDateOf,
  obligationOf,
  type ClockTime,
  type Instant,
  type ItemId,
  type LocalDate,
  type ReportId,
  type UnitPlanEvent,
  type UnitPlanState,
} from '#engine';
import { touchedBy, type Touched } from './unit-plan-rows.js';

/** What figures are kept of. Consolidated reports are counted with nobody: they sum up what others sent. */
export type DailyKind = 'item' | 'report' | 'duty';

/** What one day changed for one unit under one plan; numbers may be negative where they take something back. */
export interface DailyFigureRow {
  readonly plan: string;
  readonly unit: string;
  readonly kind: DailyKind;
  readonly day: string;
  /** Obligations whose last allowed day it is. */
  readonly due: number;
  /** Of those, done by the end of that day. */
  readonly met: number;
  /** Done on this day, though the last day was an earlier one. */
  readonly made_up: number;
  /** Standing submissions of this day that came in time, and too late (by hours too). */
  readonly on_time: number;
  readonly late: number;
  /** By how many the work that somebody has to act on grew: dormant, suspended and standing work is none of it. */
  readonly opened: number;
  /** Steps of the ladder and consequences that happened. */
  readonly escalations: number;
}

type Counted = Exclude<keyof DailyFigureRow, 'plan' | 'unit' | 'kind' | 'day'>;
type Figures = Record<Counted, number>;

/** The names of the counted columns, in the order in which statements name them. */
export const DAILY_COUNTS = ['due', 'met', 'made_up', 'on_time', 'late', 'opened', 'escalations'] as const;

/** An obligation as figures see it. */
interface Seen {
  readonly kind: DailyKind;
  readonly due: LocalDate | null;
  readonly time?: ClockTime | undefined;
  /** True where it has a deadline to keep: not cancelled, transferred or suspended. */
  readonly counts: boolean;
  readonly doneAt: Instant | null;
  readonly open: boolean;
}

/** Whether an obligation is counted or taken back, and the day of the event that does it. */
interface Counting {
  readonly sign: 1 | -1;
  readonly today: LocalDate;
}

/** Sums up what events change in the figures of many unit plans. */
export class DailyChanges {
  private readonly sums = new Map<string, { row: Pick<DailyFigureRow, 'plan' | 'unit' | 'kind' | 'day'>; counts: Figures }>();

  /**
   * Takes in the events of one unit plan that follow a state (undefined: the stream begins with them).
   * @returns the state after them
   */
  add(events: readonly UnitPlanEvent[], before: UnitPlanState | undefined): UnitPlanState | undefined {
    let state = before;
    for (const sameDay of runsOfOneDay(events)) state = this.addDay(sameDay, state);
    return state;
  }

  /** One row for each unit, kind and day that changed. */
  rows(): DailyFigureRow[] {
    const changed = [...this.sums.values()].filter(({ counts }) => DAILY_COUNTS.some((name) => counts[name] !== 0));
    return changed.map(({ row, counts }) => ({ ...row, ...counts }));
  }

  private addDay(events: readonly UnitPlanEvent[], before: UnitPlanState | undefined): UnitPlanState {
    const after = foldUnitPlan(events, before);
    const touched = touchedBy(events);
    const day = localDateOf((events[0] as UnitPlanEvent).at);
    for (const seen of before ? seenIn(before, touched) : []) this.count(after, seen, { sign: -1, today: day });
    for (const seen of seenIn(after, touched)) this.count(after, seen, { sign: 1, today: day });
    for (const event of events) this.addEscalation(after, event);
    return after;
  }

  private count(of: UnitPlanState, seen: Seen, { sign, today }: Counting): void {
    const { kind, due, time, counts, doneAt, open } = seen;
    if (open) this.at(of, kind, today).opened += sign;
    if (!counts || due === null) return;
    this.at(of, kind, due).due += sign;
    if (doneAt === null) return;
    const doneOn = localDateOf(doneAt);
    this.at(of, kind, doneOn)[isLate({ due, ...(time !== undefined && { time }) }, doneAt, doneAt) ? 'late' : 'on_time'] += sign;
    if (doneOn <= due) this.at(of, kind, due).met += sign;
    else this.at(of, kind, doneOn).made_up += sign;
  }

  private addEscalation(state: UnitPlanState, event: UnitPlanEvent): void {
    if (event.type !== 'EscalationStepReached' && event.type !== 'FollowUpReached') return;
    const { kind, id } = obligationOf(event.data.obligation);
    if (kind === 'report' && state.reports.get(id as ReportId)?.consolidated === true) return;
    this.at(state, kind, localDateOf(event.at)).escalations += 1;
  }

  private at({ plan, unit }: UnitPlanState, kind: DailyKind, day: LocalDate): Figures {
    const key = `${plan}\n${unit}\n${kind}\n${day}`;
    let sum = this.sums.get(key);
    if (!sum) {
      const counts = { due: 0, met: 0, made_up: 0, on_time: 0, late: 0, opened: 0, escalations: 0 };
      sum = { row: { plan, unit, kind, day }, counts };
      this.sums.set(key, sum);
    }
    return sum.counts;
  }
}

/** Events in order, cut where the day changes. */
function* runsOfOneDay(events: readonly UnitPlanEvent[]): Generator<readonly UnitPlanEvent[]> {
  let run: UnitPlanEvent[] = [];
  for (const event of events) {
    if (run[0] && localDateOf(run[0].at) !== localDateOf(event.at)) {
      yield run;
      run = [];
    }
    run.push(event);
  }
  if (run.length > 0) yield run;
}

const DONE: ReadonlySet<string> = new Set(['submitted', 'completed', 'accepted']);
const WAITING: ReadonlySet<string> = new Set(['dormant', 'suspended', 'submitted']);

function* seenIn(state: UnitPlanState, touched: Touched): Generator<Seen> {
  for (const id of touched.all ? state.items.keys() : touched.items) {
    const item = itemSeen(state, id);
    if (item) yield item;
  }
  for (const id of touched.all ? state.reports.keys() : touched.reports) {
    const report = reportSeen(state, id);
    if (report) yield report;
  }
  if (touched.all) yield* dutiesSeen(state);
}

/** Standing work never ends: it is answered for through reports, and counts as open for nobody. */
function itemSeen({ items }: UnitPlanState, id: ItemId): Seen | undefined {
  const item = items.get(id);
  if (!item) return undefined;
  const { status, due, time, kind, submittedAt } = item;
  const counts = status !== 'cancelled' && status !== 'transferred' && status !== 'suspended';
  const open = kind !== 'standing' && !CLOSED_ITEM.has(status) && !WAITING.has(status);
  return { kind: 'item', due, time, counts, doneAt: DONE.has(status) ? submittedAt : null, open };
}

function reportSeen({ reports }: UnitPlanState, id: ReportId): Seen | undefined {
  const report = reports.get(id);
  if (!report || report.consolidated) return undefined;
  const { status, due, time, submittedAt } = report;
  const counts = status !== 'cancelled' && status !== 'transferred';
  const open = !CLOSED_REPORT.has(status) && !WAITING.has(status);
  return { kind: 'report', due, time, counts, doneAt: DONE.has(status) ? submittedAt : null, open };
}

function* dutiesSeen({ duties }: UnitPlanState): Generator<Seen> {
  for (const { due, fulfilledAt, ended } of duties.values()) {
    yield { kind: 'duty', due, counts: ended === null, doneAt: fulfilledAt, open: ended === null && fulfilledAt === null };
  }
}
