/** Steps that happened: a second telling of one changes nothing. $1 tenant, then one array for each column; lists travel as array literals. */
export const UPSERT_ESCALATION = `
insert into escalation (tenant, plan, unit, obligation, step, generation, due, at, actions)
select $1, x.plan, x.unit, x.obligation, x.step, x.generation, x.due, x.at, x.actions
from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::int[], $7::date[], $8::text[], $9::text[])
  as x (plan, unit, obligation, step, generation, due, at, actions)
on conflict (tenant, plan, unit, obligation, generation, step) do nothing`;
