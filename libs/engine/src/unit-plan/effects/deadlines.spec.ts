import { describe, expect, it } from '@jest/globals';
import { deriveCascade } from '../../cascade/derive.js';
import type { DeadlineRule, TaskRule } from '../../ir/plan-rules.js';
import type { DocumentEvent, Fact } from '../../plan/documents.js';
import {
  at,
  before,
  by,
  calendar,
  CALENDAR_DATA,
  contextOf,
  day,
  directory,
  duty,
  id,
  task,
  top,
  unit,
  within,
} from '../../spec-builders.js';
import type { Instant } from '../../time/local-date.js';
import { workingCalendar } from '../../time/working-calendar.js';
import type { UnitPlanCommand } from '../commands.js';
import { decideUnitPlan } from '../decide.js';
import type { ItemId, UnitPlanEvent } from '../events.js';
import { foldUnitPlan } from '../fold.js';
import type { RulesContext } from '../rules-context.js';
import type { UnitPlanState } from '../state.js';
import { dueEffects, nextWakeUp } from './effects.js';

const FINANCE = id('finance');
const DOCUMENT = { number: '7/QĐ', date: day('2022-07-01'), issuer: id('province') };

interface World {
  readonly context: RulesContext;
  state: UnitPlanState;
}

/** The unit plan of the finance department under a plan with these tasks. */
function world(
  tasks: readonly TaskRule[],
  more: { readonly facts?: readonly Fact[]; readonly context?: Partial<RulesContext> } = {},
): World {
  const plan = top({ tasks, duties: [duty('1', [unit('finance')], within(10, 'workday', 'receipt'))] });
  const issued = { directory, calendar, at: at('2022-06-30 08:00'), states: new Map() };
  const write = deriveCascade(plan, issued).find((each) => each.unit === FINANCE);
  const context = { ...contextOf(plan), factsOf: () => more.facts ?? [], ...more.context };
  return { context, state: foldUnitPlan([write!.event]) };
}

const led = (no: string, deadline: DeadlineRule, more: Partial<TaskRule> = {}): TaskRule =>
  task(no, { leads: [unit('finance')], deadline, ...more });

function act(w: World, when: Instant, command: UnitPlanCommand & { readonly by?: string }): readonly UnitPlanEvent[] {
  const caught = dueEffects(w.state, when, w.context);
  w.state = foldUnitPlan(caught, w.state);
  const decision = decideUnitPlan(command, w.state, { ...w.context, at: when, actor: id(command.by ?? 'province') });
  if (!decision.ok) throw new Error(decision.rejection.code);
  w.state = foldUnitPlan(decision.events, w.state);
  return decision.events;
}

function pass(w: World, until: string): readonly UnitPlanEvent[] {
  const caused = dueEffects(w.state, at(until), w.context);
  if (caused.length > 0) w.state = foldUnitPlan(caused, w.state);
  return caused;
}

const item = (w: World, no = '1') => w.state.items.get(no as ItemId)!;
const fact = (event: DocumentEvent, when: string, key = '1'): Fact => ({ ...event, at: at(when), key });
const declared = (event: string, on: string, units: readonly string[] | null = null): DocumentEvent => ({
  type: 'OutsideEventDeclared',
  data: { plan: top().id, event, on: day(on), document: DOCUMENT, units: units?.map(id) ?? null },
});

