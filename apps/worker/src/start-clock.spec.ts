import { createWorkflow, VirtualClock, type ClockRun } from '#application';
import type { Instant } from '#engine';
import { InMemoryEventStore } from '#event-store';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { backOffAfter } from './back-off.js';
import { type ClockLogEntry, type RunningClock, startClock } from './start-clock.js';

const MORNING = '2022-07-01T08:00:00+07:00' as Instant;
const at = (time: string): Instant => `2022-07-01T${time}+07:00` as Instant;

/** A workflow whose clock does what a test tells it to. */
function world(run: (tenant: string, until: Instant, keepGoing?: () => boolean) => Promise<ClockRun>) {
  const store = new InMemoryEventStore();
  const workflow = { ...createWorkflow(store), clock: { runDue: jest.fn(run), isHeld: async () => false } };
  return { store, workflow: workflow as unknown as ReturnType<typeof createWorkflow>, runs: workflow.clock.runDue };
}

const NOTHING: ClockRun = { wakeUps: 0, events: 0 };
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
  it('looks at once for every tenant, and again every five seconds', async () => {
    const { workflow, runs } = world(async () => NOTHING);
    running = startClock({ workflow, clock: new VirtualClock(MORNING), tenants: ['a', 'b'] });
    await jest.advanceTimersByTimeAsync(0);
    expect(runs.mock.calls.map(([tenant, until]) => [tenant, until])).toEqual([
      ['a', MORNING],
      ['b', MORNING],
    ]);
    await jest.advanceTimersByTimeAsync(4_999);
    expect(runs).toHaveBeenCalledTimes(2);
    await jest.advanceTimersByTimeAsync(1);
    expect(runs).toHaveBeenCalledTimes(4);
  });

  it('looks when the earliest wake-up is due, where that is sooner', async () => {
    const { workflow, runs, store } = world(async () => NOTHING);
    await store.append('a', [{ stream: 's', expected: 0, events: [], wakeUp: at('08:00:02') }]);
    running = startClock({ workflow, clock: new VirtualClock(MORNING), tenants: ['a'] });
    await jest.advanceTimersByTimeAsync(1_999);
    expect(runs).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(1);
    expect(runs).toHaveBeenCalledTimes(2);
  });

  it('does not hurry where a wake-up stays due', async () => {
    const { workflow, runs, store } = world(async () => NOTHING);
    await store.append('a', [{ stream: 's', expected: 0, events: [], wakeUp: at('07:00:00') }]);
    running = startClock({ workflow, clock: new VirtualClock(MORNING), tenants: ['a'] });
    await jest.advanceTimersByTimeAsync(10_000);
    expect(runs.mock.calls.length).toBeLessThanOrEqual(11);
  });

  it('never looks twice at once, however long a look takes', async () => {
    let open = 0;
    let most = 0;
    const finish: (() => void)[] = [];
    const { workflow } = world(async () => {
      most = Math.max(most, ++open);
      await new Promise<void>((resolve) => finish.push(resolve));
      open -= 1;
      return NOTHING;
    });
    running = startClock({ workflow, clock: new VirtualClock(MORNING), tenants: ['a'] });
    await jest.advanceTimersByTimeAsync(60_000);
    expect(finish).toHaveLength(1);
    finish[0]!();
    await jest.advanceTimersByTimeAsync(60_000);
    expect([finish.length, most]).toEqual([2, 1]);
    finish[1]!();
  });

  it('finishes the batch under way when it is stopped, and begins no other', async () => {
    let batches = 0;
    let release: () => void = () => undefined;
    const { workflow, runs } = world(async (_tenant, _until, keepGoing = () => true) => {
      while (keepGoing()) {
        await new Promise<void>((resolve) => {
          release = resolve;
        });
        batches += 1;
      }
      return NOTHING;
    });
    const clock = startClock({ workflow, clock: new VirtualClock(MORNING), tenants: ['a', 'b'] });
    await jest.advanceTimersByTimeAsync(0);
    let stopped = false;
    const stopping = clock.stop().then(() => {
      stopped = true;
    });
    await jest.advanceTimersByTimeAsync(0);
    expect([stopped, batches]).toEqual([false, 0]);
    release();
    await stopping;
    expect([batches, runs.mock.calls.length, jest.getTimerCount()]).toEqual([1, 1, 0]);
    await clock.stop();
  });

  it('tells what failed, tries again after pauses that double, and goes on for the other tenants', async () => {
    const told: ClockLogEntry[] = [];
    const broken = new Error('no database');
    const { workflow, runs } = world(async (tenant) => {
      if (tenant === 'a' && told.length < 3) throw broken;
      return { wakeUps: 2, events: 5 };
    });
    const log = (entry: ClockLogEntry) => void (entry.level === 'error' && told.push(entry));
    running = startClock({ workflow, clock: new VirtualClock(MORNING), tenants: ['a', 'b'], log });
    await jest.advanceTimersByTimeAsync(0);
    expect(told).toMatchObject([{ level: 'error', tenant: 'a', error: broken }]);
    expect(runs).toHaveBeenCalledTimes(2);
    await jest.advanceTimersByTimeAsync(500);
    expect(told).toHaveLength(2);
    await jest.advanceTimersByTimeAsync(999);
    expect(told).toHaveLength(2);
    await jest.advanceTimersByTimeAsync(1);
    expect(told).toHaveLength(3);
    await jest.advanceTimersByTimeAsync(2_000);
    expect(runs).toHaveBeenCalledTimes(8);
  });

  it('looks now when it is asked to', async () => {
    const { workflow, runs } = world(async () => NOTHING);
    running = startClock({ workflow, clock: new VirtualClock(MORNING), tenants: ['a'] });
    await running.lookNow();
    expect(runs).toHaveBeenCalledTimes(2);
  });
});

describe('Pauses after failures', () => {
  it('double from half a second to a minute', () => {
    expect([1, 2, 3, 7, 8, 100].map(backOffAfter)).toEqual([500, 1_000, 2_000, 32_000, 60_000, 60_000]);
  });
});
