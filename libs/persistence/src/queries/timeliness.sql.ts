/**
 * The rules of `timeliness` in read-models, as SQL over columns of `item` or `report`; a test holds the two together.
 * $4 is the instant of the question, as text: what came in after its day was not in yet.
 */
const asOfDay = 'left($4::text, 10)::date';
const submittedDay = 'left(submitted_at, 10)::date';
const done = `status in ('submitted', 'completed', 'accepted') and ${submittedDay} <= ${asOfDay}`;
const itemDated = "due is not null and status <> 'suspended'";
const reportDated = 'due is not null';

/** The last allowed moment has passed at an instant: the end of the day, or the clock time of it. */
const past = (instant: string): string => {
  const day = `left(${instant}, 10)::date`;
  return `(${day} > due or (due_time is not null and ${day} = due and substr(${instant}, 12, 5) >= due_time))`;
};
const cameLate = past('submitted_at');
const isPast = past('$4::text');

const counts = (dated: string): string => `
  count(*)::int as total,
  count(*) filter (where ${dated} and ${done} and not ${cameLate})::int as on_time,
  count(*) filter (where ${dated} and ${done} and ${cameLate})::int as late,
  count(*) filter (where ${dated} and (${done}) is not true and ${isPast})::int as overdue`;

/** Counts of items. Cancelled and transferred ones are nobody's any more. */
export const ITEM_COUNTS = counts(itemDated);
export const ITEM_COUNTED = "status not in ('cancelled', 'transferred')";
/** Counts of reports. One that sums up what others sent is counted apart from them: not here. */
export const REPORT_COUNTS = counts(reportDated);
export const REPORT_COUNTED = "not consolidated and status not in ('cancelled', 'transferred')";

/** A report whose last allowed moment has passed at $4: those that rates count. */
export const REPORT_IS_EXPECTED = `${reportDated} and ${REPORT_COUNTED} and ${isPast}`;
export const REPORT_RATES = `
  count(*)::int as expected,
  count(*) filter (where ${done})::int as received,
  count(*) filter (where ${done} and not ${cameLate})::int as on_time`;

/** Items that are late or overdue at $4, and by how many days: 0 where it is hours. */
export const ITEM_DAYS_LATE = `case when ${done} then ${submittedDay} else ${asOfDay} end - due`;
export const ITEM_IS_LATE = `${itemDated} and ${ITEM_COUNTED} and case when ${done} then ${cameLate} else ${isPast} end`;
export const ITEM_IS_DONE = `(${done}) is true`;

const standing = (dated: string): string => `case when (${dated}) is not true then 'open'
  when (${done}) is true then case when ${cameLate} then 'late' else 'onTime' end
  when ${isPast} then 'overdue' else 'open' end`;

/** How an item, or a report, stands at $4, by the names of counts: those that are counted as this are those. */
export const ITEM_STANDING = standing(itemDated);
export const REPORT_STANDING = standing(reportDated);

/** Items not in and past the instant $5. */
export const ITEM_IS_OVERDUE = `${itemDated} and status in ('assigned', 'received', 'in-progress', 'returned')
  and ${past('$5::text')}`;

/** Work of any kind that is not in and past the instant $4. */
export const IS_OVERDUE = `due is not null and (${done}) is not true and ${isPast}`;
