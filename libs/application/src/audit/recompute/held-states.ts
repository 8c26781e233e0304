import { foldUnitPlan, type Instant, type UnitPlanEvent, type UnitPlanState } from '#engine';
import type { RecordedEvent } from '#event-store';
import type { Awaited } from './awaited.js';
import type { PrefixStore } from './prefix-store.js';
import type { Standing, Standings } from './standing.js';

/** A unit plan as far as the log has been read. It is folded when it is asked for: many are only read past. */
export class Held implements Standing {
  version = 0;
  /** When the latest of its events took effect. */
  lastAt: Instant | null = null;
  /** What the engine has to record in it next, before anything else. */
  awaited: Awaited | null = null;
  /** When time will next cause something, and what that was found with. */
  next: Standing['next'] = null;
  /** Instant of the last act on it: another of the same instant may be of the same append. */
  actedAt: Instant | null = null;
  /** Before the latest instant: the fold, what it lacks yet, and when the last of that was. */
  private readonly old = new Folding();
  private oldAt: Instant | null = null;
  /** From the latest instant on; nothing is folded until it is asked for. */
  private now: Folding | null = null;
  private fresh: UnitPlanEvent[] = [];

  /** Undefined before its first event. */
  get state(): UnitPlanState | undefined {
    this.now ??= new Folding(this.old.state);
    this.now.add(this.fresh);
    this.fresh = [];
    return this.now.state;
  }

  /** As it stood before the latest instant; null where nothing did. */
  get before(): { readonly state: UnitPlanState; readonly at: Instant } | null {
    const { state } = this.old;
    return state && this.oldAt !== null ? { state, at: this.oldAt } : null;
  }

  /** Takes in the next event. */
  fold(event: RecordedEvent): void {
    if (this.lastAt === null || this.lastAt < event.at) this.advance(event.at);
    this.fresh.push(event as unknown as UnitPlanEvent);
    this.version += 1;
  }

  private advance(at: Instant): void {
    if (this.now) this.old.become(this.now);
    this.old.add(this.fresh);
    this.fresh = [];
    this.now = null;
    this.oldAt = this.lastAt;
    this.lastAt = at;
  }
}

/** A state, and events that it lacks until it is asked for. */
class Folding {
  private lacking: UnitPlanEvent[] = [];

  constructor(private folded?: UnitPlanState) {}

  get state(): UnitPlanState | undefined {
    if (this.lacking.length > 0) this.folded = foldUnitPlan(this.lacking, this.folded);
    this.lacking = [];
    return this.folded;
  }

  add(events: readonly UnitPlanEvent[]): void {
    this.lacking.push(...events);
  }

  become({ folded, lacking }: Folding): void {
    this.folded = folded;
    this.lacking = lacking;
  }
}

/** Unit plans folded as the log is read: those touched last, the others are read again when they are needed. */
export class HeldStates implements Standings {
  private readonly held = new Map<string, Held>();
  private worked = '';

  constructor(
    private readonly store: PrefixStore,
    private readonly tenant: string,
    private readonly most: number,
    /** Names of all unit plans that there have been: what is not among them need not be looked for. */
    private readonly seen = new Set<string>(),
  ) {}

  /** A unit plan that stays in memory until another one is worked on. */
  workOn(stream: string): Promise<Held> {
    this.worked = stream;
    return this.of(stream);
  }

  /** A unit plan as it stands, from memory where it is there. */
  async of(stream: string): Promise<Held> {
    const known = this.held.get(stream);
    if (known) {
      // Who was touched last matters only once some have to go.
      if (this.held.size >= this.most) {
        this.held.delete(stream);
        this.held.set(stream, known);
      }
      return known;
    }
    const made = new Held();
    if (this.seen.has(stream)) for (const event of await this.store.readStream(this.tenant, stream)) made.fold(event);
    this.held.set(stream, made);
    this.seen.add(stream);
    if (this.held.size > this.most) this.forget(stream);
    return made;
  }

  /** Names of all unit plans that there have been. */
  get streams(): Set<string> {
    return this.seen;
  }

  /** All that wait for something stay, the one that is worked on, and the one that was asked for last. */
  private forget(last: string): void {
    for (const [stream, { awaited }] of this.held) {
      if (this.held.size <= this.most) return;
      if ((awaited === null || awaited.isOver) && stream !== last && stream !== this.worked) this.held.delete(stream);
    }
  }
}
