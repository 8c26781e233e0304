/** Units that were founded. $1 tenant, then one array for each column; lists travel as array literals. */
export const UPSERT_UNIT = `
insert into unit (tenant, id, name, tier, kind, superior, valid_from, valid_until, successors)
select $1, x.id, x.name, x.tier, x.kind, x.superior, x.valid_from, x.valid_until, x.successors::text[]
from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::date[], $8::date[], $9::text[])
  as x (id, name, tier, kind, superior, valid_from, valid_until, successors)
on conflict (tenant, id) do update set
  name = excluded.name, tier = excluded.tier, kind = excluded.kind, superior = excluded.superior, valid_from = excluded.valid_from, valid_until = excluded.valid_until, successors = excluded.successors`;
