import { describe, expect, it } from '@jest/globals';
import type { DeadlineRule, PlanRules } from '../ir/plan-rules.js';
import {
  AS_REGULATED,
  before,
  below,
  by,
  calendar,
  childRules,
  day,
  directory,
  each,
  every,
  id,
  inQuarter,
  omit,
  rules,
  STANDING,
  task,
  top,
  unit,
  within,
} from '../spec-builders.js';
import { conform } from './conform.js';
import { effectivePlan } from './effective-plan.js';

const held = (parent: Partial<PlanRules>, child: Partial<PlanRules>) =>
  conform(rules(parent), childRules(child), { directory, calendar });

const PARENT = {
  tasks: [
    task('1', { leads: [each('commune')], deadline: by('2022-09-30') }),
    task('2', { leads: [each('district'), each('commune')], deadline: STANDING }),
    task('3', { leads: [unit('finance')], supports: [each('commune')], deadline: by('2022-09-30') }),
  ],
};

describe('Holding a lower plan against the one above', () => {
  it('finds nothing in one that takes everything over', () => expect(held(PARENT, {})).toEqual([]));

  it('names each task that is neither taken over, refined nor omitted, and to whom it was given', () => {
    const place = { start: 7, end: 9, line: 2, column: 3 };
    const found = held(PARENT, { inheritsAll: false, place });
    expect(found).toEqual([
      { code: 'dropped', task: '1', unit: null, parentDue: null, childDue: null, place },
      { code: 'dropped', task: '2', unit: 'east', parentDue: null, childDue: null, place },
    ]);
  });

  it('is content where each is refined, or omitted with a reason', () => {
    const tasks = [task('a', { refines: '1', deadline: null })];
    expect(held(PARENT, { inheritsAll: false, tasks, omits: [omit('2', 'no such work here')] })).toEqual([]);
  });

  it('takes an omission without a reason for a task that is dropped, even by a plan that takes all over', () => {
    for (const inheritsAll of [true, false]) {
      const tasks = [task('a', { refines: '2', deadline: null })];
      const found = held(PARENT, { inheritsAll, tasks, omits: [omit('1', '  ')] });
      expect(found).toMatchObject([{ code: 'dropped', task: '1' }]);
    }
  });

  it('names what it refines or omits that the parent does not have', () => {
    const found = held(PARENT, { tasks: [task('a', { refines: '9.9' })], omits: [omit('8.8', 'gone')] });
    expect(found.map(({ code, task: of }) => [code, of])).toEqual([
      ['unknown-task', '9.9'],
      ['unknown-task', '8.8'],
    ]);
  });

  it('names a deadline that is put off, with both dates', () => {
    const found = held(PARENT, { tasks: [task('a', { refines: '1', deadline: before('2022-10-02') })] });
    expect(found).toMatchObject([{ code: 'loosened', task: '1', unit: null, parentDue: '2022-09-30', childDue: '2022-10-01' }]);
  });

  it('reads a date to report by as the deadline where there is no other', () => {
    const report = (deadline: DeadlineRule) => ({ deadline: null, report: { to: { kind: 'superior' } as const, deadline } });
    const tasks = [task('3.1', { leads: [each('commune')], ...report(before('2022-07-30')) })];
    const child = (date: string) => held({ tasks }, { tasks: [task('a', { refines: '3.1', ...report(by(date)) })] });
    expect(child('2022-07-29')).toEqual([]);
    expect(child('2022-07-30')).toMatchObject([{ code: 'loosened', parentDue: '2022-07-29', childDue: '2022-07-30' }]);
  });

  it('holds a third tier against the second, by the second’s own numbers and dates', () => {
    const second = below(top(PARENT), { tasks: [task('7', { refines: '1', deadline: by('2022-09-01') })] });
    const third = (date: string, refines = '7') =>
      childRules({
        plan: { issuer: id('east/one'), number: '9/KH', issuedOn: day('2022-08-01') },
        tasks: [task('a', { refines, deadline: by(date) })],
      });
    expect(conform(second, third('2022-09-01'), { directory, calendar })).toEqual([]);
    const found = conform(second, third('2022-09-15'), { directory, calendar });
    expect(found).toMatchObject([{ code: 'loosened', task: '1', parentDue: '2022-09-01', childDue: '2022-09-15' }]);
    expect(conform(second, third('2022-09-15', '1'), { directory, calendar })).toMatchObject([{ code: 'loosened', task: '1' }]);
  });

  it('counts a term of the child’s from the child’s own day of issue', () => {
    const tasks = [task('1', { leads: [each('commune')], deadline: within(20, 'day', 'issue') })];
    const found = held({ tasks }, { tasks: [task('a', { refines: '1', deadline: within(10, 'day', 'issue') })] });
    expect(found).toMatchObject([{ code: 'loosened', parentDue: '2022-07-20', childDue: '2022-07-25' }]);
  });
});

