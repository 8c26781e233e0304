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

/** Transactions of a tenant that are under way at once: while one is being committed, the next is sent and read. */
const MOST_UNDER_WAY = 2;

/** What waits of one tenant, and what is under way. */
interface Lane {
  readonly waiting: Waiting[];
  /** Streams and keys of what is under way. */
  readonly named: Set<string>;
  underWay: number;
  isAboutToSend: boolean;
}

/**
 * Group commit: while transactions of a tenant are under way, further appends wait for them and then travel together, so that
 * many writers share a round trip and a flush to disk. Nobody is held back longer than one turn of the event loop. Appends to
 * one stream leave one after another, in their order.
 */
export class GroupCommit {
  private readonly lanes = new Map<string, Lane>();

  constructor(private readonly pool: Pool) {}

  append(batch: Batch): Promise<Appended> {
    return new Promise((resolve, reject) => {
      const lane = this.lanes.get(batch.tenant) ?? { waiting: [], named: new Set(), underWay: 0, isAboutToSend: false };
      lane.waiting.push({ batch: ready(batch), resolve, reject });
      this.lanes.set(batch.tenant, lane);
      this.sendSoon(batch.tenant, lane);
    });
  }

  /** Once everybody has had a word who was answered just now, or asks in the same moment. */
  private sendSoon(tenant: string, lane: Lane): void {
    if (lane.isAboutToSend) return;
    lane.isAboutToSend = true;
    setImmediate(() => {
      lane.isAboutToSend = false;
      this.send(tenant, lane);
    });
  }

  private send(tenant: string, lane: Lane): void {
    while (lane.underWay < MOST_UNDER_WAY) {
      const together = takeTogether(lane);
      if (together.length === 0) break;
      lane.underWay += 1;
      void this.write(together).then(() => {
        for (const { batch } of together) for (const name of namesOf(batch)) lane.named.delete(name);
        lane.underWay -= 1;
        this.sendSoon(tenant, lane);
      });
    }
    if (lane.underWay === 0 && lane.waiting.length === 0) this.lanes.delete(tenant);
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
      const verdict = await judge(this.pool, waiting.batch);
      if (verdict === undefined) blameless.push(waiting);
      else if (verdict instanceof Error) waiting.reject(verdict);
      else waiting.resolve(verdict);
    }
    if (blameless.length < together.length) {
      if (blameless.length > 0) await this.write(blameless);
    } else if (together.length > 1) for (const waiting of together) await this.write([waiting]);
    else together[0]?.reject(error);
  }
}

/** The next of a lane, in their order, as long as none names a stream or a key of another that has not been settled. */
function takeTogether({ waiting, named }: Lane): readonly Waiting[] {
  const taken: Waiting[] = [];
  let events = 0;
  while (waiting[0] && events < MOST_EVENTS) {
    const { batch } = waiting[0];
    const names = namesOf(batch);
    if (names.some((name) => named.has(name))) break;
    for (const name of names) named.add(name);
    events += batch.count;
    taken.push(waiting.shift() as Waiting);
  }
  return taken;
}

function namesOf({ writes, options }: Batch): readonly string[] {
  const streams = writes.map(({ stream }) => `stream ${stream}`);
  return options.idempotencyKey === undefined ? streams : [...streams, `key ${options.idempotencyKey}`];
}
