/** Whole rows of the duties that were touched. $1 tenant, then one array for each column; lists travel as array literals. */
export const UPSERT_DUTY = `
insert into duty (tenant, plan, unit, id, source, due, send_to, own_plan, fulfilled_at, ended, inherited_from)
select $1, x.plan, x.unit, x.id, x.source, x.due, x.send_to, x.own_plan, x.fulfilled_at, x.ended, x.inherited_from::text[]
from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::date[], $7::text[], $8::text[], $9::text[], $10::text[], $11::text[])
  as x (plan, unit, id, source, due, send_to, own_plan, fulfilled_at, ended, inherited_from)
on conflict (tenant, plan, unit, id) do update set
  source = excluded.source, due = excluded.due, send_to = excluded.send_to, own_plan = excluded.own_plan, fulfilled_at = excluded.fulfilled_at, ended = excluded.ended, inherited_from = excluded.inherited_from`;
