import { describe, expect, it } from '@jest/globals';
import { VIETNAM_CALENDAR } from '#organisation';
import type { ClockTime } from '../../ir/deadline-rule.js';
import type { DataWindow, PeriodicDue, ReportPeriod } from '../../ir/plan-rules.js';
import type { LocalDate } from '../local-date.js';
import { reportingPeriods, type ReportingRule } from '../periods.js';
import { Almanac } from './almanac.js';
import { firstDifference } from './compare.js';
import { NaiveReports } from './reports.js';

const almanac = new Almanac(VIETNAM_CALENDAR.years);
const STARTS = almanac.days.filter(({ year }) => year >= 2020 && year <= 2026).map(({ text }) => text as LocalDate);
const PARTS: readonly ReportPeriod[] = ['Q1', 'Q2', 'Q3', 'Q4', 'H1', 'H2', '9M', 'Y'];
const clock = (...times: readonly string[]): readonly ClockTime[] => times as readonly ClockTime[];

/** Due rules of the catalogue: D1, D2, D4, D5, D7, D8, D9, D13, and the days that months do not all have. */
const DUES: Readonly<Record<string, PeriodicDue>> = {
  'before the 15th': { day: 15, exclusive: true },
  'by the 17th': { day: 17, exclusive: false },
  'before the 1st': { day: 1, exclusive: true },
  'by the 31st': { day: 31, exclusive: false },
  'before the 31st': { day: 31, exclusive: true },
  'before the 10th of the first month': { day: 10, exclusive: true, of: 'first' },
  'by the 20th of the last month': { day: 20, exclusive: false, of: 'last' },
  'before the 1st of the next month': { day: 1, exclusive: true, of: 'next' },
  'by the 3rd of the next month': { day: 3, exclusive: false, of: 'next' },
  'before 20 November': { day: 20, exclusive: true, month: 11 },
  'by 30 February': { day: 30, exclusive: false, month: 2 },
  'on the last day': { day: 0, exclusive: false },
  'before 16:00 on the 20th': { day: 20, exclusive: true, times: clock('16:00') },
  'twice on the 20th': { day: 20, exclusive: true, times: clock('09:00', '16:00') },
  'on a Friday': { day: 0, exclusive: false, weekday: 5 },
  'before a Monday': { day: 0, exclusive: true, weekday: 1 },
  'on a Monday after': { day: 0, exclusive: false, weekday: 1, of: 'next' },
};
const WINDOWS: Readonly<Record<string, DataWindow | undefined>> = {
  'by decree': undefined,
  '15th to 14th, cumulative': { days: { from: 15, until: 14 }, cumulative: true },
  '10th to 10th': { days: { from: 10, until: 10 } },
  '16th to 15th': { days: { from: 16, until: 15 } },
  '31st to 30th': { days: { from: 31, until: 30 } },
  calendar: { days: 'calendar' },
  'calendar, cumulative': { days: 'calendar', cumulative: true },
};

/** What the catalogue's texts say (D1 to D13). */
const CATALOGUE: Readonly<Record<string, ReportingRule>> = {
  'D1: Q1, H1, Q3 and the year, before the 15th': { periods: ['Q1', 'H1', '9M', 'Y'], due: DUES['before the 15th']! },
  'D2: every part of the year, by the 17th': { periods: PARTS, due: DUES['by the 17th']! },
  'D2: every part of the year, by the 20th': { periods: PARTS, due: { day: 20, exclusive: false } },
  'D3: months, to the 14th': { periods: ['M'], due: { day: 20, exclusive: false } },
  'D3: the year from the 10th to the 10th': {
    periods: ['Y'],
    due: DUES['by the 17th']!,
    window: { days: { from: 10, until: 10 } },
  },
  'D4: months, before the 15th': { periods: ['M'], due: DUES['before the 15th']! },
  'D5: months, half a year and the year, each with its day': {
    periods: ['M', 'H1', 'Y'],
    due: { day: 16, exclusive: true },
    periodDues: { H1: { day: 16, exclusive: true, month: 6 }, Y: { day: 20, exclusive: true, month: 11 } },
  },
  'D6: before 1 June and 15 November': {
    periods: ['H1', 'Y'],
    due: { day: 15, exclusive: true, month: 11 },
    periodDues: { H1: { day: 1, exclusive: true, month: 6 } },
  },
  'D7: months, before the 1st of the next': { periods: ['M'], due: DUES['before the 1st of the next month']! },
  'D7: quarters, by the 3rd of the next month, cumulative': {
    periods: PARTS,
    due: DUES['by the 3rd of the next month']!,
    window: { days: 'calendar', cumulative: true },
  },
  'D8: quarters, by the 25th': { periods: ['Q1', 'Q2', 'Q3', 'Q4'], due: { day: 25, exclusive: false } },
  'D9: weeks, on Friday': { periods: ['W'], due: DUES['on a Friday']! },
  'D9: weeks, on the Monday after': { periods: ['W'], due: DUES['on a Monday after']! },
  'D9: days, before 19:00': { periods: ['D'], due: { day: 0, exclusive: true, times: clock('19:00') } },
  'D9: days, twice': { periods: ['D'], due: { day: 0, exclusive: true, times: clock('09:00', '16:00') } },
  'D13: half a year and the year, before the 20th of June and November': {
    periods: ['H1', 'Y'],
    due: { day: 20, exclusive: true, month: 11 },
    periodDues: { H1: { day: 20, exclusive: true, month: 6 } },
  },
  'months with another cut-off than their due date': {
    periods: ['M'],
    due: { day: 16, exclusive: true },
    cutOff: { day: 10, exclusive: false },
  },
};

