/** Plans as issued. $1 tenant, then one array for each column; lists travel as array literals. */
export const UPSERT_PLAN = `
insert into plan (tenant, id, root, parent, number, issuer, issued_on, title, rules, status)
select $1, x.id, x.root, x.parent, x.number, x.issuer, x.issued_on, x.title, x.rules, x.status
from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::date[], $8::text[], $9::text[], $10::text[])
  as x (id, root, parent, number, issuer, issued_on, title, rules, status)
on conflict (tenant, id) do update set
  root = excluded.root, parent = excluded.parent, number = excluded.number, issuer = excluded.issuer, issued_on = excluded.issued_on, title = excluded.title, rules = excluded.rules, status = excluded.status`;
