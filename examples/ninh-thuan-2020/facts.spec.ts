import { describe, expect, it } from '@jest/globals';
import { assignmentsOf, leadersOf, readPlan } from '../leaders.js';

const plan = readPlan('ninh-thuan-2020', '1871-kh-ubnd.thac');
const { rules, directory } = plan;
const heads = (name: string, kind: string, tier: string) => ({ kind: 'each', name, post: 'head', of: { kind, tier } });
const EVERYBODY = [
  heads('Sở, ngành', 'professional-agency', 'province'),
  heads('UBND huyện, thành phố', 'peoples-committee', 'district'),
];

describe('Plan 1871/KH-UBND of Ninh Thuận', () => {
  it('checks without a warning', () => {
    expect(plan.warnings).toEqual([]);
  });

  it('has 8 tasks, each for the heads of all agencies and districts, within the year', () => {
    expect(rules.tasks.map(({ no }) => no)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8']);
    for (const task of rules.tasks) {
      expect(task).toMatchObject({
        leads: EVERYBODY,
        supports: [],
        deadline: { kind: 'window', from: '2020-01-01', until: '2020-12-31' },
        targets: ['1', '2'],
      });
      expect(leadersOf(task, plan)).toEqual({ province: 18, district: 7 });
    }
  });

  it('comes to 200 assignments: 8 × (18 + 7)', () => {
    expect(assignmentsOf(plan)).toBe(8 * (18 + 7));
  });

  it('wants the first 20 of 63, plans of their own without a date from the same heads, and no report', () => {
    expect(rules.targets).toMatchObject([
      { levels: [{ comparison: 'in-top', value: 20, outOf: 63 }] },
      { modality: 'strive', levels: [{ comparison: 'increase', value: null }] },
    ]);
    expect(rules.duties).toMatchObject([{ units: EVERYBODY, deadline: null, sendTo: null }]);
    expect(rules.regimes).toEqual([]);
  });

  it('leaves out the 65 communes, which are there', () => {
    expect(directory.select({ kind: 'peoples-committee', tier: 'commune' }, rules.plan.issuer)).toHaveLength(65);
  });
});
