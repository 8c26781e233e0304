import { SECRET } from '../roles/rights.js';
import type { RoleNames } from '../roles/role-names.js';
import type { Policy } from './policies.js';
import { askedPolicy, dropPolicy, holdRows, readPolicy } from '../roles/policies.sql.js';

/** A table as the catalogue has it. */
export interface HeldTable {
  readonly name: string;
  readonly is_held: boolean;
  readonly policies: readonly string[];
}

/**
 * What has to be done so that tables hold whoever asks to these policies; nothing where they do already, so that nobody waits for a
 * lock that changes nothing.
 */
export function holdingStatements(
  tables: readonly HeldTable[],
  wanted: ReadonlyMap<string, readonly Policy[]>,
  { asker, read }: Pick<RoleNames, 'asker' | 'read'>,
): readonly string[] {
  return tables.flatMap(({ name, is_held: isHeld, policies: standing }) => {
    const asked = (wanted.get(name) ?? []).map((policy) => askedPolicy(name, asker, policy));
    const named = SECRET.includes(name) ? asked : [...asked, readPolicy(name, read)];
    return [
      ...(isHeld ? [] : [holdRows(name)]),
      ...standing.filter((policy) => !named.some((each) => each.name === policy)).map((policy) => dropPolicy(name, policy)),
      ...named.filter((each) => !standing.includes(each.name)).map(({ statement }) => statement),
    ];
  });
}
