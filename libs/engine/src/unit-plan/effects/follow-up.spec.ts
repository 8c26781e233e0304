import { describe, expect, it } from '@jest/globals';
import {
  AS_REGULATED,
  at,
  below,
  by,
  calendar,
  CALENDAR_DATA,
  contextOf,
  day,
  directory,
  duty,
  each,
  id,
  LADDER,
  REGIME,
  STANDING,
  step,
  task,
  top,
} from '../../spec-builders.js';
import { deriveCascade } from '../../cascade/derive.js';
import type { FollowUpRule } from '../../ir/follow-up-rule.js';
import type { PlanId, PlanRules } from '../../ir/plan-rules.js';
import { workingCalendar } from '../../time/working-calendar.js';
import type { Instant } from '../../time/local-date.js';
import type { UnitPlanCommand } from '../commands.js';
import { decideUnitPlan } from '../decide.js';
import type { DerivedItem, FollowUpReached, ItemId, ObligationKey, ReportId, UnitPlanEvent } from '../events.js';
import { foldUnitPlan } from '../fold.js';
import type { RulesContext } from '../rules-context.js';
import type { UnitPlanState } from '../state.js';
import { dueEffects, nextWakeUp } from './effects.js';

const [ISSUED, END] = [at('2022-06-30 08:00'), at('2022-12-31')];
const PLACE = { start: 0, end: 1, line: 9, column: 1 };

const follow = (when: FollowUpRule['when'], action: FollowUpRule['action'], more: Partial<FollowUpRule> = {}): FollowUpRule => ({
  when,
  term: null,
  action,
  target: { kind: 'lead' },
  within: null,
  place: PLACE,
  ...more,
});
const DEMAND = follow('after', 'demand-explanation', { term: { amount: 5, unit: 'workday' } });
const COMMEND = follow('on-time', 'commend');
const CRITICISE = follow('after', 'criticise', { term: { amount: 1, unit: 'day' }, target: { kind: 'superior' } });
const DATED = { tasks: [task('1', { leads: [each('commune')], deadline: by('2022-07-29') })] };

function running(more: Partial<PlanRules>, changed: Partial<RulesContext> = {}) {
  const plan = top({ ...DATED, ...more });
  const context = { ...contextOf(plan), ...changed };
  const cascade = deriveCascade(plan, { directory, calendar, at: ISSUED, states: new Map() });
  const state = foldUnitPlan([cascade.find((write) => write.unit === 'east/one')!.event]);
  const tick = (from: UnitPlanState, until: Instant): UnitPlanState => foldUnitPlan(dueEffects(from, until, context), from);
  const act = (from: UnitPlanState, [when, command, actor = 'east/one']: readonly [string, UnitPlanCommand, string?]) => {
    const now = tick(from, at(when));
    const decision = decideUnitPlan(command, now, { ...context, at: at(when), actor: id(actor) });
    if (!decision.ok) throw new Error(decision.rejection.code);
    return foldUnitPlan(decision.events, now);
  };
  return { plan, context, state, tick, act };
}

const ITEM = '1' as ItemId;
const SUBMIT: UnitPlanCommand = { type: 'SubmitItem', item: ITEM, note: null };
const RETURN: UnitPlanCommand = { type: 'ReturnItem', item: ITEM, reason: 'again' };
const ACCEPT: UnitPlanCommand = { type: 'AcceptItem', item: ITEM };
const extend = (item: string, to: string): UnitPlanCommand => ({
  type: 'ExtendDeadline',
  item: item as ItemId,
  to: day(to),
  document: { number: '5/QD', date: day('2022-07-01'), issuer: id('province') },
});

const reached = (events: readonly UnitPlanEvent[]): readonly FollowUpReached[] =>
  events.filter((event) => event.type === 'FollowUpReached');
const told = (events: readonly UnitPlanEvent[]): readonly string[] =>
  reached(events).map(({ data, at: when }) => `${data.obligation} ${data.rule} #${data.generation} ${when.slice(0, 16)}`);
