import {
  decideUnitPlan,
  inputAmong,
  isReportIn,
  nextWakeUp,
  unitPlanStream,
  type Instant,
  type ReportState,
  type RulesContext,
  type UnitId,
  type UnitPlanCommand,
  type UnitPlanRejection,
  type UnitPlanState,
} from '#engine';
import type { NewEvent, RecordedEvent } from '#event-store';
import { foldRecorded, UnitPlanSession } from '../../workflow/unit-plan-session.js';
import type { Engine } from './engine.js';
import type { Standing, Standings } from './standing.js';

/** What the engine makes of an event's place. */
export interface Foreseen {
  readonly events: readonly NewEvent[];
  /** The code of the refusal, where it would refuse the act. */
  readonly refusal: UnitPlanRejection | null;
  /** When time will next cause something after them; undefined where that was not asked for. */
  readonly next?: Instant | null;
}

/** How others' reports are looked at: as they are held, or read again from their beginning. */
type Inputs = 'held' | 'read';

export const NOTHING_FORESEEN: Foreseen = { events: [], refusal: null };

/** Works out what has to come next in a unit plan, with what was known at that place of the log. */
export class Foresight {
  constructor(
    private readonly engine: Engine,
    private readonly states: Standings,
  ) {}

  /** What time causes in a unit plan up to an instant. */
  async effects(stream: string, held: Standing, until: Instant): Promise<Foreseen> {
    return this.effectsBy(stream, held, { until, context: await this.engine.context(until), inputs: 'held' });
  }

  /**
   * The same as a clock may have found it that came by late: together with what came to hold later, and with others' reports read
   * from their beginning. The first that begins with an event, or undefined.
   */
  async lateEffects(
    { stream, held, until }: { readonly stream: string; readonly held: Standing; readonly until: Instant },
    accepts: (foreseen: Foreseen) => boolean,
  ): Promise<Foreseen | undefined> {
    for (const at of [until, ...this.engine.turnsAfter(until)]) {
      const context = await this.engine.context(at);
      const foreseen = await this.effectsBy(stream, held, { until: at, context, inputs: 'read' });
      if (accepts(foreseen)) return foreseen;
    }
    return undefined;
  }

  private async effectsBy(
    stream: string,
    { state, lastAt }: Standing,
    { until, context, inputs }: { readonly until: Instant; readonly context: RulesContext; readonly inputs: Inputs },
  ): Promise<Foreseen> {
    if (!state) return NOTHING_FORESEEN;
    const session = new UnitPlanSession(until, context, 0);
    if (inputs === 'read') session.load(stream, await this.engine.store.readStream(this.engine.tenant, stream));
    else session.hold(stream, { recorded: stands(lastAt), state });
    await this.loadInputs(session, until, inputs);
    session.catchUp(stream);
    const [write] = session.writes();
    return { events: write?.events ?? [], refusal: null, next: write?.wakeUp ?? null };
  }

  private async loadInputs(session: UnitPlanSession, until: Instant, inputs: Inputs): Promise<void> {
    for (let wanted = session.wanting(); wanted.length > 0; wanted = session.wanting())
      for (const stream of wanted) await this.loadInput(session, { stream, until, inputs });
  }

  /** As it stands; where something has happened to it at this very instant, as it stood before. */
  private async loadInput(
    session: UnitPlanSession,
    { stream, until, inputs }: { readonly stream: string; readonly until: Instant; readonly inputs: Inputs },
  ): Promise<void> {
    const { state, lastAt, before } = await this.states.of(stream);
    if (!state) return session.load(stream, [], true);
    const isOfNow = lastAt !== null && lastAt >= until;
    if (inputs === 'read') {
      const recorded = await this.engine.store.readStream(this.engine.tenant, stream);
      return session.hold(stream, { recorded, state: foldRecorded(recorded), isInput: true });
    }
    if (isOfNow && before && before.at < until)
      return session.hold(stream, { recorded: stands(before.at), state: before.state, isInput: true });
    session.hold(stream, { recorded: stands(lastAt), state, isInput: true });
  }

