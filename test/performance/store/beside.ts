import { createPool, PostgresEventStore } from '#persistence';
import type { Pool } from 'pg';
import { migrated } from '../server.js';
import { appendRate, STREAM_LENGTH } from './append.js';
import { storm } from '../storm/storm.js';
import { fill, replayRate } from './replay.js';

/** A figure as the peers' harness reads it. */
interface Figure {
  readonly group: string;
  readonly name: string;
  readonly unit: string;
  readonly value: number;
}

const NAME = 'Thác';

/** Takes part in one round of a workload of the peers: in a database of its own, measuring and checking itself. */
async function figuresOf(workload: string, size: number, url: string): Promise<Figure[]> {
  if (workload === 'append') return append(url, size);
  if (workload === 'replay') return replayed(url, size);
  if (workload === 'timers') return timers(url, size);
  return [];
}

/** Steps of the ladder of the whole country, as many as there are jobs, by real worker processes. */
async function timers(url: string, size: number): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [workers, group] of [
    [1, '1 worker process'],
    [2, '2 worker processes'],
  ] as const) {
    const tasks = Math.max(1, Math.round(size / 10_599));
    const { rate } = await inFreshDatabase(url, (_store, pool, own) =>
      storm({ pool, url: own, workers, tasks, hasCommands: false }),
    );
    figures.push({ group, name: `${NAME}: escalation steps, each an event with its reasons`, unit: 'jobs/s', value: rate });
  }
  return figures;
}

async function append(url: string, size: number): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const { group, ...writers } of [
    { group: '1 event per command, 1 writer', writers: 1, step: 1, streams: size },
    { group: '1 event per command, 8 writers', writers: 8, step: 1, streams: size * 4 },
    { group: '10 events per command, 1 writer', writers: 1, step: 10, streams: size * 5 },
    { group: '10 events per command, 8 writers', writers: 8, step: 10, streams: size * 20 },
  ]) {
    const value = await inFreshDatabase(url, (store) => appendRate(store, writers));
    figures.push({ group, name: NAME, unit: 'events/s', value });
  }
  return figures;
}

async function replayed(url: string, size: number): Promise<Figure[]> {
  const streams = Math.ceil(size / STREAM_LENGTH);
  const value = await inFreshDatabase(url, async (store, pool) => {
    await fill(store, streams);
    await pool.query('vacuum analyze event');
    return replayRate(store, streams);
  });
  return [{ group: 'replay', name: `${NAME}: replay, every event parsed`, unit: 'events/s', value }];
}

/** Each case begins with an empty log and a checkpoint, as those of the peers do. */
async function inFreshDatabase<T>(
  url: string,
  work: (store: PostgresEventStore, admin: Pool, own: string) => Promise<T>,
): Promise<T> {
  const admin = createPool({ url });
  let pool: Pool | undefined;
  try {
    await admin.query('drop schema public cascade; create schema public');
    const own = await migrated(url);
    await admin.query('checkpoint');
    const opened = createPool({ url: own });
    pool = opened;
    await Promise.all(Array.from({ length: 8 }, () => opened.query('select 1')));
    return await work(new PostgresEventStore(opened), admin, own);
  } finally {
    await Promise.all([pool?.end(), admin.end()]);
  }
}

const { BENCH_WORKLOAD = '', BENCH_SIZE = '0', DATABASE_URL = '' } = process.env;
console.log(JSON.stringify({ cases: await figuresOf(BENCH_WORKLOAD, Number(BENCH_SIZE), DATABASE_URL) }));