const fired = (state: UnitPlanState): readonly string[] =>
  state.fired.map(
    ({ obligation, step: name, generation, at: when }) => `${obligation} ${name} #${generation} ${when.slice(0, 16)}`,
  );

describe('A demanded explanation', () => {
  it('comes on the Nth working day after the due date: a new item with a date of its own', () => {
    const { state, context } = running({ followUp: [DEMAND] });
    expect(dueEffects(state, END, context)).toEqual([
      {
        type: 'FollowUpReached',
        v: 1,
        data: {
          obligation: 'item 1',
          rule: 'after-5wd-demand-explanation',
          generation: 1,
          due: '2022-07-29',
          action: 'demand-explanation',
          target: 'east/one',
          explanation: {
            id: 'explain:item 1#1',
            task: 'explain',
            source: context.planOf(state.source)?.id,
            period: null,
            kind: 'within',
            // Friday 5 August, then three working days: Monday 8 to Wednesday 10.
            due: '2022-08-10',
            receiver: 'east',
            jointLeads: [],
            explains: 'item 1',
          },
        },
        because: {
          rules: 'hash-top',
          rule: 'consequence after-5wd-demand-explanation',
          place: PLACE,
          calendar: 'spec-1',
          organisation: 'org-1',
          inputs: { due: '2022-07-29', rule: 'after-5wd-demand-explanation', generation: 1 },
        },
        at: '2022-08-05T00:00:00+07:00',
        actor: null,
      },
    ]);
  });

  it.each([
    [{ amount: 3, unit: 'day' }, '2022-08-08'], // Monday: the third day, a Monday itself
    [{ amount: 1, unit: 'day' }, '2022-08-08'], // Saturday moves to Monday
    [{ amount: 1, unit: 'month' }, '2022-09-05'],
    [{ amount: 20, unit: 'workday' }, '2022-09-06'], // 1 and 2 September are off
  ] as const)('has the term that the text names: %j', (within, due) => {
    const { state, context } = running({ followUp: [{ ...DEMAND, within }] });
    expect(reached(dueEffects(state, END, context))[0]?.data.explanation?.due).toBe(due);
  });

  it('goes to whom the rule names, and to the superior where that is the late unit', () => {
    const receivers = (['lead', 'focal', 'superior'] as const).map((kind) => {
      const { state, context } = running({ followUp: [{ ...DEMAND, target: { kind } }] });
      return reached(dueEffects(state, END, context))[0]?.data.explanation?.receiver;
    });
    expect(receivers).toEqual(['east', 'interior', 'east']);
  });

  it('is not demanded where the work came in before, or came in and was not sent back', () => {
    const { state, act, context } = running({ followUp: [DEMAND] });
    const late = act(state, ['2022-08-04 23:59', SUBMIT]);
    expect(dueEffects(late, END, context)).toEqual([]);
  });

  it('is demanded when late work is sent back after its day', () => {
    const { state, act, context } = running({ followUp: [DEMAND] });
    const back = act(act(state, ['2022-08-04', SUBMIT]), ['2022-08-09 10:00', RETURN, 'province']);
    expect(told(dueEffects(back, END, context))).toEqual(['item 1 after-5wd-demand-explanation #1 2022-08-09T10:00']);
  });

  it('stands on the ladder itself, in the order of time, and is not to be explained', () => {
    const ladder = [step('after-1d', ['after', 1, 'day'])];
    const tasks = [...DATED.tasks, task('2', { leads: [each('commune')], deadline: by('2022-08-19') })];
    const { state, tick } = running({ tasks, followUp: [DEMAND, CRITICISE], escalation: ladder });
    expect(fired(tick(state, at('2022-09-20')))).toEqual([
      'item 1 after-1d #1 2022-07-30T00:00',
      'item 1 after-1d-criticise #1 2022-07-30T00:00',
      'item 1 after-5wd-demand-explanation #1 2022-08-05T00:00',
      'item explain:item 1#1 after-1d #1 2022-08-11T00:00',
      'item explain:item 1#1 after-1d-criticise #1 2022-08-11T00:00',
      'item 2 after-1d #1 2022-08-20T00:00',
      'item 2 after-1d-criticise #1 2022-08-20T00:00',
      'item 2 after-5wd-demand-explanation #1 2022-08-26T00:00',
      'item explain:item 2#1 after-1d #1 2022-09-01T00:00',
      'item explain:item 2#1 after-1d-criticise #1 2022-09-01T00:00',
    ]);
  });

  it('is handed in and accepted like any item, by whom it goes to', () => {
    const { state, act } = running({ followUp: [DEMAND] });
    const item = 'explain:item 1#1' as ItemId;
    const sent = act(state, ['2022-08-08', { type: 'SubmitItem', item, note: 'flood' }]);
    const taken = act(sent, ['2022-08-09', { type: 'AcceptItem', item }, 'east']);
    expect(taken.items.get(item)?.status).toBe('completed');
    expect(taken.items.get(ITEM)?.status).toBe('assigned');
  });

  it('is one item, however many rules demand it', () => {
    const again = follow('after', 'demand-explanation', { term: { amount: 10, unit: 'workday' } });
    const { state, context } = running({ followUp: [DEMAND, again] });
    const events = reached(dueEffects(state, END, context));
    expect(events.map(({ data }) => data.explanation?.id ?? null)).toEqual(['explain:item 1#1', null]);
  });

  it('moves with the calendar while it is open', () => {
    const years = { ...CALENDAR_DATA.years, 2022: { off: [day('2022-08-09')], makeup: [] } };
    const late = { calendar: workingCalendar({ version: 'spec-2', years }), calendarSince: at('2022-08-08 09:00') };
    const { state, context } = running({ followUp: [DEMAND] });
    const open = foldUnitPlan(dueEffects(state, at('2022-08-06'), context), state);
    const moved = foldUnitPlan(dueEffects(open, at('2022-08-09'), { ...context, ...late }), open);
    expect(moved.items.get('explain:item 1#1' as ItemId)).toMatchObject({ due: '2022-08-11', generation: 2 });
  });
});

