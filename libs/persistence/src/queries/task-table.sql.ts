import { TREE } from './completeness.sql.js';
import { ITEM_COUNTED, ITEM_COUNTS } from './timeliness.sql.js';

/**
 * One row for each unit (with what lies below it) and task. $1 tenant, $2 top plan, $3 plans that unit plans must follow (null: any),
 * $4 instant, $5 unit.
 */
export const TASK_TABLE = `
with recursive ${TREE}
select tree.branch, tree.below, item.task, min(item.source) as source, ${ITEM_COUNTS}
from tree join item on item.tenant = $1 and item.plan = $2 and item.unit = tree.id
where ($3::text[] is null or exists (
    select from unit_plan where tenant = $1 and plan = $2 and unit = tree.id and source = any ($3)
  )) and ${ITEM_COUNTED}
group by tree.branch, tree.below, item.task
order by item.task, tree.branch, tree.below`;
