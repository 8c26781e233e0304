import { lastDayOf } from '#engine';
import type { DatesAtom, Every } from './atoms.js';
import { unknown, type Given } from './given.js';
import { withSharedDay } from './place-date.js';
import { unsure, type DeadlineReading, type RecurringReading } from './reading.js';
import { nextWeekday } from './resolve-dates.js';
import type { When } from './when.js';

/** A frequency by itself. */
export function everyReading({ doubtful, ...every }: Every): RecurringReading {
  const reading: RecurringReading = { kind: 'recurring', ...every };
  return doubtful ? unsure(reading) : reading;
}

const leapYear = 2024;
const mmdd = (month: number, day: number): string => `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

type Trim = Partial<RecurringReading>;

const trimOf = ({ mark, clock, of }: DatesAtom): Trim => ({
  ...(mark === 'before' && { exclusive: true as const }),
  ...(clock !== undefined && { time: clock }),
  ...(of !== undefined && { of }),
});

/** The readings of a date group that comes back. */
export function recurringReadings(atom: DatesAtom, every: Every | undefined, given: Given): readonly DeadlineReading[] {
  const readings = atom.range && atom.whens.length === 2 ? [seasonOf(atom, every, given)] : onDays(atom, every, given);
  return atom.doubtful ? readings.map((reading) => unsure(reading)) : readings;
}

function onDays(atom: DatesAtom, every: Every | undefined, given: Given): readonly DeadlineReading[] {
  const whens = withSharedDay(atom.whens);
  const [first] = whens;
  if (first === undefined) return timesOf(atom, every, given);
  if (first.unit === 'day') return yearDays(whens, atom, every);
  if (first.unit === 'span') return monthsOf(whens, atom, every);
  return whens.map((when) => placedDay(when, atom, { every, given }));
}

/** Hours of the day and days of the week. */
function timesOf(atom: DatesAtom, every: Every | undefined, given: Given): readonly DeadlineReading[] {
  const { times, ...rest } = every ?? { every: atom.weekdays.length > 0 ? ('week' as const) : ('day' as const) };
  const clocks = atom.clock === undefined ? [] : [atom.clock, ...(atom.clocks ?? [])];
  const days = atom.weekdays.length > 0 ? atom.weekdays : [undefined];
  const counted = clocks.length * days.length > 1 ? {} : times === undefined ? {} : { times };
  return days.flatMap((weekday) =>
    (clocks.length > 0 ? clocks : [undefined]).map((clock) => {
      const trim = trimOf({ ...atom, ...(clock !== undefined && { clock }) });
      const reading = { ...everyReading(rest), ...counted, ...(weekday !== undefined && { weekday }), ...trim };
      if (every !== undefined || weekday === undefined) return reading;
      const { exclusive, time } = trim;
      return unsure(
        reading,
        nextWeekday(weekday, given, { ...(exclusive && { exclusive }), ...(time !== undefined && { time }) }),
      );
    }),
  );
}

/** Days of the year: one reading where they share a day, else one for each. */
function yearDays(whens: readonly When[], atom: DatesAtom, every: Every = { every: 'year' }): readonly DeadlineReading[] {
  const groups = new Map<number, number[]>();
  for (const when of whens) if (when.unit === 'day') groups.set(when.day, [...(groups.get(when.day) ?? []), when.month]);
  const dated = whens.some((when) => when.unit === 'day' && when.year !== null);
  return [...groups].map(([day, months]) => {
    const reading: RecurringReading = { ...everyReading(every), day, months, ...trimOf(atom) };
    return dated ? unsure(reading) : reading;
  });
}

/** Whole months of every year together; longer stretches each as a season. */
function monthsOf(whens: readonly When[], atom: DatesAtom, every: Every = { every: 'year' }): readonly DeadlineReading[] {
  const spans = whens.flatMap((when) => (when.unit === 'span' ? [when] : []));
  const base = { ...everyReading(every), ...trimOf(atom) };
  const months = spans.every((span) => span.first === span.last && span.fromDay === undefined);
  if (months || atom.mark === 'before') return [{ ...base, months: spans.map((span) => span.first) }];
  return spans.map((span) => ({ ...base, window: { from: edge(span, 'first') ?? '', to: edge(span, 'last') ?? '' } }));
}

/** A day of a month or of a period. */
function placedDay(when: When, atom: DatesAtom, { every, given }: { every: Every | undefined; given: Given }): DeadlineReading {
  if (when.unit === 'day-only') return dayOfEach(when.day, atom, { every, given });
  if (when.unit !== 'day-of') return unknown('noTime', given);
  const frequency = every === undefined || (every.every === 'year' && when.every !== 'periods') ? { every: when.every } : every;
  const reading: RecurringReading = {
    ...everyReading(frequency),
    day: when.day,
    ...(when.months && { months: when.months }),
    ...(when.of !== undefined && { of: when.of }),
    ...trimOf(atom),
  };
  return when.doubtful ? unsure(reading) : reading;
}

function dayOfEach(day: number, atom: DatesAtom, { every, given }: { every: Every | undefined; given: Given }): DeadlineReading {
  if (every === undefined || every.every === 'year' || every.every === 'day' || every.every === 'week')
    return unknown('noMonth', given);
  const reading: RecurringReading = { ...everyReading(every), day, ...trimOf(atom) };
  if (every.every === 'month') return reading;
  return unsure(reading, { ...reading, of: 'last-month-of-period' }, { ...reading, of: 'next-month' });
}

/** A season, a data window, or days of every month. */
function seasonOf(atom: DatesAtom, every: Every = { every: 'year' }, given: Given): DeadlineReading {
  const [start, end] = atom.whens;
  if (start === undefined || end === undefined) return unknown('noTime', given);
  const base = { ...everyReading(every), ...trimOf({ ...atom, mark: 'on' }) };
  const [fromDay, day] = [dayOf(start), dayOf(end)];
  if (fromDay !== undefined && day !== undefined) return { ...base, ...ownerOf(end, every), fromDay, day };
  const [from, to] = [edge(start, 'first'), edge(end, 'last')];
  return from === undefined || to === undefined ? unknown('noMonth', given) : { ...base, window: { from, to } };
}

function ownerOf(end: When, { every }: Every): Trim {
  if (end.unit !== 'day-of') return {};
  return { every: every === 'year' ? end.every : every, ...(end.of !== undefined && { of: end.of }) };
}

const dayOf = (when: When): number | undefined => (when.unit === 'day-only' || when.unit === 'day-of' ? when.day : undefined);

function edge(when: When, side: 'first' | 'last'): string | undefined {
  if (when.unit === 'day') return mmdd(when.month, when.day);
  if (when.unit !== 'span') return undefined;
  const month = when[side];
  return side === 'first' ? mmdd(month, when.fromDay ?? 1) : mmdd(month, Math.min(when.toDay ?? 31, lastDayOf(leapYear, month)));
}
