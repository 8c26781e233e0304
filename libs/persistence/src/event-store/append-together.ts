import type { Pool, PoolClient } from 'pg';
import { unitPlanStream } from '#engine';
import { type Appended, UnknownFact } from '#event-store';
import { type Held, named, type Pipeline, pipelined } from '../pipeline.js';
import type { UnitPlanWrite } from '../projection/projected.js';
import { projectFewUnitPlans } from '../projection/project-unit-plans.js';
import { SERVE_NOBODY, serveAs } from '../rows/serve-as.js';
import { inTransaction, isServerFault } from '../transaction.js';
import { APPEND_EVENTS, APPEND_ONE, COPY_EVENTS } from './append-events.sql.js';
import type { Batch } from './batch.js';
import { askedBy, askedByOne, eventHeads, NO_COLUMNS, type Ready } from './event-writer.js';
import { keepWakeUps, movesWakeUps } from './keep-wake-ups.js';
import { preflight } from './preflight.js';
import { READ_FACT } from './read-events.sql.js';
import { HOLD_REBUILDS_OFF, HOLD_REBUILDS_OFF_AND_SAY_SO, IS_IN_THE_WAY } from './preflight.sql.js';

/** From here on events and steps are copied: half the server's time of arrays of parameters, for one more round trip. */
const MANY = 100;
const UNIQUE_VIOLATION = '23505';

/**
 * Appends of one tenant in one transaction, all or none of them: a round trip for few events, two for many. No stream and no key
 * is named twice.
 * @throws what the server says where one of them cannot be written
 */
export async function appendTogether(pool: Pool, batches: readonly Ready[]): Promise<readonly Appended[]> {
  const isMany = countOf(batches) >= MANY && batches.every(({ scope }) => scope === null);
  try {
    return await attempt(pool, { batches, isMany });
  } catch (error) {
    if (!isMany || !isServerFault(error, UNIQUE_VIOLATION)) throw error;
    return attempt(pool, { batches, isMany: false }); // COPY cannot pass over a step that stands; statements can
  }
}

/** Appends, and whether they are many enough to be copied. */
interface Group {
  readonly batches: readonly Ready[];
  readonly isMany: boolean;
}

async function attempt(pool: Pool, group: Group): Promise<readonly Appended[]> {
  const client = await pool.connect();
  let broken: Error | undefined;
  const lost = (failure: Error): void => {
    broken = failure; // what was sent rejects and says so
  };
  client.on('error', lost);
  try {
    return await send(client, group);
  } catch (error) {
    if (!isServerFault(error)) broken ??= error as Error;
    throw error;
  } finally {
    client.off('error', lost);
    client.release(broken);
  }
}

async function send(client: PoolClient, { batches, isMany }: Group): Promise<readonly Appended[]> {
  const tenant = batches[0]?.tenant ?? '';
  const unitPlans = batches.flatMap(({ projected }) => projected.unitPlans).toSorted(inOrder);
  const runs = await runsOf(client, batches);
  const isPlain = runs.every(({ serving }) => serving.length === 0);
  if (!isMany && isPlain && unitPlans.length === 0 && !batches.some(movesWakeUps)) {
    const { sql, values } = appendOf(batches);
    return positionsOf(batches, positionIn(await client.query<Taken>(named(sql, values))));
  }
  const taken: Held<Taken>[] = [];
  const isClock = batches.every(isOfClock);
  let asked: Held<{ readonly is_in_the_way: boolean }> | undefined;
  await pipelined(client, async (pipeline) => {
    const isCopied = isMany && pipeline.canCopy;
    await pipeline.query(isClock ? HOLD_REBUILDS_OFF : HOLD_REBUILDS_OFF_AND_SAY_SO, [tenant]);
    await projectFewUnitPlans(pipeline, { tenant, writes: unitPlans, isCopied });
    await keepWakeUps(pipeline, tenant, batches);
    if (isCopied) taken.push(await copyEvents(pipeline, batches));
    else for (const run of runs) taken.push(await appendRun(pipeline, run)); // the lock on the head of the log comes last
    if (isClock) asked = pipeline.last(IS_IN_THE_WAY, [tenant]);
    return taken.at(-1) as Held<Taken>;
  });
  const positions = await Promise.all(taken.map(async ({ answer }) => positionIn(await answer)));
  const isInTheWay = (await asked?.answer)?.rows[0]?.is_in_the_way === true;
  const appended = runs.flatMap((run, index) => positionsOf(run.batches, positions[index] ?? 0));
  return isInTheWay ? appended.map((each) => ({ ...each, isInTheWay })) : appended;
}

