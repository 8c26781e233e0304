import { describe, expect, it } from '@jest/globals';
import type { Actor, TaskRule } from '#engine';
import { factsOf, tallied } from '../facts.js';

const { rules, owed } = factsOf('dong-thap-2025', { file: '552-kh-ubnd.thac', day: '2025-11-19' });
const tasks = rules?.tasks ?? [];
const annex = tasks.filter(({ no }) => !no.startsWith('5.'));
const reports = [...owed.values()].flatMap((each) => each.reports);
const single = reports.filter(({ regime, consolidated }) => regime === '1' && !consolidated);
const summed = reports.filter(({ consolidated }) => consolidated);

const leadOf = ({ leads }: TaskRule): string => leads.map(nameOf).join('; ');
const nameOf = (actor: Actor): string => (actor.kind === 'unit' ? actor.unit.replace('vn25-82.', '') : actor.kind);

function timeOf({ deadline }: TaskRule): string {
  return deadline?.kind === 'window' ? `${deadline.from.slice(0, 4)}-${deadline.until.slice(0, 4)}` : (deadline?.kind ?? '');
}

describe('Plan 552/KH-UBND of Đồng Tháp, counted in the source', () => {
  it('gives 19 tasks of its annex to nine bodies, and 14 more in sections V and VI', () => {
    expect(tallied(annex.map(leadOf))).toEqual({
      'so-khoa-hoc-va-cong-nghe': 5,
      'so-nong-nghiep-va-moi-truong': 3,
      'so-tai-chinh': 2,
      'so-cong-thuong': 2,
      'so-giao-duc-va-dao-tao': 2,
      'lien-hiep-hoi': 2,
      'so-van-hoa-the-thao-va-du-lich': 1,
      'ban-quan-ly-khu-kinh-te': 1,
      'hiep-hoi-doanh-nghiep': 1,
    });
    expect(tasks.length - annex.length).toBe(14);
  });

  it('dates 13 of the 19: three in 2026, five each to 2030 and to 2035', () => {
    expect(tallied(annex.map(timeOf))).toEqual({ standing: 6, '2026-2026': 3, '2025-2030': 5, '2025-2035': 5 });
  });

  it('sets 17 targets for 2030 and five for 2035', () => {
    const years = (rules?.targets ?? []).map(({ levels }) => levels[0]?.by?.slice(0, 4) ?? '');
    expect(tallied(years)).toEqual({ '2030': 17, '2035': 5 });
  });

  it('has 102 communes and 13 agencies owe plans, one of each year from 2026, and all but the one that sums up owe a report each year', () => {
    const bound = [...owed.values()].filter(({ duties }) => duties.length > 0);
    expect(bound).toHaveLength(102 + 13);
    const ends = Array.from({ length: 10 }, (_, index) => `${2026 + index}-12-31`);
    expect(bound.map(({ duties }) => duties.map(({ due }) => due))).toEqual(bound.map(() => [null, ...ends]));
    const years = Array.from({ length: 10 }, (_, index) => [`${2026 + index}-11-19`, 102 + 12]);
    expect(tallied(single.map(({ due }) => due ?? ''))).toEqual(Object.fromEntries(years));
  });

  it('is issued on the day on which the reports of 2025 were due: they are not owed, nor is the one that sums them up', () => {
    expect(summed.map(({ due }) => due)).toEqual(Array.from({ length: 10 }, (_, index) => `${2026 + index}-11-29`));
    expect(summed.every(({ inputs }) => inputs.length === 114)).toBe(true);
    expect(summed.every(({ copies }) => copies.join() === 'bo-khoa-hoc-va-cong-nghe')).toBe(true);
  });

  it('is looked at half way and at its end', () => {
    const others = reports.filter(({ regime }) => regime === '2');
    expect(others.map(({ period, due }) => [period, due])).toEqual([
      ['midterm', '2030-12-31'],
      ['final', '2035-12-31'],
    ]);
  });
});
