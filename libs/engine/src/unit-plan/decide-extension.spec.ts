import { describe, expect, it } from '@jest/globals';
import { Case, like } from '../cascade/reorganise/fixture.js';
import { deriveCascade } from '../cascade/derive.js';
import {
  at,
  by,
  calendar,
  contextOf,
  day,
  deepFreeze,
  directory,
  each,
  id,
  REGIME,
  STANDING,
  task,
  top,
} from '../spec-builders.js';
import type { ExtensionEvent } from './extension-events.js';
import type { UnitPlanCommand } from './commands.js';
import { decideUnitPlan } from './decide.js';
import type { ItemId, ObligationKey, ReportId, UnitPlanEvent } from './events.js';
import { foldUnitPlan } from './fold.js';
import type { ItemStatus, UnitPlanState } from './state.js';

const plan = top({
  tasks: [
    task('1', { leads: [each('commune')], deadline: by('2022-09-30') }),
    task('2', { leads: [each('commune')], deadline: STANDING }),
  ],
  regimes: [REGIME],
});
const context = contextOf(plan);
const issue = { directory, calendar, at: at('2022-06-30 08:00'), states: new Map() };
const derived = deriveCascade(plan, issue).find((write) => write.unit === 'east/one')!.event as UnitPlanEvent;
const begun = foldUnitPlan([derived]);

const ITEM = '1' as ItemId;
const REPORT = '1@2022-9M' as ReportId;
const OWN = 'item 1' as ObligationKey;
const OF_REPORT = `report ${REPORT}` as ObligationKey;
const NOW = at('2022-09-01 09:00');
const document = { number: '5/QD', date: day('2022-07-01'), issuer: id('province') };

const ask = (to = '2022-10-15', obligation = OWN, reason = 'No figures yet'): UnitPlanCommand => ({
  type: 'RequestExtension',
  obligation,
  to: day(to),
  reason,
});
const refuse = (obligation = OWN, reason = 'Needed in time'): UnitPlanCommand => ({
  type: 'RefuseExtension',
  obligation,
  reason,
});
const submit: UnitPlanCommand = { type: 'SubmitItem', item: ITEM, note: null };
const send: UnitPlanCommand = { type: 'SubmitReport', report: REPORT, content: 'figures', received: [], missing: [] };
const grant = (to = '2022-10-10'): UnitPlanCommand => ({ type: 'ExtendDeadline', item: ITEM, to: day(to), document });

const decideOn = (state: UnitPlanState, command: UnitPlanCommand, actor: string) =>
  decideUnitPlan(command, deepFreeze(state), { ...context, at: NOW, actor: id(actor) });

const outcome = (state: UnitPlanState, command: UnitPlanCommand, actor = 'east/one'): string => {
  const decision = decideOn(state, command, actor);
  return decision.ok ? decision.events.map(({ type }) => type).join(' ') || 'nothing' : decision.rejection.code;
};

function after(...steps: readonly (readonly [UnitPlanCommand, string?])[]): UnitPlanState {
  let state = begun;
  for (const [command, actor = 'east/one'] of steps) {
    const decision = decideOn(state, command, actor);
    if (!decision.ok) throw new Error(`${command.type}: ${decision.rejection.code}`);
    state = foldUnitPlan(decision.events, state);
  }
  return state;
}

const happened = (type: string, data: object): UnitPlanEvent =>
  ({ type, v: 1, data, because: null, at: NOW, actor: null }) as unknown as UnitPlanEvent;

const asked = (state: UnitPlanState) => state.items.get(ITEM)?.extension;
const inStatus = (status: ItemStatus): UnitPlanState => {
  const held = begun.items.get(ITEM)!;
  return { ...begun, items: new Map(begun.items).set(ITEM, { ...held, status }) };
};

