import { describe, expect, it } from '@jest/globals';
import { VIETNAM_CALENDAR } from '#organisation';
import type { ClockTime, DayOffPolicy, DeadlineRule, TermUnit } from '../../ir/deadline-rule.js';
import { dueDate, estimatedDate } from '../due-date.js';
import type { LocalDate } from '../local-date.js';
import { workingCalendar } from '../working-calendar.js';
import { Almanac } from './almanac.js';
import { firstDifference } from './compare.js';
import { naiveDue } from './terms.js';

const almanac = new Almanac(VIETNAM_CALENDAR.years);
const calendar = workingCalendar(VIETNAM_CALENDAR);
const STARTS = almanac.days.filter(({ year }) => year >= 2020 && year <= 2026).map(({ text }) => text as LocalDate);
const ISSUED = '2022-06-30' as LocalDate;
const POLICIES: readonly (DayOffPolicy | undefined)[] = [undefined, 'none', 'next', 'previous'];

/** Amounts of the catalogue's terms, and those at which each unit turns. */
const AMOUNTS: Readonly<Record<TermUnit, readonly number[]>> = {
  day: [0, 1, 3, 5, 7, 10, 15, 30, 45, 90],
  workday: [0, 1, 3, 5, 7, 10, 15, 30, 60],
  week: [1, 2, 4],
  month: [1, 2, 3, 6, 12],
  year: [1, 2],
  hour: [1, 8, 24, 25, 48, 72],
  workhour: [1, 8, 9, 16, 40],
};
const TERMS = (Object.entries(AMOUNTS) as [TermUnit, readonly number[]][]).flatMap(([unit, amounts]) =>
  amounts.map((amount) => ({ unit, amount })),
);

const withPolicy = <Rule extends DeadlineRule>(rule: Rule, dayOff: DayOffPolicy | undefined): Rule =>
  dayOff === undefined ? rule : { ...rule, dayOff };

/** Both readings of a rule made of its start day. */
const readingsOf = (
  rule: (start: LocalDate) => DeadlineRule,
  given: (start: LocalDate) => Given = () => ({ issuedOn: ISSUED }),
) => ({
  engine: (start: LocalDate) => String(dueDate(rule(start), { ...given(start), calendar })),
  oracle: (start: LocalDate) => {
    const { issuedOn, receivedOn = null } = given(start);
    return String(naiveDue(almanac, rule(start), { issuedOn, receivedOn }));
  },
});
type Given = { readonly issuedOn: LocalDate; readonly receivedOn?: LocalDate };