describe('A suspension', () => {
  const stop = (from: string, until: string | null): UnitPlanCommand => ({
    type: 'SuspendItem',
    item: '1' as ItemId,
    from: day(from),
    until: until === null ? null : day(until),
    document: DOCUMENT,
  });
  const go = (on: string): UnitPlanCommand => ({ type: 'ResumeItem', item: '1' as ItemId, on: day(on), document: DOCUMENT });

  it('of a term in working days keeps what was left of it', () => {
    const w = world([led('1', within(10, 'workday', 'issue'))]);
    expect(item(w).due).toBe('2022-07-14');
    act(w, at('2022-07-06 09:00'), stop('2022-07-06', null));
    expect(item(w)).toMatchObject({ status: 'suspended', due: '2022-07-14' });
    act(w, at('2022-07-20 09:00'), go('2022-07-20'));
    // Left from 6 to 14 July: 7 working days. From 20 July: 20, 21, 22, 25, 26, 27, 28.
    expect(item(w)).toMatchObject({ status: 'assigned', due: '2022-07-28', generation: 2 });
  });

  it('of what has been handed in is refused, until it is sent back', () => {
    const w = world([led('1', by('2022-07-15'))]);
    act(w, at('2022-07-04 09:00'), { type: 'SubmitItem', item: '1' as ItemId, note: null, by: 'finance' });
    const context = { ...w.context, at: at('2022-07-05 09:00'), actor: id('province') };
    expect(decideUnitPlan(stop('2022-07-05', null), w.state, context)).toMatchObject({
      ok: false,
      rejection: { code: 'item.already-submitted' },
    });
  });

  it('of a date that the text names puts it off by as many days, on to a working day', () => {
    const w = world([led('1', by('2022-07-15'))]);
    act(w, at('2022-07-04 09:00'), stop('2022-07-04', null));
    act(w, at('2022-07-06 09:00'), go('2022-07-06'));
    expect(item(w).due).toBe('2022-07-18'); // two days later is Sunday 17
  });

  it('ended on the day on which it began changes nothing', () => {
    for (const rule of [by('2022-07-16'), within(10, 'workday', 'issue'), within(7, 'day', 'issue')]) {
      const w = world([led('1', rule)]);
      const { due } = item(w);
      act(w, at('2022-07-04 09:00'), stop('2022-07-04', null));
      act(w, at('2022-07-04 15:00'), go('2022-07-04'));
      expect(item(w).due).toBe(due);
    }
  });

  it('with an end of its own ends by itself, at 00:00 of the day after', () => {
    const w = world([led('1', before('2022-07-15'))]);
    act(w, at('2022-07-04 09:00'), stop('2022-07-04', '2022-07-10'));
    expect(nextWakeUp(w.state, w.context)).toBe(at('2022-07-11'));
    expect(pass(w, '2022-07-10 23:59')).toEqual([]);
    const [event] = pass(w, '2022-07-12');
    expect(event).toMatchObject({ type: 'ItemResumed', at: at('2022-07-11'), data: { due: '2022-07-21', document: null } });
    expect(pass(w, '2022-07-13')).toEqual([]);
  });

  it('over the days before it was ordered puts off what is due, and stops nothing', () => {
    const w = world([led('1', before('2022-07-15'))]);
    act(w, at('2022-07-12 09:00'), stop('2022-07-04', '2022-07-08'));
    const [event] = pass(w, '2022-07-12 23:00');
    expect(event).toMatchObject({ type: 'ItemResumed', at: at('2022-07-12 09:00'), data: { due: '2022-07-19' } });
  });

  it('twice over adds up', () => {
    const w = world([led('1', within(10, 'workday', 'issue'))]);
    act(w, at('2022-07-04 09:00'), stop('2022-07-04', '2022-07-05'));
    pass(w, '2022-07-06');
    act(w, at('2022-07-07 09:00'), stop('2022-07-07', '2022-07-08'));
    pass(w, '2022-07-09');
    expect(item(w).due).toBe('2022-07-20'); // four working days lost
  });
});

describe('A calendar published later', () => {
  const holiday = workingCalendar({
    ...CALENDAR_DATA,
    version: 'spec-2',
    years: {
      ...CALENDAR_DATA.years,
      2022: { ...CALENDAR_DATA.years['2022']!, off: [...CALENDAR_DATA.years['2022']!.off, day('2022-07-08')] },
    },
  });
  const later = { calendar: holiday, calendarSince: at('2022-07-05 10:00') };

  it('moves computed dates, once, with old and new; what a text names and a document has set stay', () => {
    const w = world([
      led('1', within(10, 'workday', 'issue')),
      led('2', by('2022-07-08')),
      led('3', within(9, 'workday', 'issue')),
    ]);
    act(w, at('2022-07-04 09:00'), { type: 'ExtendDeadline', item: '3' as ItemId, to: day('2022-07-20'), document: DOCUMENT });
    const amended = { ...w, context: { ...w.context, ...later } };
    expect(nextWakeUp(amended.state, amended.context)).toBe(at('2022-07-05 10:00'));
    const events = pass(amended, '2022-07-05 10:00');
    expect(events).toMatchObject([
      {
        type: 'CalendarApplied',
        data: { previous: 'spec-1', moved: [{ obligation: 'item 1', from: '2022-07-14', to: '2022-07-15' }] },
        because: { calendar: 'spec-2' },
      },
    ]);
    expect(pass(amended, '2022-07-06')).toEqual([]);
    expect([item(amended, '2').due, item(amended, '3').due]).toEqual(['2022-07-08', '2022-07-20']);
  });

  it('reaches what had been handed in once that is sent back, and not before', () => {
    const w = world([led('1', within(10, 'workday', 'issue'))]);
    act(w, at('2022-07-04 09:00'), { type: 'SubmitItem', item: '1' as ItemId, note: null, by: 'finance' });
    const known = { ...w, context: { ...w.context, ...later } };
    expect(pass(known, '2022-07-06')).toEqual([]);
    act(known, at('2022-07-08 09:00'), { type: 'ReturnItem', item: '1' as ItemId, reason: 'again' });
    const [moved] = pass(known, '2022-07-09');
    expect(moved).toMatchObject({ type: 'CalendarApplied', at: at('2022-07-08 09:00') });
  });

  it('leaves what has been handed in', () => {
    const w = world([led('1', within(10, 'workday', 'issue'))]);
    act(w, at('2022-07-04 09:00'), { type: 'SubmitItem', item: '1' as ItemId, note: null, by: 'finance' });
    expect(pass({ ...w, context: { ...w.context, ...later } }, '2022-07-06')).toEqual([]);
  });
});

