import type { PlanView } from '#contracts';
import { describe, expect, it } from '@jest/globals';
import { obligationOf, placeOf } from '../src/features/audit/events/place-of.js';
import { isWorked, withDay } from '../src/features/audit/what-if/other-calendar.js';
import { offeredTo } from '../src/ui/plans-below.js';

const CALENDAR = { version: 'vn', years: { '2022': { off: ['2022-09-01', '2022-09-02'], makeup: ['2022-09-10'] } } };

describe('The choice of a plan', () => {
  const plan = (id: string, parent: string | null, issuedOn: string): PlanView =>
    ({ id, parent, issuedOn }) as unknown as PlanView;
  const plans = [
    plan('a', null, '2022-06-30'),
    plan('b', null, '2022-07-01'),
    plan('a1', 'a', '2022-07-11'),
    plan('a2', 'a', '2022-08-24'),
    plan('a11', 'a1', '2022-09-01'),
  ];
  const offered = (chosen: string | null) => offeredTo(plans, chosen).map((each) => `${each.depth} ${each.plan.id}`);

  it('has top plans, and those below the one that is chosen and below those that it grew out of', () => {
    expect(offered(null)).toEqual(['0 b', '0 a']);
    expect(offered('a')).toEqual(['0 b', '0 a', '1 a2', '1 a1']);
    expect(offered('a1')).toEqual(['0 b', '0 a', '1 a2', '1 a1', '2 a11']);
    expect(offered('none')).toEqual(['0 b', '0 a']);
  });
});

describe('Another calendar', () => {
  it('knows weekdays, weekends, days off and days worked in lieu', () => {
    const days = ['2022-09-01', '2022-09-05', '2022-09-10', '2022-09-11', '2023-01-02'];
    expect(days.map((day) => isWorked(CALENDAR, day))).toEqual([false, true, true, false, false]); // New Year’s Day was a Sunday
  });

  it.each([
    ['2022-09-05', false, { off: ['2022-09-01', '2022-09-02', '2022-09-05'], makeup: ['2022-09-10'] }],
    ['2022-09-02', true, { off: ['2022-09-01'], makeup: ['2022-09-10'] }],
    ['2022-09-03', true, { off: ['2022-09-01', '2022-09-02'], makeup: ['2022-09-03', '2022-09-10'] }],
    ['2022-09-10', false, { off: ['2022-09-01', '2022-09-02'], makeup: [] }],
  ])('turns %s', (day, works, year) => {
    expect(withDay(CALENDAR, day, works)).toEqual({ version: `vn, ${day}`, years: { '2022': year } });
  });

  it('is none where the day is so already, and makes a year that there was not of the holidays of the law', () => {
    expect(withDay(CALENDAR, '2022-09-05', true)).toBeNull();
    const byLaw = '01-02 01-20 01-23 01-24 01-25 01-26 03-01 05-01 05-02 05-03 09-01 09-04'
      .split(' ')
      .map((day) => `2023-${day}`);
    expect(withDay(CALENDAR, '2023-03-01', false, 'next')).toEqual({
      version: 'next',
      years: { ...CALENDAR.years, '2023': { off: byLaw, makeup: [] } },
    });
  });

  it('turned twice is as it was', () => {
    const once = withDay(CALENDAR, '2022-09-05', false, 'vn')!;
    expect(withDay(once, '2022-09-05', true, 'vn')).toEqual(CALENDAR);
  });
});

describe('Where an event belongs', () => {
  it.each([
    ['unit-plan/p_1/vn-10', { plan: 'p_1', unit: 'vn-10' }],
    ['plan/p_1', { plan: 'p_1', unit: null }],
    ['organisation', { plan: null, unit: null }],
  ])('%s', (stream, place) => {
    expect(placeOf(stream)).toEqual(place);
  });

  it.each([
    [{ item: '1.2', note: 'x' }, 'item 1.2'],
    [{ report: '1@2022-9M' }, 'report 1@2022-9M'],
    [{ obligation: 'item 4', step: 's' }, 'item 4'],
    [{ duty: '1' }, 'duty 1'],
    [{ name: 'x' }, null],
    [null, null],
  ])('%j', (data, obligation) => {
    expect(obligationOf(data)).toBe(obligation);
  });
});
