import { describe, expect, it } from '@jest/globals';
import { effectivePlan, type EffectivePlan } from '../../cascade/effective-plan.js';
import { openingAgenda } from '../../cascade/opening-agenda.js';
import { deriveCascade } from '../../cascade/derive.js';
import type { PlanRules, RegimeRule } from '../../ir/plan-rules.js';
import type { Fact } from '../../plan/documents.js';
import { startOfDay, type Instant } from '../../time/local-date.js';
import { addDays } from '../../time/local-date.js';
import {
  below,
  calendar,
  childRules,
  contextOf,
  day,
  directory,
  each,
  every,
  id,
  REGIME,
  rules,
  task,
  top,
  unit,
} from '../../spec-builders.js';
import { foldUnitPlan } from '../fold.js';
import type { PeriodsOpened, UnitPlanEvent } from '../events.js';
import type { RulesContext } from '../rules-context.js';
import type { UnitPlanState } from '../state.js';
import { dueEffects, nextWakeUp } from './effects.js';

const at = (date: string): Instant => startOfDay(day(date));

/** What a plan gives each unit on a day, and who holds a unit plan then. */
function issue(plan: EffectivePlan, on: string, states: ReadonlyMap<string, UnitPlanState> = new Map()) {
  const context = { directory, calendar, at: at(on), states: states as never };
  const held = new Map(states);
  for (const { unit: of, event, before } of deriveCascade(plan, context))
    held.set(of, foldUnitPlan([event], before ?? undefined));
  return held as ReadonlyMap<string, UnitPlanState>;
}

const openedIn = (events: readonly UnitPlanEvent[]): readonly string[] =>
  events
    .filter((event): event is PeriodsOpened => event.type === 'PeriodsOpened')
    .map((event) => {
      const { through, added } = event.data;
      const ids = [...added.items, ...added.reports].map((owed) => owed.id);
      return `${event.at.slice(0, 10)} ${through}: ${ids.join(' ')}`;
    });

const reportsOf = (state: UnitPlanState | undefined): readonly string[] => [...(state?.reports.keys() ?? [])];

const from = (date: string, more: Partial<PlanRules> = {}): Partial<PlanRules> => ({
  plan: { ...rules().plan, issuedOn: day(date) },
  horizon: day('2024-12-31'),
  regimes: [REGIME],
  ...more,
});

describe('A plan of several years', () => {
  const plan = top(from('2022-06-30', { tasks: [task('1', { leads: [each('commune')], deadline: every('quarter') })] }));
  const state = issue(plan, '2022-06-30').get('west/one') as UnitPlanState;
  const context = contextOf(plan);

  it('gives a unit the periods of its first year, and the next ones at 00:00 of 1 January', () => {
    expect([...state.items.keys(), ...state.reports.keys()]).toEqual(['1@2022-Q3', '1@2022-Q4', '1@2022-9M', '1@2022-Y']);
    expect(nextWakeUp(state, context)).toBe('2023-01-01T00:00:00+07:00');
    expect(openedIn(dueEffects(state, at('2024-01-01'), context))).toEqual([
      '2023-01-01 2023: 1@2023-Q1 1@2023-Q2 1@2023-Q3 1@2023-Q4 1@2023-Q1 1@2023-H1 1@2023-9M 1@2023-Y',
      '2024-01-01 2024: 1@2024-Q1 1@2024-Q2 1@2024-Q3 1@2024-Q4 1@2024-Q1 1@2024-H1 1@2024-9M 1@2024-Y',
    ]);
  });

  it('opens nothing a moment before, nothing twice, and nothing beyond its horizon', () => {
    expect(dueEffects(state, '2022-12-31T23:59:59+07:00' as Instant, context)).toEqual([]);
    const later = foldUnitPlan(dueEffects(state, at('2024-01-01'), context), state);
    expect(openedIn(dueEffects(later, at('2030-01-01'), context))).toEqual([]);
    expect(nextWakeUp(later, context)).toBeNull();
  });

  it('covers, over the turn of the year, data from 15 December of the year before', () => {
    const later = foldUnitPlan(dueEffects(state, at('2023-01-01'), context), state);
    const windows = ['1@2022-Y', '1@2023-Q1', '1@2023-Y'].map((report) => later.reports.get(report as never));
    expect(windows.map((report) => [report?.from, report?.until, report?.due])).toEqual([
      ['2021-12-15', '2022-12-14', '2022-12-14'],
      ['2022-12-15', '2023-03-14', '2023-03-14'],
      ['2022-12-15', '2023-12-14', '2023-12-14'],
    ]);
  });

  it('says why: the rules, the stretch, the calendar and the organisation', () => {
    const [event] = dueEffects(state, at('2023-01-01'), context);
    expect(event?.because).toEqual({
      rules: 'hash-top',
      rule: 'periods 2023',
      place: plan.rules.place,
      calendar: 'spec-1',
      organisation: 'org-1',
      inputs: { through: '2023' },
    });
  });

  it('gives a unit that it reaches late all that has begun by then, and opens from then on', () => {
    const late = issue(plan, '2023-05-10').get('west/one') as UnitPlanState;
    expect(reportsOf(late)).toContain('1@2023-Y');
    expect(openedIn(dueEffects(late, at('2024-01-01'), context)).map((line) => line.slice(0, 15))).toEqual(['2024-01-01 2024']);
  });
});

