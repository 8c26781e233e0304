import { beforeAll, describe, expect, it } from '@jest/globals';
import { assignmentsOf, leadersOf, readPlan, type ReadPlan } from '../leaders.js';

const EVERYBODY = { province: 19, district: 11, commune: 200 };
const COMMUNES = { commune: 200 };

/** Counted by hand in the text of the plan: the paragraph, who answers for it, when. */
const PARAGRAPHS: readonly (readonly [no: string, leaders: object, deadline: string])[] = [
  ['1.1', EVERYBODY, 'standing'],
  ['1.2', EVERYBODY, 'standing'],
  ['1.3', EVERYBODY, 'standing'],
  ['1.4', EVERYBODY, 'standing'],
  ['1.5', EVERYBODY, 'standing'],
  ['1.6', EVERYBODY, 'standing'],
  ['2.1', COMMUNES, 'recurring'],
  ['2.2', COMMUNES, 'standing'],
  ['2.3', COMMUNES, 'standing'],
  ['2.4', COMMUNES, 'as-regulated'],
  ['2.5', COMMUNES, 'standing'],
  ['2.6', COMMUNES, 'standing'],
  ['2.7', COMMUNES, 'on-request'],
  ['2.8', COMMUNES, 'standing'],
  ['2.9', COMMUNES, 'standing'],
  ['2.10', COMMUNES, 'on-event'],
];

describe('Plan 94/KH-UBND of Lạng Sơn', () => {
  let plan: ReadPlan;
  beforeAll(() => {
    plan = readPlan('lang-son-2020', '94-kh-ubnd.thac');
  });

  it('falls upon 19 agencies, 11 districts and 200 communes, and checks without a warning', () => {
    const { directory, rules, warnings } = plan;
    const count = (kind: 'peoples-committee' | 'professional-agency', tier: 'province' | 'district' | 'commune'): number =>
      directory.select({ kind, tier }, rules.plan.issuer).length;
    expect(count('professional-agency', 'province')).toBe(19);
    expect(count('peoples-committee', 'district')).toBe(11);
    expect(count('peoples-committee', 'commune')).toBe(200);
    expect(warnings).toEqual([]);
  });

  it('has the paragraphs of its sections 1 and 2, each with who leads and when', () => {
    const said = plan.rules.tasks.map((task) => [task.no, leadersOf(task, plan), task.deadline?.kind]);
    expect(said).toEqual(PARAGRAPHS);
  });

  it('comes to 3,380 assignments: 6 × 230 + 10 × 200', () => {
    expect(assignmentsOf(plan)).toBe(6 * (19 + 11 + 200) + 10 * 200);
  });

  it('asks communes for their own plans without a date, and nobody for a report', () => {
    expect(plan.rules.duties).toMatchObject([{ deadline: null, sendTo: null }]);
    expect(plan.rules.regimes).toEqual([]);
    expect(plan.rules.tasks.filter(({ report }) => report !== null)).toEqual([]);
  });

  it('wants the index better than in 2019, and no forced contributions', () => {
    const { targets } = plan.rules;
    expect(targets?.map(({ levels }) => levels?.map(({ comparison, baseline }) => [comparison, baseline ?? null]))).toEqual([
      [['increase', 2019]],
      [['none', null]],
    ]);
  });

  it('is carried out by a ward straight below it: a month’s schedule sooner, dates where there were none, work of its own', () => {
    const ward = readPlan('lang-son-2020', 'vinh-trai-kh-ubnd.thac', plan.rules);
    expect(ward.warnings).toEqual([]);
    expect(ward.rules).toMatchObject({ inheritsAll: true, implements: plan.rules.plan });
    expect(ward.rules.tasks.map(({ refines }) => refines)).toEqual(['2.1', '2.4', null, null]);
  });
});
