import { describe, expect, it } from '@jest/globals';
import { factsOf, tallied } from '../facts.js';

const SOURCE = { file: '2954-qd-ubnd.thac', day: '2025-11-20' };
const YEARS = ['2026', '2027', '2028', '2029', '2030'];
const { rules, owed } = factsOf('son-la-2025', SOURCE);
const targets = rules?.targets ?? [];
const reports = [...owed.values()].flatMap((each) => each.reports);

/** Each year's sum over the targets whose number has a beginning. */
const sums = (...beginnings: readonly string[]): readonly number[] =>
  YEARS.map((year) =>
    targets
      .filter(({ no }) => beginnings.some((beginning) => no === beginning || no.startsWith(`${beginning}.`)))
      .flatMap(({ levels }) => levels.filter(({ by }) => by?.startsWith(year)))
      .reduce((total, { value }) => total + (value ?? 0), 0),
  );

const dueOf = (regime: string, consolidated: boolean): readonly string[] =>
  reports.filter((report) => report.regime === regime && report.consolidated === consolidated).map(({ due }) => due ?? '');

describe('Decision 2954/QĐ-UBND of Sơn La, counted in the source', () => {
  it('gives 36 tasks, and 75 communes a plan to make', () => {
    expect(tallied((rules?.tasks ?? []).map(({ no }) => no.split('.')[0] ?? ''))).toEqual({
      1: 6,
      2: 4,
      3: 3,
      4: 3,
      5: 1,
      6: 2,
      7: 2,
      8: 3,
      9: 1,
      10: 7,
      11: 3,
      12: 1,
    });
    expect([...owed.values()].filter(({ duties }) => duties.length > 0)).toHaveLength(75);
  });

  it('sets 76 targets: 4 overall, 6 of groups, 8 growth rates, 15 amounts, 19 values, 23 lines of annex 01, one of each commune', () => {
    expect(tallied(targets.map(({ no }) => no.split('.')[0] ?? ''))).toEqual({ 1: 4, 2: 6, 3: 8, 4: 15, 5: 19, 6: 23, 7: 1 });
  });

  it('has values of 19 goods that add up to what it says of all, in every year', () => {
    expect(sums('5')).toEqual([240_000, 270_000, 305_000, 345_000, 400_000]);
    expect(sums('1.1')).toEqual(sums('5'));
    expect(sums('1.3', '1.4')).toEqual(sums('5'));
    expect(sums('5.17', '5.18', '5.19')).toEqual(sums('1.4'));
  });

  it('has five fruits that add up to 46,200 tonnes and 48.38 million dollars in 2030', () => {
    expect(sums('4.1', '4.2', '4.3', '4.4', '4.5').at(-1)).toBe(46_200);
    expect(sums('5.1', '5.2', '5.3', '5.4', '5.5').at(-1)).toBe(48_380);
  });

  it('asks 75 communes and 12 agencies for 61 monthly, 5 half-yearly and 5 yearly reports', () => {
    const month = (day: string) => (date: string) => date.endsWith(day);
    expect(dueOf('1', false)).toHaveLength(87 * 61);
    expect(dueOf('1', false).every(month('-15'))).toBe(true);
    expect(tallied(dueOf('2', false))).toEqual(Object.fromEntries(YEARS.map((year) => [`${year}-06-15`, 87])));
    expect(tallied(dueOf('3', false))).toEqual(Object.fromEntries(YEARS.map((year) => [`${year}-11-19`, 87])));
    expect(dueOf('1', true)).toHaveLength(61);
    expect(dueOf('1', true).every(month('-17'))).toBe(true);
    expect(dueOf('2', true)).toEqual(YEARS.map((year) => `${year}-06-17`));
    expect(dueOf('3', true)).toEqual(YEARS.map((year) => `${year}-11-29`));
  });

  it('is refused as it was published: it sums up six months on 18 May, before the reports of 16 June', () => {
    const change = (text: string): string => text.replace('trước ngày 18/6 hằng năm', 'trước ngày 18/5 hằng năm');
    const published = factsOf('son-la-2025', { ...SOURCE, change });
    expect(published.rules).toBeNull();
    expect(published.diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual(['KH5010']);
  });
});