describe('Work that waits for something outside', () => {
  const on = (term: { amount: number; unit: 'day' | 'workday' } | null): DeadlineRule => ({
    kind: 'on-event',
    event: 'Luật có hiệu lực',
    direction: 'after',
    term,
  });

  it('sleeps, and cannot be handed in', () => {
    const w = world([led('1', on(null))]);
    expect(item(w)).toMatchObject({ status: 'dormant', due: null, awaits: 'Luật có hiệu lực' });
    expect(() => act(w, at('2022-07-04 09:00'), { type: 'SubmitItem', item: '1' as ItemId, note: null, by: 'finance' })).toThrow(
      'item.dormant',
    );
  });

  it.each([
    ['no term', null, null],
    ['at once: the next working day', { amount: 0, unit: 'day' }, '2022-07-11'],
    ['10 working days', { amount: 10, unit: 'workday' }, '2022-07-22'],
    ['15 days, on from a Saturday', { amount: 15, unit: 'day' }, '2022-07-25'],
  ] as const)('wakes when it is declared: %s', (_name, term, due) => {
    const w = world([led('1', on(term))], { facts: [fact(declared('luật  CÓ hiệu lực', '2022-07-08'), '2022-07-09 08:00')] });
    expect(pass(w, '2022-07-09 07:59')).toEqual([]);
    expect(pass(w, '2022-07-09 08:00')).toMatchObject([
      { type: 'ClocksStarted', data: { on: '2022-07-08', items: [{ item: '1', due }] } },
    ]);
    expect(item(w)).toMatchObject({ status: 'assigned', due, startedOn: '2022-07-08' });
    expect(pass(w, '2022-07-10')).toEqual([]);
  });

  it('is woken only in the units that the declaration names', () => {
    const w = world([led('1', on(null))], {
      facts: [fact(declared('Luật có hiệu lực', '2022-07-08', ['interior']), '2022-07-09')],
    });
    expect(pass(w, '2022-07-30')).toEqual([]);
  });

  it('that ends with an event is open from the start, and has its date from then on', () => {
    const rule: DeadlineRule = { kind: 'until-event', from: day('2022-07-01'), event: 'Đại hội' };
    const w = world([led('1', rule)], { facts: [fact(declared('Đại hội', '2022-08-20'), '2022-08-22')] });
    expect(item(w)).toMatchObject({ status: 'assigned', due: null });
    pass(w, '2022-08-22');
    expect(item(w).due).toBe('2022-08-20');
  });

  it('may be bound to a case: its term then runs from the day of the case', () => {
    const w = world([led('1', within(5, 'workday', 'issue'), { condition: 'thiếu kinh phí' })], {
      facts: [fact(declared('Thiếu kinh phí', '2022-09-05'), '2022-09-05 09:00')],
    });
    expect(item(w)).toMatchObject({ status: 'dormant', due: null });
    pass(w, '2022-09-06');
    expect(item(w).due).toBe('2022-09-12');
  });
});

