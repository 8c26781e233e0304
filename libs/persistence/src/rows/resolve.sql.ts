/**
 * What a plan and a branch stand for. A top plan: all that follow it (null). One below: the units whose unit plans follow it or a plan
 * below it. A branch: the unit and all that lies, or lay, below it. $1 tenant, $2 plan or null, $3 unit or null.
 */
export const RESOLVE_SCOPE = `
with recursive asked as (
  select id, root, parent from plan where tenant = $1 and id = $2
), below as (
  select id from asked where parent is not null
  union all
  select plan.id from below join plan on plan.tenant = $1 and plan.parent = below.id
), branch as (
  select id from unit where tenant = $1 and id = $3
  union
  select unit.id from branch join unit on unit.tenant = $1 and unit.superior = branch.id
)
select (select root from asked) as plan,
  case when (select parent from asked) is not null then (
    select coalesce(array_agg(unit), '{}') from unit_plan
    where tenant = $1 and plan = (select root from asked) and source in (select id from below)
  ) end as followers,
  (select coalesce(array_agg(id), '{}') from branch) as branch`;
