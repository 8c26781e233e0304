import type { Instant } from '#engine';
import type { EventStore, SetAside, WakeUp, WakeUpSlots } from '#event-store';
import { wakeApart, type WokenApart } from './clock-apart.js';
import { BatchSize, takeWeight } from './clock-batches.js';
import { appendThoseUnmoved, eventsOf, wakeUnitPlans, type Woken } from './clock-waking.js';
import type { ClockRun } from './clock-runner.js';
import type { TenantKnowledge } from './tenant-knowledge.js';

/** Most unit plans that are read and decided at once. */
const READ_AT_ONCE = 128;

/** What a storm goes on. */
export interface StormOptions {
  readonly store: EventStore;
  readonly slots: WakeUpSlots;
  readonly known: TenantKnowledge;
  readonly size: BatchSize;
  /** False ends it after the batch under way. */
  readonly keepGoing: () => boolean;
  /** In milliseconds, from any beginning; only differences count. */
  readonly stopwatch: () => number;
}

/** Where a part begins: in which of the slots, after which wake-up there. */
interface Place {
  readonly slot: number;
  readonly after: WakeUp | null;
}

/** Unit plans, read and decided, not yet written; and those that cannot be decided. */
interface Prepared extends WokenApart {
  readonly count: number;
  /** Where the next part begins; undefined where this is the last one. */
  readonly next: Place | undefined;
}

/**
 * Wakes the unit plans of some slots that are due at one instant. While one part is written, the next is read and decided: both
 * sides of the database connection have work. Unit plans that somebody wrote to meanwhile are left standing.
 */
export class Storm {
  private wakeUps = 0;
  private events = 0;
  private readonly stuck: SetAside[] = [];

  constructor(
    private readonly at: Instant,
    private readonly options: StormOptions,
  ) {}

  /** What it has done, also where it failed. */
  get soFar(): ClockRun {
    return { wakeUps: this.wakeUps, events: this.events, stuck: this.stuck };
  }

  /** @throws UnknownFact where a fact was recorded meanwhile: what was written stands, the rest is to be woken again */
  async run(slots: readonly number[]): Promise<ClockRun> {
    const { keepGoing } = this.options;
    let next = this.prepare(slots, { slot: 0, after: null });
    while (keepGoing()) {
      const { woken, stuck, count, next: place } = await next;
      if (place) {
        next = this.prepare(slots, place);
        next.catch(() => undefined); // told when it is awaited, also where the write fails first
      }
      await this.setAside(stuck);
      await this.write(woken);
      this.wakeUps += count;
      if (!place) break;
    }
    await next;
    return this.soFar;
  }

  private async prepare(slots: readonly number[], from: Place): Promise<Prepared> {
    const { known } = this.options;
    const { streams, next } = await this.find(slots, from);
    if (streams.length === 0) return { woken: { writes: [], knowing: known.knowing }, stuck: [], count: 0, next };
    return { ...(await this.wake(streams)), count: streams.length, next };
  }

  /** All at once; one by one where that fails. */
  private wake(streams: readonly string[]): Promise<WokenApart> {
    const { known } = this.options;
    return wakeUnitPlans(known, streams, this.at).then(
      (woken) => ({ woken, stuck: [] }),
      () => wakeApart(known, streams, this.at),
    );
  }

  private async setAside(stuck: readonly SetAside[]): Promise<void> {
    if (stuck.length === 0) return;
    await this.options.slots.setAside(this.options.known.tenant, stuck);
    this.stuck.push(...stuck);
  }

  /** The next due, from as many slots as it takes. */
  private async find(
    slots: readonly number[],
    from: Place,
  ): Promise<{ readonly streams: readonly string[]; readonly next: Place | undefined }> {
    const streams: string[] = [];
    let { slot: index, after } = from;
    for (let slot = slots[index]; slot !== undefined; slot = slots[++index], after = null) {
      const limit = READ_AT_ONCE - streams.length;
      const due = await this.options.slots.dueIn(this.options.known.tenant, { slot, until: this.at, after, limit });
      streams.push(...due.map(({ stream }) => stream));
      if (due.length === limit) return { streams, next: { slot: index, after: due.at(-1) ?? null } };
    }
    return { streams, next: undefined };
  }

  private async write({ writes, knowing }: Woken): Promise<void> {
    const { store, known, size, stopwatch } = this.options;
    for (let left = writes; left.length > 0; ) {
      const { taken, rest, weight } = takeWeight(left, size.current);
      const begun = stopwatch();
      const written = await appendThoseUnmoved(store, known.tenant, { writes: taken, knowing });
      size.note({ weight, ms: stopwatch() - begun, isInTheWay: written.isInTheWay });
      this.events += eventsOf(written.writes);
      left = rest;
    }
  }
}