describe('A plan issued on 31 December', () => {
  const plan = top(from('2022-12-31'));
  const held = issue(plan, '2022-12-31');

  it('reaches those who owe nothing yet, for their periods to be opened the day after', () => {
    const state = held.get('west/one') as UnitPlanState;
    expect([state.items.size, state.reports.size]).toEqual([0, 0]);
    expect(nextWakeUp(state, contextOf(plan))).toBe('2023-01-01T00:00:00+07:00');
    const opened = foldUnitPlan(dueEffects(state, at('2023-01-01'), contextOf(plan)), state);
    expect(reportsOf(opened)).toEqual(['1@2023-Q1', '1@2023-H1', '1@2023-9M', '1@2023-Y']);
  });

  it('reaches senders and whoever sums up, and nobody else', () => {
    expect([...held.keys()]).toEqual(['east', 'east/one', 'east/two', 'finance', 'interior', 'west', 'west/one']);
  });
});

describe('What returns weekly or daily', () => {
  const weekly: RegimeRule = {
    ...REGIME,
    periods: ['W'],
    due: { day: 0, exclusive: false, weekday: 5 },
    routes: [{ ...REGIME.routes[0], from: [unit('east/one')] } as never],
    consolidation: null,
  };
  const plan = top(from('2026-11-20', { regimes: [weekly], horizon: day('2027-02-28') }));
  const state = issue(plan, '2026-11-20').get('east/one') as UnitPlanState;
  const context = contextOf(plan);

  it('opens by the month; week 53 belongs to the month in which it begins', () => {
    // Weeks run from Monday: W48 is 23 to 29 November, W49 begins on the 30th; week 53 of 2026 is 28 December to 3 January, due on Friday the 1st.
    expect(reportsOf(state)).toEqual(['1@2026-W48', '1@2026-W49']);
    expect(openedIn(dueEffects(state, at('2027-02-01'), context))).toEqual([
      '2026-12-01 2026-12: 1@2026-W50 1@2026-W51 1@2026-W52 1@2026-W53',
      '2027-01-01 2027-01: 1@2027-W01 1@2027-W02 1@2027-W03 1@2027-W04',
      '2027-02-01 2027-02: 1@2027-W05 1@2027-W06 1@2027-W07 1@2027-W08',
    ]);
  });

  it('is due on the Friday of its week, over the turn of the year', () => {
    const later = foldUnitPlan(dueEffects(state, at('2027-01-01'), context), state);
    expect(['1@2026-W53', '1@2027-W01'].map((report) => later.reports.get(report as never)?.due)).toEqual([
      '2027-01-01',
      '2027-01-08',
    ]);
  });

  it('is summed up with those that were opened a month earlier, being due before their week begins', () => {
    const sent: RegimeRule = {
      ...REGIME,
      periods: ['W'],
      due: { day: 0, exclusive: true, weekday: 1 },
      routes: [{ ...REGIME.routes[1], from: [unit('finance')], via: null, copies: [] } as never],
      consolidation: {
        by: id('interior'),
        to: { kind: 'unit', unit: id('province') },
        due: { day: 0, exclusive: false, weekday: 7 },
      } as never,
    };
    const weekly = top(from('2022-07-04', { regimes: [sent], horizon: day('2022-08-31') }));
    const state = issue(weekly, '2022-07-04').get('interior') as UnitPlanState;
    const opened = foldUnitPlan(dueEffects(state, at('2022-08-01'), contextOf(weekly)), state);
    // Week 31 begins on Monday 1 August: its reports are due on 31 July, its sum on 7 August.
    expect(opened.reports.get('1@2022-W31:all' as never)).toMatchObject({ due: '2022-08-07', inputs: ['finance'] });
    expect([...opened.reports.values()].filter(({ inputs }) => inputs.join() !== 'finance')).toEqual([]);
  });

  it('of a daily report with two hours opens two a day', () => {
    const daily = { ...weekly, periods: ['D'], due: { day: 0, exclusive: false, times: ['09:00', '16:00'] } } as never;
    const two = top(from('2026-11-29', { regimes: [daily], horizon: day('2026-12-02') }));
    const held = issue(two, '2026-11-29').get('east/one') as UnitPlanState;
    expect(reportsOf(held)).toEqual(['1@2026-11-30T09:00', '1@2026-11-30T16:00']);
    expect([...held.reports.values()].map(({ time }) => time)).toEqual(['09:00', '16:00']);
    expect(openedIn(dueEffects(held, at('2026-12-01'), contextOf(two)))).toEqual([
      '2026-12-01 2026-12: 1@2026-12-01T09:00 1@2026-12-01T16:00 1@2026-12-02T09:00 1@2026-12-02T16:00',
    ]);
  });
});

