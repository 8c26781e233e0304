import { execFileSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  addMonths,
  dateOfDay,
  dayNumber,
  daysBetween,
  endOfDay,
  instantOfMs,
  lastDayOf,
  localDate,
  localDateOf,
  parseInstant,
  parseLocalDate,
  startOfDay,
  weekdayOf,
  type Instant,
  type LocalDate,
} from './local-date.js';

const pad = (value: number): string => String(value).padStart(2, '0');
const day = (text: string): LocalDate => parseLocalDate(text)!;
const anyDay = fc.integer({ min: dayNumber(day('1900-01-01')), max: dayNumber(day('2200-12-31')) }).map(dateOfDay);

describe('Local dates', () => {
  it('agree with the platform on every day from 1900 to 2200', () => {
    const clock = new Date(Date.UTC(1900, 0, 1));
    const wrong: string[] = [];
    let days = 0;
    for (; clock.getUTCFullYear() <= 2200; clock.setUTCDate(clock.getUTCDate() + 1), days++) {
      const [year, month, date] = [clock.getUTCFullYear(), clock.getUTCMonth() + 1, clock.getUTCDate()];
      const text = `${year}-${pad(month)}-${pad(date)}` as LocalDate;
      const isRight =
        localDate(year, month, date) === text &&
        parseLocalDate(text) === text &&
        dayNumber(text) * 86_400_000 === clock.getTime() &&
        dateOfDay(dayNumber(text)) === text &&
        weekdayOf(text) === (clock.getUTCDay() || 7);
      if (!isRight) wrong.push(text);
    }
    expect(wrong).toEqual([]);
    expect(days).toBe(109_938);
  });

  it.each(['2023-02-29', '1900-02-29', '2022-06-31', '2022-13-01', '2022-00-10', '2022-01-00', '1899-12-31', '2201-01-01'])(
    'refuse %s, which does not exist or lies too far off',
    (text) => expect(parseLocalDate(text)).toBeUndefined(),
  );

  it.each(['2022-6-30', '30/6/2022', '2022-06-30T00:00', ' 2022-06-30', '', '２０２２-06-30'])('refuse the form %p', (text) =>
    expect(parseLocalDate(text)).toBeUndefined(),
  );

  it('know leap days', () => {
    expect([2000, 2024].map((year) => localDate(year, 2, 29))).toEqual(['2000-02-29', '2024-02-29']);
    expect([1900, 2100, 2023].map((year) => lastDayOf(year, 2))).toEqual([28, 28, 28]);
  });

  it.each([
    ['2024-01-31', 1, '2024-02-29'],
    ['2023-01-31', 1, '2023-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2022-10-31', 1, '2022-11-30'],
    ['2022-11-30', 3, '2023-02-28'],
    ['2022-03-31', -1, '2022-02-28'],
    ['2022-01-15', -13, '2020-12-15'],
    ['2022-12-01', 1, '2023-01-01'],
    ['2022-06-30', 0, '2022-06-30'],
  ] as const)('%s and %i months is %s', (from, months, to) => expect(addMonths(day(from), months)).toBe(to));

  it('add months without ever leaving the month that is meant, shortening only where the day is missing', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -120, max: 120 }), (from, months) => {
        const to = addMonths(from, months);
        const index = (date: LocalDate): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
        const wanted = Number(from.slice(8));
        const last = lastDayOf(Number(to.slice(0, 4)), Number(to.slice(5, 7)));
        expect(index(to) - index(from)).toBe(months);
        expect(Number(to.slice(8))).toBe(Math.min(wanted, last));
      }),
    );
  });

  it('count days both ways', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -500, max: 500 }), (from, days) => {
        expect(daysBetween(from, addDays(from, days))).toBe(days);
        expect(addDays(from, days) < from).toBe(days < 0);
      }),
    );
  });
});

