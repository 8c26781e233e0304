import type { PoolClient } from 'pg';
import { foldUnitPlan, type UnitPlanEvent } from '#engine';
import type { RecordedEvent } from '#event-store';
import { READ_ALL, READ_HEAD, READ_STREAMS } from '../event-store/read-events.sql.js';
import { type EventRecord, recordedEvent } from '../event-store/recorded-event.js';
import { addEvents, project } from '../projection/project.js';
import type { Projected, UnitPlanWrite } from '../projection/projected.js';
import { READ_MODEL_TABLES } from '../tables.js';
import { Keys } from './keys.js';
import { END_REBUILD, FIND_REBUILD, KEEP_REBUILD, READ_OTHERS, READ_UNIT_PLANS } from './rebuild.sql.js';

/** Names of unit plans' streams lie between these two. */
const FIRST = 'unit-plan/';
const END = 'unit-plan0';

/** How far the rows beside those that people read have been built. */
export interface Built {
  /** The log has been taken in up to here, as far as streams have been read. */
  readonly position: number;
  /** The last unit plan's stream that has been read. */
  readonly stream: string;
  readonly events: number;
  readonly streams: number;
}

/**
 * Rows of a tenant built beside those that people read: in the same tables, under a name that no tenant can have, so that every
 * statement that writes read models writes them too. Each method is one step of a transaction of the caller's.
 */
export class Shadow {
  /** @param name under which the rows are built: beside those that people read, unless told */
  constructor(
    private readonly tenant: string,
    readonly name = `~rebuild~${tenant}`,
  ) {}

  /** How far an interrupted build has come; undefined where there is none. */
  async found(client: PoolClient): Promise<Built | undefined> {
    return (await client.query<Built>(FIND_REBUILD, [this.tenant])).rows[0];
  }

  /** Clears what is left of earlier ones and builds all but the unit plans. In a transaction that reads one moment. */
  async begin(client: PoolClient): Promise<Built> {
    await this.clear(client);
    const position = await this.head(client);
    const { rows } = await client.query<EventRecord>(READ_OTHERS, [this.tenant, FIRST, END]);
    const batch = empty();
    for (const event of rows.map(recordedEvent)) addEvents(batch, event.stream, [event]);
    await project(client, this.name, batch);
    const streams = new Set(rows.map(({ stream }) => stream)).size;
    return this.keep(client, { position, stream: FIRST, events: rows.length, streams });
  }

  /** Builds the unit plans of the next streams, each read to its end. @returns undefined where there are none left */
  async addStreams(client: PoolClient, built: Built, limit: number): Promise<Built | undefined> {
    const unitPlans: UnitPlanWrite[] = [];
    let { stream, events } = built;
    for await (const whole of this.streamsAfter(client, stream, limit)) {
      unitPlans.push({ ...unitPlanOf(whole), fresh: true });
      stream = whole[0]?.stream ?? stream;
      events += whole.length;
      if (events - built.events >= limit) break;
    }
    if (unitPlans.length === 0) return undefined;
    await project(client, this.name, { ...empty(), unitPlans });
    return this.keep(client, { ...built, stream, events, streams: built.streams + unitPlans.length });
  }

  /**
   * Takes in what was recorded since: changed unit plans are written anew, whole.
   * @param touched is told of every key whose rows may have changed
   */
  async catchUp(client: PoolClient, built: Built, { limit, touched }: { limit: number; touched: Keys }): Promise<Built> {
    const { rows } = await client.query<EventRecord>(READ_ALL, [this.tenant, built.position, limit]);
    const last = rows.at(-1);
    if (!last) return built;
    const batch = empty();
    const changed = new Set<string>();
    for (const event of rows.map(recordedEvent)) {
      if (event.stream >= FIRST && event.stream < END) changed.add(event.stream);
      else addEvents(batch, event.stream, [event]);
    }
    touched.addOthers(batch);
    for (const whole of await this.wholeStreams(client, [...changed])) {
      const write = unitPlanOf(whole);
      touched.addUnitPlan(write.state);
      batch.unitPlans.push({ ...write, fresh: false });
    }
    await project(client, this.name, batch);
    return this.keep(client, { ...built, position: last.position });
  }

  /** Position of the tenant's last event. */
  async head(client: PoolClient): Promise<number> {
    return (await client.query<{ position: number }>(READ_HEAD, [this.tenant])).rows[0]?.position ?? 0;
  }

  /** Forgets how far it has come, and leaves the rows. */
  async end(client: PoolClient): Promise<void> {
    await client.query(END_REBUILD, [this.tenant]);
  }

  /** Takes all its rows away. */
  async clear(client: PoolClient): Promise<void> {
    for (const table of READ_MODEL_TABLES) await client.query(`delete from ${table} where tenant = $1`, [this.name]);
    await this.end(client);
  }

  private async keep(client: PoolClient, built: Built): Promise<Built> {
    const { position, stream, events, streams } = built;
    await client.query(KEEP_REBUILD, [this.tenant, position, stream, events, streams]);
    return built;
  }

  private async wholeStreams(client: PoolClient, streams: readonly string[]): Promise<readonly (readonly RecordedEvent[])[]> {
    if (streams.length === 0) return [];
    const { rows } = await client.query<EventRecord>(READ_STREAMS, [this.tenant, streams]);
    return [...Map.groupBy(rows.map(recordedEvent), ({ stream }) => stream).values()];
  }

  /** Streams after one, each whole, one after the other; read in pages of about that many events. */
  private async *streamsAfter(client: PoolClient, stream: string, page: number): AsyncGenerator<readonly RecordedEvent[]> {
    let open: RecordedEvent[] = [];
    let after: readonly [string, number] = [stream, LAST_VERSION];
    for (let more = true; more; ) {
      const { rows } = await client.query<EventRecord>(READ_UNIT_PLANS, [this.tenant, ...after, END, page]);
      for (const event of rows.map(recordedEvent)) {
        if (open[0] && open[0].stream !== event.stream) {
          yield open;
          open = [];
        }
        open.push(event);
        after = [event.stream, event.version];
      }
      more = rows.length === page;
    }
    if (open.length > 0) yield open;
  }
}

/** A stream counts as read up to whatever version it has: its name alone says where to go on. */
const LAST_VERSION = 2 ** 31 - 1;

const empty = (): Projected => ({ published: [], issued: [], cascaded: [], ended: [], organisation: [], unitPlans: [] });

function unitPlanOf(recorded: readonly RecordedEvent[]): Pick<UnitPlanWrite, 'state' | 'events'> {
  const events = recorded as readonly unknown[] as readonly UnitPlanEvent[];
  return { state: foldUnitPlan(events), events };
}
