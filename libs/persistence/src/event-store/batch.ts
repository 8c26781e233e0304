import type { RowScope } from '#contracts';
import type { UnitPlanState } from '#engine';
import { type AppendOptions, distinct, type StreamWrite } from '#event-store';
import type { Projected } from '../projection/projected.js';
import { sorted } from '../projection/project.js';
import { scopeNow } from '../rows/asking.js';

/** One append as its caller gave it, with what its read models are made from. */
export interface Batch {
  readonly tenant: string;
  readonly writes: readonly StreamWrite[];
  readonly options: AppendOptions;
  readonly projected: Projected;
  /** Number of events. */
  readonly count: number;
  /** Who asked for it, where it records what somebody does; null for what the system works out by itself. */
  readonly scope: RowScope | null;
}

/** @throws TypeError where a stream is named twice; UnprojectableEvents where read models could not be written */
export function batchOf(tenant: string, writes: readonly StreamWrite[], options: AppendOptions): Batch {
  const inOrder = distinct(writes).toSorted((a, b) => (a.stream < b.stream ? -1 : 1)); // one order of locks for everybody
  const count = writes.reduce((sum, { events }) => sum + events.length, 0);
  const scope = (isDeed(writes) ? scopeNow() : undefined) ?? null;
  return { tenant, writes, options, projected: sorted(inOrder), count, scope };
}

/** What the engine works out names its reasons and nobody as its actor. */
const isDeed = (writes: readonly StreamWrite[]): boolean =>
  writes.some(({ events }) => events.some(({ actor, because }) => actor !== null || (because ?? null) === null));

/** Most events and rows of new unit plans that travel with other appends. */
const MOST_ROWS = 1_000;

/**
 * Whether a batch may share a transaction and a round trip with others: it is of a bounded size, states no fact and sets off
 * nothing, and its read models are written without asking anything.
 */
export function isSmall({ writes, options, projected, count }: Batch): boolean {
  const { unitPlans, ...answered } = projected;
  if (options.wake !== undefined || writes.some(({ isFact }) => isFact)) return false;
  if (Object.values(answered).some((rows) => rows.length > 0)) return false;
  return count + unitPlans.reduce((sum, { state, fresh }) => sum + (fresh ? rowsOf(state) : 0), 0) <= MOST_ROWS;
}

const rowsOf = ({ items, reports }: UnitPlanState): number => items.size + reports.size;
