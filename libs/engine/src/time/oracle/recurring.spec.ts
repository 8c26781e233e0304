import { describe, expect, it } from '@jest/globals';
import { VIETNAM_CALENDAR } from '#organisation';
import type { ClockTime, DeadlineRule, RecurringPoint, Rhythm } from '../../ir/deadline-rule.js';
import type { LocalDate } from '../local-date.js';
import { recurrences } from '../recurrence.js';
import { spansOf } from '../spans.js';
import { Almanac } from './almanac.js';
import { firstDifference } from './compare.js';
import { NaiveRecurrence, naiveSpans } from './recurring.js';

type Recurring = DeadlineRule & { readonly kind: 'recurring' };
const almanac = new Almanac(VIETNAM_CALENDAR.years);
const STARTS = almanac.days.filter(({ year }) => year >= 2020 && year <= 2026).map(({ text }) => text as LocalDate);
const RHYTHMS: readonly Rhythm[] = ['day', 'week', 'month', 'quarter', 'half', 'year'];
const OF = ['first', 'last', 'next'] as const;
const clock = (...times: readonly string[]): readonly ClockTime[] => times as readonly ClockTime[];
const TIMES = [undefined, clock('16:00'), clock('09:00', '16:00')] as const;

/** Points within a period, by rhythm; days and seasons of the year are a yearly affair. */
function pointsOf(every: Rhythm): readonly (RecurringPoint | undefined)[] {
  const both = [false, true];
  const days = every === 'day' || every === 'week' ? [15] : [1, 15, 25, 31];
  const monthDays = days.flatMap((day) =>
    OF.flatMap((of) => both.map((exclusive) => ({ kind: 'month-day' as const, day, of, exclusive }))),
  );
  const weekdays = [1, 5, 7].flatMap((weekday) => both.map((exclusive) => ({ kind: 'weekday' as const, weekday, exclusive })));
  return [undefined, ...(every === 'day' ? [] : monthDays), ...weekdays, ...(every === 'year' ? yearly() : [])];
}

const yearly = (): readonly RecurringPoint[] => [
  ...[false, true].flatMap((exclusive) => [
    {
      kind: 'dates' as const,
      exclusive,
      dates: [
        { month: 6, day: 1 },
        { month: 11, day: 15 },
      ],
    },
    {
      kind: 'dates' as const,
      exclusive,
      dates: [
        { month: 12, day: 25 },
        { month: 2, day: 29 },
      ],
    },
    { kind: 'dates' as const, exclusive, dates: [{ month: 1, day: 1 }] },
    {
      kind: 'dates' as const,
      exclusive,
      dates: [
        { month: 12, day: 31 },
        { month: 6, day: 31 },
      ],
    },
  ]),
  ...(
    [
      [12, 12],
      [3, 11],
      [11, 2],
      [1, 12],
    ] as const
  ).map(([from, until]) => ({ kind: 'season' as const, from, until })),
];

/** To the end of the year, and of the one after; days and weeks are many, and the same everywhere: to the end of the next month. */
function horizonsOf({ every }: Recurring): readonly ((start: LocalDate) => LocalDate)[] {
  if (every === 'day' || every === 'week') {
    const days = every === 'day' ? 9 : 45;
    return [(start) => almanac.line(almanac.position(start) + days).text as LocalDate];
  }
  return [0, 1].map((more) => (start) => `${Number(start.slice(0, 4)) + more}-12-31` as LocalDate);
}

