import { afterEach, describe, expect, it } from '@jest/globals';
import { Metrics } from './metrics.js';
import { type Monitor, serveMonitor } from './monitor-server.js';
import { type ReadinessNumbers, readinessOf } from './readiness.js';

const well: ReadinessNumbers = { migrationsMissing: 0, workers: 1, projectionSeconds: 2 };

describe('Readiness', () => {
  it.each<[string, Partial<ReadinessNumbers>, { status: string; failed: readonly string[] }]>([
    ['all is well', {}, { status: 'ok', failed: [] }],
    ['tables are missing', { migrationsMissing: 1 }, { status: 'failed', failed: ['migrations'] }],
    ['no worker lives', { workers: 0 }, { status: 'degraded', failed: ['clock'] }],
    ['a projection is behind', { projectionSeconds: 61 }, { status: 'degraded', failed: ['projections'] }],
    ['two things are amiss', { migrationsMissing: 1, workers: 0 }, { status: 'failed', failed: ['migrations', 'clock'] }],
  ])('where %s', async (_, numbers, { status, failed }) => {
    const found = await readinessOf(async () => ({ ...well, ...numbers }));
    expect(found.status).toBe(status);
    expect(found.checks.filter((check) => check.status === 'failed').map(({ name }) => name)).toEqual(failed);
  });

  it('fails where the database refuses, or does not answer in time', async () => {
    const refused = await readinessOf(() => Promise.reject(new Error('gone')));
    const silent = await readinessOf(() => new Promise(() => undefined), { waitMs: 1 });
    for (const { status, checks } of [refused, silent]) {
      expect({ status, checks }).toEqual({ status: 'failed', checks: [{ name: 'database', status: 'failed', isVital: true }] });
    }
  });
});

describe('A monitor', () => {
  let monitor: Monitor | undefined;
  afterEach(async () => {
    await monitor?.close();
    monitor = undefined;
  });

  it('answers those who watch, on this machine alone', async () => {
    const numbers = { ...well };
    monitor = await serveMonitor({ metrics: new Metrics('worker'), readiness: () => readinessOf(async () => numbers), port: 0 });
    const ask = (path: string, method = 'GET') => fetch(`http://127.0.0.1:${monitor?.port}${path}`, { method });
    const scraped = await ask('/metrics');
    expect(scraped.headers.get('content-type')).toContain('text/plain; version=0.0.4');
    expect(await scraped.text()).toContain('nodejs_eventloop_lag_p99_seconds{service="worker"}');
    expect((await ask('/health/live')).status).toBe(200);
    expect((await ask('/health/ready')).status).toBe(200);
    numbers.workers = 0;
    const ready = await ask('/health/ready');
    expect([ready.status, await ready.json()]).toMatchObject([503, { status: 'degraded' }]);
    expect([(await ask('/')).status, (await ask('/metrics', 'POST')).status]).toEqual([404, 405]);
  });
});
