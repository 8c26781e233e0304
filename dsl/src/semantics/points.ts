import type { Bilingual } from '#contracts';
import { endOfMonth, localDate, type LocalDate } from '#engine';
import type { NumberNode, PointNode } from '../ast/nodes.js';
import type { Finding } from '../diagnostics/diagnostic.js';
import { noSuchDate, YEARS, yearFix } from '../diagnostics/no-such-date.js';

/** A value, or why there is none; null where another finding says so already. */
export type Read<T> = { readonly value: T } | { readonly finding: Finding | null };

/** Nothing, and nothing to say of it. */
export const NOTHING: Read<never> = { finding: null };

/** No value, and why. */
export const findingOf = (finding: Finding): Read<never> => ({ finding });

/** A number within bounds, else a finding. */
export function within(number: NumberNode, what: Bilingual, [least, most]: readonly [number, number]): Finding | undefined {
  if (Number.isInteger(number.value) && number.value >= least && number.value <= most) return undefined;
  const fix = what === YEAR ? yearFix(number) : undefined;
  return { code: 'KH4008', span: number.span, args: { what, least, most, found: number.written }, ...(fix ? { fix } : {}) };
}

const QUARTER = { vi: 'Quý', en: 'The quarter' };
const MONTH = { vi: 'Tháng', en: 'The month' };
const YEAR = { vi: 'Năm', en: 'The year' };

/** First and last day, both included. */
export interface Days {
  readonly first: LocalDate;
  readonly last: LocalDate;
}

/** The days that a point of the calendar takes up. */
export function daysOf(point: PointNode): Read<Days> {
  switch (point.kind) {
    case 'date':
      return point.date.value === null
        ? findingOf(noSuchDate(point.date))
        : { value: { first: point.date.value, last: point.date.value } };
    case 'month':
      return monthOfYear(point);
    case 'quarter': {
      const finding = within(point.quarter, QUARTER, [1, 4]) ?? within(point.year, YEAR, YEARS);
      return finding ? { finding } : { value: months(point.year.value, point.quarter.value * 3 - 2, 3) };
    }
    case 'year': {
      const finding = within(point.year, YEAR, YEARS);
      return finding ? { finding } : { value: months(point.year.value, 1, 12) };
    }
    case 'years':
      return years(point);
  }
}

function monthOfYear(point: PointNode & { kind: 'month' }): Read<Days> {
  const finding = within(point.month, MONTH, [1, 12]);
  if (finding) return { finding };
  if (!point.year) return findingOf({ code: 'KH4014', span: point.span, args: { month: point.month.value } });
  const outOfYears = within(point.year, YEAR, YEARS);
  return outOfYears ? { finding: outOfYears } : { value: months(point.year.value, point.month.value, 1) };
}

function years({ from, until, span }: PointNode & { kind: 'years' }): Read<Days> {
  const [least, most] = YEARS;
  const outside = [from, until].find((year) => year < least || year > most);
  if (outside !== undefined) return findingOf({ code: 'KH4008', span, args: { what: YEAR, least, most, found: outside } });
  if (until < from) return findingOf({ code: 'KH4013', span, args: { from, until } });
  return { value: { first: months(from, 1, 12).first, last: months(until, 1, 12).last } };
}

const months = (year: number, month: number, count: number): Days => ({
  first: localDate(year, month, 1) as LocalDate,
  last: endOfMonth(year, month + count - 1),
});

/** The month of every year that a point names, 1 to 12; undefined where it names another thing. */
export const monthOfEveryYear = (point: PointNode | null): number | undefined =>
  point?.kind === 'month' && !point.year && point.month.value >= 1 && point.month.value <= 12 ? point.month.value : undefined;
