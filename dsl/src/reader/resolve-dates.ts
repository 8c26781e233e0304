import { addDays, weekdayOf, yearOf, type LocalDate } from '#engine';
import type { DatesAtom } from './atoms.js';
import { unknown, type Given } from './given.js';
import { dayBefore, daysIn, withSharedDay, withYears, yearSaid, type Days } from './place-date.js';
import { unsure, type ByReading, type DeadlineReading, type WindowReading } from './reading.js';
import type { When } from './when.js';

/** The readings of a date group that does not come back, in the order of the text. */
export function datedReadings(atom: DatesAtom, given: Given): readonly DeadlineReading[] {
  if (atom.range) return [windowReading(atom, given)];
  return withYears(withSharedDay(atom.whens)).map((when) => {
    const reading = byReading(when, atom, given);
    return atom.doubtful ? unsure(reading) : reading;
  });
}

function byReading(when: When, atom: DatesAtom, given: Given): DeadlineReading {
  if (when.unit === 'day-only') return unknown('noMonth', given);
  const said = yearSaid(when);
  const days = daysIn(when, said ?? yearOf(given.issuedOn));
  if (!days) return unknown('noSuchDate', given);
  const reading = oneReading(days, atom);
  if (said !== null) return checkWeekday(reading, days, atom);
  if (lastOf(reading) >= given.issuedOn) return checkWeekday(reading, days, atom);
  const next = daysIn(when, yearOf(given.issuedOn) + 1);
  return next ? unsure(reading, oneReading(next, atom)) : unsure(reading);
}

const lastOf = (reading: DeadlineReading): string => {
  if (reading.kind === 'by') return reading.due;
  return reading.kind === 'window' ? (reading.start ?? '') : '';
};

function oneReading({ first, last }: Days, { mark, clock }: DatesAtom): DeadlineReading {
  if (mark === 'from') return { kind: 'window', start: first, due: null, ...(clock !== undefined && { startTime: clock }) };
  if (mark === 'after') return { kind: 'window', start: addDays(last, 1), due: null };
  const exclusive = mark === 'before' && { exclusive: true as const };
  if (clock !== undefined) return { kind: 'by', due: mark === 'before' ? first : last, ...exclusive, time: clock };
  return { kind: 'by', due: mark === 'before' ? dayBefore(first) : last, ...exclusive };
}

/** A weekday beside a date must be that date's. */
function checkWeekday(reading: DeadlineReading, { first }: Days, { weekdays }: DatesAtom): DeadlineReading {
  return weekdays.length === 0 || weekdays.includes(weekdayOf(first)) ? reading : unsure(reading);
}

function windowReading(atom: DatesAtom, given: Given): DeadlineReading {
  const [start, end] = atom.whens;
  if (start === undefined) return unknown('noTime', given);
  if (end === undefined) return openWindow(start, atom, given);
  const ends = placeEnds(start, end, given);
  if (!ends) return unknown(start.unit === 'day-only' || end.unit === 'day-only' ? 'noMonth' : 'noSuchDate', given);
  const days: Days = { first: ends.start.first, last: atom.mark === 'before' ? dayBefore(ends.end.first) : ends.end.last };
  if (days.first > days.last) return unknown('backwards', given);
  const reading: WindowReading = { kind: 'window', start: days.first, due: days.last, ...timesOf(atom) };
  const yearless = yearSaid(start) === null && yearSaid(end) === null;
  return atom.doubtful || (yearless && isAway(days, given)) ? unsure(reading) : reading;
}

const timesOf = ({ startClock, clock }: DatesAtom): Pick<WindowReading, 'startTime' | 'time'> => ({
  ...(startClock !== undefined && { startTime: startClock }),
  ...(clock !== undefined && { time: clock }),
});

/** Past when the plan is issued, or over the turn of a year that the words do not name. */
const isAway = ({ first, last }: Days, { issuedOn }: Given): boolean => last < issuedOn || yearOf(first) !== yearOf(last);

function openWindow(start: When, atom: DatesAtom, given: Given): DeadlineReading {
  if (start.unit === 'day-only' || start.unit === 'day-of') return unknown('noMonth', given);
  const [reading = unknown('noTime', given)] = [byReading(start, { ...atom, mark: 'from', range: false }, given)];
  const timed = reading.kind === 'window' && atom.startClock !== undefined ? { ...reading, startTime: atom.startClock } : reading;
  return atom.doubtful ? unsure(timed) : timed;
}

/** Each end takes from the other what it does not say itself. */
function placeEnds(start: When, end: When, { issuedOn }: Given): { start: Days; end: Days } | undefined {
  const [from, to] = shareMonth(start, end);
  const [fromYear, toYear] = [yearSaid(from), yearSaid(to)];
  const year = toYear ?? fromYear ?? yearOf(issuedOn);
  const [first, last] = [daysIn(from, fromYear ?? year), daysIn(to, year)];
  if (!first || !last) return undefined;
  const inOrder = first.first <= last.last || (fromYear !== null && toYear !== null);
  if (inOrder) return { start: first, end: last };
  const [earlier, later] = toYear === null ? [first, daysIn(to, year + 1)] : [daysIn(from, year - 1), last];
  return earlier && later && { start: earlier, end: later };
}

function shareMonth(start: When, end: When): readonly [When, When] {
  if (start.unit === 'day-only' && end.unit === 'day') return [monthBefore(start.day, end), end];
  if (end.unit === 'day-only' && start.unit === 'day') return [start, { ...start, day: end.day }];
  return [start, end];
}

/** The month of the end, or the one before where the day is a later one: "từ ngày 25 đến ngày 05/12". */
function monthBefore(day: number, end: Extract<When, { unit: 'day' }>): When {
  if (day <= end.day) return { ...end, day };
  if (end.month > 1) return { ...end, day, month: end.month - 1 };
  return { ...end, day, month: 12, year: end.year === null ? null : end.year - 1 };
}

/** The next day of that number in the week, from the day of issue on. */
export function nextWeekday(weekday: number, { issuedOn }: Given, base: Omit<ByReading, 'kind' | 'due'>): ByReading {
  const ahead = (weekday - weekdayOf(issuedOn) + 7) % 7;
  const due: LocalDate = addDays(issuedOn, ahead);
  return { kind: 'by', due, ...base };
}
