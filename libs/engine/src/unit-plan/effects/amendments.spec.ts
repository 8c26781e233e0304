import { describe, expect, it } from '@jest/globals';
import { deriveCascade } from '../../cascade/derive.js';
import type { EffectivePlan } from '../../cascade/effective-plan.js';
import type { Fact, PlanChange } from '../../plan/documents.js';
import {
  at,
  below,
  by,
  calendar,
  contextOf,
  day,
  directory,
  each,
  every,
  id,
  STANDING,
  task,
  top,
  within,
} from '../../spec-builders.js';
import type { ItemId, UnitPlanEvent } from '../events.js';
import { foldUnitPlan } from '../fold.js';
import type { UnitPlanState } from '../state.js';
import { dueEffects, nextWakeUp } from './effects.js';

const ONE = id('east/one');
const DOCUMENT = { number: '7/QĐ', date: day('2022-07-01'), issuer: id('province') };
const leads = [each('commune')];

/** A commune's plan, with what documents say of the plans above it. */
class World {
  readonly events: UnitPlanEvent[] = [];
  private facts: readonly (Fact & { readonly on: string })[] = [];
  state: UnitPlanState;

  constructor(private readonly plans: readonly [EffectivePlan, ...EffectivePlan[]]) {
    const states = new Map<ReturnType<typeof id>, UnitPlanState>();
    for (const [index, plan] of plans.entries()) {
      const when = at(index === 0 ? '2022-06-30 08:00' : '2022-07-15 08:00');
      for (const { unit, event } of deriveCascade(plan, { directory, calendar, at: when, states }))
        states.set(unit, foldUnitPlan([event], states.get(unit)));
    }
    this.state = states.get(ONE)!;
  }

  private get context() {
    const factsOf = (plan: string) => this.facts.filter(({ data, at: when }) => data.plan === plan && when !== undefined);
    return { ...contextOf(...this.plans), factsOf };
  }

  get wakeUp(): string | null {
    return nextWakeUp(this.state, this.context);
  }

  said(fact: Fact): this {
    this.facts = [...this.facts, { ...fact, on: fact.at }];
    return this;
  }

  amended(change: PlanChange, when: string): this {
    const data = { plan: this.plans[0].id, by: null, document: DOCUMENT, changes: [change] };
    return this.said({ type: 'PlanAmended', data, at: at(when), key: 'a' } as unknown as Fact);
  }

  ended(plan: EffectivePlan, when: string): this {
    const data = { plan: plan.id, how: 'withdrawn', by: null, document: DOCUMENT };
    return this.said({ type: 'PlanEnded', data, at: at(when), key: `end ${plan.id}` } as unknown as Fact);
  }

  done(type: UnitPlanEvent['type'], data: object, when: string): this {
    this.pass(when);
    this.state = foldUnitPlan(
      [{ type, v: 1, data, because: null, at: at(when), actor: ONE } as unknown as UnitPlanEvent],
      this.state,
    );
    return this;
  }

  pass(until: string): this {
    const caused = dueEffects(this.state, at(until), this.context);
    this.events.push(...caused);
    if (caused.length > 0) this.state = foldUnitPlan(caused, this.state);
    return this;
  }

  item(of: string) {
    return this.state.items.get(of as ItemId)!;
  }
}