describe('An explanation whose clock stands still', () => {
  it('is put off once, when that ends, though a calendar came before it was demanded', () => {
    const years = { ...CALENDAR_DATA.years, 2022: { off: [day('2022-08-15')], makeup: [] } };
    const newer = { calendar: workingCalendar({ version: 'spec-2', years }), calendarSince: at('2022-07-08 09:00') };
    const { state, act, tick } = running({ followUp: [DEMAND] }, newer);
    const document = { number: '5/QD', date: day('2022-08-05'), issuer: id('province') };
    const [from, until] = [day('2022-08-05'), day('2022-08-07')];
    const stop: UnitPlanCommand = { type: 'SuspendItem', item: 'explain:item 1#1' as ItemId, from, until, document };
    const stopped = act(state, ['2022-08-05 09:00', stop, 'province']);
    const due = stopped.items.get('explain:item 1#1' as ItemId)?.due;
    expect(tick(stopped, at('2022-08-07')).items.get('explain:item 1#1' as ItemId)).toMatchObject({ due, status: 'suspended' });
    expect(tick(stopped, at('2022-08-09')).fired).toEqual(stopped.fired);
  });
});

describe('An explanation that came over from a unit that is no more', () => {
  const years = { ...CALENDAR_DATA.years, 2022: { off: [day('2022-08-15')], makeup: [] } };
  const newer = { calendar: workingCalendar({ version: 'spec-2', years }), calendarSince: at('2022-08-08 09:00') };
  const item: DerivedItem = {
    id: 'explain:item 1#1' as ItemId,
    task: 'explain',
    source: top().id,
    period: null,
    kind: 'within',
    due: day('2022-08-09'),
    receiver: id('province'),
    jointLeads: [],
    explains: 'item 1' as ObligationKey,
    inherited: [{ unit: id('east/two'), obligation: 'item explain:item 1#1' as ObligationKey, due: day('2022-08-09') }],
  };
  const inherited = (state: UnitPlanState, source: PlanId): UnitPlanEvent => {
    const { plan, unit, acceptors } = state;
    const none = { joint: [], supports: [], duties: [], reports: [], clocks: [], applied: [], opened: [] };
    const data = { ...none, plan, unit, source, provisional: false, acceptors, from: [id('east/two')], items: [item] };
    const because = { rules: 'hash', rule: 'reorganisation', place: null, calendar: 'spec-1' };
    return { type: 'UnitPlanInherited', v: 1, data, because, at: at('2022-08-04'), actor: null };
  };

  it('keeps its date, though it is asked for again where it came to and a calendar came since, whoever looked before', () => {
    const { state, context, plan } = running({ followUp: [DEMAND] }, newer);
    const held = foldUnitPlan([inherited(state, plan.id)], state);
    const before = dueEffects(held, END, context);
    expect(reached(before)).toMatchObject([{ at: at('2022-08-05'), data: { explanation: null } }]);
    expect(before.filter(({ type }) => type === 'CalendarApplied')).toEqual([]);
    const asked = foldUnitPlan(before.slice(0, 1), foldUnitPlan([inherited(state, plan.id)], state));
    expect(dueEffects(asked, END, context)).toEqual(before.slice(1));
    expect(asked.items.get(item.id)?.due).toBe('2022-08-09');
  });
});