/** What the clock woke, and nothing else. */
const isOfClock = ({ writes }: Ready): boolean => writes.length > 0 && writes.every(({ wokenAt }) => wokenAt !== undefined);

/** Appends that stand side by side and are asked for in one scope. */
interface Run {
  readonly batches: readonly Ready[];
  /** What has them recorded in that scope. */
  readonly serving: readonly string[];
}

/** What many ask for travels together, each part of it in its own scope: one by one they are let in, or none. */
async function runsOf(client: PoolClient, batches: readonly Ready[]): Promise<readonly Run[]> {
  const parts: Ready[][] = [];
  for (const batch of batches) {
    const last = parts.at(-1);
    if (last && last[0]?.scope === batch.scope) last.push(batch);
    else parts.push([batch]);
  }
  const runs: Run[] = [];
  for (const part of parts) runs.push({ batches: part, serving: await serveAs(client, part[0]?.scope ?? null) });
  const isServed = runs.some(({ serving }) => serving.length > 0);
  return isServed
    ? runs.map((run) => (run.serving.length > 0 ? run : { ...run, serving: [SERVE_NOBODY] }))
    : [{ batches, serving: [] }];
}

async function appendRun(pipeline: Pipeline, { batches, serving }: Run): Promise<Held<Taken>> {
  for (const statement of serving) await pipeline.query(statement);
  const { sql, values } = appendOf(batches);
  return pipeline.last<Taken>(sql, values);
}

/** Takes positions, under the lock, and sends the events after them at once: all but the positions was written out before. */
async function copyEvents(pipeline: Pipeline, batches: readonly Ready[]): Promise<Held<Taken>> {
  const tenant = batches[0]?.tenant ?? '';
  const heads = eventHeads(tenant, batches);
  const taken = pipeline.last<Taken>(APPEND_EVENTS, [...askedBy(tenant, batches), ...NO_COLUMNS]);
  const first = positionIn(await pipeline.answered(taken)) - heads.length + 1;
  await pipeline.copy(COPY_EVENTS, heads.map((head, index) => `${head}${first + index}\n`).join(''));
  return taken;
}

const countOf = (batches: readonly Ready[]): number => batches.reduce((sum, { count }) => sum + count, 0);

function appendOf(batches: readonly Ready[]): { readonly sql: string; readonly values: unknown[] } {
  const [first] = batches;
  const one = first && batches.length === 1 ? askedByOne(first) : undefined;
  if (one) return { sql: APPEND_ONE, values: one };
  const columns = (first?.columns ?? []).map((_, column) => batches.flatMap((batch) => batch.columns[column] ?? []));
  return { sql: APPEND_EVENTS, values: [...askedBy(first?.tenant ?? '', batches), ...columns] };
}

interface Taken {
  readonly position: number;
}

const positionIn = ({ rows }: { readonly rows: readonly Taken[] }): number => rows[0]?.position ?? 0;

/** One order of locks for everybody. */
const inOrder = (a: UnitPlanWrite, b: UnitPlanWrite): number => (keyOf(a) < keyOf(b) ? -1 : 1);
const keyOf = ({ state: { plan, unit } }: UnitPlanWrite): string => unitPlanStream(plan, unit);

function positionsOf(batches: readonly Ready[], last: number): readonly Appended[] {
  let position = last - countOf(batches);
  return batches.map((batch) => {
    position += batch.count;
    return { position, replayed: false };
  });
}

/**
 * Why a batch was refused, found afterwards.
 * @returns what the same request did before; undefined where nothing stands against it any more
 * @throws ConcurrencyConflict, IdempotencyMismatch, UnknownFact, or what the server says
 */
export function judge(pool: Pool, batch: Batch): Promise<Appended | undefined> {
  return inTransaction(pool, async (client) => {
    const before = await preflight(client, batch);
    if (!before) await refuseUnknownFact(client, batch);
    return before;
  });
}

async function refuseUnknownFact(client: PoolClient, { tenant, options: { knowing } }: Batch): Promise<void> {
  if (knowing === undefined) return;
  const { rows } = await client.query<{ fact: number }>(READ_FACT, [tenant]);
  const fact = rows[0]?.fact ?? 0;
  if (fact > knowing) throw new UnknownFact(knowing, fact);
}
