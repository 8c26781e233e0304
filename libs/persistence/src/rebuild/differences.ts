import type { PoolClient } from 'pg';
import { COMPARED, type Compared } from './differences.sql.js';
import { Keys } from './keys.js';

type Digest = Readonly<Record<string, string>> & { readonly sum: string };

/** Two names under which rows of one tenant stand. */
export interface Pair {
  readonly tenant: string;
  readonly shadow: string;
}

/** Keys whose rows are not the same under both names. In a transaction that reads one moment. Two sums a table travel, no rows. */
export async function differences(client: PoolClient, { tenant, shadow }: Pair): Promise<Keys> {
  const keys = new Keys();
  for (const table of COMPARED) {
    const [own, built] = [await digests(client, table, tenant), await digests(client, table, shadow)];
    for (const [key, { sum, digest }] of own) if (built.get(key)?.sum !== sum) addKey(keys, table, digest);
    for (const [key, { digest }] of built) if (!own.has(key)) addKey(keys, table, digest);
  }
  return keys;
}

async function digests(client: PoolClient, { digest }: Compared, name: string) {
  const { rows } = await client.query<Digest>(digest, [name]);
  return new Map(rows.map(({ sum, ...key }) => [Object.values(key).join('\n'), { sum, digest: Object.values(key) }]));
}

function addKey(keys: Keys, { kind }: Compared, [first = '', second = '']: readonly string[]): void {
  if (kind === 'unitPlans') keys.addUnitPlan({ plan: first, unit: second });
  else keys[kind].add(first);
}

/** Keys that are replaced by one statement. */
const AT_ONCE = 2_000;

/** Puts the rows of keys that stand under one name in the place of those under the other. */
export async function replaceRows(client: PoolClient, { tenant, shadow }: Pair, keys: Keys): Promise<void> {
  for (const { kind, clear, copy } of COMPARED) {
    const wanted = kind === 'unitPlans' ? keys.unitPlans : [...keys[kind]].map((key) => [key]);
    for (let first = 0; first < wanted.length; first += AT_ONCE) {
      const some = wanted.slice(first, first + AT_ONCE);
      const columns = (some[0] ?? []).map((_, column) => some.map((key) => key[column]));
      await client.query(clear, [tenant, ...columns]);
      await client.query(copy, [tenant, ...columns, shadow]);
    }
  }
}
