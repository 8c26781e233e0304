/**
 * The rules of `timeliness` in read-models, as SQL over columns of `item` or `report`; a test holds the two together.
 * $4 is the day of the question: what came in after it was not in yet.
 */
const done = "status in ('submitted', 'completed', 'accepted') and left(submitted_at, 10)::date <= $4::date";
const itemDated = "due is not null and status <> 'suspended'";
const reportDated = 'due is not null';

const counts = (dated: string): string => `
  count(*)::int as total,
  count(*) filter (where ${dated} and ${done} and left(submitted_at, 10)::date <= due)::int as on_time,
  count(*) filter (where ${dated} and ${done} and left(submitted_at, 10)::date > due)::int as late,
  count(*) filter (where ${dated} and (${done}) is not true and $4::date > due)::int as overdue`;

/** Counts of items. Cancelled and transferred ones are nobody's any more. */
export const ITEM_COUNTS = counts(itemDated);
export const ITEM_COUNTED = "status not in ('cancelled', 'transferred')";
/** Counts of reports. One that sums up what others sent is counted apart from them: not here. */
export const REPORT_COUNTS = counts(reportDated);
export const REPORT_COUNTED = 'not consolidated';

/** Items that are late or overdue on day $4, and by how many days. */
export const ITEM_DAYS_LATE = `case when ${done} then left(submitted_at, 10)::date else $4::date end - due`;
export const ITEM_IS_LATE = `${itemDated} and ${ITEM_COUNTED} and ${ITEM_DAYS_LATE} > 0`;
export const ITEM_IS_DONE = `(${done}) is true`;

/** Items not in and past day $5. */
export const ITEM_IS_OVERDUE = `${itemDated} and status in ('assigned', 'received', 'in-progress', 'returned') and due < $5::date`;
