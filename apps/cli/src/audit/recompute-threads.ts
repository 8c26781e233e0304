import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { type Recomputed, type RecomputeOptions, together } from '#workflow';

type Options = Pick<RecomputeOptions, 'plan' | 'until'>;

/** What one thread is told. */
export interface Part {
  readonly tenant: string;
  readonly options: Options;
  readonly share: NonNullable<RecomputeOptions['share']>;
  /** One 64-bit number: the position of the first difference that was found so far. */
  readonly found: SharedArrayBuffer;
}

interface Answer {
  readonly done?: Recomputed;
  readonly error?: unknown;
}

const NOWHERE = 2n ** 62n;

/**
 * Threads that recompute a log together: each reads the whole of it on connections of its own, and looks at its share of the unit
 * plans.
 */
export class RecomputeThreads {
  private readonly workers: readonly Worker[];

  /** @param url address of the database, password included */
  constructor(url: string, count: number) {
    const program = new URL('./recompute-thread.js', import.meta.url);
    this.workers = Array.from({ length: count }, () => new Worker(program, { workerData: url }));
  }

  /** One log at a time. @throws what a thread fails with */
  async recompute(tenant: string, options: Options = {}): Promise<Recomputed> {
    const found = new SharedArrayBuffer(BigInt64Array.BYTES_PER_ELEMENT);
    new BigInt64Array(found)[0] = NOWHERE;
    const of = this.workers.length;
    const asked = this.workers.map((worker, index) => ask(worker, { tenant, options, share: { index, of }, found }));
    return together(await Promise.all(asked));
  }

  async end(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.terminate()));
  }
}

async function ask(worker: Worker, part: Part): Promise<Recomputed> {
  worker.postMessage(part);
  const [{ done, error }] = (await once(worker, 'message')) as [Answer];
  if (done) return done;
  throw error;
}
