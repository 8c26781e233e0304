import { createWorkflow, VirtualClock } from '#application';
import type { Instant } from '#engine';
import { type LogEntry, measuredStore, Metrics, readinessOf } from '#observability';
import { PostgresClock, PostgresEventStore, PostgresReadModels, readinessFacts, watchedDatabase } from '#persistence';
import { openDoor, testDatabase, type TestDatabase } from '#testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createApi } from '../src/create-api.js';
import { ask } from './world.js';

let database: TestDatabase;
let app: NestFastifyApplication;
const logged: LogEntry[] = [];
beforeAll(async () => {
  database = await testDatabase();
  const { pool } = database;
  const dataSource = await database.dataSource();
  const open = { ...database, dataSource, dataDir: null, close: async () => undefined };
  const metrics = new Metrics('api');
  metrics.watch(watchedDatabase(open));
  const store = measuredStore(new PostgresEventStore(pool), metrics);
  app = await createApi({
    store,
    workflow: createWorkflow(store),
    clock: new VirtualClock('2022-07-01T08:00:00+07:00' as Instant),
    tenant: 't',
    door: openDoor,
    readModels: new PostgresReadModels(pool),
    log: (entry) => logged.push(entry),
    metrics,
    readiness: () => readinessOf(() => readinessFacts(open)),
  });
}, 60_000);
afterAll(async () => {
  await app?.close();
  await database?.drop();
});

const get = (url: string, headers: Record<string, string> = {}, remoteAddress = '127.0.0.1') =>
  ask(app, { method: 'GET', url, headers, remoteAddress });

describe('A request', () => {
  it('has an id, is timed under its route, and is written down without its address', async () => {
    const { status, headers, body } = await get('/api/v1/plans/secret-plan?minPosition=0');
    expect(status).toBe(404);
    expect(headers['x-request-id']).toBe(body.traceId);
    const line = logged.find(({ traceId }) => traceId === body.traceId);
    expect(line).toMatchObject({ level: 'debug', facts: { method: 'GET', route: '/api/v1/plans/:plan', status: 404 } });
    expect(JSON.stringify(logged)).not.toContain('secret-plan');
    const scraped = (await get('/metrics')).body as string;
    expect(scraped).toContain('method="GET",route="/api/v1/plans/:plan",status="404"');
    expect(scraped).not.toContain('secret-plan');
  });
});

describe('Metrics', () => {
  it('are there for this machine alone, and nobody is told so', async () => {
    const local = await get('/metrics');
    expect([local.status, local.headers['content-type']]).toEqual([200, expect.stringContaining('text/plain')]);
    expect(local.body).toContain('thac_database_up{service="api"} 1');
    const others = [
      await get('/metrics', {}, '10.0.0.7'),
      await get('/metrics', { 'x-forwarded-for': '10.0.0.7' }),
      await get('/metrics', { forwarded: 'for=10.0.0.7' }),
    ];
    for (const { status, body } of others) expect([status, body.code]).toEqual([404, 'route.unknown']);
  });
});

describe('Readiness', () => {
  it('tells a process that answers from one whose deadlines stand still', async () => {
    const alone = await get('/health/ready');
    expect([alone.status, alone.body.status]).toEqual([200, 'degraded']);
    expect(alone.body.checks).toContainEqual({ name: 'clock', status: 'failed' });
    const strict = await get('/health/ready?strict=true');
    expect([strict.status, strict.body.code]).toEqual([503, 'clock.stands-still']);
    await new PostgresClock(database.pool).beat('w');
    expect((await get('/health/ready?strict=true')).body.status).toBe('ok');
  });

  it('fails where tables are missing', async () => {
    const client = await database.owner.connect();
    const { rows } = await client.query("delete from migration where name like 'AsyncProjections%' returning *");
    const { status, body } = await get('/health/ready');
    expect([status, body.code]).toEqual([503, 'database.not-migrated']);
    await client.query('insert into migration (timestamp, name) values ($1, $2)', [rows[0].timestamp, rows[0].name]);
    client.release();
    expect((await get('/health/ready')).status).toBe(200);
  });
});
