import { knownKey, knownPem } from '#testing';
import { PostgresEventStore, seal, type SealKey } from '#persistence';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Pool } from 'pg';
import { WorkerProcess } from '../../apps/worker/test/worker-process.js';
import { type BenchmarkOptions, median, type Report, reportRates, seconds } from './benchmark.js';
import { type BenchDatabase, onBenchServer } from './server.js';
import { appendRate, STREAM_LENGTH, type Writers } from './store/append.js';
import { fill } from './store/replay.js';

const TENANT = 'vn-10';
const WRITERS: Writers = { writers: 8, step: 10, streams: 8_000 };
const FEW: Writers = { writers: 8, step: 1, streams: 1_500 };
const ALONE: Writers = { writers: 1, step: 1, streams: 2_500 };
const SEALED = 5_000;
const key: SealKey = (tenant) => knownKey(tenant);

/** The store, noting how long each append took. */
function timed(pool: Pool, took: number[]): PostgresEventStore {
  const store = new PostgresEventStore(pool);
  const append = store.append.bind(store);
  store.append = async (...given) => {
    const began = performance.now();
    const appended = await append(...given);
    took.push(performance.now() - began);
    return appended;
  };
  return store;
}

const p99 = (took: readonly number[]): number => took.toSorted((a, b) => a - b)[Math.floor(took.length * 0.99)] ?? 0;

interface Measured {
  readonly rate: number;
  /** Milliseconds. */
  readonly p99: number;
}

/** Appends beside a worker, a process of its own that keeps the clock, and seals or does not: nothing else differs. */
async function appends({ pool, url, admin }: BenchDatabase, writers: Writers, seals: boolean): Promise<Measured> {
  const folder = await mkdtemp(path.join(tmpdir(), 'thac-bench-seal-'));
  const file = path.join(folder, 'seal.key');
  await writeFile(file, knownPem(), { mode: 0o600 });
  const worker = new WorkerProcess(url, { THAC_NOTICES: 'off', THAC_SEAL_KEY_FILE: seals ? file : '' });
  try {
    const lives = 'select exists (select from clock_worker where until > now()) as yes';
    while (!(await admin.query<{ yes: boolean }>(lives)).rows[0]?.yes) worker.mustLive();
    const took: number[] = [];
    const rate = await appendRate(timed(pool, took), writers);
    await expectSealed(admin, seals);
    return { rate, p99: p99(took) };
  } finally {
    await worker.stop();
    await rm(folder, { recursive: true });
  }
}

/** @throws where the log was sealed though nobody should have, or not at all though somebody should */
async function expectSealed(admin: Pool, seals: boolean): Promise<void> {
  const { rows } = await admin.query<{ sealed: number }>('select coalesce(max(position), 0)::int as sealed from seal_head');
  const sealed = rows[0]?.sealed ?? 0;
  if (sealed > 0 !== seals) throw new Error(`${sealed} events are sealed`);
}

/** Events a second of sealing a log that is there already, to its checkpoint. */
async function sealRate(pool: Pool): Promise<number> {
  await fill(new PostgresEventStore(pool), SEALED);
  const took = await seconds(async () => {
    while ((await seal(pool, { tenant: TENANT, key, checkpointMs: 0 })).more);
  });
  return (SEALED * STREAM_LENGTH) / took;
}

const CASES = [
  { name: 'append with sealing on, 10 events, 8 writers', writers: WRITERS },
  { name: 'append with sealing on, 1 event, 8 writers', writers: FEW },
  { name: 'append with sealing on, 1 event, 1 writer', writers: ALONE },
];

/** Appends beside a worker that seals and beside one that does not, and sealing beside the fastest of them. */
export async function sealBenchmark({ rounds, progress }: BenchmarkOptions): Promise<Report> {
  const rates = CASES.map(({ name }) => ({ name, ours: [] as number[], limit: [] as number[], slower: [] as number[] }));
  const sealing = { name: `seal, ${SEALED * STREAM_LENGTH} events`, ours: [] as number[], limit: [] as number[] };
  await onBenchServer(async (server) => {
    for (let round = 1; round <= rounds; round++) {
      for (const [index, { name, writers }] of CASES.entries()) {
        const off = await server.fresh('off', 'migrated', (_, database) => appends(database, writers, false));
        const on = await server.fresh('on', 'migrated', (_, database) => appends(database, writers, true));
        const kept = rates[index];
        kept?.ours.push(on.rate);
        kept?.limit.push(off.rate);
        kept?.slower.push(on.p99 / off.p99);
        if (index === 0) sealing.limit.push(off.rate);
        progress(
          `round ${round}: ${name}: ${on.rate.toFixed(0)} events/s, off ${off.rate.toFixed(0)}; p99 ${(on.p99 / off.p99).toFixed(2)}`,
        );
      }
      sealing.ours.push(await server.fresh('seal', 'migrated', sealRate));
      progress(`round ${round}: ${sealing.name}: ${sealing.ours.at(-1)?.toFixed(0)} events/s`);
    }
  });
  const facts = Object.fromEntries(rates.map(({ name, slower }) => [`p99 on ÷ off, ${name}`, median(slower).toFixed(2)]));
  const named = [
    ...rates.map((each) => ({ ...each, unit: 'events/s', limitName: 'off' })),
    { ...sealing, unit: 'events/s', limitName: 'append' },
  ];
  return reportRates(
    { benchmark: 'seal', about: 'Sealing the log: what it takes from appends, and whether it keeps up', facts },
    named,
  );
}
