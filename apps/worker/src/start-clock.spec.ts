import { type ClockShareRunner, createWorkflow, type ShareRun, type Turn, VirtualClock } from '#workflow';
import type { Instant } from '#engine';
import { ALL_SLOTS, type Beat, type ClockMembers, InMemoryEventStore, PlainWakeUpSlots } from '#event-store';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { backOffAfter } from './back-off.js';
import { type ClockLogEntry, type ClockOptions, type RunningClock, startClock } from './start-clock.js';

const MORNING = '2022-07-01T08:00:00+07:00' as Instant;
const NOTHING: ShareRun = { wakeUps: 0, events: 0, isWaiting: false };
const SOME: ShareRun = { wakeUps: 2, events: 5, isWaiting: false };

/** Workers by what a test says of them. */
class Members implements ClockMembers {
  readonly clock = new VirtualClock(MORNING);
  readonly beats: string[] = [];
  readonly left: string[] = [];
  others: readonly string[] = [];
  broken: Error | undefined;

  async beat(worker: string): Promise<Beat> {
    if (this.broken) throw this.broken;
    this.beats.push(worker);
    return { now: await this.now(), workers: [worker, ...this.others].toSorted() };
  }

  async leave(worker: string): Promise<void> {
    this.left.push(worker);
  }

  async now(): Promise<Instant> {
    if (this.broken) throw this.broken;
    return this.clock.now();
  }
}

type Run = (tenant: string, turn: Turn) => Promise<ShareRun>;

/** A clock whose share does what a test tells it to, of tenants that always have something due. */
function world(run: Run, due: readonly string[] = ['a']) {
  const store = new InMemoryEventStore();
  const members = new Members();
  const runs = jest.fn(run);
  const told: ClockLogEntry[] = [];
  const options: ClockOptions = {
    runner: { run: runs } as Pick<ClockShareRunner, 'run'>,
    slots: Object.assign(new PlainWakeUpSlots(store, () => []), { dueTenants: async () => due }),
    members,
    worker: 'me',
    log: (entry) => told.push(entry),
  };
  return { options, members, runs, told };
}

let running: RunningClock | undefined;
beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(async () => {
  await running?.stop();
  running = undefined;
  jest.useRealTimers();
});

