const COLUMNS = ['position', 'kind', 'plan', 'unit', 'about', 'person', 'is_engine', 'at'] as const;

/** In the order of the statement's arrays. */
export const ENTRY_COLUMNS = COLUMNS;

/** $1 tenant, $2 generation, then one array for each column. */
export const ADD_ENTRIES = `
insert into log_entry (tenant, generation, ${COLUMNS.join(', ')})
select $1, $2, x.* from unnest($3::bigint[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::boolean[], $10::text[]) as x`;

/** The generation that is read, and how far it has come. $1 tenant. */
export const COUNTED = `
select generation, position from projection_cursor where tenant = $1 and projection = 'log' and state = 'live'`;

/**
 * $1 tenant, $2 generation, $3 after position, $4 up to position, $5 plan, $6 unit, $7 kind, $8 obligation, $9 person, $10 whether by the
 * engine, $11 after instant, $12 up to instant. Unnamed statements are planned with their values: what is null is left out of the plan.
 */
const WANTED = `x.tenant = $1 and x.generation = $2 and x.position > $3 and x.position <= $4
  and ($5::text is null or x.plan = $5) and ($6::text is null or x.unit = $6) and ($7::text is null or x.kind = $7)
  and ($8::text is null or x.about = $8) and ($9::text is null or x.person = $9)
  and ($10::boolean is null or x.is_engine = $10) and ($11::text is null or x.at > $11) and ($12::text is null or x.at <= $12)`;

/**
 * One page: a range of an index that ends with the position, then an event each by its position. The offset keeps the planner from
 * reading the log up to there beside it. $13 limit.
 */
export const readEntries = (newest: boolean): string => {
  const order = newest ? 'desc' : 'asc';
  return `
select e.tenant, e.position, e.stream, e.version, e.type, e.v, e.data, e.because, e.at, e.actor, e.recorded_at
from (select x.position from log_entry x where ${WANTED} order by x.position ${order} limit $13) as page
cross join lateral (select * from event where event.tenant = $1 and event.position = page.position offset 0) as e
order by page.position ${order}`;
};

/** How many there are, and where each page of $13 begins: once for a filter, not for a page. */
export const OUTLINE = `
select position, total from (
  select x.position, row_number() over (order by x.position) as number, count(*) over () as total
  from log_entry x where ${WANTED}
) as numbered where (number - 1) % $13 = 0 order by position`;

/** Who did them, those with the most first. $13 limit. */
export const PEOPLE = `
select x.person, count(*)::int as count from log_entry x where x.person is not null and ${WANTED}
group by x.person order by 2 desc, 1 limit $13`;

/** $1 tenant, $2 generation, $3 after position, $4 up to position, $5 after instant. */
export const FIRST_AFTER = `
select position from log_entry where tenant = $1 and generation = $2 and position > $3 and position <= $4 and at > $5
order by position limit 1`;