describe('When a unit asks for a later day', () => {
  it('is kept beside what it owes, and moves nothing', () => {
    const state = after([ask()]);
    const { extension, ...rest } = state.items.get(ITEM)!;
    expect(extension).toEqual({ to: '2022-10-15', reason: 'No figures yet', at: NOW, refusal: null });
    expect(rest).toEqual(begun.items.get(ITEM));
    expect(after([ask('2022-12-31', OF_REPORT)]).reports.get(REPORT)?.extension?.to).toBe('2022-12-31');
  });

  it('names who is to be told: whoever judges the work, and then the unit that asked', () => {
    const told = (state: UnitPlanState, command: UnitPlanCommand, actor: string) => {
      const decision = decideOn(state, command, actor);
      return decision.ok ? decision.events.map(({ data }) => (data as ExtensionEvent['data']).told) : decision;
    };
    const { due, generation } = begun.items.get(ITEM)!;
    expect(told(begun, ask(), 'east/one')).toEqual([{ units: ['east', 'interior', 'province'], due, generation }]);
    expect(told(after([ask()]), refuse(), 'east')).toEqual([{ units: ['east/one'], due, generation }]);
    expect(told(begun, ask('2022-12-31', OF_REPORT), 'east/one')).toMatchObject([{ units: ['east', 'interior', 'province'] }]);
  });

  it('takes the place of what was asked before; the same again is nothing', () => {
    const state = after([ask()], [ask('2022-10-20')]);
    expect(asked(state)?.to).toBe('2022-10-20');
    expect(outcome(state, ask('2022-10-20'))).toBe('nothing');
    expect(outcome(after([ask()], [refuse(), 'east']), ask())).toBe('ExtensionRequested');
  });

  it.each([
    ['by another', begun, ask(), 'east', 'item.not-yours'],
    ['for another’s report', begun, ask('2022-12-31', OF_REPORT), 'east', 'report.not-yours'],
    ['for nothing that it owes', begun, ask('2022-10-15', 'item x' as ObligationKey), 'east/one', 'item.unknown'],
    ['for no report that it owes', begun, ask('2022-10-15', 'report x' as ObligationKey), 'east/one', 'report.unknown'],
    ['without a deadline', begun, ask('2022-10-15', 'item 2' as ObligationKey), 'east/one', 'item.no-deadline'],
    ['not later', begun, ask('2022-09-30'), 'east/one', 'item.not-later'],
    ['not later than a report is due', begun, ask('2022-09-01', OF_REPORT), 'east/one', 'report.not-later'],
    ['without a reason', begun, ask('2022-10-15', OWN, '  '), 'east/one', 'extension.reason-missing'],
    ['with a book', begun, ask('2022-10-15', OWN, 'x'.repeat(2_001)), 'east/one', 'extension.reason-too-long'],
    ['with a long reason', begun, ask('2022-10-15', OWN, 'x'.repeat(2_000)), 'east/one', 'ExtensionRequested'],
    ['handed in', inStatus('submitted'), ask(), 'east/one', 'item.already-submitted'],
    ['completed', inStatus('completed'), ask(), 'east/one', 'item.closed'],
    ['withdrawn', inStatus('cancelled'), ask(), 'east/one', 'item.closed'],
    ['handed over', inStatus('transferred'), ask(), 'east/one', 'item.closed'],
    ['suspended', inStatus('suspended'), ask(), 'east/one', 'item.suspended'],
    ['a report that is sent', after([send]), ask('2022-12-31', OF_REPORT), 'east/one', 'report.already-submitted'],
  ] as const)('%s', (...row) => {
    const [, state, command, actor, expected] = row;
    expect(outcome(state, command, actor)).toBe(expected);
  });
});

