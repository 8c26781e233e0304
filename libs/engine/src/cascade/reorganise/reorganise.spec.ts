import { describe, expect, it } from '@jest/globals';
import {
  at,
  before,
  by,
  deepFreeze,
  directoryOf,
  duty,
  each,
  every,
  id,
  LADDER,
  open,
  REGIME,
  task,
  top,
  unit,
  UNITS,
  within,
} from '../../spec-builders.js';
import { dueEffects } from '../../unit-plan/effects/effects.js';
import type { ItemId, ReportId } from '../../unit-plan/events.js';
import { Case, CHANGE, like } from './fixture.js';

const DOCUMENT = { number: '9/CV', date: '2022-08-30', issuer: 'province' };
const COMMUNES = task('1', { leads: [each('commune')], deadline: by('2022-12-20') });
const DISTRICTS = task('2', { leads: [each('district')], deadline: by('2022-11-30') });
const NAMED = task('3', { leads: [unit('east/one')], deadline: by('2022-12-01') });
const plan = (...tasks: readonly ReturnType<typeof task>[]) => top({ tasks, escalation: LADDER });
/** Both communes of the east become one. */
const JOINED = { ended: { 'east/one': ['east/new'], 'east/two': ['east/new'] }, founded: [like('east/one', 'east/new', 'east')] };
/** The districts end; their communes answer to the province. */
const TWO_TIERS = {
  ended: { east: [], west: [], 'east/interior': [], 'west/interior': [] },
  moved: { 'east/one': 'province', 'east/two': 'province', 'west/one': 'province' },
};

describe('When two communes become one', () => {
  it('owes the same task once, by the later date, and names whose it was', () => {
    const extended = { item: '1', from: '2022-12-20', to: '2022-12-31', document: DOCUMENT };
    const done = new Case(plan(COMMUNES)).after('east/two', 'DeadlineExtended', extended).reorganise(JOINED);
    expect(done.inherited('east/new')?.items).toMatchObject([
      {
        id: '1',
        due: '2022-12-31',
        inherited: [
          { unit: 'east/one', obligation: 'item 1', due: '2022-12-20' },
          { unit: 'east/two', obligation: 'item 1', due: '2022-12-31' },
        ],
      },
    ]);
    expect(done.handover('east/one', 'item 1')).toEqual([['east/new'], 'succeeded']);
    expect(done.state('east/one').items.get('1' as ItemId)?.status).toBe('transferred');
    // The extension stands: no calendar moves it.
    expect(done.state('east/new').items.get('1' as ItemId)).toMatchObject({ basis: 'document', status: 'assigned' });
  });

  it('owes the rest where one had done its part, and nothing where both had', () => {
    const one = new Case(plan(COMMUNES)).after('east/one', 'ItemSubmitted', { item: '1', note: null });
    expect(one.reorganise(JOINED).inherited('east/new')?.items).toMatchObject([{ inherited: [{ unit: 'east/two' }] }]);
    const both = one.after('east/two', 'ItemSubmitted', { item: '1', note: null }).reorganise(JOINED);
    expect(both.inherited('east/new')).toMatchObject({ items: [], from: ['east/one', 'east/two'] });
    expect(both.transferred('east/one')).toEqual({ handovers: [] });
    expect(both.state('east/one').items.get('1' as ItemId)?.status).toBe('submitted');
  });

  it('keeps periods apart, and what has been opened', () => {
    const done = new Case(plan(task('5', { leads: [each('commune')], deadline: every('quarter') }))).reorganise(JOINED);
    expect(done.inherited('east/new')?.items.map((item) => item.id)).toEqual(['5@2022-Q3', '5@2022-Q4']);
    expect(done.inherited('east/new')?.opened).toMatchObject([{ yearly: '2022' }]);
  });

  it('lets a clock that stands still go before any date', () => {
    const stopped = { item: '1', from: '2022-09-01', until: null, document: DOCUMENT };
    const done = new Case(plan(COMMUNES)).after('east/one', 'ItemSuspended', stopped).reorganise(JOINED);
    expect(done.state('east/new').items.get('1' as ItemId)).toMatchObject({
      status: 'suspended',
      suspendedFrom: 'assigned',
      suspensions: [{ from: '2022-09-01', until: null }],
    });
  });

  it('takes over what waits for an event as waiting, and what has begun as begun', () => {
    const waiting = task('6', {
      leads: [each('commune')],
      deadline: { kind: 'on-event', event: 'the flood', direction: 'after', term: { amount: 5, unit: 'day' } },
    });
    const asleep = new Case(plan(waiting)).reorganise(JOINED);
    expect(asleep.state('east/new').items.get('6' as ItemId)).toMatchObject({ status: 'dormant', awaits: 'the flood' });
    const started = { event: 'the flood', on: '2022-09-28', items: [{ item: '6', due: '2022-10-03' }] };
    const awake = new Case(plan(waiting)).after('east/two', 'ClocksStarted', started).reorganise(JOINED);
    expect(awake.state('east/new').items.get('6' as ItemId)).toMatchObject({
      status: 'assigned',
      due: '2022-10-03',
      startedOn: '2022-09-28',
    });
  });

  it('hands a date that ran from receipt over as a date that stands', () => {
    const term = task('7', { leads: [each('commune')], deadline: within(10, 'day', 'receipt') });
    const running = new Case(plan(term))
      .after('east/one', 'UnitPlanReceived', { items: ['7'] }, '2022-09-25')
      .after('east/one', 'DeadlineResolved', { item: '7', due: '2022-10-05', document: null }, '2022-09-25');
    expect(
      running
        .reorganise(JOINED)
        .state('east/new')
        .items.get('7' as ItemId),
    ).toMatchObject({ due: '2022-10-05', basis: 'document' });
  });
});

