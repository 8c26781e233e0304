import { describe, expect, it } from '@jest/globals';
import { factsOf, tallied } from '../facts.js';

const AGENCIES = 14;
const UNIONS = 5;
const COMMUNES = 168;
const { rules, owed } = factsOf('ho-chi-minh-2025', { file: '174-kh-ubnd.thac', day: '2025-11-18' });
const items = [...owed.values()].flatMap((each) => each.items);
const reportsOf = (wanted: string) =>
  [...owed.values()].flatMap((each) => each.reports).filter(({ regime, consolidated }) => regime === wanted && !consolidated);

describe('Plan 174/KH-UBND of Hồ Chí Minh City, counted in the source', () => {
  it('sets 22 targets, of which four name two figures', () => {
    const numbers = (rules?.targets ?? []).map(({ no }) => no);
    expect(numbers).toHaveLength(26);
    expect(new Set(numbers.map((no) => no.split('.').slice(0, 2).join('.'))).size).toBe(22);
  });

  it('gives what everybody does to 14 agencies, five unions and 168 communes', () => {
    const everybody = Object.fromEntries(
      ['1.1', '1.2', '1.3', '1.4', '1.5', '1.6', '4.7'].map((task) => [task, AGENCIES + UNIONS + COMMUNES]),
    );
    const heads = { '4.4': AGENCIES + UNIONS, '4.5': AGENCIES + UNIONS, '4.6': 1 + UNIONS };
    const alone = ['2.1', '2.2', '2.3', '2.4', '3.1', '3.2', '3.3', '4.1', '4.2', '4.3'].map((task) => [task, 1]);
    expect(tallied(items.map(({ task }) => task))).toEqual({ ...everybody, ...heads, ...Object.fromEntries(alone) });
  });

  it('has the month of action end on 15 December, and the rest with the year', () => {
    const dated = items.filter(({ due }) => due !== null);
    const month = 6 * (AGENCIES + UNIONS + COMMUNES) + 1 + 1 + 1 + UNIONS;
    expect(tallied(dated.map(({ due }) => due ?? ''))).toEqual({ '2025-12-15': month, '2025-12-31': 6 });
  });

  it('asks for two reports on one day, of all but the agency that gets them', () => {
    const expected = { '2025-12-15': AGENCIES - 1 + UNIONS + COMMUNES };
    expect(tallied(reportsOf('1').map(({ due }) => due ?? ''))).toEqual(expected);
    expect(tallied(reportsOf('2').map(({ due }) => due ?? ''))).toEqual(expected);
  });

  it('adds six Thursdays for each commune, and 43 days for two agencies, days off included', () => {
    const thursdays = ['11-20', '11-27', '12-04', '12-11', '12-18', '12-25'].map((day) => [`2025-${day}`, COMMUNES]);
    expect(tallied(reportsOf('3').map(({ due }) => due ?? ''))).toEqual(Object.fromEntries(thursdays));
    const days = reportsOf('4').map(({ due }) => due ?? '');
    expect([days.length, new Set(days).size, days[0], days.at(-1)]).toEqual([86, 43, '2025-11-19', '2025-12-31']);
    expect(rules?.regimes.slice(2).map(({ due }) => due.times)).toEqual([['12:00'], ['19:00']]);
  });
});
