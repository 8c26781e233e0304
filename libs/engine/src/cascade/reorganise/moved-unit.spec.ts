import { describe, expect, it } from '@jest/globals';
import { by, directoryOf, each, id, REGIME, task, top, UNITS } from '../../spec-builders.js';
import type { ReportId } from '../../unit-plan/events.js';
import { Case, like, type Outcome } from './fixture.js';

const COMMUNES = task('1', { leads: [each('commune')], deadline: by('2022-12-20') });
const REPORTED = top({ tasks: [COMMUNES], regimes: [REGIME] });
const MOVED = { moved: { 'east/one': 'west' } };
const SENT = { report: '1@2022-Y', content: 'sent', received: [], missing: [] };

const living = () => new Case(REPORTED);
const inputs = (done: Outcome, unit: string, report: string) => done.state(unit).reports.get(report as ReportId)?.inputs;

describe('When a commune moves to another district, and nobody ends', () => {
  it('readdresses what it owes, and whom its superiors expect to hear from', () => {
    const done = living().reorganise(MOVED);
    expect(done.result.unitPlans.map(({ unit: of }) => of)).toEqual(['east', 'east/one', 'west']);
    expect(done.readdressed('east/one')).toMatchObject({
      acceptors: ['interior', 'province', 'west'],
      reports: [
        { to: 'west', via: 'west/interior' },
        { to: 'west', via: 'west/interior' },
      ],
    });
    expect(inputs(done, 'east', '1@2022-Y')).toEqual(['east/two']);
    expect(inputs(done, 'west', '1@2022-Y')).toEqual(['west/one', 'east/one']);
  });

  it('leaves as it was what should have been summed up by then', () => {
    const done = living().reorganise(MOVED);
    expect(inputs(done, 'east', '1@2022-9M')).toEqual(['east/one', 'east/two']);
    expect(inputs(done, 'west', '1@2022-9M')).toEqual(['west/one']);
  });

  it('still counts it where it had handed its report in', () => {
    const done = living().after('east/one', 'ReportSubmitted', SENT).reorganise(MOVED);
    expect(inputs(done, 'east', '1@2022-Y')).toEqual(['east/one', 'east/two']);
    expect(inputs(done, 'west', '1@2022-Y')).toEqual(['west/one']);
  });

  it('finds nothing to do a second time', () => {
    const done = living().reorganise(MOVED);
    const again = new Case(REPORTED, done.directory);
    for (const [unit, state] of done.states()) again.states.set(unit, state);
    expect(again.reorganise({}).result.unitPlans).toEqual([]);
  });
});

describe('When a commune that answered to the province moves below a district', () => {
  const [communes, others] = REGIME.routes;
  const direct = { ...communes!, from: [each('commune'), each('district')], via: null };
  const free = [...UNITS.filter(({ id: unit }) => unit !== 'east/one'), like('east/one', 'east/one', 'province')];
  const mixed = new Case(top({ tasks: [COMMUNES], regimes: [{ ...REGIME, routes: [direct, others!] }] }), directoryOf(free));

  it('comes to whoever sums up with the report of the district, and no more by itself', () => {
    expect(mixed.states.get(id('interior'))?.reports.get('1@2022-Y:all' as ReportId)?.inputs).toContain('east/one');
    const done = mixed.reorganise({ moved: { 'east/one': 'east' } });
    expect(inputs(done, 'interior', '1@2022-Y:all')).not.toContain('east/one');
    expect(inputs(done, 'interior', '1@2022-Y:all')).toContain('east');
    expect(inputs(done, 'east', '1@2022-Y')).toContain('east/one');
  });
});
