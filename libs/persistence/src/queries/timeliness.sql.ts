/**
 * The rules of `timeliness` in read-models, as SQL over columns of `item` or `report`; a test holds the two together.
 * $asOf is the day of the question.
 */
const done = "status in ('submitted', 'completed', 'accepted') and submitted_at is not null";
const itemDated = "due is not null and kind not in ('standing', 'as-regulated') and status <> 'suspended'";
const reportDated = 'due is not null';

const counts = (dated: string, asOf: string): string => `
  count(*)::int as total,
  count(*) filter (where ${dated} and ${done} and left(submitted_at, 10)::date <= due)::int as on_time,
  count(*) filter (where ${dated} and ${done} and left(submitted_at, 10)::date > due)::int as late,
  count(*) filter (where ${dated} and not (${done}) and ${asOf}::date > due)::int as overdue`;

/** Counts of items, $4 being the day. Cancelled and transferred ones are nobody's any more. */
export const ITEM_COUNTS = counts(itemDated, '$4');
export const REPORT_COUNTS = counts(reportDated, '$4');
export const ITEM_COUNTED = "status not in ('cancelled', 'transferred')";

/** Items that are late or overdue on day $4, and by how many days. */
export const ITEM_DAYS_LATE = `case when ${done} then left(submitted_at, 10)::date else $4::date end - due`;
export const ITEM_IS_LATE = `${itemDated} and ${ITEM_COUNTED} and ${ITEM_DAYS_LATE} > 0`;
export const ITEM_IS_DONE = done;

/** Items not in and past day $5. */
export const ITEM_IS_OVERDUE = `${itemDated} and status in ('assigned', 'received', 'in-progress', 'returned') and due < $5::date`;
