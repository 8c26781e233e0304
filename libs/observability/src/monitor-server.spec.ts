import { selfSigned } from '#testing';
import { afterEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { request } from 'node:https';
import { Metrics } from './metrics.js';
import { type Monitor, readMonitorPlace, serveMonitor } from './monitor-server.js';
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

  it('answers beyond this machine over TLS alone, unless the way is kept by other means', async () => {
    const tls = selfSigned();
    const at = (host: string) => ({ THAC_METRICS_PORT: '9464', THAC_METRICS_HOST: host });
    expect([readMonitorPlace({}), readMonitorPlace({ THAC_METRICS_HOST: '0.0.0.0' })]).toEqual([undefined, undefined]);
    expect(readMonitorPlace(at('::1'), tls)).toEqual({ port: 9_464, host: '::1' });
    expect(() => readMonitorPlace(at('0.0.0.0'))).toThrow('THAC_METRICS_HOST');
    expect(readMonitorPlace({ ...at('0.0.0.0'), THAC_TLS: 'proxy' })).toMatchObject({ tls: undefined });
    const place = readMonitorPlace(at('0.0.0.0'), tls);
    expect(place).toEqual({ port: 9_464, host: '0.0.0.0', tls });
    const readiness = () => readinessOf(async () => well);
    monitor = await serveMonitor({ ...place, metrics: new Metrics('api'), readiness, port: 0, host: '127.0.0.1' });
    const { port } = monitor;
    const [answer] = await once(request({ host: 'localhost', port, ca: tls.cert, path: '/health/live' }).end(), 'response');
    answer.resume();
    expect(answer.statusCode).toBe(200);
    await expect(fetch(`http://127.0.0.1:${port}/health/live`)).rejects.toThrow('fetch failed');
  });
});
