import { describe, expect, it } from '@jest/globals';
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
  REGIME,
  STANDING,
  task,
  top,
  unit,
  within,
} from '../spec-builders.js';
import { deriveCascade } from '../cascade/derive.js';
import type { PlanId } from '../ir/plan-rules.js';
import type { UnitPlanCommand, UnitPlanRejection } from './commands.js';
import { decideUnitPlan } from './decide.js';
import type { ItemId, ReportId, UnitPlanEvent } from './events.js';
import { foldUnitPlan } from './fold.js';
import type { ItemStatus, UnitPlanState } from './state.js';

const report = { to: { kind: 'unit', unit: id('finance') }, deadline: within(5, 'day', 'receipt') } as const;
const plan = top({
  tasks: [
    task('1', { leads: [unit('east'), unit('west')], deadline: by('2022-09-30') }),
    task('2', { leads: [each('district')], deadline: STANDING }),
    task('3', { leads: [each('district')], deadline: AS_REGULATED }),
    task('4', { leads: [each('district')], deadline: within(3, 'workday', 'receipt') }),
    task('5', { leads: [each('district')], deadline: null, report }),
    task('6', { leads: [each('district')], deadline: every('quarter') }),
  ],
  duties: [duty('1', [each('district')], by('2022-08-01')), duty('2', [each('district')], null)],
  regimes: [REGIME],
});
const context = contextOf(plan);
const cascade = deriveCascade(plan, { directory, calendar, at: at('2022-06-30 08:00'), states: new Map() });
const east = cascade.find((write) => write.unit === 'east')!.event as UnitPlanEvent;

const item = (name: string): ItemId => name as ItemId;
const REPORT = '1@2022-9M' as ReportId;
const document = { number: '5/QD', date: day('2022-07-01'), issuer: id('province') };

interface Said {
  readonly actor?: string;
  readonly when?: string;
}

const decideOn = (state: UnitPlanState, command: UnitPlanCommand, { actor = 'east', when = '2022-07-04 08:30' }: Said = {}) =>
  decideUnitPlan(command, deepFreeze(state), { ...context, at: at(when), actor: id(actor) });

/** Events from the derived state; a rejection's code where one of the commands is refused. */
function after(...steps: readonly (readonly [UnitPlanCommand, Said?])[]): readonly UnitPlanEvent[] {
  const events: UnitPlanEvent[] = [east];
  for (const [command, said] of steps) {
    const decision = decideOn(foldUnitPlan(events), command, said);
    if (!decision.ok) throw new Error(`${command.type}: ${decision.rejection.code}`);
    events.push(...decision.events);
  }
  return events;
}

const outcome = (state: UnitPlanState, command: UnitPlanCommand, said?: Said): string => {
  const decision = decideOn(state, command, said);
  return decision.ok ? decision.events.map(({ type }) => type).join(' ') || 'nothing' : decision.rejection.code;
};

const RECEIVE = (name: string): UnitPlanCommand => ({ type: 'ReceiveItem', item: item(name) });
const START = (name: string): UnitPlanCommand => ({ type: 'StartItem', item: item(name) });
const SUBMIT = (name: string): UnitPlanCommand => ({ type: 'SubmitItem', item: item(name), note: 'done' });
const ACCEPT = (name: string): UnitPlanCommand => ({ type: 'AcceptItem', item: item(name) });
const RETURN = (name: string, reason = 'incomplete'): UnitPlanCommand => ({ type: 'ReturnItem', item: item(name), reason });
const EXTEND = (name: string, to = '2022-10-31'): UnitPlanCommand => ({
  type: 'ExtendDeadline',
  item: item(name),
  to: day(to),
  document,
});
const RESOLVE = (name: string): UnitPlanCommand => ({
  type: 'ResolveDeadline',
  item: item(name),
  due: day('2022-10-31'),
  document,
});
const SUBMIT_REPORT = (content = 'figures'): UnitPlanCommand => ({
  type: 'SubmitReport',
  report: REPORT,
  content,
  received: [id('east/one')],
  missing: [id('east/two')],
});
const ACCEPT_REPORT: UnitPlanCommand = { type: 'AcceptReport', report: REPORT };
const RETURN_REPORT = (reason = 'figures missing'): UnitPlanCommand => ({ type: 'ReturnReport', report: REPORT, reason });
const RECEIVE_ALL: UnitPlanCommand = { type: 'ReceiveUnitPlan' };
const OWN = 'own' as PlanId;
const RECORD: UnitPlanCommand = {
  type: 'RecordOwnPlan',
  plan: OWN,
  ref: { issuer: id('east'), number: '9/KH', issuedOn: day('2022-07-15') },
  parent: plan.id,
};
const ABOVE = { actor: 'province' };

