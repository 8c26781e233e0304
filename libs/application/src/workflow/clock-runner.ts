import { ORGANISATION_STREAM, type Instant } from '#engine';
import type { EventStore, StreamWrite, WakeUp } from '#event-store';
import { CascadeReorganiser } from './cascade-reorganiser.js';
import type { PlanService } from './plan-service.js';
import type { Knowledge } from './tenant-knowledge.js';
import { openSession } from './session-opening.js';
import { FACT_STREAMS, wakeThoseConcerned } from './fact-waking.js';
import { retryOnConflict } from './retry-on-conflict.js';

/** Keys under which a tenant's time is held back and let go again. */
const HELD = 'clock/held';
const RELEASED = 'clock/released';

const BATCH = 500;
const ATTEMPTS = 5;

/** What one run of the clock did. */
export interface ClockRun {
  readonly wakeUps: number;
  readonly events: number;
}

/**
 * Makes happen what time causes, in the order of time: escalation steps, changes of the organisation, and cascades that a crash
 * interrupted. Any number
 * may run beside one another: who writes second finds nothing left to do.
 */
export class ClockRunner {
  constructor(
    private readonly store: EventStore,
    private readonly knowledge: Knowledge,
    private readonly plans: PlanService,
    private readonly reorganiser: CascadeReorganiser = new CascadeReorganiser(store, knowledge),
  ) {}

  /**
   * What {@link runUntil} does, for the clock on the wall: nothing while the tenant's time is held, for what is being lived
   * through in virtual time must not meet the present before it is whole.
   */
  async runDue(tenant: string, now: Instant, keepGoing?: () => boolean): Promise<ClockRun> {
    return (await this.isHeld(tenant)) ? { wakeUps: 0, events: 0 } : this.runUntil(tenant, now, keepGoing);
  }

  /** Holds a tenant's time until {@link release}, over crashes and for every process. For once in a tenant's life. */
  async hold(tenant: string): Promise<void> {
    await this.store.append(tenant, [], { idempotencyKey: HELD });
  }

  async release(tenant: string): Promise<void> {
    await this.store.append(tenant, [], { idempotencyKey: RELEASED });
  }

  async isHeld(tenant: string): Promise<boolean> {
    if ((await this.store.recorded(tenant, HELD)) === undefined) return false;
    return (await this.store.recorded(tenant, RELEASED)) === undefined;
  }

  /** Everything due up to an instant, one due instant after another, so that a late clock catches up in order. */
  async runUntil(tenant: string, until: Instant, keepGoing: () => boolean = () => true): Promise<ClockRun> {
    let wakeUps = 0;
    let events = 0;
    while (keepGoing()) {
      const next = await this.store.earliestWakeUp(tenant);
      if (next === undefined || next > until) break;
      const run = await this.runOnce(tenant, next);
      wakeUps += run.wakeUps;
      events += run.events;
    }
    return { wakeUps, events };
  }

  /** One bounded batch of the wake-ups due at an instant. */
  private async runOnce(tenant: string, at: Instant): Promise<ClockRun> {
    return retryOnConflict(ATTEMPTS, async () => {
      const due = await this.store.dueWakeUps(tenant, at, BATCH);
      const reorganised = due.find(({ stream }) => stream === ORGANISATION_STREAM);
      if (reorganised) return this.wakeCascades(tenant, reorganised);
      const cascades = due.filter(({ stream }) => stream.startsWith('plan/'));
      for (const wakeUp of cascades) await this.lookAtCascade(tenant, wakeUp);
      if (cascades.length > 0) return { wakeUps: cascades.length, events: 0 };
      for (const wakeUp of due.filter(({ stream }) => FACT_STREAMS.has(stream)))
        await wakeThoseConcerned(this.store, tenant, wakeUp);
      const streams = due.filter(({ stream }) => stream.startsWith('unit-plan/')).map(({ stream }) => stream);
      if (streams.length === 0) return { wakeUps: due.length, events: 0 };
      const events = await this.wake(tenant, streams, at);
      return { wakeUps: due.length, events };
    });
  }

  /** The organisation changes now: before anything else of this instant, every cascade does. */
  private async wakeCascades(tenant: string, { stream, at }: WakeUp): Promise<ClockRun> {
    const known = this.knowledge.of(tenant);
    const { version } = await known.organisation();
    const next = [...(await known.organisationChanges()).keys()].filter((later) => later > at).sort()[0];
    const write: StreamWrite = { stream, expected: version, events: [], wakeUp: next ?? null };
    await this.store.append(tenant, [write], { wake: [{ prefix: 'plan/', at }] });
    return { wakeUps: 1, events: 0 };
  }

  private async lookAtCascade(tenant: string, { stream, at }: WakeUp): Promise<void> {
    await this.plans.completeCascade(tenant, stream);
    await this.reorganiser.reorganise(tenant, stream, at);
  }

  private async wake(tenant: string, streams: readonly string[], at: Instant): Promise<number> {
    const loaded = await this.store.readStreams(tenant, streams);
    const session = await openSession(this.knowledge.of(tenant), loaded, at);
    for (const stream of loaded.keys()) session.catchUp(stream);
    const writes = session.writes(new Set(streams));
    await this.store.append(tenant, writes, { knowing: session.knowing });
    return writes.reduce((sum, { events }) => sum + events.length, 0);
  }
}