describe('When a unit that goes on takes another over', () => {
  const ABSORBED = { ended: { 'east/two': ['east/one'] } };

  it('does both as one, without beginning anew what it does', () => {
    const done = new Case(plan(COMMUNES)).after('east/one', 'ItemStarted', { item: '1' }).reorganise(ABSORBED);
    expect(done.state('east/one').items.get('1' as ItemId)).toMatchObject({
      status: 'in-progress',
      generation: 1,
      inherited: [{ unit: 'east/two' }],
    });
  });

  it('gains the other’s time: a new generation of steps begins', () => {
    const extended = { item: '1', from: '2022-12-20', to: '2022-12-31', document: DOCUMENT };
    const done = new Case(plan(COMMUNES)).after('east/two', 'DeadlineExtended', extended).reorganise(ABSORBED);
    expect(done.state('east/one').items.get('1' as ItemId)).toMatchObject({
      due: '2022-12-31',
      generation: 2,
      since: CHANGE,
      basis: 'document',
    });
  });

  it('owes the rest under a name of its own where it has done its own part', () => {
    const done = new Case(plan(COMMUNES)).after('east/one', 'ItemSubmitted', { item: '1', note: null }).reorganise(ABSORBED);
    const items = done.state('east/one').items;
    expect([items.get('1' as ItemId)?.status, items.get('1~2' as ItemId)?.status]).toEqual(['submitted', 'assigned']);
  });
});

describe('When a unit is divided', () => {
  const DIVIDED = {
    ended: { 'east/one': ['east/a', 'east/b'] },
    founded: [like('east/one', 'east/a', 'east'), like('east/one', 'east/b', 'east')],
  };

  it('leaves work of a class to each part, and named work to the first, the others leading jointly', () => {
    const done = new Case(plan(COMMUNES, NAMED)).reorganise(DIVIDED);
    expect(done.handover('east/one', 'item 1')).toEqual([['east/a', 'east/b'], 'succeeded']);
    expect(done.handover('east/one', 'item 3')).toEqual([['east/a'], 'succeeded']);
    expect(done.inherited('east/a')?.items).toMatchObject([{ id: '1' }, { id: '3', jointLeads: ['east/b'] }]);
    expect(done.inherited('east/b')).toMatchObject({ items: [{ id: '1' }], joint: [{ task: '3', accountable: 'east/a' }] });
  });
});