describe('Commands on items, by status', () => {
  const derived = foldUnitPlan([east]);
  const inStatus = (status: ItemStatus): UnitPlanState => {
    const held = derived.items.get(item('1'))!;
    return { ...derived, items: new Map(derived.items).set(held.id, { ...held, status }) };
  };
  type Row = readonly [
    command: UnitPlanCommand,
    actor: string,
    results: Readonly<Partial<Record<ItemStatus, string>>>,
    otherwise: string,
  ];
  const closed = { completed: 'item.closed', cancelled: 'item.closed', transferred: 'item.closed' } as const;
  const rows: readonly Row[] = [
    [RECEIVE('1'), 'east', { assigned: 'ItemReceived' }, 'nothing'],
    [START('1'), 'east', { 'in-progress': 'nothing', submitted: 'item.already-submitted', ...closed }, 'ItemStarted'],
    [SUBMIT('1'), 'east', { submitted: 'item.already-submitted', ...closed }, 'ItemSubmitted'],
    [ACCEPT('1'), 'province', { submitted: 'ItemAccepted' }, 'item.not-submitted'],
    [RETURN('1'), 'province', { submitted: 'ItemReturned' }, 'item.not-submitted'],
    [EXTEND('1'), 'province', closed, 'DeadlineExtended'],
    [RESOLVE('1'), 'province', closed, 'item.deadline-known'],
  ];
  const statuses: readonly ItemStatus[] = [
    ...(['assigned', 'received', 'in-progress', 'submitted', 'returned'] as const),
    ...(['completed', 'transferred', 'cancelled'] as const),
  ];
  const table = rows.flatMap(([command, actor, results, otherwise]) =>
    statuses.map((status) => [command.type, status, results[status] ?? otherwise, [command, actor]] as const),
  );

  it.each(table)('%s on an item %s: %s', (...[, status, expected, [command, actor]]) => {
    expect(outcome(inStatus(status), command, { actor })).toBe(expected);
  });
});

describe('Who may', () => {
  const submitted = foldUnitPlan(after([SUBMIT('1')]));
  const derived = foldUnitPlan([east]);
  const others = ['province', 'interior', 'west', 'east/one', 'finance'] as const;

  it.each([RECEIVE('1'), START('1'), SUBMIT('1')])(
    'work on an item: its unit and those who lead it jointly ($type)',
    (command) => {
      const allowed = others.filter((actor) => outcome(derived, command, { actor }) !== 'item.not-yours');
      expect(allowed).toEqual(['west']);
    },
  );

  it.each([ACCEPT('1'), RETURN('1'), EXTEND('1'), RESOLVE('3')])(
    'judge it: its acceptors, not the unit itself ($type)',
    (command) => {
      const all = ['east', ...others];
      expect(all.filter((actor) => outcome(submitted, command, { actor }) !== 'item.not-acceptor')).toEqual([
        'province',
        'interior',
      ]);
    },
  );

  it('judge it: whoever the result goes to', () => {
    const state = foldUnitPlan(after([SUBMIT('5')]));
    expect(outcome(state, ACCEPT('5'), { actor: 'finance' })).toBe('ItemAccepted');
    expect(outcome(submitted, ACCEPT('1'), { actor: 'finance' })).toBe('item.not-acceptor');
  });

  it('receive a unit plan, issue its plan or send its report: the unit alone', () => {
    const refused = (command: UnitPlanCommand) => outcome(derived, command, ABOVE);
    expect([RECEIVE_ALL, RECORD, SUBMIT_REPORT()].map(refused)).toEqual([
      'item.not-yours',
      'own-plan.not-yours',
      'report.not-yours',
    ]);
  });

  it('judge a report: its addressee; whom it passes through may only send it back', () => {
    const state = foldUnitPlan(after([SUBMIT_REPORT()]));
    const may = (command: UnitPlanCommand) =>
      ['east', ...others].filter((actor) => outcome(state, command, { actor }) !== 'report.not-receiver');
    expect(may(ACCEPT_REPORT)).toEqual(['province']);
    expect(may(RETURN_REPORT())).toEqual(['province', 'interior']);
  });
});

