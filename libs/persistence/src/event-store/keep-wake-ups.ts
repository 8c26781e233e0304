import type { Instant } from '#engine';
import type { StreamWrite } from '#event-store';
import type { Statements } from '../pipeline.js';
import type { Batch } from './batch.js';
import { BRING_WAKE_UPS_FORWARD, CLEAR_WAKE_UPS, CLEAR_WAKE_UPS_OF_WOKEN, SET_WAKE_UPS, WAKE_ALL } from './wake-ups.sql.js';

/** Writes, moves and clears the wake-ups that batches ask for: one statement for each kind of change. */
export async function keepWakeUps(to: Statements, tenant: string, batches: readonly Batch[]): Promise<void> {
  const writes = batches.flatMap((batch) => batch.writes);
  for (const [wokenAt, moved] of Map.groupBy(writes, (write) => write.wokenAt)) await moveWakeUps(to, tenant, { moved, wokenAt });
  const latest = writes.filter(({ wakeNoLater }) => wakeNoLater !== undefined);
  if (latest.length > 0) {
    await to.query(BRING_WAKE_UPS_FORWARD, [tenant, streamsOf(latest), latest.map(({ wakeNoLater }) => wakeNoLater)]);
  }
  for (const { prefix, at } of batches.flatMap(({ options }) => options.wake ?? []))
    await to.query(WAKE_ALL, [tenant, prefix, at]);
}

interface Moved {
  readonly moved: readonly StreamWrite[];
  readonly wokenAt: Instant | undefined;
}

async function moveWakeUps(to: Statements, tenant: string, { moved, wokenAt }: Moved): Promise<void> {
  const set = moved.filter(({ wakeUp }) => typeof wakeUp === 'string');
  const cleared = moved.filter(({ wakeUp, expected }) => wakeUp === null && expected > 0);
  const rows = [tenant, streamsOf(set), set.map(({ wakeUp }) => wakeUp)];
  if (wokenAt === undefined) {
    if (set.length > 0) await to.query(SET_WAKE_UPS, rows);
    if (cleared.length > 0) await to.query(CLEAR_WAKE_UPS, [tenant, streamsOf(cleared)]);
    return;
  }
  const streams = streamsOf([...set, ...cleared]);
  if (streams.length > 0) await to.query(CLEAR_WAKE_UPS_OF_WOKEN, [tenant, streams, wokenAt]);
  if (set.length > 0) await to.query(BRING_WAKE_UPS_FORWARD, rows); // what stands was set since
}

/** Whether a batch sets, moves or clears any wake-up. */
export const movesWakeUps = ({ writes, options }: Batch): boolean =>
  options.wake !== undefined || writes.some(({ wakeUp, wakeNoLater }) => wakeUp !== undefined || wakeNoLater !== undefined);

const streamsOf = (writes: readonly StreamWrite[]): string[] => writes.map(({ stream }) => stream);
