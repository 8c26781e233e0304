import { describe, expect, it } from '@jest/globals';
import { obligationsBelow, effectivePlan, workingCalendar } from '#engine';
import { VIETNAM_CALENDAR } from '#organisation';
import { assignmentsOf, leadersOf, readPlan } from '../leaders.js';

const plan = readPlan('bac-lieu-2021', '142-kh-ubnd.thac');
const { rules, directory } = plan;
const owed = [
  ...obligationsBelow(effectivePlan(rules, 'hash', null), { directory, calendar: workingCalendar(VIETNAM_CALENDAR) }),
].flatMap(([unit, { reports }]) => reports.map((report) => ({ unit, ...report })));
const DEPARTMENT = 'vn-95.so-nong-nghiep-va-phat-trien-nong-thon';

describe('The plan of Bạc Liêu', () => {
  it('has 3 tasks: for 7 districts, for 7 districts and 64 communes, for one department', () => {
    expect(rules.tasks.map((task) => leadersOf(task, plan))).toEqual([
      { district: 7 },
      { district: 7, commune: 64 },
      { province: 1 },
    ]);
    expect(assignmentsOf(plan)).toBe(7 + 71 + 1);
    expect(rules.tasks.map(({ deadline }) => deadline?.kind)).toEqual(['within', 'standing', 'recurring']);
  });

  it('reports twice a day and once a week, and sums up in the evening and on Sunday', () => {
    const [daily, weekly] = rules.regimes;
    expect(daily).toMatchObject({ periods: ['D'], due: { times: ['09:00', '16:00'] } });
    expect(daily?.consolidation).toMatchObject({ by: DEPARTMENT, due: { times: ['19:00'] } });
    expect(weekly).toMatchObject({ periods: ['W'], due: { weekday: 4, times: ['12:00'] } });
    expect(weekly?.routes.map(({ due }) => due)).toMatchObject([null, { weekday: 5, times: ['16:00'] }]);
    expect(weekly?.consolidation).toMatchObject({ by: DEPARTMENT, due: { weekday: 7 } });
  });

  it('owes 546 reports of days from 23 October, 355 of weeks 43 to 47, and their sums', () => {
    const single = owed.filter(({ consolidated }) => !consolidated);
    const days = single.filter(({ time }) => time === '09:00');
    expect(days).toHaveLength(39 * 7);
    expect(days.map(({ due }) => due).toSorted()).toEqual(expect.arrayContaining(['2021-10-23', '2021-11-30']));
    expect(single).toHaveLength(39 * 2 * 7 + 5 * (64 + 7));
    const sums = owed.filter(({ consolidated, unit }) => consolidated && unit === DEPARTMENT);
    // Week 42's reports were due by the day of issue: nothing of it is left to sum up.
    expect(sums).toHaveLength(39 + 5);
  });
});
