import {
  advance,
  decideUnitPlan,
  foldUnitPlan,
  inputAmong,
  isReportIn,
  nextWakeUp,
  unitPlanStream,
  type Advanced,
  type Decision,
  type InputQuery,
  type Instant,
  type PlanId,
  type ReportState,
  type RulesContext,
  type UnitId,
  type UnitPlanCommand,
  type UnitPlanEvent,
  type UnitPlanRejection,
  type UnitPlanState,
} from '#engine';
import type { RecordedEvent, StreamWrite } from '#event-store';
import type { Leg, Way } from './tenant-knowledge.js';

/** A unit plan that is being worked on: as loaded, and what has been decided since. */
interface Worked {
  readonly loaded: number;
  state: UnitPlanState;
  readonly events: UnitPlanEvent[];
  /** True where time has nothing more to cause up to the session's instant. */
  caughtUp: boolean;
  /** What time does up to the session's instant, or has done, while it stands: from one state to another. */
  ahead: (Advanced & { readonly from: UnitPlanState }) | null;
  /** As recorded; empty for what the session begins. */
  readonly recorded: readonly RecordedEvent[];
  /** True for what is only looked at: others' reports that a consolidation takes in. */
  readonly isInput: boolean;
}

interface Recorded extends Pick<Worked, 'recorded' | 'state'> {
  readonly isInput?: boolean;
}

/** Sending work back can make steps due at once that were held off while it was in. */
const REOPENING: ReadonlySet<UnitPlanEvent['type']> = new Set(['ItemReturned', 'ReportReturned']);

/** The fold of a unit plan's recorded events. */
export const foldRecorded = (events: readonly RecordedEvent[]): UnitPlanState =>
  foldUnitPlan(events as unknown as readonly UnitPlanEvent[]);

/**
 * Works on several unit plans at one instant, in memory: load, let time catch up, decide, and hand over all writes for one
 * append. Later commands of a session see what earlier ones decided.
 */
export class UnitPlanSession {
  private readonly worked = new Map<string, Worked>();
  /** Streams that were looked for, there or not. */
  private readonly known = new Set<string>();
  private readonly wanted = new Set<string>();
  /** True once something was asked for that is not loaded. */
  private lacking = false;

  private context: RulesContext;
  /** What time goes through before what holds now. */
  private earlier: readonly Leg[] = [];

  constructor(
    private at: Instant,
    context: RulesContext,
    /** Position of the last fact that the context holds: what is decided here is void where a later one stands. */
    readonly knowing: number,
  ) {
    this.context = this.seen(context);
  }

  /** A session at the end of a way, for unit plans that time may have to take all along it. */
  static along({ until, context, knowing, earlier }: Way): UnitPlanSession {
    const session = new UnitPlanSession(until, context, knowing);
    session.earlier = earlier.map((leg) => ({ ...leg, context: session.seen(leg.context) }));
    return session;
  }

  /** Goes on at a later instant, with what holds then; time has not caught up with it. */
  moveTo(at: Instant, context: RulesContext): void {
    this.at = at;
    this.context = this.seen(context);
    this.earlier = [];
    for (const work of this.worked.values()) {
      work.caughtUp = false;
      work.ahead = null;
    }
  }

  private seen(context: RulesContext): RulesContext {
    return { ...context, inputOf: (report, query) => this.inputOf(report, query) };
  }

  /** Takes in a unit plan as it was recorded; nothing where there is none. */
  load(stream: string, recorded: readonly RecordedEvent[], isInput = false): void {
    this.known.add(stream);
    if (recorded.length === 0) return;
    this.hold(stream, { recorded, state: foldRecorded(recorded), isInput });
  }

  /** Takes in a unit plan with the fold of what was recorded of it. */
  hold(stream: string, { recorded, state, isInput = false }: Recorded): void {
    this.known.add(stream);
    this.worked.set(stream, { loaded: state.version, state, events: [], caughtUp: false, ahead: null, recorded, isInput });
  }

  /**
   * Streams that must be loaded before time can catch up: of those whose reports a consolidation takes in that closes by the
   * session's instant.
   */
  wanting(): readonly string[] {
    this.wanted.clear();
    for (const work of this.worked.values()) {
      if (work.caughtUp || work.isInput) continue;
      if (work.state.reports.values().some(({ inputs }) => inputs.length > 0)) this.lookAhead(work);
    }
    return [...this.wanted];
  }

  /** What time does up to the session's instant: kept unless it was found without somebody's report that it takes in. */
  private lookAhead(work: Worked): Advanced {
    if (work.ahead?.from === work.state) return work.ahead;
    this.lacking = false;
    const advanced = this.advanced(work);
    work.ahead = this.lacking ? null : { ...advanced, from: work.state };
    return advanced;
  }