describe('Under two plans', () => {
  const parent = top(from('2022-06-30', { tasks: [task('1', { leads: [each('commune')], deadline: every('year') })] }));
  const child = below(parent, {
    horizon: day('2024-12-31'),
    regimes: [{ ...REGIME, id: '1', periods: ['Y'], routes: [REGIME.routes[0]] as never, consolidation: null }],
  });
  const reached = issue(child, '2022-07-15', issue(parent, '2022-06-30')).get('east/one') as UnitPlanState;
  const context = contextOf(parent, child);

  it('each opens its own reports, and the work comes once, from the plan that the unit follows', () => {
    const events = dueEffects(reached, at('2023-01-01'), context) as readonly PeriodsOpened[];
    expect(events.map(({ data }) => [data.source, data.added.items.map((item) => item.id), data.added.reports.length])).toEqual([
      [child.id, ['1@2023'], 1],
      [parent.id, [], 4],
    ]);
  });

  it('opens nothing of a plan that has ended, and goes on with the one above', () => {
    const fact: Fact = {
      type: 'PlanEnded',
      at: at('2022-11-01'),
      key: '000000001',
      data: {
        plan: child.id,
        how: 'withdrawn',
        by: null,
        document: { number: '9', date: day('2022-11-01'), issuer: id('east') },
      },
    };
    const ended: RulesContext = { ...context, factsOf: (plan) => (plan === child.id ? [fact] : []) };
    const opened = dueEffects(reached, at('2023-01-01'), ended).filter(({ type }) => type === 'PeriodsOpened');
    expect(openedIn(opened)).toEqual(['2023-01-01 2023: 1@2023 1@2023-Q1 1@2023-H1 1@2023-9M 1@2023-Y']);
  });

  it('opens no work of a task that was taken back', () => {
    const fact = {
      type: 'PlanAmended',
      at: at('2022-11-01'),
      key: '000000001',
      data: { plan: parent.id, by: null, document: { number: '9' }, changes: [{ kind: 'withdraw', task: '1' }] },
    } as never as Fact;
    const amended: RulesContext = { ...context, factsOf: (plan) => (plan === parent.id ? [fact] : []) };
    const added = dueEffects(reached, at('2023-01-01'), amended).flatMap((event) =>
      event.type === 'PeriodsOpened' ? event.data.added.items : [],
    );
    expect(added).toEqual([]);
  });
});

describe('What is opened, taken together', () => {
  const daily: RegimeRule = {
    ...REGIME,
    id: '2',
    periods: ['D', 'W', 'M'],
    due: { day: 0, exclusive: false },
    consolidation: null,
  };

  it.each(['2022-06-30', '2022-12-31', '2023-01-01', '2023-02-28'])(
    'is what a plan of %s gives in all: nothing lost, nothing twice',
    (issuedOn) => {
      const more = from(issuedOn, {
        horizon: day('2024-03-31'),
        regimes: [REGIME, daily],
        tasks: [task('1', { leads: [each('commune'), unit('finance')], deadline: every('month') })],
      });
      const plan = effectivePlan(rules(more), 'hash', null);
      for (const [of, state] of issue(plan, issuedOn)) {
        const whole = foldUnitPlan(dueEffects(state, at('2030-01-01'), contextOf(plan)), state);
        const atOnce = issue(plan, '2029-01-01').get(of);
        expect([...whole.items.keys()].sort()).toEqual([...(atOnce?.items.keys() ?? [])].sort());
        expect([...whole.reports.keys()].sort()).toEqual([...(atOnce?.reports.keys() ?? [])].sort());
      }
    },
  );

  it('opens each period by the first day of it, and before its last allowed day has passed', () => {
    const plan = effectivePlan(rules(from('2022-06-30', { regimes: [REGIME, daily] })), 'hash', null);
    const state = issue(plan, '2022-06-30').get('east/one') as UnitPlanState;
    const whole = foldUnitPlan(dueEffects(state, at('2030-01-01'), contextOf(plan)), state);
    for (const { due, since } of whole.reports.values())
      expect(since < startOfDay(addDays(due ?? day('2000-01-01'), 1))).toBe(true);
  });

  it('costs nothing where a plan ends with the year of its issue', () => {
    expect(openingAgenda(top({ regimes: [REGIME] }), { directory, calendar }).size).toBe(0);
    expect(childRules().horizon).toBe('2022-12-31');
  });
});