describe('Every start day from 2020 to 2026 ends where counting day by day ends', () => {
  it('and there are 2,557 of them, decreed and projected years reached', () => {
    expect(STARTS).toHaveLength(2557);
    expect([calendar.isProvisional('2026-12-31' as LocalDate), calendar.isProvisional('2027-01-01' as LocalDate)]).toEqual([
      false,
      true,
    ]);
  });

  it.each(almanac.days.filter(({ day, month }) => day === 1 && month === 1).map(({ year }) => year))(
    'worked days and days off of %i',
    (year) => {
      const lines = almanac.days.filter((line) => line.year === year);
      expect(lines.filter(({ text, isWorked }) => calendar.isWorkingDay(text as LocalDate) !== isWorked)).toEqual([]);
    },
  );

  it.each([1, 2, 3, 5, 7, 10, 15, 20, 30, 60, 120, 250].flatMap((count) => [count, -count]))('%i working days', (count) => {
    const difference = firstDifference(count < -200 ? STARTS.slice(250) : STARTS, {
      engine: (start) => calendar.addWorkingDays(start, count),
      oracle: (start) => almanac.line(almanac.workedAfter(almanac.position(start), count)).text,
    });
    expect(difference).toBeNull();
  });

  it('rolled forward to a working day', () => {
    const rolled = (start: LocalDate): number => {
      let at = almanac.position(start);
      while (!almanac.line(at).isWorked) at += 1;
      return at;
    };
    const difference = firstDifference(STARTS, {
      engine: (start) => calendar.rollForward(start),
      oracle: (start) => almanac.line(rolled(start)).text,
    });
    expect(difference).toBeNull();
  });

  const named = (['before', 'by'] as const).flatMap((kind) =>
    [{}, { time: '16:00' as ClockTime }, ...(kind === 'before' ? [{ inclusive: true as const }] : [])].flatMap((said) =>
      POLICIES.map((dayOff) => ({ kind, said, dayOff })),
    ),
  );
  it.each(named)('$kind a named day, $said, day off: $dayOff', ({ kind, said, dayOff }) => {
    const rule = (date: LocalDate): DeadlineRule =>
      withPolicy({ kind, date, ...said } as DeadlineRule & { kind: 'before' }, dayOff);
    expect(firstDifference(STARTS, readingsOf(rule))).toBeNull();
  });

  const terms = TERMS.flatMap((term) => POLICIES.map((dayOff) => ({ ...term, dayOff })));
  it.each(terms)('within $amount $unit from receipt, day off: $dayOff', ({ dayOff, ...term }) => {
    const rule = withPolicy({ kind: 'within', from: 'receipt', ...term }, dayOff);
    const readings = readingsOf(
      () => rule,
      (receivedOn) => ({ issuedOn: ISSUED, receivedOn }),
    );
    expect(firstDifference(STARTS, readings)).toBeNull();
  });

  it.each(TERMS)('within $amount $unit from issue, whatever was received when', (term) => {
    const rule = { kind: 'within', from: 'issue', ...term } as const;
    const readings = readingsOf(
      () => rule,
      (issuedOn) => ({ issuedOn, receivedOn: '2026-12-31' as LocalDate }),
    );
    expect(firstDifference(STARTS, readings)).toBeNull();
  });

  it.each(TERMS)('$amount $unit after a named day', (term) => {
    expect(
      firstDifference(
        STARTS,
        readingsOf((date) => ({ kind: 'after', date, ...term })),
      ),
    ).toBeNull();
  });

  const ahead = terms.filter(({ unit, amount }) => unit !== 'year' || amount === 1);
  it.each(ahead)('$amount $unit ahead of a named day, day off: $dayOff', ({ dayOff, ...term }) => {
    const rule = (date: LocalDate): DeadlineRule => withPolicy({ kind: 'ahead', date, ...term }, dayOff);
    // The almanac begins in 2019: a year back from there is not in it.
    expect(firstDifference(STARTS.slice(3), readingsOf(rule))).toBeNull();
  });

  it('to the end of a window, and of its quarter', () => {
    const window = readingsOf((until) => ({ kind: 'window', from: '2020-01-01' as LocalDate, until }));
    const quarter = readingsOf((start) => ({
      kind: 'quarter',
      year: Number(start.slice(0, 4)),
      quarter: Math.ceil(Number(start.slice(5, 7)) / 3) as 1 | 2 | 3 | 4,
    }));
    expect([firstDifference(STARTS, window), firstDifference(STARTS, quarter)]).toEqual([null, null]);
  });

  it('of the first part of what goes on afterwards, and of an estimate', () => {
    const first = (date: LocalDate): DeadlineRule => ({ kind: 'after', date, amount: 3, unit: 'month' });
    const both = readingsOf((date) => ({ kind: 'then', first: first(date), next: { kind: 'standing' } }));
    const estimate = {
      engine: (start: LocalDate) =>
        String(estimatedDate({ kind: 'provisional', estimate: first(start) }, { issuedOn: start, calendar })),
      oracle: (start: LocalDate) => String(naiveDue(almanac, first(start), { issuedOn: start, receivedOn: null })),
    };
    expect([firstDifference(STARTS, both), firstDifference(STARTS, estimate)]).toEqual([null, null]);
  });

  it.each<DeadlineRule>([
    { kind: 'standing' },
    { kind: 'standing', reviewed: 'year', onRequest: true },
    { kind: 'as-regulated', reference: null },
    { kind: 'on-request' },
    { kind: 'on-event', event: 'e', direction: 'before', term: { amount: 10, unit: 'day' } },
    { kind: 'until-event', from: null, event: 'e' },
    { kind: 'provisional', estimate: { kind: 'by', date: ISSUED } },
    { kind: 'within', amount: 10, unit: 'day', from: 'receipt' },
  ])('never, for %j that nothing dates yet', (rule) => {
    const difference = firstDifference(STARTS, {
      engine: (start) => String(dueDate(rule, { issuedOn: start, receivedOn: null, calendar })),
      oracle: (start) => String(naiveDue(almanac, rule, { issuedOn: start, receivedOn: null })),
    });
    expect(difference).toBeNull();
  });
});

describe('The comparison', () => {
  it('shows the first day that differs, with both answers', () => {
    const readings = {
      engine: (start: LocalDate) => start,
      oracle: (start: LocalDate) => (start < '2020-02-29' ? start : 'later'),
    };
    expect(firstDifference(STARTS, readings)).toBe('from 2020-02-29: the engine says 2020-02-29, counting gives later');
    expect(() => firstDifference([], readings)).toThrow('no days');
  });
});
