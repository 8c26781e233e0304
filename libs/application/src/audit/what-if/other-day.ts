import { CALENDAR_STREAM, type CalendarData, type LocalDate, weekdayOf } from '#engine';
import type { RecordedEvent } from '#event-store';

/** A day that was worked, or off, otherwise than the calendars say. */
export interface OtherDay {
  readonly date: LocalDate;
  readonly works: boolean;
}

const FRIDAY = 5;

/** A calendar with one day as told, and all others as they are. */
function otherCalendar({ version, years }: CalendarData, { date, works }: OtherDay): CalendarData {
  const year = date.slice(0, 4);
  const { off = [], makeup = [] } = years[year] ?? {};
  const isWeekday = weekdayOf(date) <= FRIDAY;
  const without = (days: readonly LocalDate[]): readonly LocalDate[] => days.filter((each) => each !== date);
  const and = (days: readonly LocalDate[]): readonly LocalDate[] => [...without(days), date].toSorted();
  const other = isWeekday
    ? { off: works ? without(off) : and(off), makeup }
    : { off, makeup: works ? and(makeup) : without(makeup) };
  return { version, years: { ...years, [year]: other } };
}

/** Events with the day otherwise in each calendar that is among them. */
const withOtherDay = (events: readonly RecordedEvent[], day: OtherDay): readonly RecordedEvent[] =>
  events.map((event) =>
    event.stream === CALENDAR_STREAM ? { ...event, data: otherCalendar(event.data as CalendarData, day) } : event,
  );

/** The calendar that is in force after events, with the day otherwise; undefined where there is none. */
function calendarAfter(events: readonly RecordedEvent[], day: OtherDay): CalendarData | undefined {
  const last = events.findLast(({ stream }) => stream === CALENDAR_STREAM);
  return last && otherCalendar(last.data as CalendarData, day);
}

/** A history, cut where the other course begins. */
export type Parts = readonly [before: readonly RecordedEvent[], after: readonly RecordedEvent[]];

/** Both parts of a history with its calendars as they would be, and the one that the other course begins with. */
export function onOtherDay(
  [before, after]: Parts,
  { calendar, day }: { readonly calendar?: CalendarData | undefined; readonly day?: OtherDay | undefined },
) {
  if (!day) return { before, after, calendar };
  const later = withOtherDay(after, day);
  if (!before.some(({ type }) => type === 'PlanIssued')) return { before: withOtherDay(before, day), after: later, calendar };
  return { before, after: later, calendar: calendar ?? calendarAfter(before, day) };
}