describe('The end of a lower plan', () => {
  const parent = top({
    tasks: [
      task('1', { leads, deadline: by('2022-12-20') }),
      task('2', { leads, deadline: within(10, 'workday', 'issue') }),
      task('3', { leads, deadline: STANDING }),
      task('4', { leads, deadline: by('2022-11-30') }),
    ],
  });
  const tightened = (no: string, date: string) => task(no, { leads: [], refines: no, deadline: by(date) });
  const child = below(parent, {
    tasks: [tightened('1', '2022-09-30'), tightened('3', '2022-10-15'), task('5', { leads, deadline: by('2022-10-31') })],
  });

  it('gives what it had tightened the dates of the plan above again, with the reason', () => {
    const w = new World([parent, child]);
    expect(w.item('1')).toMatchObject({ due: '2022-09-30', source: child.id });
    w.ended(child, '2022-08-01').pass('2022-08-02');
    expect(w.item('1')).toMatchObject({ due: '2022-12-20', source: parent.id, generation: 3, basis: 'rule' });
    expect(w.item('3')).toMatchObject({ due: null, source: parent.id, kind: 'standing' });
    expect(w.item('4')).toMatchObject({ due: '2022-11-30', generation: 1 });
    expect(w.item('126/KH-UBND:5').status).toBe('cancelled');
    const [event] = w.events.filter(({ type }) => type === 'AmendmentApplied');
    expect(event).toMatchObject({
      at: at('2022-08-01'),
      because: { rules: 'hash-child', rule: 'document 7/QĐ' },
      data: {
        restored: [
          { item: '1', from: '2022-09-30', to: '2022-12-20', source: parent.id, kind: 'by' },
          { item: '3', from: '2022-10-15', to: null, source: parent.id, kind: 'standing' },
        ],
        withdrawn: [{ obligation: 'item 126/KH-UBND:5', reason: 'withdrawn: 7/QĐ' }],
      },
    });
    // From then on the plan above moves it.
    w.amended({ kind: 'extend', task: '1', until: day('2022-12-31') }, '2022-09-01').pass('2022-09-02');
    expect(w.item('1').due).toBe('2022-12-31');
  });

  it('leaves a date that a document has set, and what is handed in or done', () => {
    const extended = { item: '1', from: '2022-09-30', to: '2022-10-10', document: DOCUMENT };
    const w = new World([parent, child]).done('DeadlineExtended', extended, '2022-07-20');
    w.done('ItemSubmitted', { item: '3', note: null }, '2022-07-21').ended(child, '2022-08-01').pass('2022-08-02');
    expect(w.item('1')).toMatchObject({ due: '2022-10-10', basis: 'document', source: parent.id, generation: 3 });
    expect(w.item('3')).toMatchObject({ status: 'submitted', kind: 'standing' });
  });

  it('puts off by its suspension what stood still', () => {
    const stopped = { item: '1', from: '2022-07-18', until: null, document: DOCUMENT };
    const w = new World([parent, child])
      .done('ItemSuspended', stopped, '2022-07-18')
      .ended(child, '2022-08-01')
      .pass('2022-08-02');
    expect(w.item('1')).toMatchObject({ status: 'suspended', due: '2022-12-20', source: parent.id });
  });
});

describe('A suspension of work that returns', () => {
  const plan = top({ tasks: [task('1', { leads, deadline: every('quarter') })], horizon: day('2024-12-31') });
  const suspend = (until: string | null): PlanChange => ({
    kind: 'suspend',
    task: '1',
    from: day('2022-12-01'),
    until: until === null ? null : day(until),
  });
  const statuses = (w: World) => [...w.state.items.values()].map(({ id: of, status }) => `${of} ${status}`);

  it('holds the occurrences that open while it runs, and no others', () => {
    const w = new World([plan]).amended(suspend('2023-02-28'), '2022-11-15').pass('2023-01-02');
    expect(statuses(w)).toContain('1@2023-Q1 suspended');
    expect(w.item('1@2023-Q1').suspensions).toEqual([{ from: '2023-01-01', until: '2023-02-28' }]);
    w.pass('2023-03-02');
    expect(statuses(w)).toContain('1@2023-Q1 assigned');
    w.pass('2024-01-02');
    expect(statuses(w)).toContain('1@2024-Q1 assigned');
  });

  it('without an end holds them as long as nothing of the work goes on', () => {
    const w = new World([plan]).amended(suspend(null), '2022-11-15').pass('2023-01-02');
    expect(statuses(w)).toContain('1@2023-Q2 suspended');
    for (const { id: item, status, due } of w.state.items.values())
      if (status === 'suspended') w.done('ItemResumed', { item, on: '2023-03-01', due, document: DOCUMENT }, '2023-03-01');
    w.pass('2024-01-02');
    expect(statuses(w)).toContain('1@2024-Q1 assigned');
  });

  it('reaches nothing that opens after it, though nothing was open before', () => {
    const w = new World([plan]);
    for (const of of new Set(w.state.items.keys())) w.done('ItemSubmitted', { item: of, note: null }, '2022-11-01');
    w.amended(suspend('2022-12-15'), '2022-11-15').amended({ kind: 'extend', task: '1', until: day('2022-12-31') }, '2022-11-16');
    w.pass('2023-01-02');
    expect(w.item('1@2023-Q1')).toMatchObject({ status: 'assigned', due: '2023-03-31' });
  });

  it('is the same whenever the clock comes by', () => {
    const often = new World([plan]).amended(suspend('2023-02-28'), '2022-11-15');
    for (const when of ['2022-12-01', '2022-12-31', '2023-01-01', '2023-01-15', '2023-03-01', '2023-04-01']) often.pass(when);
    const seldom = new World([plan]).amended(suspend('2023-02-28'), '2022-11-15').pass('2023-04-01');
    expect(seldom.events).toEqual(often.events);
    expect(seldom.wakeUp).toBe(often.wakeUp);
  });
});
