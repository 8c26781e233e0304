import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { type DeliveriesLogEntry, type RunningDeliveries, startDeliveries } from './start-deliveries.js';

let running: RunningDeliveries | undefined;
beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(async () => {
  await running?.stop();
  jest.useRealTimers();
});

const counted = (counts: readonly number[]) => {
  const left = [...counts];
  return jest.fn(async () => left.shift() ?? 0);
};

describe('Deliveries', () => {
  it('are followed and sent until nothing is left, and looked for again every second', async () => {
    const [follow, send] = [counted([1, 1]), counted([100, 30])];
    running = startDeliveries({ feed: { follow }, sender: { send } });
    await jest.advanceTimersByTimeAsync(0);
    expect([follow.mock.calls.length, send.mock.calls.length]).toEqual([3, 3]);
    await jest.advanceTimersByTimeAsync(2_000);
    expect([follow.mock.calls.length, send.mock.calls.length]).toEqual([5, 5]);
  });

  it('go on being sent where following fails, which is told and tried again after pauses that double', async () => {
    const told: DeliveriesLogEntry[] = [];
    const follow = jest.fn(async (): Promise<number> => {
      throw new Error('no database');
    });
    const send = counted([]);
    running = startDeliveries({ feed: { follow }, sender: { send }, log: (entry) => told.push(entry) });
    await jest.advanceTimersByTimeAsync(500);
    expect([follow.mock.calls.length, told.length]).toEqual([2, 2]);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(follow).toHaveBeenCalledTimes(3);
    expect(send).toHaveBeenCalledTimes(2);
  });

  it('are finished when they are stopped, and no others begun', async () => {
    let finish: (count: number) => void = () => undefined;
    const send = jest.fn(() => new Promise<number>((resolve) => (finish = resolve)));
    const deliveries = startDeliveries({ feed: { follow: counted([]) }, sender: { send } });
    await jest.advanceTimersByTimeAsync(0);
    let stopped = false;
    const stopping = deliveries.stop().then(() => (stopped = true));
    await jest.advanceTimersByTimeAsync(0);
    expect(stopped).toBe(false);
    finish(5);
    await stopping;
    expect([send.mock.calls.length, jest.getTimerCount()]).toEqual([1, 0]);
  });
});
