import { addDays, lastDayOf, localDate, yearOf, type LocalDate } from '#engine';
import type { When } from './when.js';

/** First and last day of what the words name. */
export interface Days {
  readonly first: LocalDate;
  readonly last: LocalDate;
}

/** The year that the words name, where they do. */
export const yearSaid = (when: When): number | null => {
  if (when.unit === 'exactly') return yearOf(when.date);
  return when.unit === 'day' || when.unit === 'span' ? when.year : null;
};

/** The days of a date or stretch in a year; undefined where it has no such day, or the words name none. */
export function daysIn(when: When, year: number): Days | undefined {
  if (when.unit === 'exactly') return { first: when.date, last: when.date };
  if (when.unit === 'day') {
    const date = localDate(year, when.month, when.day);
    return date && { first: date, last: date };
  }
  if (when.unit !== 'span') return undefined;
  const first = localDate(year, when.first, when.fromDay ?? 1);
  const lastDay = lastDayOf(year, when.last);
  const last = localDate(year, when.last, Math.min(when.toDay ?? lastDay, lastDay));
  return first && last && { first, last };
}

/** A date without its year takes the year of one after it: "01/6 và 15/11/2025". */
export function withYears(whens: readonly When[]): readonly When[] {
  let year: number | null = null;
  let month: number | null = null;
  return [...whens]
    .reverse()
    .map((when) => {
      const filled = fill(when, year, month);
      year = yearSaid(filled) ?? year;
      month = filled.unit === 'day' ? filled.month : month;
      return filled;
    })
    .reverse();
}

function fill(when: When, year: number | null, month: number | null): When {
  if (when.unit === 'day-only' && month !== null) return { unit: 'day', day: when.day, month, year };
  return (when.unit === 'day' || when.unit === 'span') && when.year === null ? { ...when, year } : when;
}

/** A month that follows a day shares it: "ngày 20 tháng 6 và tháng 11". */
export function withSharedDay(whens: readonly When[]): readonly When[] {
  const [first] = whens;
  if (first?.unit !== 'day') return whens;
  return whens.map((when) =>
    when.unit === 'span' && when.name === 'month' ? { unit: 'day', day: first.day, month: when.first, year: when.year } : when,
  );
}

/** The day before. */
export const dayBefore = (date: LocalDate): LocalDate => addDays(date, -1);
