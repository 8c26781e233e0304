import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type { Pool } from 'pg';
import { createPool, exportLog, importLog, PostgresEventStore, seal } from '#persistence';
import { act, derivedEvent, knownKey, unitPlanWrite } from '#testing';
import { onBenchServer } from '../performance/server.js';

const TENANT = 'vn-10';
const ACTS = 9;
const AT_ONCE = 200;

/** Unit plans with ten events each, until there are so many events. */
async function fill(pool: Pool, events: number): Promise<void> {
  const store = new PostgresEventStore(pool);
  for (let first = 0; first < events / (ACTS + 1); first += AT_ONCE) {
    const writes = Array.from({ length: AT_ONCE }, (_, n) => {
      const shape = { plan: 'plan', unit: `u-${first + n}`, superior: 'vn-10', items: 8, reports: 2 };
      const acts = Array.from({ length: ACTS }, (__, index) =>
        act('ItemSubmitted', { item: '1.1', note: `Lần ${index}` }, `2022-07-0${1 + index}T08:00:00+07:00`),
      );
      return unitPlanWrite([derivedEvent(shape), ...acts]);
    });
    await store.append(TENANT, writes);
  }
}

async function exportTo(file: string, pool: Pool): Promise<number> {
  const gzip = createGzip();
  const written = pipeline(gzip, createWriteStream(file));
  const { events } = await exportLog(pool, TENANT, async (lines) => {
    if (!gzip.write(lines)) await once(gzip, 'drain');
    return true;
  }).finally(() => gzip.end());
  await written;
  return events;
}

const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(0);

/**
 * `node --max-old-space-size=96 dist/test/audit/archive-memory.js [EVENTS]`: exports a log of so many events, and imports it elsewhere, with
 * a heap that is smaller than the log by far; a process that held the log would end.
 */
async function main(wanted: number): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'thac-archive-'));
  const file = path.join(folder, 'log.gz');
  await onBenchServer(async (server) => {
    const events = await server.fresh('archive', 'migrated', async (pool) => {
      await fill(pool, wanted);
      while ((await seal(pool, { tenant: TENANT, key: knownKey, checkpointMs: 0 })).more);
      const began = performance.now();
      const count = await exportTo(file, pool);
      console.log(`exported ${count} events, ${megabytes((await stat(file)).size)} MB packed: ${rate(count, began)} events/s`);
      return count;
    });
    await server.fresh('archive', 'migrated', async (_, { url, ownerUrl }) => {
      const owner = createPool({ url: ownerUrl, max: 2 });
      const began = performance.now();
      const chunks = createReadStream(file).pipe(createGunzip());
      const { streams } = await importLog({ pool: owner, url }, { name: file, chunks }).finally(() => owner.end());
      console.log(`imported into ${streams} streams with their read models: ${rate(events, began)} events/s`);
    });
  });
  await rm(folder, { recursive: true });
  const { rss, heapUsed } = process.memoryUsage();
  console.log(
    `heap ${megabytes(heapUsed)} MB at the end, ${megabytes(rss)} MB resident; largest resident ${megabytes(process.resourceUsage().maxRSS * 1_024)} MB`,
  );
}

const rate = (events: number, began: number): string => (events / ((performance.now() - began) / 1_000)).toFixed(0);

await main(Number(process.argv[2] ?? 100_000));