/** To the end of the year and of the one after; days and weeks, which are many and the same everywhere, over some of them. */
const horizonsOf = (periods: readonly ReportPeriod[]): readonly ((start: LocalDate) => LocalDate)[] => {
  const short = periods.includes('D') ? 9 : 40;
  if (periods.includes('D') || periods.includes('W'))
    return [(start) => almanac.line(almanac.position(start) + short).text as LocalDate];
  return [0, 1].map((more) => (start) => `${Number(start.slice(0, 4)) + more}-12-31` as LocalDate);
};

/** One plan in eleven weeks: a start on every day of the week and, over the years, on every day of the month. */
const FEW = STARTS.filter((_, index) => index % 79 === 0);

function differencesOf(regime: ReportingRule, starts = STARTS): readonly (string | null)[] {
  const naive = new NaiveReports(almanac, regime);
  const horizons = starts === FEW ? horizonsOf(regime.periods) : horizonsOf(regime.periods).slice(0, 1);
  return horizons.map((horizon) =>
    firstDifference(starts, {
      engine: (start) =>
        sameDayByText(
          reportingPeriods(regime, start, horizon(start)).map(
            ({ due, label, from, until }) => `${due} ${label} ${from}..${until}`,
          ),
        ),
      oracle: (start) => sameDayByText(naive.owed(start, horizon(start))),
    }),
  );
}

/** The reports in the order given, those due on one day as text: nothing says which comes first. */
const sameDayByText = (reports: readonly string[]): string =>
  [...reports].sort((a, b) => (a.slice(0, 10) === b.slice(0, 10) ? (a < b ? -1 : 1) : 0)).join();

const agree = (periods: readonly ReportPeriod[]): readonly null[] => horizonsOf(periods).map(() => null);

describe('Reports of a plan issued on any day from 2020 to 2026 are owed, due and cut off as counting gives', () => {
  const parts = Object.keys(DUES).flatMap((due) => Object.keys(WINDOWS).map((window) => [due, window] as const));

  const regimeOf = (periods: readonly ReportPeriod[], due: string, window: string): ReportingRule => ({
    periods,
    due: DUES[due]!,
    ...(WINDOWS[window] && { window: WINDOWS[window] }),
  });

  it.each(Object.keys(CATALOGUE))('%s', (name) => {
    expect(differencesOf(CATALOGUE[name]!)).toEqual([null]);
  });

  it.each(parts)('on parts of the year and months, %s, window: %s, from some days', (due, window) => {
    const periods = [...PARTS, 'M'] as const;
    expect(differencesOf(regimeOf(periods, due, window), FEW)).toEqual(agree(periods));
  });

  const short = ['on the last day', 'twice on the 20th', 'on a Friday', 'before a Monday', 'on a Monday after'];
  it.each(short)('on weeks, %s, from some days', (due) => {
    expect(differencesOf({ periods: ['W'], due: DUES[due]! }, FEW)).toEqual(agree(['W']));
  });

  it('in some year at least, for each of the due rules', () => {
    const owed = Object.values(DUES).map((due) =>
      new NaiveReports(almanac, { periods: PARTS, due }).owed('2022-01-01', '2023-12-31'),
    );
    expect(owed.filter((reports) => reports.length < 14)).toEqual([]);
  });
});
