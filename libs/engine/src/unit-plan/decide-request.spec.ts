import { describe, expect, it } from '@jest/globals';
import { deriveCascade } from '../cascade/derive.js';
import type { ConditionalRule } from '../ir/follow-up-rule.js';
import { at, calendar, contextOf, day, directory, each, id, REGIME, task, top, unit } from '../spec-builders.js';
import type { UnitPlanCommand } from './commands.js';
import { decideUnitPlan } from './decide.js';
import { foldUnitPlan } from './fold.js';
import type { UnitPlanState } from './state.js';

const CASE: ConditionalRule = {
  condition: 'Obstacles',
  from: [each('commune')],
  to: { kind: 'superior' },
  via: [{ kind: 'local', name: 'Interior' }],
  copies: [{ kind: 'unit', unit: id('province') }],
  within: { amount: 3, unit: 'workday' },
  place: REGIME.place,
};
const plan = top({ tasks: [task('1', { leads: [each('commune'), unit('finance')] })], conditional: [CASE] });
const context = contextOf(plan);
const cascade = deriveCascade(plan, { directory, calendar, at: at('2022-06-30 08:00'), states: new Map() });
const state = (of: string): UnitPlanState => foldUnitPlan([cascade.find((write) => write.unit === of)!.event]);

const NOW = at('2022-08-31 09:00');

function outcome(from: UnitPlanState, actor: string, command: UnitPlanCommand) {
  const decision = decideUnitPlan(command, from, { ...context, at: NOW, actor: id(actor) });
  return decision.ok ? foldUnitPlan(decision.events, from) : decision.rejection.code;
}

const ask = (more: object = {}): UnitPlanCommand =>
  ({
    type: 'RequestReport',
    title: 'Storm damage',
    due: day('2022-08-31'),
    time: null,
    document: null,
    ...more,
  }) as UnitPlanCommand;
const raise = (condition = 'obstacles'): UnitPlanCommand => ({ type: 'RaiseCase', condition });
const reports = (after: UnitPlanState | string) => (typeof after === 'string' ? after : [...after.reports.values()]);

describe('A report that is asked for', () => {
  it('goes to whoever asks, and covers the time from the issue of the plan', () => {
    expect(reports(outcome(state('east/one'), 'east', ask({ time: '16:00' })))).toMatchObject([
      {
        id: 'request@2022-08-31',
        asked: 'Storm damage',
        to: 'east',
        from: '2022-06-30',
        until: '2022-08-31',
        time: '16:00',
        status: 'expected',
      },
    ]);
  });

  it('is one more each time, with an id of its own', () => {
    const once = outcome(state('east/one'), 'east', ask()) as UnitPlanState;
    const twice = outcome(once, 'province', ask()) as UnitPlanState;
    expect([...twice.reports.keys()]).toEqual(['request@2022-08-31', 'request@2022-08-31.2']);
  });

  it.each([
    ['report.may-not-ask', 'east/two', {}],
    ['report.title-missing', 'east', { title: ' ' }],
    ['report.due-passed', 'east', { due: '2022-08-30' }],
    ['report.due-passed', 'east', { time: '09:00' }],
    ['document.in-future', 'east', { document: { number: '1', date: '2022-09-01', issuer: 'east' } }],
  ])('is refused as %s to %s', (code, actor, more) => {
    expect(outcome(state('east/one'), actor, ask(more))).toBe(code);
  });

  it('may be due by a clock time that is still to come', () => {
    expect(reports(outcome(state('east/one'), 'east', ask({ time: '09:01' })))).toHaveLength(1);
  });
});

describe('A case that is raised', () => {
  it('makes its report owed within the term of the plan, over days off, on the way that the plan names', () => {
    // Wednesday 31 August, then Thursday 1 and Friday 2 September off: Monday 5, Tuesday 6, Wednesday 7.
    expect(reports(outcome(state('east/one'), 'east/one', raise(' OBSTACLES ')))).toMatchObject([
      { id: 'case@2022-08-31', asked: 'Obstacles', to: 'east', via: 'east/interior', copies: ['province'], due: '2022-09-07' },
    ]);
  });

  it('names the rule it rests on', () => {
    const context2 = { ...context, at: NOW, actor: id('east/one') };
    const decision = decideUnitPlan(raise(), state('east/one'), context2);
    expect(decision.ok && decision.events[0]?.because).toMatchObject({
      rules: 'hash-top',
      rule: 'case Obstacles',
      inputs: { on: '2022-08-31' },
    });
  });

  it('is refused to others, to units that it does not concern, and where the plan knows no such case', () => {
    expect(outcome(state('east/one'), 'east', raise())).toBe('case.not-yours');
    expect(outcome(state('finance'), 'finance', raise())).toBe('case.unknown');
    expect(outcome(state('east/one'), 'east/one', raise('flood'))).toBe('case.unknown');
  });
});