const THEIRS = {
  before: before('2022-08-11'),
  by: by('2022-08-10'),
  quarter: inQuarter(2022, 3),
  quarterly: every('quarter'),
  'within issue': within(30, 'day', 'issue'),
  'within receipt': within(10, 'workday', 'receipt'),
  standing: STANDING,
  'as regulated': AS_REGULATED,
} as const;

const OURS = {
  'by 10 July': by('2022-07-10'),
  'by 10 August': by('2022-08-10'),
  'before 12 August': before('2022-08-12'),
  'quarter III': inQuarter(2022, 3),
  'quarter IV': inQuarter(2022, 4),
  monthly: every('month'),
  quarterly: every('quarter'),
  yearly: every('year'),
  '5 days from issue': within(5, 'day', 'issue'),
  '10 working days from receipt': within(10, 'workday', 'receipt'),
  '11 working days from receipt': within(11, 'workday', 'receipt'),
  '10 days from receipt': within(10, 'day', 'receipt'),
  '1 month from receipt': within(1, 'month', 'receipt'),
  standing: STANDING,
  'as regulated': AS_REGULATED,
} as const;

/** For each deadline of the parent (issued 30 June), those of the child (issued 15 July) that keep to it. */
const KEEPS: Readonly<Record<keyof typeof THEIRS, readonly (keyof typeof OURS)[]>> = {
  before: ['by 10 July', 'by 10 August', '5 days from issue'],
  by: ['by 10 July', 'by 10 August', '5 days from issue'],
  quarter: ['by 10 July', 'by 10 August', 'before 12 August', 'quarter III', '5 days from issue'],
  quarterly: ['monthly', 'quarterly'],
  // Ends on 1 August: 30 July is a Saturday.
  'within issue': ['by 10 July', '5 days from issue'],
  // Over for whoever received at once on 14 July.
  'within receipt': ['by 10 July', '10 working days from receipt', '10 days from receipt'],
  standing: Object.keys(OURS) as (keyof typeof OURS)[],
  'as regulated': Object.keys(OURS) as (keyof typeof OURS)[],
};

describe('Every pair of deadlines', () => {
  const pairs = Object.keys(THEIRS).flatMap((theirs) => Object.keys(OURS).map((ours) => [theirs, ours] as const));

  it.each(pairs as [keyof typeof THEIRS, keyof typeof OURS][])('parent %s, child %s', (theirs, ours) => {
    const parent = effectivePlan(
      rules({ tasks: [task('1', { leads: [each('commune')], deadline: THEIRS[theirs] })] }),
      'h',
      null,
    );
    const child = childRules({ tasks: [task('a', { refines: '1', deadline: OURS[ours] })] });
    const found = conform(parent, child, { directory, calendar }).map(({ code }) => code);
    expect(found).toEqual(KEEPS[theirs].includes(ours) ? [] : ['loosened']);
  });
});
