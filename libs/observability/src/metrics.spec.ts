import { describe, expect, it } from '@jest/globals';
import { ConcurrencyConflict, InMemoryEventStore, type NewEvent } from '#event-store';
import { measuredStore } from './measured-store.js';
import { Metrics, type WatchedNumbers } from './metrics.js';

/** The samples of a scrape by name and labels, without those of Node itself. */
async function samples(metrics: Metrics): Promise<Record<string, number>> {
  const lines = (await metrics.text()).split('\n').filter((line) => line.startsWith('thac_'));
  return Object.fromEntries(
    lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ') + 1))]),
  );
}

const numbers: WatchedNumbers = {
  projections: [{ tenant: 'a', projection: 'daily', positions: 12, seconds: 3.5 }],
  lateness: [
    { tenant: 'a', second: 1, seconds: 2, minute: 3, minutes: 4, longer: 5 },
    { tenant: 'b', second: 10, seconds: 0, minute: 0, minutes: 0, longer: 1 },
  ],
  seals: [{ tenant: 'a', events: 5, seconds: 1.5 }],
  workers: 2,
  stuck: 1,
  deliveries: { waiting: 7, dead: 3 },
  databaseBytes: 1_000,
};
const pool = () => ({ total: 10, idle: 4, waiting: 1 });
const disk = async () => ({ free: 25, size: 100 });
const event: NewEvent = { type: 'T', v: 1, data: {}, because: null, at: '2022-07-01T00:00:00+07:00' as never, actor: null };

describe('A scrape', () => {
  it('tells what the database said', async () => {
    const metrics = new Metrics('worker');
    metrics.watch({ numbers: async () => numbers, pool, disk });
    expect(await samples(metrics)).toMatchObject({
      'thac_database_up{service="worker"}': 1,
      'thac_projection_lag_positions{projection="daily",tenant="a",service="worker"}': 12,
      'thac_projection_lag_seconds{projection="daily",tenant="a",service="worker"}': 3.5,
      'thac_wake_ups_overdue{tenant="b",late="over_10m",service="worker"}': 1,
      'thac_wake_ups_due{late="under_1s",service="worker"}': 11,
      'thac_wake_ups_due{late="over_10m",service="worker"}': 6,
      'thac_seal_lag_events{tenant="a",service="worker"}': 5,
      'thac_seal_lag_seconds{tenant="a",service="worker"}': 1.5,
      'thac_clock_workers{service="worker"}': 2,
      'thac_clock_stuck{service="worker"}': 1,
      'thac_deliveries{state="waiting",service="worker"}': 7,
      'thac_dead_letters{service="worker"}': 3,
      'thac_pool_connections{state="used",service="worker"}': 6,
      'thac_disk_free_bytes{service="worker"}': 25,
    });
  });

  it('goes on without a database, and repeats no numbers of an earlier one', async () => {
    const metrics = new Metrics('api');
    let isThere = true;
    const ask = async () => (isThere ? numbers : Promise.reject(new Error('gone')));
    metrics.watch({ numbers: ask, pool, disk: async () => null });
    await metrics.text();
    isThere = false;
    const found = await samples(metrics);
    expect(found['thac_database_up{service="api"}']).toBe(0);
    expect(found['thac_failures_total{part="scrape",service="api"}']).toBe(1);
    expect(found['thac_pool_connections{state="idle",service="api"}']).toBe(4);
    const stale = Object.keys(found).filter((name) =>
      /lag|wake_ups_(due|overdue)|clock_workers|clock_stuck|dead_letters|disk|bytes/.test(name),
    );
    expect(stale).toEqual([]);
  });

  it('tells how long requests, steps and runs took', async () => {
    const metrics = new Metrics('api');
    metrics.request({ method: 'GET', route: '/api/v1/plans/:plan', status: 200 }, 0.02);
    metrics.projectionStep({ projection: 'daily', events: 40, seconds: 0.2 });
    metrics.clockRun({ wakeUps: 3, events: 5 });
    metrics.failed('clock');
    expect(await samples(metrics)).toMatchObject({
      'thac_http_request_seconds_bucket{le="0.025",service="api",method="GET",route="/api/v1/plans/:plan",status="200"}': 1,
      'thac_http_request_seconds_bucket{le="0.01",service="api",method="GET",route="/api/v1/plans/:plan",status="200"}': 0,
      'thac_projection_events_total{projection="daily",service="api"}': 40,
      'thac_clock_wake_ups_total{service="api"}': 3,
      'thac_clock_events_total{service="api"}': 5,
      'thac_failures_total{part="clock",service="api"}': 1,
    });
  });
});

describe('A measured store', () => {
  it('does what the store does, and tells how each append ended', async () => {
    const metrics = new Metrics('api');
    const store = measuredStore(new InMemoryEventStore(), metrics);
    const write = { stream: 's', expected: 0, events: [event, event] };
    expect(await store.append('t', [write], { idempotencyKey: 'k' })).toEqual({ position: 2, replayed: false });
    expect(await store.append('t', [write], { idempotencyKey: 'k' })).toEqual({ position: 2, replayed: true });
    await expect(store.append('t', [write])).rejects.toThrow(ConcurrencyConflict);
    await expect(store.append('t', [write, write])).rejects.toThrow(TypeError);
    expect(await store.head('t')).toBe(2);
    expect(await store.readAll('t', 0)).toHaveLength(2);
    const found = await samples(metrics);
    for (const outcome of ['recorded', 'replayed', 'refused', 'failed']) {
      expect([outcome, found[`thac_append_seconds_count{service="api",outcome="${outcome}"}`]]).toEqual([outcome, 1]);
    }
    expect(found['thac_append_events_total{service="api"}']).toBe(2);
  });
});
