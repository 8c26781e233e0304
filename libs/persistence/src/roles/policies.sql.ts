import { createHash } from 'node:crypto';
import { quotedName } from './roles.sql.js';
import type { Policy } from '../rows/policies.js';

/** Whether tables hold whoever asks to policies, and which of ours there are. $1 tables. */
export const FIND_POLICIES = `
select c.relname::text as name, c.relrowsecurity as is_held,
  coalesce(array_agg(p.polname::text order by p.polname) filter (where p.polname is not null), '{}') as policies
from pg_class c left join pg_policy p on p.polrelid = c.oid and p.polname ~ '^(asked|read)_'
where c.relnamespace = 'public'::regnamespace and c.relname = any ($1::text[])
group by c.oid, c.relname, c.relrowsecurity order by 1`;

/** As whom whoever asks is served: the role that the policies are for. Nothing in a database without policies. */
export const FIND_ASKER = `
select r.rolname::text as asker from pg_policy p join pg_roles r on r.oid = any (p.polroles)
where p.polrelid = to_regclass('public.item') and p.polname ~ '^asked_' limit 1`;

/** A policy as it stands in the catalogue: its name tells what it says, so that one that stands already is left alone. */
export interface NamedPolicy {
  readonly name: string;
  readonly statement: string;
}

/** Rows for whoever asks, as far as a policy says. */
export function askedPolicy(table: string, role: string, { verb, using, check }: Policy): NamedPolicy {
  const rows = [using === undefined ? '' : ` using (${using})`, check === undefined ? '' : ` with check (${check})`].join('');
  return named('asked', `on public.${quotedName(table)} for ${verb} to ${quotedName(role)}${rows}`);
}

/** All rows, for those who only read. */
export const readPolicy = (table: string, role: string): NamedPolicy =>
  named('read', `on public.${quotedName(table)} for select to ${quotedName(role)} using (true)`);

function named(kind: string, words: string): NamedPolicy {
  const name = `${kind}_${createHash('sha256').update(words).digest('hex').slice(0, 12)}`;
  return { name, statement: `create policy ${name} ${words}` };
}

export const dropPolicy = (table: string, name: string): string =>
  `drop policy ${quotedName(name)} on public.${quotedName(table)}`;

export const holdRows = (table: string): string => `alter table public.${quotedName(table)} enable row level security`;