describe('When a unit ends without a successor', () => {
  it('leaves named work to its superior, and ends its share of what a class does', () => {
    const done = new Case(plan(COMMUNES, NAMED)).reorganise({ ended: { 'east/one': [] } });
    expect(done.handover('east/one', 'item 3')).toEqual([['east'], 'to-superior']);
    expect(done.handover('east/one', 'item 1')).toEqual([[], 'no-successor']);
    expect(done.state('east/one').items.get('1' as ItemId)?.status).toBe('cancelled');
    expect(done.result.unresolved).toEqual([{ unit: 'east/one', obligation: 'item 1', reason: 'no-successor' }]);
  });
});

describe('When the tier between ends', () => {
  it('ends what each unit of it had to do, or leaves it to those that the data name', () => {
    const alone = new Case(plan(DISTRICTS)).reorganise(TWO_TIERS);
    expect(alone.handover('east', 'item 2')).toEqual([[], 'tier-ended']);
    const left = { ...TWO_TIERS, ended: { ...TWO_TIERS.ended, east: ['east/one', 'east/two'] } };
    const done = new Case(plan(DISTRICTS)).reorganise(left);
    expect(done.handover('east', 'item 2')).toEqual([['east/one', 'east/two'], 'tier-ended']);
    expect(done.inherited('east/two')?.items).toMatchObject([{ id: '2', due: '2022-11-30', inherited: [{ unit: 'east' }] }]);
  });

  const reporting = () => new Case(top({ regimes: [REGIME], duties: [duty('1', [each('district')], before('2022-12-15'))] }));

  it('sends the communes’ reports to the province, the way on which the districts sent theirs', () => {
    const done = reporting().reorganise(TWO_TIERS);
    expect(done.readdressed('east/one')).toMatchObject({
      acceptors: ['interior', 'province'],
      provisional: false,
      reports: [
        { report: '1@2022-9M', to: 'province', via: 'interior' },
        { report: '1@2022-Y', to: 'province', via: 'interior' },
      ],
    });
  });

  it('ends the districts’ consolidations and duties, and lets the next above take in what they had taken in', () => {
    const done = reporting().reorganise(TWO_TIERS);
    expect(done.handover('east', 'report 1@2022-Y')).toEqual([[], 'consolidation-ended']);
    expect(done.handover('east', 'duty 1')).toEqual([[], 'tier-ended']);
    expect(done.readdressed('interior')?.reports.map(({ report, inputs }) => [report, inputs])).toContainEqual([
      '1@2022-Y:all',
      ['finance', 'interior', 'east/one', 'east/two', 'west/one'],
    ]);
  });

  it('lets those whose reports go to whoever sums up from now on be taken in by what is open', () => {
    const [communes] = REGIME.routes;
    const consolidation = REGIME.consolidation && { ...REGIME.consolidation, due: REGIME.due };
    const regime = { ...REGIME, routes: communes ? [communes] : [], consolidation };
    const alone = new Case(top({ regimes: [regime] }));
    expect(alone.states.get(id('interior'))?.reports.get('1@2022-Y:all' as ReportId)?.inputs).toEqual([]);
    // That of nine months was due on 14 September.
    const done = alone.reorganise(TWO_TIERS);
    expect(done.readdressed('interior')?.reports.map(({ report, inputs }) => [report, inputs])).toEqual([
      ['1@2022-Y:all', ['east/one', 'east/two', 'west/one']],
    ]);
  });

  it('goes on counting what a district had sent', () => {
    const sent = { report: '1@2022-9M', content: 'sent', received: [], missing: [] };
    const done = reporting().after('east', 'ReportSubmitted', sent).reorganise(TWO_TIERS);
    const inputs = done.readdressed('interior')?.reports.find(({ report }) => report === '1@2022-9M:all')?.inputs;
    expect(inputs).toEqual(['finance', 'interior', 'east', 'west/one']);
    expect(done.handover('east', 'report 1@2022-9M')).toBeUndefined();
  });
});

