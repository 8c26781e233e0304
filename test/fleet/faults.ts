import {
  ConcurrencyConflict,
  type Appended,
  type AppendOptions,
  type EventStore,
  type RecordedEvent,
  type StreamWrite,
} from '#event-store';
import type { Chance } from './chance.js';
import type { Interleaver } from './interleaver.js';

/** Every kind of fault that the fleet injects. */
export const FAULTS = [
  'crash before an append',
  'crash after an append',
  'answer lost',
  'conflict storm',
  'slow read',
  'clock run twice',
  'clock run skipped',
  'clock leaps',
  'fact before the clock',
  'deed before the clock',
  'two clocks at once',
  'command beside the clock',
  'stale process',
  'cascade half finished',
] as const;

export type Fault = (typeof FAULTS)[number];

/** How often each fault was injected. */
export class FaultCount {
  readonly of = new Map<Fault, number>(FAULTS.map((fault) => [fault, 0]));

  note(fault: Fault): void {
    this.of.set(fault, (this.of.get(fault) ?? 0) + 1);
  }
}

/** The process died: its caches and everything it held are gone; what was recorded is not. */
export class Crash extends Error {}
/** What was asked for may or may not have been done: nobody said. */
export class AnswerLost extends Error {}

export interface FaultPlan {
  readonly count: FaultCount;
  readonly roll: Chance;
  readonly interleaver: Interleaver;
  /** Probability of a fault for each append. */
  readonly rate: number;
}

/** A store that fails now and then, as machines and networks do: never by recording anything wrong. */
export class FaultyStore implements EventStore {
  /** Conflicts that are still to come of a storm. */
  private storm = 0;

  constructor(
    private readonly inner: EventStore,
    private readonly plan: FaultPlan,
  ) {}

  async append(tenant: string, writes: readonly StreamWrite[], options?: AppendOptions): Promise<Appended> {
    await this.turn();
    this.stormOn(writes);
    const { roll, rate, count } = this.plan;
    const fault = roll.hits(rate) ? roll.one(['before', 'after', 'lost', 'storm'] as const) : undefined;
    if (fault === 'before') {
      const cascading = writes.some(({ stream, expected }) => stream.startsWith('plan/') && expected > 0);
      count.note(cascading ? 'cascade half finished' : 'crash before an append');
      throw new Crash();
    }
    if (fault === 'storm') {
      this.storm = roll.between(1, 7);
      this.stormOn(writes);
    }
    const appended = await this.inner.append(tenant, writes, options);
    await this.turn();
    if (fault === 'after') {
      count.note('crash after an append');
      throw new Crash();
    }
    if (fault === 'lost') {
      count.note('answer lost');
      throw new AnswerLost();
    }
    return appended;
  }

  private stormOn(writes: readonly StreamWrite[]): void {
    if (this.storm === 0) return;
    this.storm -= 1;
    this.plan.count.note('conflict storm');
    const { stream = 'nothing', expected = 0 } = writes[0] ?? {};
    throw new ConcurrencyConflict({ stream, expected, actual: expected + 1 });
  }

  async readStream(tenant: string, stream: string, after?: number): Promise<readonly RecordedEvent[]> {
    const read = await this.inner.readStream(tenant, stream, after);
    await this.turn();
    return read;
  }

  async readStreams(tenant: string, streams: readonly string[]): Promise<ReadonlyMap<string, readonly RecordedEvent[]>> {
    const read = await this.inner.readStreams(tenant, streams);
    await this.turn();
    return read;
  }

  async readAll(tenant: string, after: number, limit?: number): Promise<readonly RecordedEvent[]> {
    const read = await this.inner.readAll(tenant, after, limit);
    await this.turn();
    return read;
  }

  async *replay(tenant: string, after?: number): AsyncGenerator<readonly RecordedEvent[]> {
    yield* this.inner.replay(tenant, after);
  }

  async head(tenant: string): Promise<number> {
    const read = await this.inner.head(tenant);
    await this.turn();
    return read;
  }

  async lastFact(tenant: string): Promise<number> {
    const read = await this.inner.lastFact(tenant);
    await this.turn();
    return read;
  }

  async dueWakeUps(...of: Parameters<EventStore['dueWakeUps']>): ReturnType<EventStore['dueWakeUps']> {
    const read = await this.inner.dueWakeUps(...of);
    await this.turn();
    return read;
  }

  async earliestWakeUp(tenant: string): ReturnType<EventStore['earliestWakeUp']> {
    const read = await this.inner.earliestWakeUp(tenant);
    await this.turn();
    return read;
  }

  async recorded(...of: Parameters<EventStore['recorded']>): ReturnType<EventStore['recorded']> {
    const read = await this.inner.recorded(...of);
    await this.turn();
    return read;
  }

  /** What is slow lets others go first: answers come when the scheduler says, and may be old by then. */
  private async turn(): Promise<void> {
    const { interleaver } = this.plan;
    if (interleaver.isRunning) await interleaver.turn();
  }
}
