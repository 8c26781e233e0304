import { describe, expect, it } from '@jest/globals';
import { at, calendar, CALENDAR_DATA, contextOf, day, directory, each, id, step, task, top } from '../../spec-builders.js';
import { deriveCascade } from '../../cascade/derive.js';
import type { Fact } from '../../plan/documents.js';
import { workingCalendar } from '../../time/working-calendar.js';
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

  it('suspended meanwhile, has its whole term from the day its clock goes on', () => {
    const stopped: Fact = {
      type: 'PlanAmended',
      data: {
        plan: plan.id,
        document,
        changes: [{ kind: 'suspend', task: '1', from: day('2022-07-18'), until: day('2022-08-12') }],
        by: null,
      },
      at: at('2022-07-15 09:00'),
      key: '000000001',
    };
    const early: Fact = { ...declared, at: at('2022-08-02 09:00') };
    const item = (until: string) => stateAt(until, stopped, early).items.get('1' as ItemId);
    // Ten working days after Monday 1 August; the first of them is Monday 15 August, the last Friday 26.
    expect(item('2022-08-03')).toMatchObject({ status: 'suspended', due: '2022-08-15' });
    expect(item('2022-08-16')).toMatchObject({ status: 'assigned', due: '2022-08-26' });
  });

  it('is moved by a calendar at the earliest when it had its date', () => {
    const state = stateAt('2022-08-21', declared);
    const years = { ...CALENDAR_DATA.years, 2022: { off: [day('2022-08-03')], makeup: [] } };
    const newer = { calendar: workingCalendar({ version: 'spec-2', years }), calendarSince: at('2022-07-01 09:00') };
    const events = dueEffects(state, at('2022-08-22'), { ...contextOf(plan), factsOf: () => [declared], ...newer });
    expect(events.map(({ type, at: when }) => [type, when.slice(0, 16)])).toEqual([
      ['CalendarApplied', '2022-08-20T09:00'],
      ['EscalationStepReached', '2022-08-20T09:00'],
    ]);
  });
});
