import { ORGANISATION_STREAM, type Instant } from '#engine';
import type { EventStore, SetAside } from '#event-store';
import type { LeadingStreams } from './clock-leading.js';
import { eventsOf, wakeUnitPlans } from './clock-waking.js';
import type { Knowledge } from './tenant-knowledge.js';
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
  /** Unit plans that were set aside because looking at them fails. */
  readonly stuck?: readonly SetAside[];
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
    private readonly leading: LeadingStreams,
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
      const led = await this.leading.lead(tenant, due);
      const isBefore = due.some(({ stream }) => stream === ORGANISATION_STREAM || stream.startsWith('plan/'));
      const streams = isBefore ? [] : due.filter(({ stream }) => stream.startsWith('unit-plan/')).map(({ stream }) => stream);
      if (streams.length === 0) return { wakeUps: led, events: 0 };
      const { writes, knowing } = await wakeUnitPlans(this.knowledge.of(tenant), streams, at);
      await this.store.append(tenant, writes, { knowing });
      return { wakeUps: led + streams.length, events: eventsOf(writes) };
    });
  }
}
