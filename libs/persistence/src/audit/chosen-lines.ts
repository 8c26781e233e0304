import type { PoolClient } from 'pg';
import { base64, carryOut, type ExportLine, inclusionPlan, type LeafEvent, TileMissing, Tiles, tilesFor } from '#audit';
import { AuditFault } from './audit-fault.js';
import { type ChosenKind, countChosen, fetchChosen, HAS_CHOSEN, openChosen } from './export.sql.js';
import type { SealedLogAt } from './sealed-log.js';
import { readTiles } from './tiles.js';

/** A plan, or a unit. */
export interface Chosen {
  readonly kind: ChosenKind;
  readonly id: string;
}

/** Events of one batch. Each may need tiles of its own: some 24 kB. */
const BATCH = 256;

/** How many sealed events belong to what was chosen. @throws AuditFault `audit.nothing-chosen` where there is no such thing */
export async function countOfChosen(client: PoolClient, { tenant, size }: SealedLogAt, { kind, id }: Chosen): Promise<number> {
  const has = (await client.query<{ has: boolean }>(HAS_CHOSEN[kind], [tenant, id])).rows[0]?.has ?? false;
  if (!has) throw new AuditFault('audit.nothing-chosen', { place: tenant, thing: `${kind} ${id}` });
  return (await client.query<{ count: number }>(countChosen(kind), [tenant, id, size])).rows[0]?.count ?? 0;
}

/** The newest checkpoint, then chosen events in the order of the log, each with the proof that it is in the log of that checkpoint. */
export async function* chosenLines(
  client: PoolClient,
  log: SealedLogAt,
  { kind, id }: Chosen,
): AsyncGenerator<readonly ExportLine[]> {
  yield [{ kind: 'checkpoint', note: log.note }];
  await client.query(openChosen(kind), [log.tenant, id, log.size]);
  for (let more = true; more; ) {
    const { rows } = await client.query<LeafEvent>(fetchChosen(BATCH));
    if (rows.length > 0) yield await provedLines(client, log, rows);
    more = rows.length === BATCH;
  }
  await client.query('close chosen');
}

async function provedLines(
  client: PoolClient,
  { tenant, size }: SealedLogAt,
  events: readonly LeafEvent[],
): Promise<readonly ExportLine[]> {
  const plans = events.map(({ position }) => [[{ level: 0, index: position - 1 }], ...inclusionPlan(position - 1, size)]);
  const { hashOf } = new Tiles(await readTiles(client, tenant, tilesFor(plans.flat())));
  try {
    return events.flatMap((event, index): readonly ExportLine[] => {
      const [leaf = '', ...hashes] = carryOut(plans[index] ?? [], hashOf).map(base64);
      return [
        { ...event, kind: 'event', leaf },
        { kind: 'proof', position: event.position, hashes },
      ];
    });
  } catch (error) {
    if (error instanceof TileMissing)
      throw new AuditFault('audit.broken', { place: tenant, thing: error.message }, { cause: error });
    throw error;
  }
}
