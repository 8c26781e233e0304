import type { Instant } from '#engine';
import type { EventStore } from '#event-store';
import type { ClockRunner } from './clock-runner.js';
import { retryOnConflict } from './retry-on-conflict.js';
import type { OrganisationInOrder } from './organisation-in-order.js';
import type { Knowledge } from './tenant-knowledge.js';

/** Beside other clocks that do the same work. */
const ATTEMPTS = 20;

/**
 * Runs the clock up to a change of the organisation, where it is late: what units that are no more have open goes to their heirs
 * before anybody acts who comes after it. Costs a question once for each change, and the clock's own work where there is any left.
 */
export class ChangesFirst implements OrganisationInOrder {
  /** By tenant, the last change that has happened as far as is known. */
  private readonly happened = new Map<string, Instant>();
  private readonly atWork = new Map<string, Promise<void>>();

  constructor(
    private readonly store: EventStore,
    private readonly knowledge: Knowledge,
    private readonly clock: Pick<ClockRunner, 'isHeld' | 'runUntil'>,
  ) {}

  async upTo(tenant: string, at: Instant): Promise<boolean> {
    const change = this.knowledge.of(tenant).lastChangeBy(at);
    if (change === undefined || change <= (this.happened.get(tenant) ?? '')) return true;
    const isDone = (await this.hasHappened(tenant, change)) || (await this.clock.isHeld(tenant));
    if (!isDone) await this.inTurn(tenant, change);
    this.happened.set(tenant, change);
    return isDone;
  }

  /** At one instant the organisation and its cascades come before all unit plans: so does their place among what is due. */
  private async hasHappened(tenant: string, change: Instant): Promise<boolean> {
    const [first] = await this.store.dueWakeUps(tenant, change, 1);
    return first === undefined || (first.at === change && first.stream.startsWith('unit-plan/'));
  }

  /** Those who come meanwhile wait for it. */
  private async inTurn(tenant: string, change: Instant): Promise<void> {
    const before = this.atWork.get(tenant) ?? Promise.resolve();
    const run = (): Promise<void> =>
      retryOnConflict(ATTEMPTS, async () => {
        if (!(await this.hasHappened(tenant, change))) await this.clock.runUntil(tenant, change);
      });
    const mine = before.catch(() => undefined).then(run);
    this.atWork.set(tenant, mine);
    try {
      await mine;
    } finally {
      if (this.atWork.get(tenant) === mine) this.atWork.delete(tenant);
    }
  }
}