describe('When it is refused', () => {
  it('keeps the reason, until the unit asks anew', () => {
    const state = after([ask()], [refuse(), 'east']);
    expect(asked(state)?.refusal).toEqual({ reason: 'Needed in time', at: NOW });
    expect(asked(after([ask()], [refuse(), 'east'], [ask('2022-10-20')]))?.refusal).toBeNull();
  });

  it.each([
    ['by the direct superior', OWN, 'east', 'ExtensionRefused'],
    ['by the issuer', OWN, 'province', 'ExtensionRefused'],
    ['by the unit itself', OWN, 'east/one', 'item.not-acceptor'],
    ['by another', OWN, 'west', 'item.not-acceptor'],
    ['of a report, by its addressee', OF_REPORT, 'east', 'ExtensionRefused'],
    ['of a report, by another', OF_REPORT, 'west', 'report.not-receiver'],
  ] as const)('%s', (...row) => {
    const [, obligation, actor, expected] = row;
    expect(outcome(after([ask()], [ask('2022-12-31', OF_REPORT)]), refuse(obligation), actor)).toBe(expected);
  });

  it('needs a request that waits, and a reason', () => {
    expect(outcome(begun, refuse(), 'east')).toBe('item.extension-not-asked');
    expect(outcome(begun, refuse(OF_REPORT), 'east')).toBe('report.extension-not-asked');
    expect(outcome(after([ask()], [refuse(), 'east']), refuse(), 'east')).toBe('item.extension-not-asked');
    expect(outcome(after([ask()]), refuse(OWN, ' '), 'east')).toBe('extension.reason-missing');
  });
});

describe('A request is over', () => {
  const orders = { fact: 'f', suspended: [], withdrawn: [] };
  const extended = [{ item: ITEM, from: '2022-09-30', to: '2022-10-05' }];
  it.each([
    ['once it is granted', [grant(), 'east']],
    ['once less is granted', [grant('2022-10-01'), 'east']],
    ['once the work is handed in', [submit]],
  ] as const)('%s', (_, step) => {
    expect(asked(after([ask()]))).toBeDefined();
    expect(after([ask()], step).items.get(ITEM)).not.toHaveProperty('extension');
  });

  it.each([
    ['an amendment of the plan puts the work off', 'AmendmentApplied', { ...orders, extended }],
    ['an amendment takes the work back', 'AmendmentApplied', { ...orders, extended: [], withdrawn: [{ obligation: OWN }] }],
    ['a document takes the work back', 'ItemWithdrawn', { item: ITEM, reason: 'x', document }],
    ['the date is as late by itself', 'CalendarApplied', { moved: [{ obligation: OWN, from: null, to: '2022-10-15' }] }],
  ] as const)('once %s', (_, type, data) => {
    const event = { ...happened(type, data), because: { calendar: 'x' } } as unknown as UnitPlanEvent;
    expect(foldUnitPlan([event], after([ask()])).items.get(ITEM)).not.toHaveProperty('extension');
  });

  it('once a report is put off by a document, or sent', () => {
    const state = after([ask('2022-12-31', OF_REPORT)]);
    expect(state.reports.get(REPORT)).toHaveProperty('extension');
    const put: UnitPlanCommand = { type: 'ExtendReport', report: REPORT, to: day('2022-12-20'), document };
    for (const decision of [decideOn(state, put, 'east'), decideOn(state, send, 'east/one')]) {
      if (!decision.ok) throw new Error(decision.rejection.code);
      expect(foldUnitPlan(decision.events, state).reports.get(REPORT)).not.toHaveProperty('extension');
    }
  });

  it('once the work is handed over: its heir asks anew', () => {
    const data = { obligation: OWN, to: '2022-10-15', reason: 'x' };
    const asking = () => new Case(plan).after('east/one', 'ExtensionRequested', data);
    const done = asking().reorganise({ ended: { 'east/one': ['east/new'] }, founded: [like('east/one', 'east/new', 'east')] });
    expect(asked(done.state('east/one'))).toBeUndefined();
    expect([...done.state('east/new').items.values()].map(({ extension }) => extension)).toEqual([undefined, undefined]);
    const elsewhere = asking().reorganise({ moved: { 'east/one': 'west' } }); // another judges; the request stands
    expect(asked(elsewhere.state('east/one'))?.to).toBe('2022-10-15');
  });

  it('not by a calendar that moves the date a little', () => {
    const moved = { moved: [{ obligation: OWN, from: '2022-09-30', to: '2022-10-03' }] };
    const event = { ...happened('CalendarApplied', moved), because: { calendar: 'x' } } as unknown as UnitPlanEvent;
    const { extension, due } = foldUnitPlan([event], after([ask()])).items.get(ITEM)!;
    expect([due, extension?.to]).toEqual(['2022-10-03', '2022-10-15']);
  });
});
