import {
  unitPlanStream,
  type Instant,
  type PlanId,
  type ReportId,
  type UnitId,
  type UnitPlanEvent,
  type UnitPlanState,
} from '#engine';
import type { RecordedEvent } from '#event-store';
import { commandOf, isAct } from '../acts.js';
import { Awaited, type Means } from './awaited.js';
import type { Diagnosis } from './diagnosis.js';
import { type Claim, type Foreseen, isMet } from './foresight.js';
import type { Held, HeldStates } from './held-states.js';
import { standing } from './standing.js';
import { inOrder, missing } from './gaps.js';
import { isSame } from './same-event.js';

/** What checking unit plans works with. */
export interface Tools extends Means {
  readonly states: HeldStates;
  readonly diagnosis: Diagnosis;
}

/** Which unit plans are checked, and what is left to whoever goes through the log. */
export interface Task {
  readonly isMeant: (stream: string) => boolean;
  /** Works out the cascade or reorganisation that an event begins. */
  readonly begin: (event: RecordedEvent, plan: PlanId) => Promise<void>;
}

/** Events that belong to a cascade or a reorganisation, which is worked out as a whole. */
const OF_A_WHOLE: ReadonlySet<string> = new Set<UnitPlanEvent['type']>([
  'UnitPlanDerived',
  'UnitPlanReplaced',
  'UnitPlanTransferred',
  'UnitPlanInherited',
  'UnitPlanReaddressed',
]);

/** A consolidation that took in a report which is to come in the same append. */
interface Open extends Claim {
  readonly event: RecordedEvent;
}

/** Holds the events of unit plans to what the engine makes of what came before them. */
export class UnitPlanCheck {
  recomputed = 0;
  acts = 0;
  /** Unit plans that wait for something. */
  private readonly waiting = new Map<string, Held>();
  /** By the unit plan whose report it is. */
  private readonly claims = new Map<string, Open[]>();

  constructor(
    private readonly tools: Tools,
    private readonly task: Task,
  ) {}

  get means(): Means {
    return this.tools;
  }

  /** Takes note of what has to come next in a unit plan. */
  async await(stream: string, awaited: Awaited): Promise<void> {
    const held = await this.tools.states.of(stream);
    held.awaited = awaited;
    if (!awaited.isOver) this.waiting.set(stream, held);
  }

  /** @throws Apart where an event is not what it must be */
  async take(event: RecordedEvent): Promise<void> {
    const { stream } = event;
    const held = await this.tools.states.workOn(stream);
    inOrder(event, held.version);
    const isMeant = this.task.isMeant(stream);
    if (isMeant || OF_A_WHOLE.has(event.type) || (held.awaited && !held.awaited.isOver)) await this.check(event, held, isMeant);
    else held.fold(event);
    if (event.type === 'ReportSubmitted' && this.claims.size > 0) this.settle(stream, held.state);
  }

  private async check(event: RecordedEvent, held: Held, isCounted: boolean): Promise<void> {
    if (!held.awaited || held.awaited.isOver) await this.foresee(event, held);
    await this.meet(event, held);
    const acted = isAct(event);
    if (isCounted) this[acted ? 'acts' : 'recomputed'] += 1;
    if (held.awaited || acted) held.next = null;
    held.fold(event);
    if (acted) held.actedAt = event.at;
  }

  /** @throws Apart where something has not come that should have by a position */
  allMet(position: number): void {
    for (const [stream, { awaited, version }] of this.waiting)
      if (awaited?.first) throw missing({ stream, version: version + 1, position }, awaited.first);
  }

  /** What time should have caused by an instant, and did not. @throws Apart */
  async end(until: Instant): Promise<void> {
    const { states, foresight, engine, diagnosis } = this.tools;
    const [unfounded] = [...this.claims.values()].flat();
    if (unfounded) throw diagnosis.unfounded(unfounded.event);
    const position = engine.store.position + 1;
    for (const stream of states.streams) {
      if (!this.task.isMeant(stream)) continue;
      const held = await states.of(stream);
      const next = await foresight.next(held, until);
      if (next === null || next > until) continue;
      const { events } = await foresight.effects(stream, held, until);
      if (events[0]) throw missing({ stream, version: held.version + 1, position }, events[0]);
    }
  }

  private async foresee(event: RecordedEvent, held: Held): Promise<void> {
    const { stream, type } = event;
    const data = event.data as { readonly source: PlanId; readonly by: PlanId };
    switch (type) {
      case 'UnitPlanDerived':
        return this.task.begin(event, data.source);
      case 'UnitPlanReplaced':
        return this.task.begin(event, data.by);
      case 'UnitPlanTransferred':
      case 'UnitPlanInherited':
      case 'UnitPlanReaddressed':
        return this.task.begin(event, planOf(stream));
      default:
        return this.await(stream, await (isAct(event) ? this.act(event, held) : this.effect(event, held)));
    }
  }

