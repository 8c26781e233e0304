import { describe, expect, it } from '@jest/globals';
import { deriveCascade } from '../cascade/derive.js';
import { freePrefix, planAbove, prefixedPlan, type EffectivePlan } from '../cascade/effective-plan.js';
import type { DeadlineRule, PlanId } from '../ir/plan-rules.js';
import type { Fact } from '../plan/documents.js';
import { startOfDay, type Instant } from '../time/local-date.js';
import {
  below,
  by,
  calendar,
  childRules,
  contextOf,
  day,
  directory,
  duty,
  each,
  every,
  id,
  LADDER,
  rules,
  task,
  top,
} from '../spec-builders.js';
import { decideUnitPlan } from './decide.js';
import { dueEffects, nextWakeUp } from './effects/effects.js';
import type { UnitPlanEvent } from './events.js';
import { foldUnitPlan } from './fold.js';
import type { RulesContext } from './rules-context.js';
import { isLate, type UnitPlanState } from './state.js';

const at = (date: string): Instant => startOfDay(day(date));
type States = ReadonlyMap<string, UnitPlanState>;

function issue(plan: EffectivePlan, on: string, states: States = new Map()): States {
  const held = new Map(states);
  for (const { unit, event, before } of deriveCascade(plan, { directory, calendar, at: at(on), states: states as never }))
    held.set(unit, foldUnitPlan([event], before ?? undefined));
  return held;
}

const lived = (state: UnitPlanState, until: string, context: RulesContext): UnitPlanState =>
  foldUnitPlan(dueEffects(state, at(until), context), state);

interface Own {
  readonly on: string;
  readonly effective?: string;
  readonly parent?: PlanId;
  readonly number?: string;
}

/** The east district issues a plan of its own, once time has come to its day: the events, or the code of the refusal. */
function own(state: UnitPlanState, { on, effective, parent = PARENT.id, number = '5/KH' }: Own, context = CONTEXT) {
  const held = lived(state, on, context);
  const ref = { issuer: id('east'), number, issuedOn: day(on) };
  const effectiveOn = effective === undefined ? {} : { effectiveOn: day(effective) };
  const command = { type: 'RecordOwnPlan' as const, plan: `${number}_${on}` as PlanId, ref, parent, ...effectiveOn };
  const decision = decideUnitPlan(command, held, { ...context, at: at(on), actor: id('east') });
  const events: readonly UnitPlanEvent[] = decision.ok ? decision.events : [];
  return {
    state: foldUnitPlan(events, held),
    met: events.map(({ data }) => (data as { duty: string | null }).duty),
    refused: decision.ok ? null : decision.rejection,
  };
}

const yearly = (deadline: DeadlineRule) => ({
  horizon: day('2025-12-31'),
  duties: [duty('1', [each('district')], null), duty('2', [each('district')], deadline)],
});
const PARENT = top(yearly(every('year')));
const CONTEXT = contextOf(PARENT);
const EAST = issue(PARENT, '2022-06-30').get('east') as UnitPlanState;
const dutiesOf = (state: UnitPlanState) =>
  [...state.duties.values()].map(({ id: of, due, plan }) => `${of} ${due ?? '-'}${plan === null ? '' : ` ${plan}`}`);

describe('The duty to issue a plan every year', () => {
  it('opens with its year: from the first whole one to the plan’s last day', () => {
    expect(dutiesOf(EAST)).toEqual(['1 -']);
    expect(nextWakeUp(EAST, CONTEXT)).toBe('2023-01-01T00:00:00+07:00');
    expect(dutiesOf(lived(EAST, '2022-12-31', CONTEXT))).toEqual(['1 -']);
    expect(dutiesOf(lived(EAST, '2023-01-01', CONTEXT))).toEqual(['1 -', '2@2023 2023-12-31']);
    const all = lived(EAST, '2030-01-01', CONTEXT);
    expect(dutiesOf(all)).toEqual(['1 -', '2@2023 2023-12-31', '2@2024 2024-12-31', '2@2025 2025-12-31']);
    expect(nextWakeUp(all, CONTEXT)).toBeNull();
  });

  it('by a day of the year is owed in the year of the issue too, and belongs to the year of its last day', () => {
    const dates = (month: number, on: number): readonly string[] => {
      const at_ = { kind: 'dates', dates: [{ month, day: on }], exclusive: true } as const;
      const plan = top(yearly({ kind: 'recurring', every: 'year', at: at_ }));
      const state = issue(plan, '2022-06-30').get('east') as UnitPlanState;
      const owed = lived(state, '2024-06-30', contextOf(plan));
      return [...owed.duties.values()].map(({ id: of, due, year, since }) => `${of} ${due} ${year} ${since.slice(0, 10)}`);
    };
    expect(dates(12, 15).slice(1)).toEqual([
      '2@2022-12-15 2022-12-14 2022 2022-06-30',
      '2@2023-12-15 2023-12-14 2023 2023-01-01',
      '2@2024-12-15 2024-12-14 2024 2024-01-01',
    ]);
    // Before 1 January: the last day is 31 December of the year before.
    expect(dates(1, 1).slice(1)).toEqual([
      '2@2023-01-01 2022-12-31 2022 2022-06-30',
      '2@2024-01-01 2023-12-31 2023 2023-01-01',
      '2@2025-01-01 2024-12-31 2024 2024-01-01',
    ]);
  });

  it('has a ladder of its own each year', () => {
    const plan = top({ ...yearly(every('year')), escalation: LADDER });
    const state = issue(plan, '2022-06-30').get('east') as UnitPlanState;
    const steps = lived(state, '2025-01-02', contextOf(plan)).fired.filter(({ step }) => step === 'after-1d');
    expect(steps.map(({ obligation, at: when }) => [obligation, when.slice(0, 10)])).toEqual([
      ['duty 2@2023', '2024-01-01'],
      ['duty 2@2024', '2025-01-01'],
    ]);
  });
});

