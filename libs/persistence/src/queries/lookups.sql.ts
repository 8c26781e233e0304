/** $1 tenant, $2 units. */
export const FIND_UNITS = `
select id, name, tier, kind, superior from unit where tenant = $1 and id = any ($2::text[])`;

/**
 * Titles of tasks, and what is to come of them, as item rows name them: a bare number is of the top plan, `126/KH-UBND:4` of the nearest plan of that
 * number above (or at) the source. $1 tenant, $2 sources, $3 task keys.
 */
export const FIND_TITLES = `
with recursive wanted as (
  select distinct source, key from unnest($2::text[], $3::text[]) as x (source, key)
), chain as (
  select id as source, id, parent, number, 0 as depth from plan
  where tenant = $1 and id in (select source from wanted)
  union all
  select chain.source, plan.id, plan.parent, plan.number, chain.depth + 1
  from chain join plan on plan.tenant = $1 and plan.id = chain.parent
)
select distinct on (wanted.source, wanted.key) wanted.source, wanted.key, task.title, task.deliverable
from wanted
join chain on chain.source = wanted.source
  and case when wanted.key like '%:%'
    then chain.number = regexp_replace(regexp_replace(wanted.key, ':[^:]*$', ''), '#\\d+$', '')
    else chain.parent is null end
join task on task.tenant = $1 and task.plan = chain.id and task.no = regexp_replace(wanted.key, '^.*:', '')
order by wanted.source, wanted.key, chain.depth`;

/** Steps that have happened to items in their running generation. $1 tenant, $2 plans, $3 units, $4 ids. */
export const FIND_STEPS = `
select item.plan, item.unit, item.id, array_agg(escalation.step order by escalation.at, escalation.step) as steps
from unnest($2::text[], $3::text[], $4::text[]) as x (plan, unit, id)
join item on item.tenant = $1 and item.plan = x.plan and item.unit = x.unit and item.id = x.id
join escalation on escalation.tenant = $1 and escalation.plan = item.plan and escalation.unit = item.unit
  and escalation.obligation = 'item ' || item.id and escalation.generation = item.generation
group by item.plan, item.unit, item.id`;

/**
 * Inputs of consolidated reports that have come in by now, as `inputAmong` of the engine finds them: what a unit sent to whoever
 * sums up or to the addressee, all of it where it sends several a day; for one further up a chain, the one below it.
 * $1 tenant, $2 plans, $3 units, $4 ids.
 */
export const FIND_INPUTS = `
select plan, unit, id, array_agg(part_unit order by part_unit) as units
from (
  select whole.plan, whole.unit, whole.id, part.unit as part_unit,
    coalesce(
      bool_and(part.status in ('submitted', 'accepted')) filter (where part.consolidated),
      bool_and(part.status in ('submitted', 'accepted'))
    ) as is_in
  from unnest($2::text[], $3::text[], $4::text[]) as x (plan, unit, id)
  join report whole on whole.tenant = $1 and whole.plan = x.plan and whole.unit = x.unit and whole.id = x.id
  join report part on part.tenant = $1 and part.plan = whole.plan and part.unit = any (whole.inputs)
    and part.regime = whole.regime and part.period = whole.period and part.until_day = whole.until_day
    and part.status not in ('cancelled', 'transferred')
    and case when part.consolidated
      then part.id in (
        regexp_replace(whole.id, ':all2$', ':all'),
        regexp_replace(whole.id, ':all\\d+$', ':all' || (coalesce(substring(whole.id from ':all(\\d+)$'), '0')::int - 1))
      ) and part.id <> whole.id
      else part.to_unit in (whole.unit, whole.to_unit) end
  group by whole.plan, whole.unit, whole.id, part.unit
) as parts
where is_in
group by plan, unit, id`;
