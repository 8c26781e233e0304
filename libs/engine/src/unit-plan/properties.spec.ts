import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { deriveCascade } from '../cascade/derive.js';
import {
  AS_REGULATED,
  at,
  by,
  calendar,
  contextOf,
  day,
  deepFreeze,
  directory,
  duty,
  each,
  every,
  id,
  LADDER,
  REGIME,
  STANDING,
  task,
  top,
  within,
} from '../spec-builders.js';
import { addDays, startOfDay, type Instant } from '../time/local-date.js';
import type { UnitPlanCommand } from './commands.js';
import { decideUnitPlan } from './decide.js';
import { dueEffects, nextWakeUp } from './effects/effects.js';
import type { EscalationStepReached, ItemId, ObligationKey, ReportId, UnitPlanEvent } from './events.js';
import { foldUnitPlan } from './fold.js';
import type { UnitPlanState } from './state.js';

const leads = [each('commune')];
const plan = top({
  tasks: [
    task('1', { leads, deadline: by('2022-08-05') }),
    task('2', { leads, deadline: STANDING }),
    task('3', { leads, deadline: AS_REGULATED }),
    task('4', { leads, deadline: within(10, 'workday', 'receipt') }),
    task('5', { leads, deadline: every('quarter') }),
  ],
  duties: [duty('1', leads, by('2022-07-29')), duty('2', leads, null)],
  regimes: [REGIME],
  escalation: LADDER,
});
const context = contextOf(plan);
const ISSUED = at('2022-06-30 08:00');
const derived = deriveCascade(plan, { directory, calendar, at: ISSUED, states: new Map() }).find(
  (w) => w.unit === 'east/one',
)!.event;

const item = fc.constantFrom('1', '2', '3', '4', '5@2022-Q3', '5@2022-Q4', 'none') as fc.Arbitrary<ItemId>;
const report = fc.constantFrom('1@2022-9M', '1@2022-Y', 'none') as fc.Arbitrary<ReportId>;
const reason = fc.constantFrom('again', 'again', 'again', ' ');
const date = fc.integer({ min: 0, max: 200 }).map((days) => addDays(day('2022-07-01'), days));
const document = fc.constant({ number: '5/QD', date: day('2022-07-01'), issuer: id('province') });
const ref = { issuer: id('east/one'), number: '9/KH', issuedOn: day('2022-07-10') };

const obligation = fc.oneof(
  item.map((of) => `item ${of}`),
  report.map((of) => `report ${of}`),
) as fc.Arbitrary<ObligationKey>;

const anyCommand: fc.Arbitrary<UnitPlanCommand> = fc.oneof(
  fc.constant({ type: 'ReceiveUnitPlan' as const }),
  fc.record({ type: fc.constantFrom('ReceiveItem' as const, 'StartItem' as const, 'AcceptItem' as const), item }),
  { weight: 3, arbitrary: fc.record({ type: fc.constant('SubmitItem' as const), item, note: fc.constantFrom(null, 'done') }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('ReturnItem' as const), item, reason }) },
  fc.record({ type: fc.constant('ExtendDeadline' as const), item, to: date, document }),
  fc.record({ type: fc.constant('RequestExtension' as const), obligation, to: date, reason }),
  fc.record({ type: fc.constant('RefuseExtension' as const), obligation, reason }),
  fc.record({ type: fc.constant('ResolveDeadline' as const), item, due: date, document }),
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('SubmitReport' as const),
      report,
      content: fc.constantFrom('figures', 'figures', ''),
      received: fc.constant([]),
      missing: fc.constant([]),
    }),
  },
  fc.record({ type: fc.constant('AcceptReport' as const), report }),
  fc.record({ type: fc.constant('ReturnReport' as const), report, reason }),
  fc.constant({ type: 'RecordOwnPlan' as const, plan: 'own' as never, ref, parent: null }),
);

interface Turn {
  readonly command: UnitPlanCommand;
  readonly actor: string;
  /** Days since the turn before. */
  readonly later: number;
}
const OWN: ReadonlySet<string> = new Set([
  'ReceiveUnitPlan',
  'ReceiveItem',
  'StartItem',
  'SubmitItem',
  'SubmitReport',
  'RequestExtension',
  'RecordOwnPlan',
]);
/** Mostly whoever may, so that long courses are reached, and sometimes anybody. */
const turn: fc.Arbitrary<Turn> = fc
  .tuple(anyCommand, fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 12 }), fc.constantFrom('east/one', 'east', 'west'))
  .map(([command, luck, later, somebody]) => {
    const whoMay = OWN.has(command.type) ? 'east/one' : 'east';
    return { command, later, actor: luck === 0 ? somebody : whoMay };
  });
const course = fc.array(turn, { maxLength: 40, size: 'max' });

