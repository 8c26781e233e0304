import { describe, expect, it } from '@jest/globals';
import {
  AS_REGULATED,
  at,
  below,
  by,
  calendar,
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
import type { PlanRules } from '../../ir/plan-rules.js';
import type { Instant } from '../../time/local-date.js';
import type { UnitPlanCommand } from '../commands.js';
import { decideUnitPlan } from '../decide.js';
import { dueEffects as effects, nextWakeUp } from './effects.js';
import { stepInstant } from './ladder.js';
import type { EscalationStepReached, ItemId, ReportId, UnitPlanEvent } from '../events.js';
import { foldUnitPlan } from '../fold.js';
import type { UnitPlanState } from '../state.js';

/** Of a state in which only the ladder has anything to say. */
const dueEffects = (...of: Parameters<typeof effects>): readonly EscalationStepReached[] =>
  effects(...of) as readonly EscalationStepReached[];

const [ISSUED, END] = [at('2022-06-30 08:00'), at('2023-06-30')];

/** One commune's unit plan under a plan, and how time and people go on with it. */
function running(more: Partial<PlanRules>) {
  const plan = top({ escalation: LADDER, ...more });
  const context = contextOf(plan);
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

const told = (events: readonly EscalationStepReached[]): readonly string[] =>
  events.map(({ data, at: when }) => `${data.obligation} ${data.step} ${when.slice(0, 16)}`);
const fired = (state: UnitPlanState): readonly string[] =>
  state.fired.map(
    ({ obligation, step: name, generation, at: when }) => `${obligation} ${name} #${generation} ${when.slice(0, 16)}`,
  );

const DATED = { tasks: [task('1', { leads: [each('commune')], deadline: by('2022-07-29') })] };
const ITEM = '1' as ItemId;
const SUBMIT: UnitPlanCommand = { type: 'SubmitItem', item: ITEM, note: null };
const RETURN: UnitPlanCommand = { type: 'ReturnItem', item: ITEM, reason: 'again' };
const ACCEPT: UnitPlanCommand = { type: 'AcceptItem', item: ITEM };
const extend = (to: string): UnitPlanCommand => ({
  type: 'ExtendDeadline',
  item: ITEM,
  to: day(to),
  document: { number: '5/QD', date: day('2022-07-01'), issuer: id('province') },
});

describe('Steps of the ladder', () => {
  it('happen at midnight of the Nth day before or after the last allowed day', () => {
    const { state, context } = running(DATED);
    expect(told(dueEffects(state, END, context))).toEqual([
      'item 1 before-5wd 2022-07-22T00:00',
      'item 1 after-1d 2022-07-30T00:00',
      'item 1 after-5wd 2022-08-05T00:00',
      'item 1 after-10wd 2022-08-12T00:00',
    ]);
  });

  it('say what is done, to whom, and why', () => {
    const { state, context } = running(DATED);
    const events = dueEffects(state, END, context);
    expect(events.map(({ data }) => data.actions)).toEqual([
      [{ action: 'remind', target: 'east/one' }],
      [{ action: 'notify', target: 'east' }],
      [{ action: 'escalate', target: 'interior' }],
      [{ action: 'list', target: 'province' }],
    ]);
    expect(events[0]).toEqual({
      type: 'EscalationStepReached',
      v: 1,
      data: {
        obligation: 'item 1',
        step: 'before-5wd',
        generation: 1,
        due: '2022-07-29',
        actions: [{ action: 'remind', target: 'east/one' }],
      },
      because: {
        rules: 'hash-top',
        rule: 'step before-5wd',
        place: LADDER[0]?.place,
        calendar: 'spec-1',
        organisation: 'org-1',
        inputs: { due: '2022-07-29', step: 'before-5wd', generation: 1 },
      },
      at: '2022-07-22T00:00:00+07:00',
      actor: null,
    });
  });

  it('name nobody where the plan has no focal point', () => {
    const { state, context } = running({ ...DATED, focal: null });
    expect(dueEffects(state, END, context)[2]?.data.actions).toEqual([]);
  });

  it.each([
    ['before 5 working days over Tet', step('s', ['before', 5, 'workday']), '2022-02-08', '2022-01-25'],
    ['after 3 working days over a working Saturday', step('s', ['after', 3, 'workday']), '2024-05-02', '2024-05-06'],
    ['before 2 days', step('s', ['before', 2, 'day']), '2022-03-01', '2022-02-27'],
    ['after 1 day', step('s', ['after', 1, 'day']), '2022-12-31', '2023-01-01'],
  ] as const)('lie where the calendar puts them: %s', (...[, rule, due, on]) => {
    expect(stepInstant(rule, day(due), calendar)).toBe(`${on}T00:00:00+07:00`);
  });

  it('are for reports and duties too, in the order of time', () => {
    const duties = [duty('1', [each('commune')], by('2022-09-14'))];
    const { state, context } = running({ tasks: [], duties, regimes: [REGIME], escalation: LADDER.slice(1, 2) });
    expect(told(dueEffects(state, END, context))).toEqual([
      'duty 1 after-1d 2022-09-15T00:00',
      'report 1@2022-9M after-1d 2022-09-15T00:00',
      'report 1@2022-Y after-1d 2022-12-15T00:00',
    ]);
  });

  it('that passed before a plan was recorded happen when it is, but for reminders', () => {
    const plan = top({ escalation: LADDER, ...DATED });
    const late = at('2022-08-08 09:00');
    const cascade = deriveCascade(plan, { directory, calendar, at: late, states: new Map() });
    const state = foldUnitPlan([cascade.find((write) => write.unit === 'east/one')!.event]);
    expect(told(dueEffects(state, END, contextOf(plan)))).toEqual([
      'item 1 after-1d 2022-08-08T09:00',
      'item 1 after-5wd 2022-08-08T09:00',
      'item 1 after-10wd 2022-08-12T00:00',
    ]);
    expect(nextWakeUp(state, contextOf(plan))).toBe(late);
  });

  it('that lay before the plan was issued are not made up for', () => {
    const { state, context } = running({ tasks: [task('1', { leads: [each('commune')], deadline: by('2022-07-04') })] });
    expect(told(dueEffects(state, END, context))[0]).toBe('item 1 after-1d 2022-07-05T00:00');
  });

  it.each([STANDING, AS_REGULATED])('never are for $kind', (deadline) => {
    const { state, context } = running({ tasks: [task('1', { leads: [each('commune')], deadline })] });
    expect(dueEffects(state, END, context)).toEqual([]);
    expect(nextWakeUp(state, context)).toBeNull();
  });

  it('never are for a duty without a date, nor under a plan without a ladder', () => {
    const undated = running({ duties: [duty('1', [each('commune')], null)] });
    expect(nextWakeUp(undated.state, undated.context)).toBeNull();
    const bare = running({ ...DATED, escalation: [] });
    expect(nextWakeUp(bare.state, bare.context)).toBeNull();
  });

  it('of a lower plan without a ladder are those of the plan above; with one, its own', () => {
    const root = top({ ...DATED, escalation: LADDER });
    const refine = [task('a', { refines: '1', deadline: by('2022-07-22') })];
    const steps = (more: Partial<PlanRules>) => {
      const child = below(root, { tasks: refine, ...more });
      const states = new Map(
        deriveCascade(root, { directory, calendar, at: ISSUED, states: new Map() }).map(({ unit, event }) => [
          unit,
          foldUnitPlan([event]),
        ]),
      );
      const writes = deriveCascade(child, { directory, calendar, at: at('2022-07-15'), states });
      const { before, event } = writes.find(({ unit }) => unit === 'east/one')!;
      return dueEffects(foldUnitPlan([event], before!), END, contextOf(root, child)).map(({ data, because }) => [
        data.step,
        because.rules,
      ]);
    };
    expect(steps({})[0]).toEqual(['before-5wd', 'hash-top']);
    expect(steps({ escalation: [step('own', ['after', 2, 'day'])] })).toEqual([['own', 'hash-child']]);
  });
});

describe('Once an obligation is met', () => {
  it('no steps follow, and none is due any more', () => {
    const { state, act, context } = running(DATED);
    const accepted = act(act(state, ['2022-07-25', SUBMIT]), ['2022-07-26', ACCEPT, 'province']);
    expect(fired(accepted)).toEqual(['item 1 before-5wd #1 2022-07-22T00:00']);
    expect(dueEffects(accepted, END, context)).toEqual([]);
    expect(nextWakeUp(accepted, context)).toBeNull();
  });

  it('by a duty’s plan or a report’s submission, no steps follow', () => {
    const { state, act, context } = running({ duties: [duty('1', [each('commune')], by('2022-08-01'))], regimes: [REGIME] });
    const ref = { issuer: id('east/one'), number: '9/KH', issuedOn: day('2022-07-10') };
    let done = act(state, ['2022-07-10', { type: 'RecordOwnPlan', plan: 'p' as never, ref, parent: null }]);
    for (const report of ['1@2022-9M', '1@2022-Y'])
      done = act(done, [
        '2022-07-11',
        { type: 'SubmitReport', report: report as ReportId, content: 'x', received: [], missing: [] },
      ]);
    expect(nextWakeUp(done, context)).toBeNull();
  });
});

describe('Work that is sent back', () => {
  it('before its due date goes on up the ladder; reminders passed meanwhile are not sent', () => {
    const { state, act, context } = running(DATED);
    const back = act(act(state, ['2022-07-20', SUBMIT]), ['2022-07-25', RETURN, 'province']);
    expect(told(dueEffects(back, END, context))).toEqual([
      'item 1 after-1d 2022-07-30T00:00',
      'item 1 after-5wd 2022-08-05T00:00',
      'item 1 after-10wd 2022-08-12T00:00',
    ]);
  });

  it('after its due date stands on the ladder where its lateness puts it, from then on', () => {
    const { state, act, context } = running(DATED);
    const back = act(act(state, ['2022-07-29', SUBMIT]), ['2022-08-08 09:00', RETURN, 'province']);
    expect(nextWakeUp(back, context)).toBe('2022-08-08T09:00:00+07:00');
    expect(told(dueEffects(back, END, context))).toEqual([
      'item 1 after-1d 2022-08-08T09:00',
      'item 1 after-5wd 2022-08-08T09:00',
      'item 1 after-10wd 2022-08-12T00:00',
    ]);
  });

  it('is told the steps passed meanwhile in the order of the ladder', () => {
    const ladder = [step('later', ['after', 1, 'day']), step('even later', ['after', 5, 'day'])];
    const { state, act, context } = running({ ...DATED, escalation: ladder });
    const back = act(act(state, ['2022-07-29', SUBMIT]), ['2022-08-08', RETURN, 'province']);
    expect(dueEffects(back, END, context).map(({ data }) => data.step)).toEqual(['later', 'even later']);
  });

  it('is treated alike where it is a report', () => {
    const { state, act, context } = running({ regimes: [{ ...REGIME, periods: ['9M'] }] });
    const report = '1@2022-9M' as ReportId;
    const sent = act(state, ['2022-09-14', { type: 'SubmitReport', report, content: 'x', received: [], missing: [] }]);
    const back = act(sent, ['2022-09-20 10:00', { type: 'ReturnReport', report, reason: 'again' }, 'east']);
    expect(told(dueEffects(back, END, context)).slice(0, 2)).toEqual([
      'report 1@2022-9M after-1d 2022-09-20T10:00',
      'report 1@2022-9M after-5wd 2022-09-21T00:00',
    ]);
  });
});

describe('A moved deadline', () => {
  it('arms all its steps anew, once for each generation', () => {
    const { state, act, tick, context } = running(DATED);
    const extended = act(state, ['2022-08-06', extend('2022-08-31'), 'province']);
    const end = tick(extended, END);
    expect(fired(end)).toEqual([
      'item 1 before-5wd #1 2022-07-22T00:00',
      'item 1 after-1d #1 2022-07-30T00:00',
      'item 1 after-5wd #1 2022-08-05T00:00',
      'item 1 before-5wd #2 2022-08-24T00:00',
      'item 1 after-1d #2 2022-09-01T00:00',
      'item 1 after-5wd #2 2022-09-09T00:00',
      'item 1 after-10wd #2 2022-09-16T00:00',
    ]);
    expect(dueEffects(end, END, context)).toEqual([]);
  });

  it('makes up for no step that would lie before it was moved', () => {
    const { state, act, context } = running(DATED);
    const extended = act(state, ['2022-07-28', extend('2022-08-01'), 'province']);
    expect(told(dueEffects(extended, END, context))[0]).toBe('item 1 after-1d 2022-08-02T00:00');
  });
});

describe('The clock', () => {
  const FULL = {
    tasks: [
      task('1', { leads: [each('commune')], deadline: by('2022-07-29') }),
      task('2', { leads: [each('commune')], deadline: by('2022-08-05') }),
      task('3', { leads: [each('commune')], deadline: STANDING }),
    ],
    duties: [duty('1', [each('commune')], by('2022-07-20'))],
    regimes: [REGIME],
  };

  it('waking each time it is asked to finds what one late look finds', () => {
    const { state, tick, context } = running(FULL);
    let woken: UnitPlanState = state;
    const events: UnitPlanEvent[] = [];
    let wakeUps = 0;
    for (let next = nextWakeUp(woken, context); next !== null && wakeUps < 100; next = nextWakeUp(woken, context), wakeUps++) {
      const due = dueEffects(woken, next, context);
      expect(due.length).toBeGreaterThan(0);
      expect(new Set(due.map(({ at: when }) => when))).toEqual(new Set([next]));
      events.push(...due);
      woken = foldUnitPlan(due, woken);
    }
    expect(events).toEqual(dueEffects(state, END, context));
    expect(woken).toEqual(tick(state, END));
    expect(events).toHaveLength(20);
  });

  it('is asked for the earliest effect', () => {
    const { state, context } = running(FULL);
    expect(nextWakeUp(state, context)).toBe(dueEffects(state, END, context)[0]?.at);
    expect(dueEffects(state, at('2022-07-12 23:59'), context)).toEqual([]);
    expect(told(dueEffects(state, at('2022-07-13'), context))).toEqual(['duty 1 before-5wd 2022-07-13T00:00']);
  });

  it('that is late records what a punctual one would have, people’s commands between', () => {
    const course: readonly (readonly [string, UnitPlanCommand, string?])[] = [
      ['2022-07-21 09:00', SUBMIT],
      ['2022-08-02 09:00', RETURN, 'province'],
      ['2022-08-06 09:00', extend('2022-08-20'), 'province'],
      ['2022-08-25 09:00', SUBMIT],
    ];
    const run = (punctual: boolean): UnitPlanState => {
      const { state, tick, act, context } = running(FULL);
      let now = state;
      for (const turn of course) {
        for (
          let next = nextWakeUp(now, context);
          punctual && next !== null && next <= at(turn[0]);
          next = nextWakeUp(now, context)
        )
          now = tick(now, next);
        now = act(now, turn);
      }
      return tick(now, END);
    };
    expect(run(false)).toEqual(run(true));
    expect(fired(run(true)).length).toBeGreaterThan(10);
  });
});
