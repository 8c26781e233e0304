import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { UnitId } from '../ir/directory.js';
import type { Actor, DeadlineRule, PlanRules, TaskRule } from '../ir/plan-rules.js';
import {
  AS_REGULATED,
  at,
  calendar,
  childRules,
  day,
  directory,
  duty,
  each,
  id,
  omit,
  REGIME,
  rules,
  STANDING,
  task,
  unit,
} from '../spec-builders.js';
import { addDays } from '../time/local-date.js';
import type { ItemId } from '../unit-plan/events.js';
import { foldUnitPlan } from '../unit-plan/fold.js';
import type { UnitPlanState } from '../unit-plan/state.js';
import { conform } from './conform.js';
import { deriveCascade } from './derive.js';
import { effectivePlan, type EffectivePlan } from './effective-plan.js';
import { obligationsBelow } from './obligations.js';

const date = fc.integer({ min: 1, max: 180 }).map((days) => addDays(day('2022-06-30'), days));
const deadline: fc.Arbitrary<DeadlineRule> = fc.oneof(
  fc.record({ kind: fc.constantFrom('before' as const, 'by' as const), date }),
  fc.record({ kind: fc.constant('quarter' as const), year: fc.constant(2022), quarter: fc.constantFrom(3 as const, 4 as const) }),
  fc.record({ kind: fc.constant('recurring' as const), every: fc.constantFrom('month' as const, 'quarter' as const) }),
  fc.record({
    kind: fc.constant('within' as const),
    amount: fc.integer({ min: 1, max: 60 }),
    unit: fc.constantFrom('day' as const, 'workday' as const, 'month' as const),
    from: fc.constantFrom('issue' as const, 'receipt' as const),
  }),
  fc.constantFrom(STANDING, AS_REGULATED),
);
const actor: fc.Arbitrary<Actor> = fc.constantFrom(
  each('commune'),
  each('district'),
  each('district', 'professional-agency'),
  each('hamlet', 'hamlet-leader'),
  unit('interior'),
  unit('east'),
  unit('east/one'),
  unit('west/one'),
);
const hands = fc.array(actor, { maxLength: 3 });
const taskOf = (
  no: string,
  refines: fc.Arbitrary<string | null>,
  due: fc.Arbitrary<DeadlineRule | null>,
): fc.Arbitrary<TaskRule> => fc.record({ leads: hands, supports: hands, deadline: due, refines }).map((more) => task(no, more));

const NUMBERS = ['1', '2', '3', '4'];
const none = fc.constant(null);
const parent: fc.Arbitrary<PlanRules> = fc
  .record({
    tasks: fc.tuple(...NUMBERS.map((no) => taskOf(no, none, deadline))),
    duties: fc.constantFrom([], [duty('1', [each('district')], null)]),
    regimes: fc.constantFrom([], [REGIME]),
  })
  .map(rules);
const child: fc.Arbitrary<PlanRules> = fc
  .record({
    tasks: fc.tuple(
      taskOf('a', fc.constantFrom('1', null), fc.option(deadline)),
      taskOf('b', fc.constantFrom('2', null), fc.option(deadline)),
      taskOf('c', none, deadline),
    ),
    omits: fc.constantFrom([], [omit('3', 'none here')], [omit('4', '')]),
    duties: fc.constantFrom([], [duty('1', [each('commune')], null)]),
    regimes: fc.constantFrom([], [{ ...REGIME, consolidation: null }]),
  })
  .map(childRules);

type States = ReadonlyMap<UnitId, UnitPlanState>;
function issue(plan: EffectivePlan, when: string, states: States) {
  const writes = deriveCascade(plan, { directory, calendar, at: at(when), states });
  return {
    writes,
    after: new Map([...states, ...writes.map((w) => [w.unit, foldUnitPlan([w.event], w.before ?? undefined)] as const)]),
  };
}

function play([above, own]: readonly [PlanRules, PlanRules]) {
  const top = effectivePlan(above, 'hash-top', null);
  const plan = effectivePlan(own, 'hash-child', top);
  const first = issue(top, '2022-06-30', new Map());
  return { top, plan, first, second: issue(plan, '2022-07-15', first.after) };
}
const cascades = fc.tuple(parent, child);

describe('Any two plans, one below the other', () => {
  it('derive the same bytes each time', () => {
    fc.assert(fc.property(cascades, (plans) => expect(JSON.stringify(play(plans))).toBe(JSON.stringify(play(plans)))));
  });

  it('derived again add and change nothing', () => {
    fc.assert(
      fc.property(cascades, (plans) => {
        const { top, plan, first, second } = play(plans);
        expect(issue(top, '2022-06-30', first.after).writes).toEqual([]);
        expect(issue(plan, '2022-07-15', second.after).writes).toEqual([]);
      }),
    );
  });

  it('lose no item, put none off, and touch no unit outside the lower plan’s branch', () => {
    fc.assert(
      fc.property(cascades, (plans) => {
        const { plan, first, second } = play(plans);
        const omitted = new Set(plan.rules.omits.map((each) => each.task));
        for (const [of, before] of first.after) {
          const after = second.after.get(of)!;
          if (!directory.isWithin(of, id('east'))) expect(after).toBe(before);
          for (const held of before.items.values()) {
            const now = after.items.get(held.id)!;
            if (now.status === 'cancelled') expect(omitted).toContain(held.task);
            else if (held.due !== null) expect(now.due !== null && now.due <= held.due).toBe(true);
          }
        }
      }),
    );
  });

  it('give each unit an item once, and none both as holder and as joint lead or supporter', () => {
    fc.assert(
      fc.property(cascades, (plans) => {
        for (const { event } of play(plans).first.writes) {
          if (event.type !== 'UnitPlanDerived') throw new TypeError('the first plan of all replaces nothing');
          const items = event.data.items.map((item) => item.id);
          const tasks = new Set(event.data.items.map((item) => item.task));
          expect(new Set(items).size).toBe(items.length);
          expect([...event.data.joint, ...event.data.supports].filter((other) => tasks.has(other.task))).toEqual([]);
        }
      }),
    );
  });

  it('that conform keep every unit to dates no later than the parent’s, also those that the child reaches first', () => {
    let conforming = 0;
    fc.assert(
      fc.property(cascades, ([above, own]) => {
        const { top, plan } = play([above, own]);
        if (conform(top, own, { directory, calendar }).length > 0) return;
        conforming += 1;
        const below = obligationsBelow(plan, { directory, calendar });
        for (const [of, owed] of obligationsBelow(top, { directory, calendar })) {
          const theirs = new Map<ItemId, string | null>(owed.items.map((item) => [item.id, item.due]));
          for (const { id: item, due } of below.get(of)?.items ?? []) {
            const limit = theirs.get(item) ?? null;
            if (limit !== null) expect(due !== null && due <= limit).toBe(true);
          }
        }
      }),
      { numRuns: 300 },
    );
    expect(conforming).toBeGreaterThan(20);
  });
});
