import { describe, expect, it } from '@jest/globals';
import { at, by, contextOf, day, each, id, REGIME, task, top } from '../../spec-builders.js';
import type { UnitPlanCommand } from '../../unit-plan/commands.js';
import { decideUnitPlan } from '../../unit-plan/decide.js';
import type { ItemId, ReportId } from '../../unit-plan/events.js';
import type { UnitPlanState } from '../../unit-plan/state.js';
import { Case, like } from './fixture.js';

const COMMUNES = task('1', { leads: [each('commune')], deadline: by('2022-12-20') });
const RESULT = { to: { kind: 'superior' }, deadline: by('2022-12-20') } as const;
const RECEIVED = task('2', { leads: [each('commune')], deadline: by('2022-12-20'), report: RESULT });
const plan = top({ tasks: [COMMUNES, RECEIVED], regimes: [REGIME] });
const item = (of: string): ItemId => of as ItemId;
const REPORT = '1@2022-9M' as ReportId;
const SENT = { report: REPORT, content: 'sent', received: [], missing: [] };
const document = { number: '5/QD', date: day('2022-07-01'), issuer: id('province') };

/** The east's communes become one. */
const JOINED = { ended: { 'east/one': ['east/new'], 'east/two': ['east/new'] }, founded: [like('east/one', 'east/new', 'east')] };
/** The district ends with its office, nobody being its like; its communes answer to the province. */
const EAST_ENDS = { ended: { east: [], 'east/interior': [] }, moved: { 'east/one': 'province', 'east/two': 'province' } };

const submitted = () =>
  new Case(plan)
    .after('east/one', 'ItemSubmitted', { item: '1', note: null })
    .after('east/one', 'ItemSubmitted', { item: '2', note: null })
    .after('east/one', 'ReportSubmitted', SENT);

const decide = (state: UnitPlanState, command: UnitPlanCommand, actor: string) =>
  decideUnitPlan(command, state, { ...contextOf(plan), at: at('2022-10-05 09:00'), actor: id(actor) });

describe('When a unit that handed work in is no more', () => {
  const gone = submitted().reorganise(JOINED).state('east/one');

  it('has its work accepted', () => {
    const accepted = decide(gone, { type: 'AcceptItem', item: item('1') }, 'province');
    expect(accepted).toMatchObject({ ok: true, events: [{ type: 'ItemAccepted', data: { item: '1' } }] });
    const read = decide(gone, { type: 'AcceptReport', report: REPORT }, 'east');
    expect(read).toMatchObject({ ok: true, events: [{ type: 'ReportAccepted' }] });
  });

  const refused: readonly (readonly [string, UnitPlanCommand])[] = [
    ['returned', { type: 'ReturnItem', item: item('1'), reason: 'incomplete' }],
    ['returned as a report', { type: 'ReturnReport', report: REPORT, reason: 'incomplete' }],
    ['put off', { type: 'ExtendDeadline', item: item('1'), to: day('2022-12-31'), document }],
    ['suspended', { type: 'SuspendItem', item: item('1'), from: day('2022-10-05'), until: null, document }],
    ['asked for more', { type: 'RequestReport', title: 'More', due: day('2022-10-31'), time: null, document: null }],
  ];
  it.each(refused)('has nothing %s', (_, command) => {
    const expected = { ok: false, rejection: { code: 'unit.ended', args: { unit: 'east/one', on: '2022-10-01' } } };
    expect(decide(gone, command, 'province')).toEqual(expected);
  });
});

