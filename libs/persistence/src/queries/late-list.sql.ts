import { inBranch, SCOPE } from './cascade.sql.js';
import { IS_OVERDUE } from './timeliness.sql.js';

const DAY = 'left($4::text, 10)::date';
/** Has no deadline to keep any more, or for the time being. */
const NOBODYS = "'cancelled', 'transferred', 'suspended'";

/**
 * What was not in at $4 though its day had passed, whatever became of it later, the longest first: items, reports and duties, each
 * with the steps and consequences of its running generation up to then, and the explanation that was demanded. $5 limit, $6 to $8
 * the cursor (null: from the start), $9 the branch. Parameters as in the cascade.
 */
export const LATE_LIST = `
with scope as (
  select tenant, plan, unit from unit_plan where ${SCOPE} and ${inBranch('$9')}
), late as (
  select unit, 'item ' || id as obligation, task, source, due, due_time, generation
  from item join scope using (tenant, plan, unit)
  where ${IS_OVERDUE} and status not in (${NOBODYS})
  union all
  select unit, 'report ' || id, null, source, due, due_time, generation
  from report join scope using (tenant, plan, unit)
  where ${IS_OVERDUE} and status not in (${NOBODYS})
  union all
  select unit, 'duty ' || id, null, source, due, null, 1
  from duty join scope using (tenant, plan, unit)
  where due < ${DAY} and (fulfilled_at is null or left(fulfilled_at, 10)::date > ${DAY}) and ended is null
)
select late.unit, late.obligation, late.task, late.source, late.due, late.due_time, ${DAY} - late.due as days_late,
  (select count(*)::int from late) as total,
  coalesce((
    select json_agg(json_build_object('step', e.step, 'at', e.at, 'actions', e.actions::json) order by e.at, e.step)
    from escalation e
    where e.tenant = $1 and e.plan = $2 and e.unit = late.unit and e.obligation = late.obligation
      and e.generation = late.generation and left(e.at, 10)::date <= ${DAY}
  ), '[]'::json) as steps,
  explanation.id as explanation, explanation.due as explanation_due,
  explanation.status as explanation_status, explanation.submitted_at as explained_at
from late
left join item explanation on explanation.tenant = $1 and explanation.plan = $2 and explanation.unit = late.unit
  and explanation.id = 'explain:' || late.obligation || '#' || late.generation
where $6::date is null or (late.due, late.unit, late.obligation) > ($6::date, $7::text, $8::text)
order by late.due, late.unit, late.obligation limit $5`;
