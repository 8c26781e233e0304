import type { Pool, PoolClient } from 'pg';
import { newPersonKey, openParticulars, sealParticulars } from '#audit';
import type { Erased, Erasure, Particulars, PersonRegister } from '#contracts';
import { APPEND_ONE } from '../event-store/append-events.sql.js';
import { inTransaction } from '../transaction.js';
import { PersonFault } from './person-fault.js';
import { DESTROY_KEY, FORGET_BYTES, LAST_VERSION, MAKE_KEY, PUT_PERSON, READ_KEY, READ_PERSONS } from './persons.sql.js';

/** Stream of what was done to a person's particulars, without any of them. */
export const personStream = (person: string): string => `person/${person}`;

interface Kept {
  readonly person: string;
  readonly key: Buffer | null;
  readonly sealed: Buffer | null;
}

/**
 * The register in PostgreSQL. Whoever records may keep and read; only the owner of the tables may erase.
 */
export class PostgresPersonRegister implements PersonRegister {
  constructor(private readonly pool: Pool) {}

  put(tenant: string, person: string, particulars: Particulars): Promise<void> {
    return inTransaction(this.pool, async (client) => {
      await client.query(MAKE_KEY, [tenant, person, newPersonKey()]);
      const key = await keyOf(client, tenant, person);
      if (!key) throw new PersonFault('person.erased', { person });
      await client.query(PUT_PERSON, [tenant, person, sealParticulars(particulars, key, { tenant, person })]);
    });
  }

  /** @throws PersonFault `person.unreadable` where what is kept was changed behind its key */
  async read(tenant: string, persons: readonly string[]): Promise<ReadonlyMap<string, Particulars | null>> {
    const { rows } = await this.pool.query<Kept>(READ_PERSONS, [tenant, persons]);
    return new Map(rows.flatMap((kept) => opened(tenant, kept)));
  }

  /** The event and the end of the key are one transaction. The key's bytes leave the table's file at once; see the how-to for copies. */
  async erase(tenant: string, erasure: Erasure): Promise<Erased> {
    const position = await inTransaction(this.pool, (client) => destroy(client, tenant, erasure));
    await inTransaction(this.pool, (client) => client.query(FORGET_BYTES));
    return { isNew: position !== null, position };
  }
}

/** @returns null where the key was destroyed. @throws PersonFault `person.unknown` */
async function keyOf(client: PoolClient, tenant: string, person: string): Promise<Buffer | null> {
  const [found] = (await client.query<{ key: Buffer | null }>(READ_KEY, [tenant, person])).rows;
  if (!found) throw new PersonFault('person.unknown', { person });
  return found.key;
}

/** @returns position of the event; null where it had been done before */
async function destroy(client: PoolClient, tenant: string, { person, document, actor, at }: Erasure): Promise<number | null> {
  await keyOf(client, tenant, person);
  const { rowCount } = await client.query(DESTROY_KEY, [tenant, person, document]);
  if (rowCount === 0) return null;
  const stream = personStream(person);
  const [last] = (await client.query<{ version: number }>(LAST_VERSION, [tenant, stream])).rows;
  const data = JSON.stringify({ person, document });
  const { rows } = await client.query<{ position: number }>(APPEND_ONE, [
    tenant,
    null,
    stream,
    last?.version ?? 0,
    'PersonErased',
    1,
    data,
    null,
    at,
    actor,
  ]);
  return rows[0]?.position ?? 0;
}

function opened(tenant: string, { person, key, sealed }: Kept): readonly (readonly [string, Particulars | null])[] {
  if (!key) return [[person, null]];
  if (!sealed) return [];
  const particulars = openParticulars(sealed, key, { tenant, person });
  if (!particulars) throw new PersonFault('person.unreadable', { person });
  return [[person, particulars]];
}