describe('Being on time', () => {
  it('is commended at midnight after the due date, once, whoever accepts when', () => {
    const { state, act, tick } = running({ followUp: [COMMEND] });
    const accepted = act(act(state, ['2022-07-29 23:59', SUBMIT]), ['2022-08-15', ACCEPT, 'province']);
    expect(fired(tick(accepted, END))).toEqual(['item 1 on-time-commend #1 2022-07-30T00:00']);
  });

  it('is not where the work is late, or was sent back and came in again too late', () => {
    const { state, act, tick, context } = running({ followUp: [COMMEND] });
    const late = act(state, ['2022-07-30 00:00', SUBMIT]);
    expect([nextWakeUp(late, context), fired(tick(late, END))]).toEqual([null, []]);
    const back = act(act(state, ['2022-07-28', SUBMIT]), ['2022-07-29', RETURN, 'province']);
    expect(fired(tick(act(back, ['2022-08-02', SUBMIT]), END))).toEqual([]);
  });

  it('counts to the clock time of the last day', () => {
    const tasks = [task('1', { leads: [each('commune')], deadline: { ...by('2022-07-29'), time: '16:00' as never } as never })];
    const { state, act, tick } = running({ tasks, followUp: [COMMEND] });
    const told = ['15:59', '16:00'].map((time) => fired(tick(act(state, [`2022-07-29 ${time}`, SUBMIT]), END)).length);
    expect(told).toEqual([1, 0]);
  });

  it('is for reports and duties too', () => {
    const duties = [duty('1', [each('commune')], by('2022-07-20'))];
    const { state, act, tick } = running({ tasks: [], duties, regimes: [{ ...REGIME, periods: ['9M'] }], followUp: [COMMEND] });
    const ref = { issuer: id('east/one'), number: '9/KH', issuedOn: day('2022-07-10') };
    const issued = act(state, ['2022-07-10', { type: 'RecordOwnPlan', plan: 'p' as never, ref, parent: null }]);
    const report = '1@2022-9M' as ReportId;
    const sent = act(issued, ['2022-09-14', { type: 'SubmitReport', report, content: 'x', received: [], missing: [] }]);
    expect(fired(tick(sent, END))).toEqual([
      'duty 1 on-time-commend #1 2022-07-21T00:00',
      'report 1@2022-9M on-time-commend #1 2022-09-15T00:00',
    ]);
  });

  it('N days early is commended for what was in by then', () => {
    const early = follow('before', 'commend', { term: { amount: 5, unit: 'workday' } }); // Friday 22 July, 00:00
    const { state, act, tick } = running({ followUp: [early] });
    expect(fired(tick(act(state, ['2022-07-21', SUBMIT]), END))).toEqual(['item 1 before-5wd-commend #1 2022-07-22T00:00']);
    expect(fired(tick(act(state, ['2022-07-22', SUBMIT]), END))).toEqual([]);
  });
});