describe('A document on a running plan', () => {
  const amended = (...changes: (DocumentEvent & { type: 'PlanAmended' })['data']['changes'][number][]): DocumentEvent => ({
    type: 'PlanAmended',
    data: { plan: top().id, by: null, document: DOCUMENT, changes },
  });

  it('puts off, stops and takes back tasks, each once', () => {
    const w = world([led('1', by('2022-07-29')), led('2', by('2022-07-29')), led('3', by('2022-07-29'))], {
      facts: [
        fact(
          amended(
            { kind: 'extend', task: '1', until: day('2022-08-31') },
            { kind: 'suspend', task: '2', from: day('2022-07-10'), until: null },
            { kind: 'withdraw', task: '3' },
          ),
          '2022-07-05 08:00',
        ),
      ],
    });
    const events = pass(w, '2022-12-31');
    expect(events.map((event) => [event.type, event.at])).toEqual([
      ['AmendmentApplied', at('2022-07-05 08:00')],
      ['AmendmentApplied', at('2022-07-05 08:00')],
      ['AmendmentApplied', at('2022-07-10')],
    ]);
    expect(item(w, '1')).toMatchObject({ due: '2022-08-31', basis: 'document', generation: 2 });
    expect(item(w, '2').status).toBe('suspended');
    expect(item(w, '3').status).toBe('cancelled');
  });

  it('reaches what was in when it came once that is sent back, and not before', () => {
    const facts = [fact(amended({ kind: 'withdraw', task: '1' }), '2022-07-06 10:00')];
    const w = world([led('1', by('2022-07-15'))], { facts });
    act(w, at('2022-07-05 09:00'), { type: 'SubmitItem', item: '1' as ItemId, note: null, by: 'finance' });
    expect(pass(w, '2022-07-20')).toEqual([]);
    act(w, at('2022-07-25 09:00'), { type: 'ReturnItem', item: '1' as ItemId, reason: 'again' });
    expect(pass(w, '2022-07-26')).toMatchObject([{ type: 'AmendmentApplied', at: at('2022-07-25 09:00') }]);
    expect(item(w).status).toBe('cancelled');
  });

  it('that ends the plan leaves what is asked for afterwards', () => {
    const ended: DocumentEvent = { type: 'PlanEnded', data: { plan: top().id, how: 'repealed', by: null, document: DOCUMENT } };
    const w = world([led('1', by('2022-07-15'))], { facts: [fact(ended, '2022-07-20')] });
    w.state = { ...w.state, duties: new Map() };
    act(w, at('2022-07-04 09:00'), { type: 'SubmitItem', item: '1' as ItemId, note: null, by: 'finance' });
    pass(w, '2022-07-20');
    act(w, at('2022-08-01 09:00'), { type: 'RequestReport', title: 'More', due: day('2022-08-31'), time: null, document: null });
    expect(pass(w, '2022-08-02')).toEqual([]);
    expect([...w.state.reports.values()].map(({ status }) => status)).toEqual(['expected']);
  });

  it('that ends the plan ends all of its open work; what is in stays', () => {
    const ended: DocumentEvent = { type: 'PlanEnded', data: { plan: top().id, how: 'replaced', by: null, document: DOCUMENT } };
    const w = world([led('1', by('2022-07-29')), led('2', by('2022-07-29'))], { facts: [fact(ended, '2022-07-20')] });
    act(w, at('2022-07-04 09:00'), { type: 'SubmitItem', item: '1' as ItemId, note: null, by: 'finance' });
    pass(w, '2022-07-20');
    expect([item(w, '1').status, item(w, '2').status]).toEqual(['submitted', 'cancelled']);
    expect(w.state.duties.get('1')?.ended).toBe('cancelled');
    expect(nextWakeUp(w.state, w.context)).toBeNull();
  });
});

describe('Receipt', () => {
  it('starts the clock of the duty to issue a plan, too', () => {
    const w = world([led('1', within(3, 'workday', 'receipt'))]);
    expect(w.state.duties.get('1')?.due).toBeNull();
    act(w, at('2022-07-08 16:00'), { type: 'ReceiveUnitPlan', by: 'finance' });
    expect([item(w).due, w.state.duties.get('1')?.due]).toEqual(['2022-07-13', '2022-07-22']);
  });
});

describe('A date that the text leaves open', () => {
  it('is named by its resolver, who may nothing else', () => {
    const w = world([led('1', { kind: 'as-regulated', reference: null }, { resolver: id('interior') })]);
    expect(item(w).resolver).toBe('interior');
    const name: UnitPlanCommand = { type: 'ResolveDeadline', item: '1' as ItemId, due: day('2022-08-15'), document: DOCUMENT };
    expect(() => act(w, at('2022-07-04 09:00'), { ...name, by: 'west' })).toThrow('item.not-acceptor');
    act(w, at('2022-07-04 09:00'), { ...name, by: 'interior' });
    expect(item(w)).toMatchObject({ due: '2022-08-15', basis: 'document' });
  });

  it('may be estimated: nothing is late by the estimate, and a document overrides it', () => {
    const w = world([led('1', { kind: 'provisional', estimate: by('2022-07-15') })]);
    expect(item(w)).toMatchObject({ due: null, estimate: '2022-07-15' });
    expect(pass(w, '2022-12-31')).toEqual([]);
  });
});