/** Every state that a course goes through, and all its events; states are frozen as soon as they are seen. */
function play(turns: readonly Turn[]): { events: readonly UnitPlanEvent[]; states: readonly UnitPlanState[]; end: Instant } {
  const events: UnitPlanEvent[] = [derived];
  const states: UnitPlanState[] = [deepFreeze(foldUnitPlan(events))];
  let today = day('2022-07-01');
  const add = (more: readonly UnitPlanEvent[]): UnitPlanState => {
    const state = deepFreeze(foldUnitPlan(deepFreeze(more), states.at(-1)));
    events.push(...more);
    states.push(state);
    return state;
  };
  for (const { command, actor, later } of turns) {
    today = addDays(today, later);
    const now = startOfDay(today);
    const state = add(dueEffects(states.at(-1)!, now, context));
    const decision = decideUnitPlan(deepFreeze(command), state, { ...context, at: now, actor: id(actor) });
    if (decision.ok) add(decision.events);
  }
  return { events, states, end: startOfDay(today) };
}

const LAST = at('2024-12-31');

describe('Any course of commands', () => {
  it('folds to the state that was decided upon, at once or in two parts, and changes no state that was seen', () => {
    fc.assert(
      fc.property(course, fc.nat(), (turns, cut) => {
        const { events, states } = play(turns);
        expect(foldUnitPlan(events)).toEqual(thawed(states.at(-1)!));
        const split = 1 + (cut % events.length);
        expect(foldUnitPlan(events.slice(split), foldUnitPlan(events.slice(0, split)))).toEqual(foldUnitPlan(events));
      }),
      { numRuns: 80 },
    );
  });

  it('leaves each step once for each obligation and generation, and the ledger in the order of time', () => {
    fc.assert(
      fc.property(course, (turns) => {
        const { events, states } = play(turns);
        const keys = states.at(-1)!.fired.map(({ obligation, step, generation }) => `${obligation}|${step}|${generation}`);
        expect(new Set(keys).size).toBe(keys.length);
        const instants = events.map(({ at: when }) => when);
        expect(instants).toEqual([...instants].sort());
      }),
      { numRuns: 80 },
    );
  });

  it('leaves effects that happen once, one by one or in one go', () => {
    fc.assert(
      fc.property(course, (turns) => {
        const state = play(turns).states.at(-1)!;
        const all = dueEffects(state, LAST, context);
        const after = foldUnitPlan(all, state);
        expect(dueEffects(after, LAST, context)).toEqual([]);
        expect(nextWakeUp(after, context)).toBeNull();
        expect(nextWakeUp(state, context)).toBe(all[0]?.at ?? null);
        const woken: UnitPlanEvent[] = [];
        for (let next = nextWakeUp(state, context); next !== null; next = nextWakeUp(foldUnitPlan(woken, state), context))
          woken.push(...dueEffects(foldUnitPlan(woken, state), next, context));
        expect(woken).toEqual(all);
      }),
      { numRuns: 60 },
    );
  });

  it('escalates nothing that is done, standing or without a date, and nothing before its generation began', () => {
    fc.assert(
      fc.property(course, (turns) => {
        const state = play(turns).states.at(-1)!;
        for (const { data, at: when } of dueEffects(state, LAST, context) as readonly EscalationStepReached[]) {
          const [kind, name] = data.obligation.split(' ') as [string, string];
          const owed = { item: state.items, report: state.reports, duty: state.duties }[kind]?.get(name as never) as
            | { readonly due: string | null; readonly since: Instant; readonly status?: string }
            | undefined;
          expect(owed?.due).toBe(data.due);
          expect(['submitted', 'accepted', 'completed']).not.toContain(owed?.status);
          expect(when >= owed!.since).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('owes the same on the same days, whatever is asked for and refused', () => {
    fc.assert(
      fc.property(course, (turns) => {
        const { events } = play(turns);
        const asked = foldUnitPlan(events);
        const unasked = foldUnitPlan(events.filter(({ type }) => !type.startsWith('Extension')));
        for (const kind of ['items', 'reports'] as const)
          for (const [key, { extension: _, ...owed }] of asked[kind]) expect(owed).toEqual(unasked[kind].get(key as never));
        expect(dueEffects(asked, LAST, context)).toEqual(dueEffects(unasked, LAST, context));
      }),
      { numRuns: 40 },
    );
  });

  it('reaches accepted work often enough to mean something', () => {
    const courses = fc.sample(course, { numRuns: 150, seed: 7 });
    const types = new Set(courses.flatMap((turns) => play(turns).events.map(({ type }) => type)));
    expect([...types].sort()).toEqual([
      'DeadlineExtended',
      'DeadlineResolved',
      'EscalationStepReached',
      'ExtensionRefused',
      'ExtensionRequested',
      'ItemAccepted',
      'ItemReceived',
      'ItemReturned',
      'ItemStarted',
      'ItemSubmitted',
      'OwnPlanIssued',
      'ReportAccepted',
      'ReportReturned',
      'ReportSubmitted',
      'UnitPlanDerived',
      'UnitPlanReceived',
    ]);
  });
});

/** The same state with Maps that are not guarded, to compare with. */
const thawed = (state: UnitPlanState): UnitPlanState => ({
  ...state,
  items: new Map(state.items),
  reports: new Map(state.reports),
  duties: new Map(state.duties),
});
