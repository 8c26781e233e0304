import { foldUnitPlan, type Instant, type UnitPlanEvent, type UnitPlanState } from '#engine';
import type { RecordedEvent } from '#event-store';
import type { Awaited } from './awaited.js';
import type { Basis } from './engine.js';
import type { PrefixStore } from './prefix-store.js';

/** A unit plan as far as the log has been read. */
export class Held {
  version = 0;
  /** When the latest of its events took effect. */
  lastAt: Instant | null = null;
  /** As it stood before that instant; null where nothing did. */
  before: { readonly state: UnitPlanState; readonly at: Instant } | null = null;
  /** What the engine has to record in it next, before anything else. */
  awaited: Awaited | null = null;
  /** When time will next cause something, and what that was found with. */
  next: { readonly at: Instant | null; readonly with: Basis } | null = null;
  /** Instant of the last act on it: another of the same instant may be of the same append. */
  actedAt: Instant | null = null;
  private folded: UnitPlanState | undefined;
  private unfolded: UnitPlanEvent[] = [];

  /** Undefined before its first event. */
  get state(): UnitPlanState | undefined {
    if (this.unfolded.length > 0) {
      this.folded = foldUnitPlan(this.unfolded, this.folded);
      this.unfolded = [];
    }
    return this.folded;
  }

  /** Takes in the next event. */
  fold(event: RecordedEvent): void {
    const { lastAt } = this;
    if (lastAt === null || lastAt < event.at) {
      const { state } = this;
      if (state && lastAt !== null) this.before = { state, at: lastAt };
      this.lastAt = event.at;
    }
    this.unfolded.push(event as unknown as UnitPlanEvent);
    this.version += 1;
  }
}

/** What foresight asks of a unit plan. */
export type Standing = Pick<Held, 'state' | 'lastAt' | 'next'>;

/** A unit plan as it stands now, whatever comes to it later. */
export const standing = ({ state, lastAt }: Held): Standing => ({ state, lastAt, next: null });

/** Unit plans folded as the log is read: those touched last, the others are read again when they are needed. */
export class HeldStates {
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