describe('A clock', () => {
  it('looks at once at every tenant that has anything due, and again every second', async () => {
    const { options, runs } = world(async () => NOTHING, ['a', 'b']);
    running = startClock(options);
    await jest.advanceTimersByTimeAsync(0);
    expect(runs.mock.calls.map(([tenant, { until }]) => [tenant, until])).toEqual([
      ['a', MORNING],
      ['b', MORNING],
    ]);
    await jest.advanceTimersByTimeAsync(999);
    expect(runs).toHaveBeenCalledTimes(2);
    await jest.advanceTimersByTimeAsync(1);
    expect(runs).toHaveBeenCalledTimes(4);
  });

  it('goes by the time of the members, whatever this machine’s clock says', async () => {
    jest.setSystemTime(new Date('1999-01-01'));
    const { options, runs, members } = world(async () => NOTHING);
    running = startClock(options);
    await jest.advanceTimersByTimeAsync(0);
    members.clock.advanceTo('2023-01-01T00:00:00+07:00' as Instant);
    jest.setSystemTime(new Date('2090-01-01'));
    await jest.advanceTimersByTimeAsync(1_000);
    expect(runs.mock.calls.map(([, { until }]) => until)).toEqual([MORNING, '2023-01-01T00:00:00+07:00']);
  });

  it('watches only the tenants it was told, where it was told any', async () => {
    const { options, runs } = world(async () => NOTHING, ['a', 'b', 'c']);
    running = startClock({ ...options, tenants: ['b', 'z'] });
    await jest.advanceTimersByTimeAsync(0);
    expect(runs.mock.calls.map(([tenant]) => tenant)).toEqual(['b']);
  });

  it('gives every tenant its turn before any has another, until nothing is left', async () => {
    const left = new Map([
      ['a', 3],
      ['b', 1],
      ['c', 2],
    ]);
    const { options, runs } = world(
      async (tenant) => {
        const turns = left.get(tenant) ?? 0;
        left.set(tenant, turns - 1);
        return turns > 0 ? SOME : NOTHING;
      },
      ['a', 'b', 'c'],
    );
    running = startClock(options);
    await jest.advanceTimersByTimeAsync(0);
    expect(runs.mock.calls.map(([tenant]) => tenant).join('')).toBe('abcabcabcabc');
  });

  it('ends a turn when its time is over', async () => {
    const kept: boolean[] = [];
    const { options } = world(async (_tenant, { keepGoing = () => true }) => {
      if (kept.length > 0) return NOTHING;
      kept.push(keepGoing());
      jest.advanceTimersByTime(499);
      kept.push(keepGoing());
      jest.advanceTimersByTime(1);
      kept.push(keepGoing());
      return NOTHING;
    });
    running = startClock(options);
    await jest.advanceTimersByTimeAsync(0);
    expect(kept).toEqual([true, true, false]);
  });

  it('looks again soon where others have to go first', async () => {
    const { options, runs } = world(async () => ({ ...NOTHING, isWaiting: true }));
    running = startClock(options);
    await jest.advanceTimersByTimeAsync(0);
    await jest.advanceTimersByTimeAsync(100);
    expect(runs).toHaveBeenCalledTimes(5);
  });

  it('never looks twice at once, however long a look takes', async () => {
    let open = 0;
    let most = 0;
    const finish: (() => void)[] = [];
    const { options } = world(async () => {
      most = Math.max(most, ++open);
      await new Promise<void>((resolve) => finish.push(resolve));
      open -= 1;
      return NOTHING;
    });
    running = startClock(options);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(finish).toHaveLength(1);
    finish[0]!();
    await jest.advanceTimersByTimeAsync(60_000);
    expect([finish.length, most]).toEqual([2, 1]);
    finish[1]!();
  });

  it('finishes the batch under way when it is stopped, begins no other, and then leaves the members', async () => {
    let batches = 0;
    let release: () => void = () => undefined;
    const { options, runs, members } = world(
      async (_tenant, { keepGoing = () => true }) => {
        while (keepGoing()) {
          await new Promise<void>((resolve) => {
            release = resolve;
          });
          batches += 1;
        }
        return NOTHING;
      },
      ['a', 'b'],
    );
    const clock = startClock(options);
    await jest.advanceTimersByTimeAsync(0);
    let stopped = false;
    const stopping = clock.stop().then(() => {
      stopped = true;
    });
    await jest.advanceTimersByTimeAsync(0);
    expect([stopped, batches, members.left]).toEqual([false, 0, []]);
    release();
    await stopping;
    expect([batches, runs.mock.calls.length, members.left, jest.getTimerCount()]).toEqual([1, 1, ['me'], 0]);
    await clock.stop();
    expect(members.left).toEqual(['me']);
  });

  it('tells what failed and pauses for that tenant alone, each time twice as long', async () => {
    const broken = new Error('a bad plan');
    const { options, runs, told } = world(
      async (tenant) => {
        if (tenant === 'a' && told.filter(({ level }) => level === 'error').length < 3) throw broken;
        return NOTHING;
      },
      ['a', 'b'],
    );
    running = startClock(options);
    const failed = () => told.filter(({ level }) => level === 'error');
    await jest.advanceTimersByTimeAsync(0);
    expect(failed()).toMatchObject([{ level: 'error', tenant: 'a', error: broken }]);
    expect(runs.mock.calls.map(([tenant]) => tenant)).toEqual(['a', 'b']);
    await jest.advanceTimersByTimeAsync(499);
    expect(failed()).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(1);
    expect([failed().length, running.state.failures]).toEqual([2, 2]);
    await jest.advanceTimersByTimeAsync(999);
    expect(failed()).toHaveLength(2);
    await jest.advanceTimersByTimeAsync(1);
    expect(failed()).toHaveLength(3);
    await jest.advanceTimersByTimeAsync(2_000);
    expect([failed().length, running.state.failures]).toEqual([3, 0]);
  });

  it('goes on when the database comes back', async () => {
    const { options, runs, members, told } = world(async () => NOTHING);
    members.broken = new Error('no database');
    running = startClock(options);
    await jest.advanceTimersByTimeAsync(10_000);
    expect(runs).not.toHaveBeenCalled();
    expect(told.every(({ level, tenant }) => level === 'error' && tenant === null)).toBe(true);
    members.broken = undefined;
    await jest.advanceTimersByTimeAsync(10_000);
    expect(runs).toHaveBeenCalled();
    expect(running.state).toMatchObject({ workers: ['me'], failures: 0 });
  });

  it('says that it is busy as long as looks find something due', async () => {
    const seen: boolean[] = [];
    const { options } = world(async () => {
      seen.push(running?.state.isBusy === true);
      return { ...NOTHING, wakeUps: seen.length < 3 ? 5 : 0 };
    });
    running = startClock(options);
    await running.lookNow();
    expect(seen.slice(0, 3)).toEqual([false, true, true]);
    expect(running.state.isBusy).toBe(false);
  });

  it('looks now when it is asked to', async () => {
    const { options, runs } = world(async () => NOTHING);
    running = startClock(options);
    await running.lookNow();
    expect(runs).toHaveBeenCalledTimes(2);
  });
});

describe('Clocks that share', () => {
  it('take all slots alone, their part beside others, and all again when the others are gone', async () => {
    const { options, runs, members, told } = world(async () => NOTHING);
    running = startClock(options);
    await jest.advanceTimersByTimeAsync(0);
    expect(runs.mock.lastCall?.[1].slots).toEqual(ALL_SLOTS);
    members.others = ['you'];
    await jest.advanceTimersByTimeAsync(3_000);
    expect(runs.mock.lastCall?.[1].slots).toHaveLength(16);
    members.others = [];
    await jest.advanceTimersByTimeAsync(3_000);
    expect(runs.mock.lastCall?.[1].slots).toEqual(ALL_SLOTS);
    expect(told.map(({ message }) => message.en)).toEqual([1, 2, 1].map((n) => `${n} clock processes share the work.`));
  });

  it('beat every second and a half, also while a look is under way', async () => {
    const { options, members } = world(() => new Promise(() => undefined));
    startClock(options);
    await jest.advanceTimersByTimeAsync(6_000);
    expect(members.beats).toHaveLength(5);
    jest.clearAllTimers();
  });
});

describe('Pauses after failures', () => {
  it('double from half a second to a minute', () => {
    expect([1, 2, 3, 7, 8, 100].map(backOffAfter)).toEqual([500, 1_000, 2_000, 32_000, 60_000, 60_000]);
  });
});

it('is put together from a workflow and its wake-ups', async () => {
  const store = new InMemoryEventStore();
  const slots = new PlainWakeUpSlots(store, () => ['a']);
  const run = createWorkflow(store).clockOver(slots).run('a', { until: MORNING, slots: ALL_SLOTS });
  expect(await run).toEqual(NOTHING);
});
