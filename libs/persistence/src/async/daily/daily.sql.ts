import { DAILY_COUNTS } from '#read-models';

const counts = DAILY_COUNTS.join(', ');

/**
 * Adds what changed to the figures that stand. $1 tenant, $2 generation, $3 plans, $4 units, $5 kinds, $6 days, then one array
 * for each count.
 */
export const ADD_FIGURES = `
insert into daily_figure (tenant, generation, plan, unit, kind, day, ${counts})
select $1, $2, x.plan, x.unit, x.kind, x.day, ${DAILY_COUNTS.map((name) => `x.${name}`).join(', ')}
from unnest($3::text[], $4::text[], $5::text[], $6::date[], ${DAILY_COUNTS.map((_, index) => `$${index + 7}::int[]`).join(', ')})
  as x (plan, unit, kind, day, ${counts})
on conflict (tenant, generation, plan, unit, kind, day) do update set
  ${DAILY_COUNTS.map((name) => `${name} = daily_figure.${name} + excluded.${name}`).join(', ')}`;

/** Events of streams up to a version each, in order. $1 tenant, $2 streams, $3 versions. One range of the primary key each. */
export const READ_EARLIER = `
select event.tenant, position, event.stream, version, type, v, data, because, at, actor, recorded_at
from unnest($2::text[], $3::int[]) as wanted (stream, until)
join event on event.tenant = $1 and event.stream = wanted.stream and event.version <= wanted.until
order by event.stream, version`;

/**
 * Figures of a unit and all that lies (or lay) below it, by kind and day; days before $4 count as one. $1 tenant, $2 top plan,
 * $3 unit, $4 first and $5 last day.
 */
export const SUM_FIGURES = `
with recursive tree as (
  select id from unit where tenant = $1 and id = $3
  union
  select unit.id from tree join unit on unit.tenant = $1 and unit.superior = tree.id
), live as (
  select generation from projection_cursor where tenant = $1 and projection = 'daily' and state = 'live'
)
select kind, case when day < $4::date then $4::date - 1 else day end as day,
  ${DAILY_COUNTS.map((name) => `sum(${name})::int as ${name}`).join(', ')}
from daily_figure
where tenant = $1 and generation = (select generation from live) and plan = $2 and day <= $5::date
  and unit in (select id from tree)
group by 1, 2`;

/** How far they have been counted. $1 tenant. */
export const COUNTED = `
select coalesce((
    select position from projection_cursor where tenant = $1 and projection = 'daily' and state = 'live'
  ), 0) as position,
  coalesce((select position from tenant_head where tenant = $1), 0) as head`;
