import { describe, expect, it } from '@jest/globals';
import { at, calendar, contextOf, day, directory, each, id, step, task, top } from '../../spec-builders.js';
import { deriveCascade } from '../../cascade/derive.js';
import type { Fact } from '../../plan/documents.js';
import type { ItemId } from '../events.js';
import { foldUnitPlan } from '../fold.js';
import { dueEffects } from './effects.js';

const EVENT = 'the survey is out';
const deadline = { kind: 'on-event', event: EVENT, direction: 'after', term: { amount: 10, unit: 'workday' } } as const;
const plan = top({
  tasks: [task('1', { leads: [each('commune')], deadline })],
  escalation: [step('after-1d', ['after', 1, 'day'])],
});
const document = { number: '7/QĐ', date: day('2022-07-15'), issuer: id('province') };
const amended: Fact = {
  type: 'PlanAmended',
  data: { plan: plan.id, document, changes: [{ kind: 'extend', task: '1', until: day('2022-08-15') }], by: null },
  at: at('2022-07-15 09:00'),
  key: '000000001',
};
const declared: Fact = {
  type: 'OutsideEventDeclared',
  data: { plan: plan.id, event: EVENT, on: day('2022-08-01'), document: null, units: null },
  at: at('2022-08-20 09:00'),
  key: '000000002',
};

function stateAt(until: string, ...facts: readonly Fact[]) {
  const cascade = deriveCascade(plan, { directory, calendar, at: at('2022-06-30 08:00'), states: new Map() });
  const state = foldUnitPlan([cascade.find(({ unit }) => unit === 'east/one')!.event]);
  return foldUnitPlan(dueEffects(state, at(until), { ...contextOf(plan), factsOf: () => facts }), state);
}

describe('Work that waits for something outside', () => {
  it('wakes when a document gives it a date, and is late by that', () => {
    const state = stateAt('2022-08-17', amended);
    expect(state.items.get('1' as ItemId)).toMatchObject({ status: 'assigned', due: '2022-08-15', basis: 'document' });
    expect(state.fired.map(({ step: name, at: when }) => [name, when.slice(0, 10)])).toEqual([['after-1d', '2022-08-16']]);
  });

  it('keeps that date, and its steps do not begin anew, when what it waited for comes', () => {
    const state = stateAt('2022-08-31', amended, declared);
    expect(state.items.get('1' as ItemId)).toMatchObject({ due: '2022-08-15', startedOn: '2022-08-01', generation: 2 });
    expect(state.fired).toHaveLength(1);
  });
});
