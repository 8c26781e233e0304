import type { Pool } from 'pg';
import type { Appended } from '#event-store';
import { isServerFault } from '../transaction.js';
import { appendTogether, judge } from './append-together.js';
import type { Batch } from './batch.js';
import { type Ready, ready } from './event-writer.js';

/** Most events that are written together: the lock on the tenant's log is held no longer than it takes to write these. */
const MOST_EVENTS = 500;

interface Waiting {
  readonly batch: Ready;
  readonly resolve: (appended: Appended) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Group commit: while a transaction of a tenant is under way, further appends wait for it and then travel together, so that many
 * writers share a round trip and a flush to disk. Nobody is held back longer than one turn of the event loop.
 */
export class GroupCommit {
  private readonly lanes = new Map<string, Waiting[]>();

  constructor(private readonly pool: Pool) {}

  append(batch: Batch): Promise<Appended> {
    return new Promise((resolve, reject) => {
      const waiting = { batch: ready(batch), resolve, reject };
      const lane = this.lanes.get(batch.tenant);
      if (lane) lane.push(waiting);
      else {
        const begun = [waiting];
        this.lanes.set(batch.tenant, begun);
        void this.drain(batch.tenant, begun);
      }
    });
  }

  private async drain(tenant: string, lane: Waiting[]): Promise<void> {
    while (lane.length > 0) {
      await new Promise(setImmediate); // whoever was answered just now, or asks in the same moment, comes along
      await this.write(takeTogether(lane));
    }
    this.lanes.delete(tenant);
  }

  /** Settles every one of them; never throws. */
  private async write(together: readonly Waiting[]): Promise<void> {
    try {
      const appended = await appendTogether(
        this.pool,
        together.map(({ batch }) => batch),
      );
      together.forEach(({ resolve }, index) => resolve(appended[index] as Appended));
    } catch (error) {
      if (isServerFault(error)) await this.sortOut(together, error);
      else for (const { reject } of together) reject(error);
    }
  }

  /** Who was in the way is told so; the others are written again. */
  private async sortOut(together: readonly Waiting[], error: unknown): Promise<void> {
    const blameless: Waiting[] = [];
    for (const waiting of together) {
      try {
        const before = await judge(this.pool, waiting.batch);
        if (before) waiting.resolve(before);
        else blameless.push(waiting);
      } catch (refusal) {
        waiting.reject(refusal);
      }
    }
    if (blameless.length < together.length) {
      if (blameless.length > 0) await this.write(blameless);
    } else if (together.length > 1) for (const waiting of together) await this.write([waiting]);
    else together[0]?.reject(error);
  }
}

/** The next of a lane, in their order, as long as none names a stream or a key of another. */
function takeTogether(lane: Waiting[]): readonly Waiting[] {
  const taken: Waiting[] = [];
  const named = new Set<string>();
  let events = 0;
  while (lane[0] && events < MOST_EVENTS) {
    const { batch } = lane[0];
    const names = namesOf(batch);
    if (names.some((name) => named.has(name))) break;
    for (const name of names) named.add(name);
    events += batch.count;
    taken.push(lane.shift() as Waiting);
  }
  return taken;
}

function namesOf({ writes, options }: Batch): readonly string[] {
  const streams = writes.map(({ stream }) => `stream ${stream}`);
  return options.idempotencyKey === undefined ? streams : [...streams, `key ${options.idempotencyKey}`];
}
