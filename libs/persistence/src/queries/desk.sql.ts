import { ITEM_COLUMNS, REPORT_COLUMNS } from './lists.sql.js';

const prefixed = (alias: string, columns: string): string => columns.replaceAll(/\w+/g, `${alias}.$&`);

/** What one unit owes and has not handed in, over all plans. $1 tenant, $2 unit. */
export const DESK_ITEMS = `
select ${ITEM_COLUMNS} from item
where tenant = $1 and unit = $2 and status in ('dormant', 'assigned', 'received', 'in-progress', 'returned', 'suspended')
order by due nulls last, plan, id`;
export const DESK_REPORTS = `
select ${REPORT_COLUMNS} from report
where tenant = $1 and unit = $2 and status in ('expected', 'returned')
order by due nulls last, plan, id`;
export const DESK_DUTIES = `
select plan, unit, id, source, due, send_to, own_plan, fulfilled_at from duty
where tenant = $1 and unit = $2 and fulfilled_at is null
order by due nulls last, plan, id`;

/** Submissions that a unit may accept or return, the oldest first. $1 tenant, $2 unit, $3 limit. */
export const WAITING_ITEMS = `
select ${prefixed('item', ITEM_COLUMNS)} from item
join unit_plan on unit_plan.tenant = item.tenant and unit_plan.plan = item.plan and unit_plan.unit = item.unit
where item.tenant = $1 and item.status = 'submitted' and (item.receiver = $2 or $2 = any (unit_plan.acceptors))
order by item.submitted_at, item.plan, item.unit, item.id limit $3`;
export const WAITING_REPORTS = `
select ${REPORT_COLUMNS} from report
where tenant = $1 and status = 'submitted' and (to_unit = $2 or via_unit = $2)
order by submitted_at, plan, unit, id limit $3`;

/** Requests for later days that a unit may grant or refuse, the oldest first. $1 tenant, $2 unit, $3 limit. */
export const ASKED_ITEMS = `
select ${prefixed('item', ITEM_COLUMNS)} from item
join unit_plan on unit_plan.tenant = item.tenant and unit_plan.plan = item.plan and unit_plan.unit = item.unit
where item.tenant = $1 and item.extension_to is not null and item.extension_refusal is null
  and (item.receiver = $2 or $2 = any (unit_plan.acceptors))
order by item.extension_at, item.plan, item.unit, item.id limit $3`;
export const ASKED_REPORTS = `
select ${prefixed('report', REPORT_COLUMNS)} from report
join unit_plan on unit_plan.tenant = report.tenant and unit_plan.plan = report.plan and unit_plan.unit = report.unit
where report.tenant = $1 and report.extension_to is not null and report.extension_refusal is null
  and (report.to_unit = $2 or $2 = any (unit_plan.acceptors))
order by report.extension_at, report.plan, report.unit, report.id limit $3`;