describe('Refusals', () => {
  it.each<[UnitPlanRejection, UnitPlanCommand, Said?]>([
    ['item.unknown', SUBMIT('9.9')],
    ['item.standing', SUBMIT('2')],
    ['item.standing', RESOLVE('2'), ABOVE],
    ['item.no-deadline', EXTEND('3'), ABOVE],
    ['item.not-later', EXTEND('1', '2022-09-30'), ABOVE],
    ['item.not-later', EXTEND('1', '2022-09-01'), ABOVE],
    ['item.not-submitted', ACCEPT('2'), ABOVE],
    ['report.unknown', { type: 'AcceptReport', report: 'none' as ReportId }],
    ['report.empty', SUBMIT_REPORT(' \n')],
    ['report.not-submitted', ACCEPT_REPORT, ABOVE],
    ['report.not-submitted', RETURN_REPORT(), ABOVE],
  ])('%s', (...[code, command, said]) => expect(outcome(foldUnitPlan([east]), command, said)).toBe(code));

  it('of a return without a reason, of items and of reports', () => {
    const state = foldUnitPlan(after([SUBMIT('1')], [SUBMIT_REPORT()]));
    expect(outcome(state, RETURN('1', '  '), ABOVE)).toBe('item.reason-missing');
    expect(outcome(state, RETURN_REPORT(''), ABOVE)).toBe('report.reason-missing');
  });

  it.each<[UnitPlanRejection, Partial<typeof document>]>([
    ['document.in-future', { date: day('2022-07-05') }],
    ['document.issuer-unknown', { issuer: id('nobody') }],
  ])('%s: of a deadline moved or given by a document that cannot be', (code, wrong) => {
    const cited = { document: { ...document, ...wrong } };
    expect(outcome(foldUnitPlan([east]), { ...EXTEND('1'), ...cited } as UnitPlanCommand, ABOVE)).toBe(code);
    expect(outcome(foldUnitPlan([east]), { ...RESOLVE('3'), ...cited } as UnitPlanCommand, ABOVE)).toBe(code);
  });

  it('of a date before the plan was issued', () => {
    const early = { ...RESOLVE('3'), due: day('2022-06-29') } as UnitPlanCommand;
    expect(outcome(foldUnitPlan([east]), early, ABOVE)).toBe('item.before-issue');
  });

  it('name the case, for whoever words them', () => {
    expect(decideOn(foldUnitPlan([east]), EXTEND('1', '2022-09-01'), ABOVE)).toEqual({
      ok: false,
      rejection: { code: 'item.not-later', args: { item: '1', due: '2022-09-30', to: '2022-09-01' } },
    });
  });
});

describe('Receipt', () => {
  const starts = (state: UnitPlanState, command: UnitPlanCommand, when: string) => {
    const decision = decideOn(state, command, { when });
    return decision.ok ? decision.events : [];
  };

  it('of the unit plan acknowledges all that is assigned, and starts the clocks that run from it', () => {
    const events = starts(foldUnitPlan([east]), RECEIVE_ALL, '2022-07-01 16:45');
    expect(events[0]).toMatchObject({ type: 'UnitPlanReceived', actor: 'east', at: '2022-07-01T16:45:00+07:00' });
    expect(events.slice(1).map((event) => event.data)).toEqual([
      { item: '4', due: '2022-07-06', document: null },
      { item: '5', due: '2022-07-06', document: null },
    ]);
    expect(events[1]).toMatchObject({
      actor: null,
      because: { rules: 'hash-top', rule: 'task 4', calendar: 'spec-1', inputs: { receivedOn: '2022-07-01' } },
    });
  });

  it('is acknowledged once', () => {
    const state = foldUnitPlan(after([RECEIVE_ALL]));
    expect(outcome(state, RECEIVE_ALL)).toBe('nothing');
    expect(outcome(state, RECEIVE('4'))).toBe('nothing');
  });

  it('of one item leaves the others unread', () => {
    const state = foldUnitPlan(after([RECEIVE('4')]));
    const left = decideOn(state, RECEIVE_ALL);
    expect(left.ok && left.events[0]).toMatchObject({ data: { items: ['1', '2', '3', '5', '6@2022-Q3', '6@2022-Q4'] } });
  });

  it.each([START('4'), SUBMIT('4')])('goes without saying where work begins ($type): the clock starts then, once', (command) => {
    const events = after([command, { when: '2022-07-04 08:30' }]);
    const state = foldUnitPlan(events);
    expect(events.map(({ type }) => type).slice(2)).toEqual(['DeadlineResolved']);
    expect(state.items.get(item('4'))).toMatchObject({ due: '2022-07-07', receivedAt: '2022-07-04T08:30:00+07:00' });
    expect(outcome(state, RECEIVE_ALL)).toBe('UnitPlanReceived DeadlineResolved');
    const again = foldUnitPlan(after([RECEIVE('4'), { when: '2022-07-01' }], [command, { when: '2022-07-04' }]));
    expect(again.items.get(item('4'))?.due).toBe('2022-07-06');
  });

  it('starts no clock where a document has given the date already', () => {
    const state = foldUnitPlan(after([RESOLVE('4'), ABOVE]));
    expect(outcome(state, RECEIVE('4'))).toBe('ItemReceived');
  });
});

