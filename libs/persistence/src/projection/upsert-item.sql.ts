/** Whole rows of the items that were touched. $1 tenant, then one array for each column; lists travel as array literals. */
export const UPSERT_ITEM = `
insert into item (tenant, plan, unit, id, task, source, period, kind, due, receiver, status, generation, received_at, submitted_at, completed_at)
select $1, x.plan, x.unit, x.id, x.task, x.source, x.period, x.kind, x.due, x.receiver, x.status, x.generation, x.received_at, x.submitted_at, x.completed_at
from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::date[], $10::text[], $11::text[], $12::int[], $13::text[], $14::text[], $15::text[])
  as x (plan, unit, id, task, source, period, kind, due, receiver, status, generation, received_at, submitted_at, completed_at)
on conflict (tenant, plan, unit, id) do update set
  task = excluded.task, source = excluded.source, period = excluded.period, kind = excluded.kind, due = excluded.due, receiver = excluded.receiver, status = excluded.status, generation = excluded.generation, received_at = excluded.received_at, submitted_at = excluded.submitted_at, completed_at = excluded.completed_at`;
