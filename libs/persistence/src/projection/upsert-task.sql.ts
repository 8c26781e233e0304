/** Annex rows of a plan. $1 tenant, then one array for each column; lists travel as array literals. */
export const UPSERT_TASK = `
insert into task (tenant, plan, no, section, title, deliverable, refines)
select $1, x.plan, x.no, x.section, x.title, x.deliverable, x.refines
from unnest($2::text[], $3::text[], $4::int[], $5::text[], $6::text[], $7::text[])
  as x (plan, no, section, title, deliverable, refines)
on conflict (tenant, plan, no) do update set
  section = excluded.section, title = excluded.title, deliverable = excluded.deliverable, refines = excluded.refines`;
