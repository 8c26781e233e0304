import { describe, expect, it } from '@jest/globals';
import { deriveCascade } from '../cascade/derive.js';
import { at, below, by, calendar, deepFreeze, directory, each, id, task, top } from '../spec-builders.js';
import type { ItemId, UnitPlanEvent } from './events.js';
import { foldUnitPlan } from './fold.js';
import { isLate, sourcesOf, unitPlanStream } from './state.js';

const plan = top({ tasks: [task('1', { leads: [each('commune')], deadline: by('2022-09-30') })] });
const issue = { directory, calendar, at: at('2022-06-30 08:00'), states: new Map() };
const derived = deriveCascade(plan, issue).find((write) => write.unit === 'east/one')!.event as UnitPlanEvent;
const happened = (type: string, data: object): UnitPlanEvent =>
  ({ type, v: 1, data, because: null, at: at('2022-07-04'), actor: id('east/one') }) as unknown as UnitPlanEvent;

describe('A fold', () => {
  it('begins with a derivation, or with a state', () => {
    expect(() => foldUnitPlan([])).toThrow('at least one event');
    expect(() => foldUnitPlan([happened('UnitPlanReceived', { items: [] })])).toThrow('not UnitPlanReceived');
    const state = foldUnitPlan([derived]);
    expect(foldUnitPlan([], state)).toEqual(state);
  });

  it('leaves the state that it goes on from as it was', () => {
    const state = deepFreeze(foldUnitPlan([derived]));
    const next = foldUnitPlan([happened('ItemStarted', { item: '1' })], state);
    expect(state.items.get('1' as ItemId)?.status).toBe('assigned');
    expect(next.items.get('1' as ItemId)?.status).toBe('in-progress');
    expect([state.version, next.version]).toEqual([1, 2]);
  });

  it('passes over what it does not hold: an item, a report, a duty', () => {
    const state = foldUnitPlan([derived]);
    const odd = [
      happened('ItemAccepted', { item: 'x' }),
      happened('DeadlineExtended', { item: 'x', from: null, to: '2022-10-01', document: null }),
      happened('ReportAccepted', { report: 'x' }),
      happened('OwnPlanIssued', { duty: 'x', plan: 'own', ref: { issuer: 'east/one', number: '9', issuedOn: '2022-07-15' } }),
    ];
    const ownPlans = [{ plan: 'own', parent: null, year: 2022 }];
    expect(foldUnitPlan(odd, state)).toEqual({ ...state, ownPlan: 'own', ownPlans, version: 5 });
  });

  it('refuses an event of a kind that it does not know', () => {
    expect(() => foldUnitPlan([derived, happened('ItemVanished', { item: '1' })])).toThrow('unexpected');
  });

  it('tells which plans set something in it', () => {
    const child = below(plan, { tasks: [task('a', { leads: [each('commune')], deadline: by('2022-08-01') })] });
    const states = new Map([[id('east/one'), foldUnitPlan([derived])]]);
    const [write] = deriveCascade(child, { directory, calendar, at: at('2022-07-15'), states });
    const state = foldUnitPlan([write!.event], states.get(id('east/one')));
    expect([...sourcesOf(state)]).toEqual([plan.id, child.id]);
    expect([...sourcesOf({ ...state, source: plan.id })]).toEqual([plan.id, child.id]);
  });
});

describe('Lateness', () => {
  it.each([
    ['on the last allowed day', '2022-07-04 23:59', false],
    ['a minute after it', '2022-07-05 00:00', true],
  ] as const)('%s', (_, when, late) => {
    expect(isLate({ due: '2022-07-04' as never }, at(when), at('2022-12-31'))).toBe(late);
    expect(isLate({ due: '2022-07-04' as never }, null, at(when))).toBe(late);
  });

  it('is unknown to what has no date', () => expect(isLate({ due: null }, null, at('2022-12-31'))).toBe(false));

  it('has a stream for each unit under each plan', () => {
    expect(unitPlanStream(plan.id, id('east'))).toBe('unit-plan/239-KH-UBND_2022-06-30_province/east');
  });
});