  /** Leg by leg, but for those that what has happened to the unit plan lies behind. */
  private advanced({ state, events, recorded }: Worked): Advanced {
    const reached = (events.at(-1) ?? recorded.at(-1))?.at ?? '';
    const caused: UnitPlanEvent[] = [];
    let from = state;
    for (const { until, context } of this.earlier) {
      if (until < reached) continue;
      const leg = advance(from, until, context);
      caused.push(...leg.events);
      from = leg.state;
    }
    const last = advance(from, this.at, this.context);
    return caused.length === 0 ? last : { ...last, events: [...caused, ...last.events] };
  }

  state(plan: PlanId, unit: UnitId): UnitPlanState | undefined {
    return this.worked.get(unitPlanStream(plan, unit))?.state;
  }

  /** Events that time has caused up to the session's instant: they come before whatever people do now. */
  catchUp(stream: string): void {
    const work = this.worked.get(stream);
    if (!work || work.caughtUp) return;
    const { events, state } = this.lookAhead(work);
    work.state = state;
    work.events.push(...events);
    work.caughtUp = true;
  }

  decide(stream: string, command: UnitPlanCommand, actor: UnitId): Decision<UnitPlanEvent, UnitPlanRejection> | undefined {
    const work = this.worked.get(stream);
    if (!work) return undefined;
    this.catchUp(stream);
    const full = command.type === 'SubmitReport' ? { ...command, ...this.inputsOf(work.state, command) } : command;
    const decision = decideUnitPlan(full, work.state, { ...this.context, at: this.at, actor });
    if (decision.ok) this.apply(work, decision.events);
    return decision;
  }

  /** Adds events decided elsewhere (a cascade), without letting time catch up. */
  record(stream: string, events: readonly UnitPlanEvent[]): void {
    const work = this.worked.get(stream);
    if (work) this.apply(work, events);
    else
      this.worked.set(stream, {
        loaded: 0,
        state: foldUnitPlan(events),
        events: [...events],
        caughtUp: true,
        ahead: null,
        recorded: [],
        isInput: false,
      });
  }

  /** One write for each unit plan to which something happened (and for those of `touched`, to set their wake-ups anew). */
  writes(touched: ReadonlySet<string> = new Set()): readonly StreamWrite[] {
    return [...this.worked]
      .filter(([stream, { events }]) => events.length > 0 || touched.has(stream))
      .map(([stream, { loaded, state, events, ahead }]) => ({
        stream,
        expected: loaded,
        events,
        state,
        wakeUp: ahead?.state === state ? ahead.next : nextWakeUp(state, this.context),
      }));
  }

  private apply(work: Worked, events: readonly UnitPlanEvent[]): void {
    if (events.length === 0) return;
    work.state = foldUnitPlan(events, work.state);
    work.events.push(...events);
    if (events.some(({ type }) => REOPENING.has(type))) work.caughtUp = false;
  }

  /** Which of a report's inputs are in at this instant: as the session knows the units that send them. */
  private inputsOf(
    state: UnitPlanState,
    { report }: UnitPlanCommand & { type: 'SubmitReport' },
  ): { received: UnitId[]; missing: UnitId[] } {
    const own = state.reports.get(report);
    const received: UnitId[] = [];
    const missing: UnitId[] = [];
    for (const from of own?.inputs ?? []) {
      const input = own && this.inputOf(own, { plan: state.plan, by: state.unit, from, before: null });
      (isReportIn(input) ? received : missing).push(from);
    }
    return { received, missing };
  }

  /** What a unit owes for the period that a report takes in, as far as the session has loaded it. */
  private inputOf(own: ReportState, { plan, by, from, before }: InputQuery): ReportState | undefined {
    const stream = unitPlanStream(plan, from);
    const work = this.worked.get(stream);
    if (!work && !this.known.has(stream)) {
      this.wanted.add(stream);
      this.lacking = true;
    }
    if (!work) return undefined;
    return inputAmong(own, by, stateBefore(work, before)?.reports.values() ?? []);
  }
}

/** What stood before an instant: what was done at it, or after it, was not there yet. */
function stateBefore({ state, recorded, events }: Worked, before: Instant | null): UnitPlanState | undefined {
  if (before === null || ((recorded.at(-1)?.at ?? '') < before && events.length === 0)) return state;
  const then = recorded.filter(({ at }) => at < before);
  return then.length === 0 ? undefined : foldRecorded(then);
}