const FORMS = RHYTHMS.flatMap((every) =>
  pointsOf(every).flatMap((at) =>
    TIMES.filter((_, index) => index === 0 || at?.kind !== 'season').map(
      (times): Recurring => ({ kind: 'recurring', every, ...(at && { at }), ...(times && { times }) }),
    ),
  ),
);
/** What the catalogue's texts say (A17, C3 to C6, D6, D8, D9, D13) and what the phrases around them do. */
const CATALOGUE: readonly Omit<Recurring, 'kind'>[] = [
  ...RHYTHMS.map((every) => ({ every })),
  { every: 'day', times: clock('19:00') },
  { every: 'day', times: clock('09:00', '16:00') },
  { every: 'week', at: { kind: 'weekday', weekday: 4, exclusive: true }, times: clock('12:00') },
  { every: 'week', at: { kind: 'weekday', weekday: 5, exclusive: false } },
  { every: 'week', at: { kind: 'weekday', weekday: 1, exclusive: true } },
  { every: 'month', at: { kind: 'month-day', day: 15, of: 'last', exclusive: true } },
  { every: 'month', at: { kind: 'month-day', day: 31, of: 'last', exclusive: false } },
  { every: 'month', at: { kind: 'month-day', day: 1, of: 'next', exclusive: true } },
  { every: 'month', at: { kind: 'month-day', day: 3, of: 'next', exclusive: false } },
  { every: 'quarter', at: { kind: 'month-day', day: 20, of: 'last', exclusive: true } },
  { every: 'quarter', at: { kind: 'month-day', day: 10, of: 'first', exclusive: false } },
  { every: 'quarter', at: { kind: 'month-day', day: 5, of: 'next', exclusive: true } },
  { every: 'half', at: { kind: 'month-day', day: 15, of: 'last', exclusive: true } },
  ...yearly().map((at) => ({ every: 'year' as const, at })),
];

const nameOf = ({ every, at, times }: Omit<Recurring, 'kind'>): string =>
  [every, ...(at ? Object.values(at).map((value) => JSON.stringify(value)) : []), ...(times ?? [])].join(' ');

/** One plan in eleven weeks: a start on every day of the week and, over the years, on every day of the month. */
const FEW = STARTS.filter((_, index) => index % 79 === 0);

const differenceOf = (rule: Recurring, starts = STARTS): readonly (string | null)[] => {
  const naive = new NaiveRecurrence(almanac, rule);
  return horizonsOf(rule).map((horizon) =>
    firstDifference(starts, {
      engine: (start) =>
        recurrences(rule, start, horizon(start))
          .map(({ label, due }) => `${label} ${due}`)
          .join(),
      oracle: (start) => naive.between(start, horizon(start)).join(),
    }),
  );
};

describe('Recurring work of a plan issued on any day from 2020 to 2026 falls due as counting gives', () => {
  it.each(CATALOGUE.map((rule) => [nameOf(rule), rule] as const))('%s', (_, rule) => {
    expect(differenceOf({ kind: 'recurring', ...rule })).toEqual(horizonsOf({ kind: 'recurring', ...rule }).map(() => null));
  });

  it.each(RHYTHMS)('never, for each %s that waits for an event', (every) => {
    const rule = { kind: 'recurring', every, event: 'nhận kế hoạch' } as const;
    expect(differenceOf(rule)).toEqual(horizonsOf(rule).map(() => null));
  });

  it.each(FORMS.map((rule) => [nameOf(rule), rule] as const))('%s, from some days', (_, rule) => {
    expect(differenceOf(rule, FEW)).toEqual(horizonsOf(rule).map(() => null));
  });

  it('in some period at least, for each of them', () => {
    const empty = FORMS.filter((rule) => new NaiveRecurrence(almanac, rule).between('2020-01-01', '2026-12-31').length === 0);
    expect(empty.map(nameOf)).toEqual([]);
  });
});

describe('The periods of the years 2020 to 2026', () => {
  it.each(RHYTHMS)('of each %s are those found in the almanac', (every) => {
    const told = (text: string): boolean => Number(text.slice(0, 4)) >= 2020 && Number(text.slice(0, 4)) <= 2026;
    const found = naiveSpans(almanac, every)
      .filter(({ label }) => told(label))
      .map(({ label, from, until }) => ({ label, from: almanac.line(from).text, until: almanac.line(until).text }));
    expect([2020, 2021, 2022, 2023, 2024, 2025, 2026].flatMap((year) => spansOf(every, year))).toEqual(found);
  });
});
