/** A published text never changes: its hash is its name. $1 tenant, then one array for each column; lists travel as array literals. */
export const UPSERT_RULES_DOCUMENT = `
insert into rules_document (tenant, hash, text, rules)
select $1, x.hash, x.text, x.rules
from unnest($2::text[], $3::text[], $4::text[])
  as x (hash, text, rules)
on conflict (tenant, hash) do nothing`;
