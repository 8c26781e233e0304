import type { PoolClient } from 'pg';
import { foldUnitPlan, type UnitPlanEvent, type UnitPlanState } from '#engine';
import type { RecordedEvent } from '#event-store';
import { DAILY_COUNTS, DailyChanges, type DailyFigureRow } from '#read-models';
import { type EventRecord, recordedEvent } from '../../event-store/recorded-event.js';
import type { AsyncProjection, ProjectionBatch } from '../projection.js';
import { ADD_FIGURES, READ_EARLIER } from './daily.sql.js';
import { StateCache } from './state-cache.js';

const UNIT_PLAN_PREFIX = 'unit-plan/';
/** Unit plans kept folded: some tens of megabytes. */
const KEPT = 5_000;
/** Unit plans whose earlier events are read at once. */
const STREAMS_AT_ONCE = 500;

/**
 * Figures of each day for each unit under each plan: due, in time, late, open, overdue, escalated. What a batch changes is the
 * difference between the unit plans before and after it, so figures follow whatever the engine makes of an event.
 */
export function dailyProjection(): AsyncProjection {
  const cache = new StateCache(KEPT);
  return {
    name: 'daily',
    version: 1,
    tables: ['daily_figure'],
    apply: async (client, batch) => {
      const changes = await changesOf(client, cache, batch);
      if (changes.length > 0) await client.query(ADD_FIGURES, [batch.tenant, batch.generation, ...columnsOf(changes)]);
    },
  };
}

async function changesOf(client: PoolClient, cache: StateCache, { tenant, events }: ProjectionBatch): Promise<DailyFigureRow[]> {
  const changes = new DailyChanges();
  const unitPlans = events.filter(({ stream }) => stream.startsWith(UNIT_PLAN_PREFIX));
  const streams = [...Map.groupBy(unitPlans, ({ stream }) => stream)];
  for (let first = 0; first < streams.length; first += STREAMS_AT_ONCE) {
    const some = streams.slice(first, first + STREAMS_AT_ONCE);
    const before = await statesBefore(client, cache, { tenant, streams: some });
    for (const [stream, fresh] of some) {
      const after = changes.add(unitPlanEvents(fresh), before.get(stream));
      if (after) cache.keep(tenant, stream, after);
    }
  }
  return changes.rows();
}

interface Continued {
  readonly tenant: string;
  readonly streams: readonly (readonly [stream: string, events: readonly RecordedEvent[]])[];
}

/** The states that events follow: kept ones, the others folded from the log in one statement. */
async function statesBefore(
  client: PoolClient,
  cache: StateCache,
  { tenant, streams }: Continued,
): Promise<ReadonlyMap<string, UnitPlanState>> {
  const states = new Map<string, UnitPlanState>();
  const missing: { readonly stream: string; readonly version: number }[] = [];
  for (const [stream, [first]] of streams) {
    const version = (first?.version ?? 1) - 1;
    const kept = cache.get(tenant, stream, version);
    if (kept) states.set(stream, kept);
    else if (version > 0) missing.push({ stream, version });
  }
  if (missing.length === 0) return states;
  const values = [tenant, missing.map(({ stream }) => stream), missing.map(({ version }) => version)];
  const { rows } = await client.query<EventRecord>(READ_EARLIER, values);
  for (const [stream, earlier] of Map.groupBy(rows, (row) => row.stream)) {
    states.set(stream, foldUnitPlan(unitPlanEvents(earlier.map(recordedEvent))));
  }
  return states;
}

const unitPlanEvents = (events: readonly RecordedEvent[]): readonly UnitPlanEvent[] =>
  events as readonly unknown[] as readonly UnitPlanEvent[];

const columnsOf = (rows: readonly DailyFigureRow[]): unknown[][] =>
  (['plan', 'unit', 'kind', 'day', ...DAILY_COUNTS] as const).map((column) => rows.map((row) => row[column]));
