import { parentPort, workerData } from 'node:worker_threads';
import { createPool, PostgresEventStore } from '#persistence';
import { recompute } from '#workflow';
import type { Part } from './recompute-threads.js';

/** One thread of recomputations: answers for its share of each log that it is given, until it is ended. */
const pool = createPool({ url: workerData as string, max: 2 });
const store = new PostgresEventStore(pool);

parentPort?.on('message', (part: Part) => {
  heldTo(part).then(
    (done) => parentPort?.postMessage({ done }),
    (error: unknown) => parentPort?.postMessage({ error }),
  );
});

/** Up to the first difference that any of the threads has found. */
async function heldTo({ tenant, options, share, found }: Part) {
  const first = new BigInt64Array(found);
  const isStillAsked = (events: number): boolean => events < Number(Atomics.load(first, 0));
  const done = await recompute(store, tenant, { ...options, share, onProgress: isStillAsked });
  if (done.difference) lower(first, BigInt(done.difference.position));
  return done;
}

function lower(first: BigInt64Array, position: bigint): void {
  for (let known = Atomics.load(first, 0); position < known; ) {
    const before = Atomics.compareExchange(first, 0, known, position);
    if (before === known) return;
    known = before;
  }
}
