import type { Pool, PoolClient } from 'pg';
import { foldUnitPlan, type UnitPlanEvent } from '#engine';
import type { RecordedEvent } from '#event-store';
import { READ_BY_STREAM } from '../event-store/read-events.sql.js';
import { type EventRecord, recordedEvent } from '../event-store/recorded-event.js';
import { addEvents, project } from '../projection/project.js';
import type { Projected } from '../projection/projected.js';
import { READ_MODEL_TABLES } from '../tables.js';
import { inTransaction } from '../transaction.js';
import { HOLD_APPENDS_OFF } from './rebuild.sql.js';

/** Events read at once: some tens of megabytes at most. */
const PAGE = 10_000;

/** What a rebuild went through. */
export interface Rebuilt {
  readonly events: number;
  readonly streams: number;
}

/**
 * Makes a tenant's read models anew from its log, in one transaction: readers see the old rows until the new ones stand,
 * and appends wait. The rows are those that the appends themselves had written.
 */
export function rebuildReadModels(pool: Pool, tenant: string): Promise<Rebuilt> {
  return inTransaction(pool, async (client) => {
    await client.query(HOLD_APPENDS_OFF, [tenant]);
    for (const table of READ_MODEL_TABLES) await client.query(`delete from ${table} where tenant = $1`, [tenant]);
    let batch = empty();
    // Plans name rules, and units change in the order of their stream: these few streams are kept to the end.
    const late = empty();
    const counted = { events: 0, streams: 0 };
    for await (const events of streamsOf(client, tenant)) {
      counted.events += events.length;
      counted.streams += 1;
      const first = events[0];
      if (first?.type === 'UnitPlanDerived' || first?.type === 'UnitPlanInherited') batch.unitPlans.push(unitPlanOf(events));
      else if (first) addEvents(late, first.stream, events);
      if (batch.unitPlans.length < PAGE) continue;
      await project(client, tenant, batch);
      batch = empty();
    }
    await project(client, tenant, { ...late, unitPlans: batch.unitPlans });
    return counted;
  });
}

const empty = (): Projected => ({ published: [], issued: [], cascaded: [], ended: [], organisation: [], unitPlans: [] });

function unitPlanOf(recorded: readonly RecordedEvent[]): Projected['unitPlans'][number] {
  const events = recorded as readonly unknown[] as readonly UnitPlanEvent[];
  return { state: foldUnitPlan(events), events, fresh: true };
}

/** Every stream of the log, whole, one after the other: pages of the primary key, cut at the ends of streams. */
async function* streamsOf(client: PoolClient, tenant: string): AsyncGenerator<readonly RecordedEvent[]> {
  let stream: RecordedEvent[] = [];
  for (let last: RecordedEvent | undefined, more = true; more; ) {
    const values = [tenant, last?.stream ?? '', last?.version ?? 0, PAGE];
    const { rows } = await client.query<EventRecord>(READ_BY_STREAM, values);
    for (const event of rows.map(recordedEvent)) {
      if (stream.length > 0 && stream[0]?.stream !== event.stream) {
        yield stream;
        stream = [];
      }
      stream.push(event);
      last = event;
    }
    more = rows.length === PAGE;
  }
  if (stream.length > 0) yield stream;
}