  /** When time will next cause something in a unit plan; kept while it, the facts and the organisation stay as they are. */
  async next(held: Standing, at: Instant): Promise<Instant | null> {
    const basis = this.engine.basis(at);
    const { next, state } = held;
    if (next?.with.fact === basis.fact && next.with.turn === basis.turn) return next.at;
    const found = state ? nextWakeUp(state, await this.engine.context(at)) : null;
    held.next = { at: found, with: basis };
    return found;
  }

  /** What a command leads to, once time has caught up; others' reports as they are held, or read from their beginning. */
  async act(stream: string, held: Standing, acting: Acting & { readonly inputs?: Inputs }): Promise<Foreseen> {
    const { state } = held;
    const { command, at } = acting;
    if (!state) return { events: [], refusal: 'item.unknown' };
    const next = await this.next(held, at);
    const inputs = command.type === 'SubmitReport' ? (state.reports.get(command.report)?.inputs ?? []) : [];
    const isAlone = (next === null || next > at) && inputs.length === 0;
    return isAlone ? this.decided(state, acting) : this.actInSession(stream, { ...held, state }, { ...acting, from: inputs });
  }

  private async actInSession(
    stream: string,
    { state, lastAt }: Standing & { readonly state: UnitPlanState },
    { command, actor, at, from, inputs = 'held' }: Acting & { readonly inputs?: Inputs; readonly from: readonly UnitId[] },
  ): Promise<Foreseen> {
    const session = new UnitPlanSession(at, await this.engine.context(at), 0);
    session.hold(stream, { recorded: stands(lastAt), state });
    await this.loadReports(session, state, { from, inputs });
    await this.loadInputs(session, at, inputs);
    const decision = session.decide(stream, command, actor);
    const [write] = session.writes();
    return { events: write?.events ?? [], refusal: decision && !decision.ok ? decision.rejection.code : null };
  }

  /** What a command leads to in a unit plan as it stands, though time may not have caught up: a second one of the same append. */
  async decided(state: UnitPlanState, { command, actor, at }: Acting): Promise<Foreseen> {
    const context = { ...(await this.engine.context(at)), at, actor };
    const decision = decideUnitPlan(command, state, context);
    return decision.ok
      ? { events: decision.events as readonly NewEvent[], refusal: null }
      : { events: [], refusal: decision.rejection.code };
  }

  /** Unit plans whose reports a consolidation takes in. */
  private async loadReports(
    session: UnitPlanSession,
    { plan }: UnitPlanState,
    { from, inputs }: { readonly from: readonly UnitId[]; readonly inputs: Inputs },
  ): Promise<void> {
    for (const unit of from) {
      const stream = unitPlanStream(plan, unit);
      const { state, lastAt } = await this.states.of(stream);
      if (!state) continue;
      const recorded = inputs === 'read' ? await this.engine.store.readStream(this.engine.tenant, stream) : stands(lastAt);
      session.hold(stream, { recorded, state, isInput: true });
    }
  }
}

/** A consolidation that says of a unit's report that it was in. */
export interface Claim {
  readonly own: ReportState;
  readonly by: UnitId;
}

/** True where the report that a claim is about is in. */
export const isMet = ({ own, by }: Claim, state: UnitPlanState | undefined): boolean =>
  state !== undefined && isReportIn(inputAmong(own, by, state.reports.values()));

/** What somebody did, and when. */
export interface Acting {
  readonly command: UnitPlanCommand;
  readonly actor: UnitId;
  readonly at: Instant;
}

/** All that is asked of a held unit plan's events: when the last one was. */
const stands = (at: Instant | null): readonly RecordedEvent[] => (at === null ? [] : [{ at } as RecordedEvent]);