describe('A plan of a unit’s own', () => {
  it('meets the duty of its year and what is asked for once; that of the next year needs the next plan', () => {
    const first = own(EAST, { on: '2023-02-10' });
    expect(first.met).toEqual(['1', '2@2023']);
    const second = own(first.state, { on: '2024-03-01' });
    expect(second.met).toEqual(['2@2024']);
    expect(dutiesOf(lived(second.state, '2025-01-01', CONTEXT))).toEqual([
      '1 - 5/KH_2023-02-10',
      '2@2023 2023-12-31 5/KH_2023-02-10',
      '2@2024 2024-12-31 5/KH_2024-03-01',
      '2@2025 2025-12-31',
    ]);
    expect(second.state.ownPlan).toBe('5/KH_2024-03-01');
  });

  it('is refused where the year has one under the same parent, and names it', () => {
    const first = own(EAST, { on: '2023-02-10' });
    const { refused } = own(first.state, { on: '2023-11-10' });
    expect(refused).toEqual({
      code: 'own-plan.already-issued',
      args: { unit: 'east', plan: '5/KH_2023-02-10', year: '2023' },
    });
    expect(own(first.state, { on: '2023-11-10', parent: 'another' as PlanId }).met).toEqual([null]);
  });

  it('counts for the year in which it takes effect, where that of its date has one: the duty does not open again', () => {
    const first = own(EAST, { on: '2023-02-10' });
    const ahead = own(first.state, { on: '2023-12-20', effective: '2024-01-01' });
    expect(ahead.met).toEqual([null]);
    expect(dutiesOf(lived(ahead.state, '2025-01-01', CONTEXT)).slice(2)).toEqual(['2@2025 2025-12-31']);
    expect(own(ahead.state, { on: '2024-02-01' }).refused).toMatchObject({ args: { year: '2024' } });
  });

  it('counts for the year of its date, though it takes effect in the next one, where that year has none', () => {
    const december = own(EAST, { on: '2023-12-10', effective: '2024-01-01' });
    expect(december.met).toEqual(['1', '2@2023']);
    expect(own(december.state, { on: '2024-12-10', effective: '2025-01-01' }).met).toEqual(['2@2024']);
  });

  it('does not make up for a year that went by without one, unless it says that it holds from then', () => {
    const late = own(EAST, { on: '2024-01-11' });
    expect(late.met).toEqual(['1', '2@2024']);
    const missed = late.state.duties.get('2@2023')!;
    expect(isLate(missed, missed.fulfilledAt, at('2024-01-11'))).toBe(true);
    const back = own(EAST, { on: '2024-01-11', effective: '2023-12-15' });
    expect(back.met).toEqual(['1', '2@2023']);
    const met = back.state.duties.get('2@2023')!;
    expect([met.fulfilledAt, isLate(met, met.fulfilledAt, at('2024-06-30'))]).toEqual([at('2024-01-11'), true]);
  });

  it('issued before the year was told of counts for the year of its date', () => {
    const event = {
      type: 'OwnPlanIssued',
      v: 1,
      data: { duty: '1', plan: 'old', ref: { issuer: 'east', number: '5/KH', issuedOn: '2023-02-10' } },
      because: null,
      at: at('2023-02-10'),
      actor: 'east',
    } as never as UnitPlanEvent;
    const state = foldUnitPlan([event], EAST);
    expect(own(state, { on: '2023-11-10' }).refused).toMatchObject({ args: { plan: 'old', year: '2023' } });
    expect(own(state, { on: '2024-02-10' }).met).toEqual(['2@2024']);
  });
});