describe('When a province joins another', () => {
  const OTHER = [
    ...UNITS,
    like('province', 'second', null),
    like('interior', 'second/interior', 'second'),
    like('east/one', 'second/commune', 'second'),
  ];
  const MERGED = {
    ended: {
      province: ['new'],
      second: ['new'],
      interior: ['new/interior'],
      'second/interior': ['new/interior'],
      finance: ['new/finance'],
    },
    founded: [like('province', 'new', null), like('interior', 'new/interior', 'new'), like('finance', 'new/finance', 'new')],
    moved: { east: 'new', west: 'new', 'second/commune': 'new' },
  };
  const tasks = [
    COMMUNES,
    task('4', {
      leads: [unit('interior')],
      supports: [unit('finance')],
      deadline: by('2022-12-10'),
      report: { to: { kind: 'unit', unit: id('finance') }, deadline: by('2022-12-10') },
    }),
  ];
  const merged = () => new Case(top({ tasks, regimes: [REGIME], escalation: LADDER }), directoryOf(OTHER)).reorganise(MERGED);

  it('lets its plan run on, for those whom it had reached and nobody else', () => {
    const done = merged();
    expect(done.inherited('new/interior')?.items).toMatchObject([{ id: '4', receiver: 'new/finance' }]);
    expect(done.inherited('new/finance')?.supports).toMatchObject([{ task: '4' }]);
    expect(done.readdressed('east/one')?.acceptors).toEqual(['east', 'new', 'new/interior']);
    expect(done.result.unitPlans.map(({ unit: of }) => of)).not.toContain('second/commune');
    const taken = done.inherited('new/interior')?.reports.find(({ consolidated }) => consolidated);
    expect(taken).toMatchObject({ id: '1@2022-9M:all', to: 'new', inputs: ['new/finance', 'new/interior', 'east', 'west'] });
  });

  it('escalates to those who answer now', () => {
    const done = merged();
    const steps = dueEffects(done.state('east/one'), at('2023-01-31'), done.context());
    const targets = steps.flatMap((event) =>
      event.type === 'EscalationStepReached' ? event.data.actions.map(({ target }) => target) : [],
    );
    expect(new Set(targets)).toEqual(new Set(['east/one', 'east', 'new/interior', 'new']));
  });
});

describe('When nobody ends', () => {
  it('does nothing where only names change', () => {
    expect(new Case(plan(COMMUNES, DISTRICTS)).reorganise({}).result).toEqual({ unitPlans: [], unresolved: [] });
  });
});

describe('A reorganisation', () => {
  it('leaves nothing overdue in silence: the steps of what had passed happen when it comes over', () => {
    const overdue = task('8', { leads: [each('commune')], deadline: by('2022-09-26') });
    const done = new Case(plan(overdue)).reorganise(JOINED);
    const steps = dueEffects(done.state('east/new'), CHANGE, done.context());
    expect(steps).toMatchObject([
      { type: 'EscalationStepReached', data: { obligation: 'item 8', step: 'after-1d' }, at: CHANGE },
    ]);
  });

  it('finds nothing to do a second time', () => {
    const first = new Case(plan(COMMUNES, DISTRICTS, NAMED, task('9', { leads: [open('others')] }))).reorganise(JOINED);
    const again = new Case(plan(COMMUNES, DISTRICTS, NAMED));
    again.states.clear();
    for (const [of, state] of first.states()) again.states.set(of, state);
    expect(again.reorganise(JOINED).result).toEqual({ unitPlans: [], unresolved: [] });
  });

  it('changes nothing that it is given, and gives the same bytes in whatever order it is given them', () => {
    const world = () => new Case(top({ tasks: [COMMUNES, DISTRICTS, NAMED], regimes: [REGIME] }));
    const one = world();
    deepFreeze(one.states);
    const reversed = world();
    const turned = [...reversed.states].reverse();
    reversed.states.clear();
    for (const [of, state] of turned) reversed.states.set(of, state);
    expect(JSON.stringify(one.reorganise(TWO_TIERS).result.unitPlans.map(({ events }) => events))).toBe(
      JSON.stringify(reversed.reorganise(TWO_TIERS).result.unitPlans.map(({ events }) => events)),
    );
  });
});