describe('Consequences', () => {
  it.each([STANDING, AS_REGULATED])('never are for $kind', (deadline) => {
    const { state, context } = running({
      tasks: [task('1', { leads: [each('commune')], deadline })],
      followUp: [DEMAND, COMMEND, CRITICISE],
    });
    expect(nextWakeUp(state, context)).toBeNull();
  });

  it('begin anew where the deadline is moved; those of the older date that had not come no longer do', () => {
    const { state, act, tick } = running({ followUp: [CRITICISE, DEMAND] });
    const moved = act(state, ['2022-08-02', extend('1', '2022-08-31'), 'province']);
    expect(fired(tick(moved, END))).toEqual([
      'item 1 after-1d-criticise #1 2022-07-30T00:00',
      'item 1 after-1d-criticise #2 2022-09-01T00:00',
      'item 1 after-5wd-demand-explanation #2 2022-09-09T00:00',
      'item explain:item 1#2 after-1d-criticise #1 2022-09-15T00:00',
    ]);
  });

  it('of one kind and term, for two targets, are told apart', () => {
    const { state, context } = running({ followUp: [CRITICISE, { ...CRITICISE, target: { kind: 'lead' } }] });
    expect(reached(dueEffects(state, END, context)).map(({ data }) => [data.rule, data.target])).toEqual([
      ['after-1d-criticise', 'east'],
      ['after-1d-criticise-2', 'east/one'],
    ]);
  });

  it('of a lower plan without any are those of the plan above', () => {
    const root = top({ ...DATED, followUp: [CRITICISE] });
    const child = below(root, { tasks: [task('a', { refines: '1', deadline: by('2022-07-22') })] });
    const first = deriveCascade(root, { directory, calendar, at: ISSUED, states: new Map() });
    const states = new Map(first.map(({ unit, event }) => [unit, foldUnitPlan([event])]));
    const writes = deriveCascade(child, { directory, calendar, at: at('2022-07-15'), states });
    const { before, event } = writes.find(({ unit }) => unit === 'east/one')!;
    expect(told(dueEffects(foldUnitPlan([event], before!), END, contextOf(root, child)))).toEqual([
      'item 1 after-1d-criticise #2 2022-07-23T00:00',
    ]);
  });
});

describe('A late clock', () => {
  it('records what a punctual one would have, demands and what they open among the ladder', () => {
    const tasks = [...DATED.tasks, task('2', { leads: [each('commune')], deadline: by('2022-08-19') })];
    const { state, context } = running({ tasks, regimes: [REGIME], followUp: [DEMAND, COMMEND, CRITICISE], escalation: LADDER });
    const punctual: UnitPlanEvent[] = [];
    let now = state;
    for (let next = nextWakeUp(now, context); next !== null && next <= END; next = nextWakeUp(now, context)) {
      const due = dueEffects(now, next, context);
      punctual.push(...due);
      now = foldUnitPlan(due, now);
    }
    expect(dueEffects(state, END, context)).toEqual(punctual);
    expect(punctual.length).toBeGreaterThan(20);
  });
});

describe('A report that was put off', () => {
  it('stands on the ladder in a generation of its own', () => {
    const { state, act, tick } = running({
      tasks: [],
      regimes: [{ ...REGIME, periods: ['9M'] }],
      escalation: LADDER.slice(1, 2),
    });
    const report = '1@2022-9M' as ReportId;
    const document = { number: '5/QD', date: day('2022-07-01'), issuer: id('province') };
    const put = act(state, ['2022-09-16', { type: 'ExtendReport', report, to: day('2022-09-20'), document }, 'east']);
    expect(fired(tick(put, END))).toEqual([
      'report 1@2022-9M after-1d #1 2022-09-15T00:00',
      'report 1@2022-9M after-1d #2 2022-09-21T00:00',
    ]);
  });
});