describe('The plan of the next year, for the units below', () => {
  const parent = top({ ...yearly(every('year')), tasks: [task('1', { leads: [each('commune')], deadline: every('year') })] });
  const tasks = [task('1', { leads: [each('commune')], deadline: every('year') })];
  const of = (year: number, more = {}) =>
    childRules({
      plan: { issuer: id('east'), number: '5/KH', issuedOn: day(`${year}-02-10`) },
      horizon: day('2025-12-31'),
      duties: [duty('1', [each('commune')], by(`${year}-06-30`))],
      ...more,
    });
  const one = prefixedPlan(of(2023, { tasks }), { hash: 'one', parent, prefix: freePrefix(parent, '5/KH') });
  const two = prefixedPlan(
    of(2024, { tasks: [task('1', { leads: [each('commune')], deadline: by('2024-06-30') })], replaces: [one.rules.plan] }),
    { hash: 'two', parent, prefix: freePrefix(parent, '5/KH', new Set([one.prefix])) },
  );
  const context = contextOf(parent, one, two);
  const replaced: Fact = {
    type: 'PlanEnded',
    at: at('2024-02-10'),
    key: '000000001',
    data: {
      plan: one.id,
      how: 'replaced',
      by: two.id,
      document: { number: '5/KH', date: day('2024-02-10'), issuer: id('east') },
    },
  };
  const ending: RulesContext = { ...context, factsOf: (plan) => (plan === one.id ? [replaced] : []) };

  /** A commune below, reached by the plan of the second year on 10 February 2024, and at the end of all. */
  function commune(within: RulesContext): { readonly reached: UnitPlanState; readonly last: UnitPlanState } {
    const start = new Map([['east/one', lived(issue(parent, '2022-06-30').get('east/one')!, '2023-02-10', within)]]);
    const first = lived(issue(one, '2023-02-10', start).get('east/one')!, '2024-02-10', within);
    const reached = issue(two, '2024-02-10', new Map([['east/one', first]])).get('east/one')!;
    return { reached, last: lived(reached, '2026-01-01', within) };
  }
  const itemsOf = ({ items }: UnitPlanState) => [...items.values()].map((item) => `${item.id} ${item.status}`);

  it('bears the same number, and keeps its tasks apart', () => {
    expect([one.prefix, two.prefix]).toEqual(['5/KH:', '5/KH#2:']);
    expect(planAbove(two, id('east'))).toBe(parent);
    expect(planAbove(two, id('east/one'))).toBe(two);
  });

  it('stands beside that of the year before, whose own tasks go on, where its text does not end it', () => {
    const { reached, last } = commune(context);
    expect(reached.source).toBe(two.id);
    expect(itemsOf(last)).toEqual([
      '1@2023 assigned',
      '1@2024 assigned',
      '5/KH:1@2024 assigned',
      '5/KH#2:1 assigned',
      '5/KH:1@2025 assigned',
      '1@2025 assigned',
    ]);
  });

  it('replaces it where its text says so: open work ends, history stays, nothing of it opens any more', () => {
    const { last } = commune(ending);
    expect(itemsOf(last)).toEqual([
      '1@2023 assigned',
      '1@2024 assigned',
      '5/KH:1@2024 cancelled',
      '5/KH#2:1 assigned',
      '1@2025 assigned',
    ]);
    expect([...last.duties.values()].map((each_) => [each_.id, each_.ended])).toEqual([
      ['5/KH:1', 'cancelled'],
      ['5/KH#2:1', null],
    ]);
  });

  it('asks for plans anew of those whose own is of the year before, not of those that have one of this year', () => {
    const asked = (on: string): readonly string[] => {
      const held = lived(issue(one, '2023-02-10', issue(parent, '2022-06-30')).get('east/one')!, '2024-01-20', context);
      const ref = { issuer: id('east/one'), number: '2/KH', issuedOn: day(on) };
      const command = { type: 'RecordOwnPlan' as const, plan: 'c' as PlanId, ref, parent: one.id };
      const decision = decideUnitPlan(command, held, { ...context, at: at('2024-01-20'), actor: id('east/one') });
      const issued = foldUnitPlan(decision.ok ? decision.events : [], held);
      return [
        ...issue(two, '2024-02-10', new Map([['east/one', issued]]))
          .get('east/one')!
          .duties.keys(),
      ];
    };
    expect(asked('2023-03-01')).toEqual(['5/KH:1', '5/KH#2:1']);
    expect(asked('2024-01-15')).toEqual(['5/KH:1']);
  });

  it('is drafted under the plan above, not under one of the unit’s own', () => {
    const more = below(parent, { plan: { ...rules().plan, issuer: id('east'), number: '9/KH' } });
    expect(planAbove(below(more, { plan: { ...more.rules.plan, number: '10/KH' } }), id('east')).id).toBe(parent.id);
  });
});
