import type { PoolClient } from 'pg';
import { base64, type ExportLine } from '#audit';
import { READ_ALL_PERSONS } from './export.sql.js';

interface KeptPerson {
  readonly person: string;
  readonly sealed: Buffer | null;
  readonly key: Buffer | null;
  readonly erased: string | null;
}

const BATCH = 500;

/** Lines of everybody in the register: encrypted particulars, and, where asked for, the keys that there still are. */
export async function* personLines(client: PoolClient, tenant: string, withKeys: boolean): AsyncGenerator<readonly ExportLine[]> {
  for (let [after, more] = ['', true]; more; ) {
    const { rows } = await client.query<KeptPerson>(READ_ALL_PERSONS, [tenant, after, BATCH]);
    yield rows.flatMap((row) => linesOf(row, withKeys));
    after = rows.at(-1)?.person ?? after;
    more = rows.length === BATCH;
  }
}

function linesOf({ person, sealed, key, erased }: KeptPerson, withKeys: boolean): readonly ExportLine[] {
  const line: ExportLine = { kind: 'person', person, sealed: sealed && base64(sealed), erased };
  return withKeys && key ? [line, { kind: 'key', person, key: base64(key) }] : [line];
}
