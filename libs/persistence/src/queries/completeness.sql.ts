import { IS_OVERDUE, REPORT_IS_EXPECTED, REPORT_RATES } from './timeliness.sql.js';

/**
 * The unit asked about, alone, and each unit directly below it with all that lies (or lay, while it existed) below that one.
 * $1 tenant, $5 unit.
 */
export const TREE = `
tree as (
  select id, id as branch, false as below from unit where tenant = $1 and id = $5
  union all
  select unit.id, case when tree.below then tree.branch else unit.id end, true
  from tree join unit on unit.tenant = $1 and unit.superior = tree.id
)`;

/** The period of a report, as its id tells it: without the hour, the addressee of a sector, and the mark of a consolidation. */
export const LABEL = `regexp_replace(regexp_replace(report.id, '^.*@', ''), '(T\\d\\d:\\d\\d)?(:all\\d*|>.*)?$', '')`;

/**
 * The rules of `rateCounts` in read-models, as SQL. $1 tenant, $2 top plan, $3 plans that unit plans must follow (null: any), $4
 * instant, $5 unit. A unit that is no more counts for what was due while it existed.
 */
const SCOPE = `
from tree
join report on report.tenant = $1 and report.plan = $2 and report.unit = tree.id
join unit_plan on unit_plan.tenant = $1 and unit_plan.plan = $2 and unit_plan.unit = tree.id
where ($3::text[] is null or unit_plan.source = any ($3)) and ${REPORT_IS_EXPECTED}
  and (unit_plan.transferred_at is null or report.due < left(unit_plan.transferred_at, 10)::date)`;

/** One row for each unit (with what lies below it) and period. */
export const COMPLETENESS = `
with recursive ${TREE}
select tree.branch, tree.below, report.period, ${LABEL} as label, min(report.from_day) as from_day,
  max(report.until_day) as until_day, max(report.due) as due, ${REPORT_RATES}
${SCOPE}
group by tree.branch, tree.below, report.period, label
order by due, label, tree.branch`;

/**
 * What had not come in at $4, whatever came later, the longest overdue first. $6 label (null: any), $7 limit, $8 to $10 the cursor
 * (null: from the start).
 */
export const MISSING_REPORTS = `
with recursive ${TREE}, missing as (
  select report.unit, report.id, report.period, ${LABEL} as label, report.due, report.to_unit,
    left($4::text, 10)::date - report.due as days_late
  ${SCOPE} and ${IS_OVERDUE} and ($6::text is null or ${LABEL} = $6)
)
select missing.*, (select count(*)::int from missing) as total from missing
where $8::date is null or (due, unit, id) > ($8::date, $9::text, $10::text)
order by due, unit, id limit $7`;
