/** Streams to which something was recorded. $1 tenant, $2 after position, $3 up to position. A range of the position index. */
export const CHANGED_STREAMS = `
select distinct stream from event where tenant = $1 and position > $2 and position <= $3`;

/**
 * Units on whose desks something was laid to be judged or answered, or that took it off again: submissions, and requests for later days.
 * What else happens to the work of others is none of theirs. $1 tenant, $2 after position, $3 up to position.
 */
export const CHANGED_DESKS = `
with told as (
  select split_part(stream, '/', 2) collate "C" as plan, split_part(stream, '/', 3) collate "C" as unit,
    type in ('ExtensionRequested', 'ExtensionRefused') as is_request, data::jsonb as data
  from event
  where tenant = $1 and position > $2 and position <= $3 and starts_with(stream, 'unit-plan/')
    and type in ('ItemSubmitted', 'ItemAccepted', 'ItemReturned', 'ReportSubmitted', 'ReportAccepted', 'ReportReturned',
      'ExtensionRequested', 'ExtensionRefused')
), handed as (
  select plan, unit, is_request, coalesce(data ->> 'item', substring(data ->> 'obligation' from '^item (.*)$')) as item,
    coalesce(data ->> 'report', substring(data ->> 'obligation' from '^report (.*)$')) as report
  from told
)
select unnest(array_append(unit_plan.acceptors, item.receiver)) as desk from handed
join item on item.tenant = $1 and item.plan = handed.plan and item.unit = handed.unit and item.id = handed.item
join unit_plan on unit_plan.tenant = $1 and unit_plan.plan = handed.plan and unit_plan.unit = handed.unit
union
select unnest(case when is_request then array_append(unit_plan.acceptors, report.to_unit) else array[report.to_unit, report.via_unit] end)
from handed
join report on report.tenant = $1 and report.plan = handed.plan and report.unit = handed.unit and report.id = handed.report
join unit_plan on unit_plan.tenant = $1 and unit_plan.plan = handed.plan and unit_plan.unit = handed.unit`;
