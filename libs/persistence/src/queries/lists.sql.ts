import { LABEL } from './completeness.sql.js';
import { ITEM_COUNTED, ITEM_IS_OVERDUE, ITEM_STANDING, REPORT_COUNTED, REPORT_STANDING } from './timeliness.sql.js';

export const ITEM_COLUMNS = `plan, unit, id, task, source, period, kind, due, receiver, status, generation,
  received_at, submitted_at, completed_at, due_time, awaits, estimate, resolver, explains, inherited_from,
  extension_to, extension_reason, extension_at, extension_refusal`;
export const REPORT_COLUMNS = `plan, unit, id, regime, source, period, from_day, until_day, due, to_unit, via_unit, copies,
  consolidated, inputs, received, status, submitted_at, content, due_time, generation, via_next, serves, into_system, asked,
  closed_at, closed_received, closed_late, closed_missing, inherited_from,
  extension_to, extension_reason, extension_at, extension_refusal`;

/** The top plan of a plan. $1 tenant, $2 plan. */
export const FIND_ROOT = 'select root, parent from plan where tenant = $1 and id = $2';

/** A unit and all below it. $1 tenant. */
const below = (unit: string): string => `below as (
  select id from unit where tenant = $1 and id = ${unit}
  union all
  select unit.id from below join unit on unit.tenant = $1 and unit.superior = below.id
)`;

/** What both lists are narrowed by; `table` is which. $2 top plan, $3 unit. */
const narrowed = (
  table: 'item' | 'report',
  at: Readonly<Record<'within' | 'among' | 'tier' | 'followed' | 'due' | 'inOn', string>>,
): string => `
  and ($2::text is null or plan = $2) and ($3::text is null or unit = $3)
  and (${at.within}::text is null or unit in (select id from below))
  and (${at.among}::text[] is null or unit = any (${at.among}))
  and (${at.tier}::text is null or unit in (select id from unit where tenant = $1 and tier = ${at.tier}))
  and (${at.followed}::text[] is null or exists (
    select from unit_plan
    where unit_plan.tenant = $1 and unit_plan.plan = ${table}.plan and unit_plan.unit = ${table}.unit
      and unit_plan.source = any (${at.followed})
  ))
  and (${at.due}::date is null or (due = ${at.due} and status not in ('cancelled', 'transferred', 'suspended')))
  and (${at.inOn}::text is null or (status in ('submitted', 'completed', 'accepted') and left(submitted_at, 10) = ${at.inOn}))`;

const listItems = (after: string, order: string): string => `
with recursive ${below('$8')}
select ${ITEM_COLUMNS} from item
where tenant = $1
  ${narrowed('item', { within: '$8', among: '$13', tier: '$15', followed: '$16', due: '$17', inOn: '$18' })}
  and ($6::text is null or status = $6)
  and ($5::text is null or (${ITEM_IS_OVERDUE}))
  and ($7::text is null or (${ITEM_COUNTED} and ${ITEM_STANDING} = $7))
  and ($14::text is null or task = $14)
  and ($9::text is null or ${after})
order by ${order} limit $12`;

/**
 * Items in the order of their key, after a cursor. $1 tenant, $2 top plan, $3 unit, $4 the instant of the question, $5 the same where
 * only overdue ones are wanted (null: all), $6 status, $7 how they stand, $8 the unit below which (null: any), $9 to $11 the cursor
 * (null: from the start), $12 limit, $13 the units that may be seen (null: all), $14 the task (null: any),
 * $15 the tier of the unit (null: any), $16 plans that unit plans must follow (null: any), $17 the last allowed day (null: any),
 * $18 the day on which they came in (null: any).
 */
export const LIST_ITEMS = listItems('(plan, unit, id) > ($9, $10, $11)', 'plan, unit, id');

/** The same by last allowed day, those without one last. $19 the day of the cursor. */
export const LIST_ITEMS_BY_DUE = listItems(
  "(coalesce(due, 'infinity'), plan, unit, id) > ($19::date, $9, $10, $11)",
  "coalesce(due, 'infinity'), plan, unit, id",
);

/** The same, the latest day first. */
export const LIST_ITEMS_BY_DUE_DOWN = listItems(
  `(coalesce(due, '-infinity') < $19::date or (coalesce(due, '-infinity') = $19::date and (plan, unit, id) > ($9, $10, $11)))`,
  "coalesce(due, '-infinity') desc, plan, unit, id",
);

/**
 * Reports in the order of their key, after a cursor. $1 tenant, $2 top plan, $3 unit, $4 the instant of the question, $5 period, $6 how
 * they stand (null: any, those that sum up and those that are nobody's any more too; `total`: all that are counted), $7 to $9 the cursor,
 * $10 limit, $11 the units that may be seen (null: all), $12 the tier of the unit (null: any), $13 the unit below which (null: any),
 * $14 plans that unit plans must follow (null: any), $15 the last allowed day (null: any), $16 the day on which they came in (null: any),
 * $17 the label of the period in tables (null: any).
 */
export const LIST_REPORTS = `
with recursive ${below('$13')}
select ${REPORT_COLUMNS} from report
where tenant = $1
  ${narrowed('report', { within: '$13', among: '$11', tier: '$12', followed: '$14', due: '$15', inOn: '$16' })}
  and ($5::text is null or period = $5) and ($17::text is null or ${LABEL} = $17)
  and ($6::text is null or (${REPORT_COUNTED} and ($6 = 'total' or ${REPORT_STANDING} = $6)))
  and ($7::text is null or (plan, unit, id) > ($7, $8, $9))
order by plan, unit, id limit $10`;

const PLAN_COLUMNS = `id, root, parent, number, issuer, issued_on, title, rules, status,
  (select count(*)::int from unit_plan
    where unit_plan.tenant = plan.tenant
      and case when plan.parent is null then unit_plan.plan = plan.id else unit_plan.source = plan.id end) as unit_plans`;

/** Plans, the newest first, after a cursor. $1 tenant, $2 and $3 the cursor, $4 limit. */
export const LIST_PLANS = `
select ${PLAN_COLUMNS} from plan
where tenant = $1 and ($2::date is null or issued_on < $2 or (issued_on = $2 and id > $3))
order by issued_on desc, id limit $4`;

/** $1 tenant, $2 plan. */
export const FIND_PLAN = `select ${PLAN_COLUMNS} from plan where tenant = $1 and id = $2`;

/** A text in small letters without marks: `Đà Lạt` is `da lat`. */
const plain = (text: string): string =>
  `translate(lower(regexp_replace(normalize(${text}, NFD), '[\\u0300-\\u036f]', '', 'g') collate vietnamese), 'đ', 'd')`;

/**
 * Units by name as Vietnamese sort them, after a cursor; those that still exist on the day $7. $1 tenant, $2 superior (null: any), $3 what
 * the name contains (null: anything; written without marks, a name that is so without them), $4 and $5 the cursor, $6 limit.
 */
export const LIST_UNITS = `
select id, name, tier, kind, superior from unit
where tenant = $1 and (valid_until is null or valid_until > $7)
  and ($2::text is null or superior = $2)
  and ($3::text is null or position(lower(normalize($3) collate vietnamese) in lower(normalize(name) collate vietnamese)) > 0
    or ${plain('$3')} = lower($3) and position(lower($3) in ${plain('name')}) > 0)
  and ($4::text is null or (name collate vietnamese, id) > ($4 collate vietnamese, $5))
order by name collate vietnamese, id limit $6`;
