import { beforeAll, describe, expect, it } from '@jest/globals';
import { assignmentsOf, leadersOf, readPlan, type ReadPlan } from '../leaders.js';

const CHAIRS = { district: 9 };
const HOME_AFFAIRS = { province: 1 };

/** Counted by hand in the text of the plan: the paragraph, who answers for it, when; `report` where only a report is asked for. */
const PARAGRAPHS: readonly (readonly [no: string, leaders: object, deadline: string])[] = [
  ['1.1', { province: 19, district: 9, commune: 83 }, 'as-regulated'],
  ['2.1', CHAIRS, 'as-regulated'],
  ['2.2', CHAIRS, 'report'],
  ['2.3', CHAIRS, 'standing'],
  ['2.4', CHAIRS, 'standing'],
  ['2.5', CHAIRS, 'standing'],
  ['2.6', CHAIRS, 'standing'],
  ['2.7', CHAIRS, 'on-request'],
  ['3.1', HOME_AFFAIRS, 'standing'],
  ['3.2', HOME_AFFAIRS, 'report'],
  ['3.3', HOME_AFFAIRS, 'report'],
  ['4.1', {}, 'standing'],
  ['4.2', {}, 'window'],
];

describe('Plan 153/KH-UBND of Cần Thơ', () => {
  let plan: ReadPlan;
  beforeAll(() => {
    plan = readPlan('can-tho-2022', '153-kh-ubnd.thac');
  });

  it('has the paragraphs on who carries it out, each with who leads and when', () => {
    const said = plan.rules.tasks.map((task) => [task.no, leadersOf(task, plan), task.deadline?.kind ?? 'report']);
    expect(said).toEqual(PARAGRAPHS);
  });

  it('comes to 177 assignments: 111 + 7 × 9 + 3', () => {
    expect(assignmentsOf(plan)).toBe(19 + 9 + 83 + 7 * 9 + 3);
  });

  it('warns of the three reports without a period or a date', () => {
    expect(plan.warnings).toEqual(['KH5009', 'KH5009', 'KH5009']);
  });

  it('wants own plans before 31 July at the department of home affairs, saying who answers for what', () => {
    const duty = {
      deadline: { kind: 'before', date: '2022-07-31' },
      sendTo: { unit: plan.directory.find('Sở Nội vụ')?.id },
      mustState: [expect.any(String), expect.any(String)],
    };
    expect(plan.rules.duties).toMatchObject([duty, duty]);
    expect(plan.rules.conditional).toHaveLength(1);
  });

  it('wants the city among the first 25 by each of three indices, in 2022 and every year', () => {
    const levels = [
      { comparison: 'in-top', value: 25, by: '2022-12-31' },
      { comparison: 'in-top', value: 25, everyYear: true },
    ];
    expect(plan.rules.targets).toMatchObject([{ levels }, { levels }, { levels }]);
  });

  it('is carried out by the plan of Ninh Kiều: a date for what had none, work for 11 wards, reports of its own', () => {
    const district = readPlan('can-tho-2022', 'ninh-kieu-kh-ubnd.thac', plan.rules);
    expect(district.warnings).toEqual([]);
    expect(district.rules).toMatchObject({ inheritsAll: true, implements: plan.rules.plan });
    expect(district.rules.tasks.map((task) => [task.refines, leadersOf(task, district)])).toEqual([
      ['1.1', { district: 1, commune: 11 }],
      [null, { commune: 11 }],
      [null, { commune: 11 }],
      [null, { district: 1 }],
    ]);
    expect(district.rules.regimes).toMatchObject([{ periods: ['9M', 'Y'], due: { day: 10, exclusive: true } }]);
  });
});