describe('A course of work', () => {
  it('goes back and forth until it is accepted', () => {
    const state = foldUnitPlan(
      after([SUBMIT('1')], [RETURN('1'), ABOVE], [START('1')], [SUBMIT('1'), { when: '2022-07-08' }], [ACCEPT('1'), ABOVE]),
    );
    expect(state.items.get(item('1'))).toMatchObject({ status: 'completed', submittedAt: '2022-07-08T00:00:00+07:00' });
    expect(state.version).toBe(6);
  });

  it('resolves a date that regulations set, by a document, once', () => {
    const events = after([RESOLVE('3'), ABOVE]);
    expect(events[1]).toEqual({
      type: 'DeadlineResolved',
      v: 1,
      data: { item: '3', due: '2022-10-31', document },
      because: null,
      at: '2022-07-04T08:30:00+07:00',
      actor: 'province',
    });
    expect(outcome(foldUnitPlan(events), RESOLVE('3'), ABOVE)).toBe('item.deadline-known');
  });

  it('extends a deadline, also of what is submitted', () => {
    const events = after([SUBMIT('1')], [EXTEND('1'), ABOVE]);
    expect(events[2]).toMatchObject({ type: 'DeadlineExtended', data: { from: '2022-09-30', to: '2022-10-31' } });
    expect(foldUnitPlan(events).items.get(item('1'))).toMatchObject({ due: '2022-10-31', generation: 2, status: 'submitted' });
  });

  it('of a report: sent with what was in and what was not, sent back, sent again, accepted', () => {
    const events = after([SUBMIT_REPORT()], [RETURN_REPORT(), ABOVE], [SUBMIT_REPORT('better')], [ACCEPT_REPORT, ABOVE]);
    expect(events[1]).toMatchObject({ data: { received: ['east/one'], missing: ['east/two'] }, actor: 'east' });
    expect(foldUnitPlan(events).reports.get(REPORT)).toMatchObject({ status: 'accepted', content: 'better' });
    expect(outcome(foldUnitPlan(events), SUBMIT_REPORT())).toBe('report.already-submitted');
    expect(outcome(foldUnitPlan(after([SUBMIT_REPORT()])), SUBMIT_REPORT())).toBe('report.already-submitted');
  });

  it('issues its own plan once, which meets every duty to do so', () => {
    const events = after([RECORD]);
    expect(events.slice(1).map(({ data }) => data)).toMatchObject([
      { duty: '1', plan: OWN },
      { duty: '2', plan: OWN },
    ]);
    const state = foldUnitPlan(events);
    expect([...state.duties.values()].map((owed) => owed.plan)).toEqual([OWN, OWN]);
    expect(outcome(state, RECORD)).toBe('own-plan.already-issued');
  });

  it('issues one unasked', () => {
    const commune = cascade.find((write) => write.unit === 'east/one')!.event as UnitPlanEvent;
    const decision = decideOn(foldUnitPlan([commune]), RECORD, { actor: 'east/one' });
    expect(decision.ok && decision.events).toMatchObject([{ type: 'OwnPlanIssued', data: { duty: null } }]);
  });
});
