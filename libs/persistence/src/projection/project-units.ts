import type { ClientBase } from 'pg';
import type { OrganisationEvent } from '#engine';
import { unitChanges } from '#read-models';
import { UNIT } from '../tables.js';
import { CHANGE_UNITS, PARTED_BY } from './change-units.sql.js';
import { UPSERT_UNIT } from './upsert-unit.sql.js';
import { upsert } from './upsert.js';

/** Units founded, renamed, moved and dissolved. */
export async function projectUnits(client: ClientBase, tenant: string, events: readonly OrganisationEvent[]): Promise<void> {
  if (events.length === 0) return;
  const { founded, changed } = unitChanges(events);
  await upsert(client, { table: UNIT, sql: UPSERT_UNIT }, { tenant, rows: [...founded.values()] });
  if (changed.size === 0) return;
  const changes = [...changed.values()];
  await client.query(CHANGE_UNITS, [
    tenant,
    [...changed.keys()],
    changes.map(({ name }) => name ?? null),
    changes.map(({ superior }) => superior ?? null),
    changes.map(({ valid_until }) => valid_until ?? null),
    changes.map(({ successors }) => successors?.join(PARTED_BY) ?? null),
  ]);
}
