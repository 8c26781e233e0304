import { ITEM_COLUMNS, REPORT_COLUMNS } from './lists.sql.js';

/** $1 tenant, $2 plan, $3 unit: a row, or the rows of one kind, by the primary key. */
export const FIND_UNIT_PLAN = `
select plan, unit, source, provisional, own_plan, version, acceptors, joint, supports
from unit_plan where tenant = $1 and plan = $2 and unit = $3`;
export const UNIT_PLAN_ITEMS = `
select ${ITEM_COLUMNS} from item where tenant = $1 and plan = $2 and unit = $3 order by id`;
export const UNIT_PLAN_REPORTS = `
select ${REPORT_COLUMNS} from report where tenant = $1 and plan = $2 and unit = $3 order by due, id`;
export const UNIT_PLAN_DUTIES = `
select plan, unit, id, source, due, send_to, own_plan, fulfilled_at
from duty where tenant = $1 and plan = $2 and unit = $3 order by id`;
