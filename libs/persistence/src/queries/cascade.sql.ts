import {
  ITEM_COUNTED,
  ITEM_COUNTS,
  ITEM_DAYS_LATE,
  ITEM_IS_DONE,
  ITEM_IS_LATE,
  REPORT_COUNTED,
  REPORT_COUNTS,
} from './timeliness.sql.js';

/** The plan and all that carry it out below. $1 tenant, $2 plan. */
export const PLANS_BELOW = `
with recursive below as (
  select id from plan where tenant = $1 and id = $2
  union all
  select plan.id from below join plan on plan.tenant = $1 and plan.parent = below.id
)
select id from below`;

/** Common to all below: $1 tenant, $2 top plan, $3 plans that unit plans must follow (null: any), $4 the instant of the question. */
export const SCOPE = 'unit_plan.tenant = $1 and unit_plan.plan = $2 and ($3::text[] is null or unit_plan.source = any ($3))';

/** Within a branch of the tree. `at` names the parameter with its units; null: the whole tree. */
export const inBranch = (at: string): string => `(${at}::text[] is null or unit_plan.unit = any (${at}))`;

/** A unit and all that lies (or lay, while it existed) below it. $1 tenant, $2 unit. */
export const UNITS_BELOW = `
with recursive below as (
  select id from unit where tenant = $1 and id = $2
  union all
  select unit.id from below join unit on unit.tenant = $1 and unit.superior = below.id
)
select id from below`;

/** One row for each unit plan, with its counts. $5 the branch. */
export const CASCADE_UNITS = `
select unit_plan.unit, unit_plan.source, unit_plan.provisional, unit_plan.own_plan,
  items.total as item_total, items.on_time as item_on_time, items.late as item_late, items.overdue as item_overdue,
  reports.total as report_total, reports.on_time as report_on_time, reports.late as report_late,
  reports.overdue as report_overdue
from unit_plan
left join (
  select unit, ${ITEM_COUNTS} from item where tenant = $1 and plan = $2 and ${ITEM_COUNTED} group by unit
) as items on items.unit = unit_plan.unit
left join (
  select unit, ${REPORT_COUNTS} from report where tenant = $1 and plan = $2 and ${REPORT_COUNTED} group by unit
) as reports on reports.unit = unit_plan.unit
where ${SCOPE} and ${inBranch('$5')}`;

/** Those units, and the units between them and the issuer, by name. $1 tenant, $2 units, $3 issuer. */
export const CASCADE_BRANCHES = `
with recursive branch as (
  select unnest($2::text[]) collate "C" as id
  union
  select unit.superior from branch join unit on unit.tenant = $1 and unit.id = branch.id
  where branch.id <> $3 and unit.superior is not null
)
select unit.id, unit.name, unit.tier, unit.kind, unit.superior
from branch join unit on unit.tenant = $1 and unit.id = branch.id
order by unit.name collate vietnamese, unit.id`;

/** Steps that have happened, those after the day of $4 left out. */
const STEPS = `escalation
join unit_plan on unit_plan.tenant = escalation.tenant and unit_plan.plan = escalation.plan
  and unit_plan.unit = escalation.unit and ${SCOPE} and left(escalation.at, 10)::date <= left($4::text, 10)::date`;

/** How often each step has happened. $5 the branch. */
export const CASCADE_STEPS = `
select escalation.step, count(*)::int as count from ${STEPS}
where ${inBranch('$5')}
group by escalation.step`;

/**
 * Where steps have been taken, the newest first: those that are counted. $5 the step (null: any), $6 limit, $7 the day (null: any), $8
 * the kind of obligation (null: any), $9 the unit below which (null: any), $10 to $14 the cursor (null: from the start).
 */
export const STEPS_TAKEN = `
with recursive within as (
  select id from unit where tenant = $1 and id = $9
  union all
  select unit.id from within join unit on unit.tenant = $1 and unit.superior = within.id
), taken as (
  select escalation.unit, escalation.obligation, escalation.generation, escalation.step, escalation.at, escalation.due
  from ${STEPS}
  where ($5::text is null or escalation.step = $5) and ($7::text is null or left(escalation.at, 10) = $7)
    and ($8::text is null or starts_with(escalation.obligation, $8 || ' '))
    and ($9::text is null or escalation.unit in (select id from within))
)
select taken.*, item.task, item.source, (select count(*)::int from taken) as total
from taken
left join item on item.tenant = $1 and item.plan = $2 and item.unit = taken.unit and taken.obligation = 'item ' || item.id
where $10::text is null or taken.at < $10
  or (taken.at = $10 and (taken.unit, taken.obligation, taken.generation, taken.step) > ($11::text, $12::text, $13::int, $14::text))
order by taken.at desc, taken.unit, taken.obligation, taken.generation, taken.step limit $6`;

/** What is late or overdue, the latest first. $5 the branch, $6 limit. */
export const CASCADE_LATE = `
select item.unit, item.task, item.due, item.source, ${ITEM_DAYS_LATE} as days_late, (${ITEM_IS_DONE}) as done
from item
join (select tenant, plan, unit from unit_plan where ${SCOPE} and ${inBranch('$5')}) as scope using (tenant, plan, unit)
where ${ITEM_IS_LATE}
order by days_late desc, item.due, item.unit, item.id limit $6`;