  private async effect(event: RecordedEvent, held: Held): Promise<Awaited> {
    const { stream, at } = event;
    const { foresight, engine } = this.tools;
    const accepts = begins(event);
    let foreseen = await foresight.effects(stream, held, at);
    if (accepts(foreseen)) held.next = { at: foreseen.next ?? null, with: engine.basis(at) };
    else foreseen = (await foresight.lateEffects({ stream, held, until: at }, accepts)) ?? foreseen;
    const then = standing(held);
    return new Awaited(foreseen.events, async (means) => (await means.foresight.effects(stream, then, at)).events);
  }

  private async act(event: RecordedEvent, held: Held): Promise<Awaited> {
    const { stream } = event;
    const { foresight, diagnosis } = this.tools;
    const acting = await this.actingOf(event);
    const then = standing(held);
    const foreseen = await foresight.act(stream, held, acting);
    const found = begins(event)(foreseen) ? foreseen : await this.otherwise(event, held);
    if (!found && foreseen.refusal !== null) throw diagnosis.refused(event, foreseen.refusal);
    return new Awaited((found ?? foreseen).events, async (means) => (await means.foresight.act(stream, then, acting)).events);
  }

  /** How else an act may have come about: with others' acts of the same append, or as a second one of its own. */
  private async otherwise(event: RecordedEvent, held: Held): Promise<Foreseen | undefined> {
    const { foresight } = this.tools;
    const acting = await this.actingOf(event);
    const read = await foresight.act(event.stream, held, { ...acting, inputs: 'read' });
    if (begins(event)(read)) return read;
    if (!held.state || (held.actedAt !== event.at && event.type !== 'ReportSubmitted')) return undefined;
    const decided = await foresight.decided(held.state, acting);
    if (!begins(event)(decided)) return undefined;
    return event.type !== 'ReportSubmitted' || (await this.claim(event, held.state)) ? decided : undefined;
  }

  /**
   * What a consolidation says of its inputs: those that it took in are in, or come in the same append; those that it missed were not
   * in before the instant.
   */
  private async claim(event: RecordedEvent, { plan, unit, reports }: UnitPlanState): Promise<boolean> {
    const { report, received, missing: missed } = event.data as Inputs;
    const own = reports.get(report);
    if (!own || own.inputs.some((from) => received.includes(from) === missed.includes(from))) return false;
    for (const from of own.inputs) {
      const stream = unitPlanStream(plan, from);
      const claim = { own, by: unit, event };
      const stands = standsOf(claim, await this.tools.states.of(stream));
      if (missed.includes(from) ? stands === 'before' : stands === 'passed') return false;
      if (received.includes(from) && stands === 'not') this.claims.set(stream, [...(this.claims.get(stream) ?? []), claim]);
    }
    return true;
  }

  private settle(stream: string, state: UnitPlanState | undefined): void {
    const left = (this.claims.get(stream) ?? []).filter((claim) => !isMet(claim, state));
    if (left.length > 0) this.claims.set(stream, left);
    else this.claims.delete(stream);
  }

  /** @throws Apart where no command leads to such an event */
  private async actingOf(event: RecordedEvent) {
    const typed = event as unknown as UnitPlanEvent;
    const { engine, diagnosis } = this.tools;
    const own = typed.type === 'OwnPlanIssued' ? await engine.known.plan(typed.data.plan) : undefined;
    const command = commandOf(typed, own?.rules);
    if (!command) throw diagnosis.extra(event);
    return { command, actor: event.actor as UnitId, at: event.at };
  }

  /** @throws Apart */
  private async meet(event: RecordedEvent, held: Held): Promise<void> {
    const { awaited } = held;
    if (!awaited?.first || !isSame(awaited.first, event)) throw await this.tools.diagnosis.of(event, awaited);
    awaited.meet();
    if (!awaited.isOver) return;
    held.awaited = null;
    this.waiting.delete(event.stream);
  }
}

/** Whether a report was in before the instant of a claim, came in at it, can still come in, or cannot any more. */
function standsOf(claim: Open, { state, before, lastAt }: Held): 'before' | 'now' | 'not' | 'passed' {
  const { at } = claim.event;
  if (isMet(claim, state)) return lastAt === at && !isMet(claim, before?.state) ? 'now' : 'before';
  return lastAt !== null && lastAt > at ? 'passed' : 'not';
}

interface Inputs {
  readonly report: ReportId;
  readonly received: readonly UnitId[];
  readonly missing: readonly UnitId[];
}

const begins =
  (event: RecordedEvent) =>
  ({ events: [first] }: Foreseen): boolean =>
    first !== undefined && isSame(first, event);

const planOf = (stream: string): PlanId => stream.slice('unit-plan/'.length, stream.lastIndexOf('/')) as PlanId;
