/** One row for each unit plan that was written to. $1 tenant, then one array for each column; lists travel as array literals. */
export const UPSERT_UNIT_PLAN = `
insert into unit_plan (tenant, plan, unit, source, provisional, own_plan, version, acceptors, joint, supports, transferred_at)
select $1, x.plan, x.unit, x.source, x.provisional, x.own_plan, x.version, x.acceptors::text[], x.joint, x.supports, x.transferred_at
from unnest($2::text[], $3::text[], $4::text[], $5::boolean[], $6::text[], $7::int[], $8::text[], $9::text[], $10::text[], $11::text[])
  as x (plan, unit, source, provisional, own_plan, version, acceptors, joint, supports, transferred_at)
on conflict (tenant, plan, unit) do update set
  source = excluded.source, provisional = excluded.provisional, own_plan = excluded.own_plan, version = excluded.version, acceptors = excluded.acceptors, joint = excluded.joint, supports = excluded.supports, transferred_at = excluded.transferred_at`;
