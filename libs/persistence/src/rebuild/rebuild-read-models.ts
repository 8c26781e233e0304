import type { Pool, PoolClient } from 'pg';
import { inTransaction } from '../transaction.js';
import { whileAlone } from '../while-alone.js';
import { differences, replaceRows } from './differences.js';
import { Keys } from './keys.js';
import { HOLD_APPENDS_OFF, OF_ONE_MOMENT } from './rebuild.sql.js';
import { type Built, Shadow } from './shadow.js';

/** What a rebuild, or a check, went through. */
export interface Rebuilt {
  readonly events: number;
  readonly streams: number;
  /** Unit plans, plans, units and rules documents whose rows were not what the log gives. */
  readonly differing: number;
}

/** How far a rebuild has come. */
export interface RebuildProgress {
  /** Reading the log; taking in what was recorded meanwhile; comparing; putting the new rows in place. */
  readonly phase: 'read' | 'catch-up' | 'compare' | 'switch';
  readonly events: number;
  /** Position of the tenant's last event when it was last looked at. */
  readonly head: number;
}

/** How a rebuild is done. */
export interface RebuildOptions {
  /** Forgets what an interrupted rebuild had built: needed where another version of the program had begun it. */
  readonly anew?: boolean;
  readonly onProgress?: (progress: RebuildProgress) => void;
  /** Events of one transaction; 10,000 unless told. */
  readonly limit?: number;
  /** Unit plans, plans, units and rules documents whose rows are replaced while appends wait once; 250 unless told. */
  readonly keysAtOnce?: number;
}

const LIMIT = 10_000;
const KEYS_AT_ONCE = 250;
/** Events that may be left to take in while appends wait. */
const FEW = 200;
/** Looks after which appends are held off though more are coming in than that. */
const LOOKS = 50;

/**
 * Makes a tenant's read models anew from its log. The rows are built beside those that people read, while appends go on; what
 * was recorded meanwhile is taken in; then the rows that differ are replaced, all of a unit plan's at once and those of some hundred
 * unit plans in a transaction. Appends wait for one of these at most: it takes in the last few events and writes what differs. An
 * interrupted rebuild goes on where it stopped; of several at once one works and the others then find nothing to mend.
 */
export async function rebuildReadModels(pool: Pool, tenant: string, options: RebuildOptions = {}): Promise<Rebuilt> {
  const rebuilt = await whileAlone(pool, { name: `rebuild/${tenant}` }, () => new Rebuild(pool, tenant, options).run());
  return rebuilt ?? NOTHING;
}

/**
 * Holds a tenant's read models to its log: builds the rows anew beside them, compares, and takes them away again. Appends go on.
 * @returns how many keys have rows that are not what the log gives: 0 where all is well
 */
export async function verifyReadModels(pool: Pool, tenant: string, options: RebuildOptions = {}): Promise<Rebuilt> {
  const verified = await whileAlone(pool, { name: `rebuild/${tenant}` }, () => new Rebuild(pool, tenant, options).verify());
  return verified ?? NOTHING;
}

const NOTHING: Rebuilt = { events: 0, streams: 0, differing: 0 };

/** How far the switch has come. */
interface Switched {
  readonly built: Built;
  readonly isOver: boolean;
}

class Rebuild {
  private readonly shadow: Shadow;
  private readonly limit: number;

  constructor(
    private readonly pool: Pool,
    private readonly tenant: string,
    private readonly options: RebuildOptions,
  ) {
    this.shadow = new Shadow(tenant);
    this.limit = options.limit ?? LIMIT;
  }

  async run(): Promise<Rebuilt> {
    const { built, differing } = await this.compare(await this.build());
    const count = differing.size;
    const caught = await this.catchUp(built, differing);
    for (let step: Switched = { built: caught, isOver: false }; !step.isOver; ) {
      const { built: before }: Switched = step;
      step = await inTransaction(this.pool, (client) => this.switchSome(client, before, differing));
    }
    await inTransaction(this.pool, (client) => this.shadow.clear(client));
    return { events: built.events, streams: built.streams, differing: count };
  }

  async verify(): Promise<Rebuilt> {
    const { built, differing } = await this.compare(await this.build());
    await inTransaction(this.pool, (client) => this.shadow.clear(client));
    return { events: built.events, streams: built.streams, differing: differing.size };
  }

  /** The rows of the log as it was, and then of nearly all that came since. */
  private async build(): Promise<Built> {
    let built = await this.ofOneMoment(async (client) => {
      const found = this.options.anew ? undefined : await this.shadow.found(client);
      return found ?? (await this.shadow.begin(client));
    });
    for (let next: Built | undefined = built; next; ) {
      built = next;
      await this.tell('read', built.events);
      const before: Built = next;
      next = await inTransaction(this.pool, (client) => this.shadow.addStreams(client, before, this.limit));
    }
    return this.catchUp(built, new Keys());
  }

  private async catchUp(from: Built, touched: Keys): Promise<Built> {
    let built = from;
    for (let looks = 0; looks < LOOKS; looks++) {
      const head = await this.tell('catch-up', built.position);
      if (head - built.position <= FEW) break;
      const before = built;
      built = await inTransaction(this.pool, (client) => this.shadow.catchUp(client, before, { limit: this.limit, touched }));
    }
    return built;
  }

  /** Both sets of rows as of one moment: that of the snapshot, up to whose last event the new ones are brought first. */
  private async compare(from: Built): Promise<{ readonly built: Built; readonly differing: Keys }> {
    await this.tell('compare', from.events);
    return this.ofOneMoment(async (client) => {
      const built = await this.reach(client, from, new Keys());
      return { built, differing: await differences(client, { tenant: this.tenant, shadow: this.shadow.name }) };
    });
  }

  /** Appends wait for this, and take their turn before the next. What they touch is due for replacement again. */
  private async switchSome(client: PoolClient, from: Built, keys: Keys): Promise<Switched> {
    await client.query(HOLD_APPENDS_OFF, [this.tenant]);
    const built = await this.reach(client, from, keys);
    this.options.onProgress?.({ phase: 'switch', events: keys.size, head: built.position });
    const some = keys.take(this.options.keysAtOnce ?? KEYS_AT_ONCE);
    await replaceRows(client, { tenant: this.tenant, shadow: this.shadow.name }, some);
    return { built, isOver: keys.size === 0 };
  }

  /** Takes in everything that the transaction can see. */
  private async reach(client: PoolClient, from: Built, touched: Keys): Promise<Built> {
    const head = await this.shadow.head(client);
    let built = from;
    while (built.position < head) built = await this.shadow.catchUp(client, built, { limit: this.limit, touched });
    return built;
  }

  private ofOneMoment<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    return inTransaction(this.pool, async (client) => {
      await client.query(OF_ONE_MOMENT);
      return work(client);
    });
  }

  /** @returns the head of the log */
  private async tell(phase: RebuildProgress['phase'], events: number): Promise<number> {
    const client = await this.pool.connect();
    const head = await this.shadow.head(client).finally(() => client.release());
    this.options.onProgress?.({ phase, events, head });
    return head;
  }
}