describe('When those who judge are no more', () => {
  it('lets whoever answers for them judge what is handed in', () => {
    const done = submitted().reorganise(EAST_ENDS);
    const { acceptors, items, reports } = done.state('east/one');
    expect(acceptors).not.toContain('east');
    expect(items.get(item('2'))).toMatchObject({ status: 'submitted', receiver: 'province' });
    expect(reports.get(REPORT)).toMatchObject({ status: 'submitted', to: 'province' });
    const returned = decide(done.state('east/one'), { type: 'ReturnReport', report: REPORT, reason: 'late' }, 'province');
    expect(returned.ok).toBe(true);
  });

  it('does so where the unit ended with them', () => {
    const joined = { ...EAST_ENDS, ended: { ...EAST_ENDS.ended, 'east/one': ['west/one'] }, moved: { 'east/two': 'province' } };
    const done = submitted().reorganise(joined);
    expect(done.state('east/one').items.get(item('2'))).toMatchObject({ status: 'submitted', receiver: 'province' });
    expect(decide(done.state('east/one'), { type: 'AcceptReport', report: REPORT }, 'province').ok).toBe(true);
    expect(done.state('east/one').acceptors).not.toContain('east');
  });

  it('leaves what is handed in with whom it went to, where that one stands', () => {
    const done = submitted().reorganise({ moved: { 'east/one': 'west' } });
    expect(done.state('east/one').reports.get(REPORT)).toMatchObject({ to: 'east' });
  });
});

describe('When work of several names comes to one unit', () => {
  it('keeps all of it under names of their own', () => {
    // west/one has done its own; east/two holds the rest of an earlier change beside its own work, sent back.
    const rest = { id: '1~2', task: '1', source: plan.id, period: null, kind: 'by', due: day('2022-12-24') };
    const added = { items: [{ ...rest, receiver: null, jointLeads: [] }], joint: [], supports: [], reports: [], duties: [] };
    const done = new Case(plan)
      .after('west/one', 'ItemSubmitted', { item: '1', note: null })
      .after('east/two', 'PeriodsOpened', { source: plan.id, through: '2022', added })
      .reorganise({ ended: { 'east/one': ['west/one'], 'east/two': ['west/one'] } });
    expect(done.inherited('west/one')?.items.filter(({ task: of }) => of === '1')).toMatchObject([
      {
        id: '1~2',
        due: '2022-12-24',
        inherited: [
          { unit: 'east/one', obligation: 'item 1' },
          { unit: 'east/two', obligation: 'item 1' },
          { unit: 'east/two', obligation: 'item 1~2' },
        ],
      },
    ]);
  });

  it('does not take one question for another that was asked on the same day', () => {
    const way = { to: 'province', via: null, copies: [], inputs: [], consolidated: false };
    const span = { from: '2022-06-30', until: '2022-10-20', due: '2022-10-20' };
    const request = { id: 'request@2022-09-01', regime: 'request', source: plan.id, period: 'request', ...span, ...way };
    const asked = (title: string) => ({ document: null, report: { ...request, asked: title } });
    const done = new Case(plan)
      .after('east/one', 'ReportRequested', asked('Floods'))
      .after('east/two', 'ReportRequested', asked('Droughts'))
      .reorganise(JOINED);
    const requests = done.inherited('east/new')?.reports.filter(({ regime }) => regime === 'request');
    expect(requests?.map((report) => [report.id, report.asked, report.inherited?.length])).toEqual([
      ['request@2022-09-01', 'Floods', 1],
      ['request@2022-09-01~2', 'Droughts', 1],
    ]);
  });
});

describe('When a consolidation had closed before its senders ended', () => {
  it('takes in the heirs of those whose reports never came, should it be opened again', () => {
    const closed = { report: '1@2022-9M:all', received: [], late: [], missing: ['east', 'west'] };
    const done = new Case(plan).after('interior', 'ConsolidationClosed', closed).reorganise(EAST_ENDS);
    const { inputs, closed: ledger } = done.state('interior').reports.get('1@2022-9M:all' as ReportId) ?? {};
    expect(inputs).not.toContain('east');
    expect(inputs).toEqual(expect.arrayContaining(['east/one', 'east/two']));
    expect(ledger?.missing).toEqual(['east', 'west']);
  });
});