describe('Instants', () => {
  it.each([
    ['2022-06-30T17:00:00Z', '2022-07-01T00:00:00+07:00'],
    ['2022-06-30T08:15:30+07:00', '2022-06-30T08:15:30+07:00'],
    ['2022-06-30T00:00:00-05:00', '2022-06-30T12:00:00+07:00'],
    ['2022-06-30T08:15:30.999+07:00', '2022-06-30T08:15:30+07:00'],
    ['2022-06-30T08:15+07:00', '2022-06-30T08:15:00+07:00'],
    ['2022-12-31T23:59:59-12:00', '2023-01-01T18:59:59+07:00'],
  ])('read %s as %s', (text, instant) => expect(parseInstant(text)).toBe(instant));

  it.each(['2022-06-30', '2022-06-30T08:00:00', '2022-02-30T08:00:00Z', '2022-06-30T25:00:00Z', '2022-06-30T08:60:00Z', 'now'])(
    'refuse %p: no such time, or no offset',
    (text) => expect(parseInstant(text)).toBeUndefined(),
  );

  it('refuse a time that falls outside the years of dates where it is told in local time', () => {
    expect(parseInstant('1900-01-01T00:00:00+14:00')).toBeUndefined();
    expect(parseInstant('2200-12-31T23:00:00-05:00')).toBeUndefined();
  });

  it('sort as text in the order of time, whatever offset they came in', () => {
    const ms = fc.integer({ min: Date.UTC(1901, 0, 1), max: Date.UTC(2199, 0, 1) }).map((time) => Math.floor(time / 1000) * 1000);
    const offset = fc.integer({ min: -14 * 60, max: 14 * 60 });
    const written = (time: number, minutes: number): string => {
      const sign = minutes < 0 ? '-' : '+';
      const local = new Date(time + minutes * 60_000).toISOString().slice(0, 19);
      return `${local}${sign}${pad(Math.trunc(Math.abs(minutes) / 60))}:${pad(Math.abs(minutes) % 60)}`;
    };
    fc.assert(
      fc.property(fc.tuple(ms, offset), fc.tuple(ms, offset), ([a, offsetA], [b, offsetB]) => {
        const [first, second] = [parseInstant(written(a, offsetA)), parseInstant(written(b, offsetB))] as [Instant, Instant];
        expect(first).toBe(instantOfMs(a));
        expect(first < second).toBe(a < b);
        expect(Date.parse(first)).toBe(a);
      }),
    );
  });

  it('bound a day: from its midnight to the next one', () => {
    expect(startOfDay(day('2022-12-31'))).toBe('2022-12-31T00:00:00+07:00');
    expect(endOfDay(day('2022-12-31'))).toBe('2023-01-01T00:00:00+07:00');
    expect(localDateOf('2022-07-04T23:59:59+07:00' as Instant)).toBe('2022-07-04');
  });

  it('do not depend on the time zone or language of the process', () => {
    const script = `
      import * as time from '${new URL('./local-date.ts', import.meta.url).href}';
      const date = time.parseLocalDate('2022-03-13');
      console.log(JSON.stringify([
        {
          told: time.instantOfMs(Date.UTC(2022, 5, 30, 18, 30)),
          read: time.parseInstant('2022-03-13T02:30:00-05:00'),
          last: time.lastDayOf(2024, 2),
        },
        {
          next: time.addDays(date, 1),
          later: time.addMonths(date, 8),
          weekday: time.weekdayOf(date),
          end: time.endOfDay(date),
          number: time.dayNumber(date),
        },
      ]));`;
    const run = (TZ: string): unknown => {
      const env = { TZ, LC_ALL: 'vi_VN.UTF-8' };
      return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', script], { env, encoding: 'utf8' }));
    };
    const told = ['UTC', 'America/New_York', 'Asia/Ho_Chi_Minh', 'Pacific/Apia'].map(run);
    const expected = [
      { told: '2022-07-01T01:30:00+07:00', read: '2022-03-13T14:30:00+07:00', last: 29 },
      { next: '2022-03-14', later: '2022-11-13', weekday: 7, end: '2022-03-14T00:00:00+07:00', number: 19_064 },
    ];
    expect(told).toEqual([expected, expected, expected, expected]);
  });
});
