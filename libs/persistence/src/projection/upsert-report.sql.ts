/** Whole rows of the reports that were touched. $1 tenant, then one array for each column; lists travel as array literals. */
export const UPSERT_REPORT = `
insert into report (tenant, plan, unit, id, regime, source, period, from_day, until_day, due, to_unit, via_unit, copies, consolidated, inputs, received, status, submitted_at, content)
select $1, x.plan, x.unit, x.id, x.regime, x.source, x.period, x.from_day, x.until_day, x.due, x.to_unit, x.via_unit, x.copies::text[], x.consolidated, x.inputs::text[], x.received::text[], x.status, x.submitted_at, x.content
from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::date[], $9::date[], $10::date[], $11::text[], $12::text[], $13::text[], $14::boolean[], $15::text[], $16::text[], $17::text[], $18::text[], $19::text[])
  as x (plan, unit, id, regime, source, period, from_day, until_day, due, to_unit, via_unit, copies, consolidated, inputs, received, status, submitted_at, content)
on conflict (tenant, plan, unit, id) do update set
  regime = excluded.regime, source = excluded.source, period = excluded.period, from_day = excluded.from_day, until_day = excluded.until_day, due = excluded.due, to_unit = excluded.to_unit, via_unit = excluded.via_unit, copies = excluded.copies, consolidated = excluded.consolidated, inputs = excluded.inputs, received = excluded.received, status = excluded.status, submitted_at = excluded.submitted_at, content = excluded.content`;
