import { describe, expect, it } from '@jest/globals';
import { deriveCascade } from '../../cascade/derive.js';
import type { ConsolidationRule, PlanRules, RegimeRule } from '../../ir/plan-rules.js';
import { at, calendar, contextOf, day, directory, each, id, REGIME, top, unit } from '../../spec-builders.js';
import type { Instant } from '../../time/local-date.js';
import type { UnitPlanCommand } from '../commands.js';
import { decideUnitPlan } from '../decide.js';
import type { ConsolidationClosed, ReportId, UnitPlanEvent } from '../events.js';
import { foldUnitPlan } from '../fold.js';
import { inputAmong, isIn } from '../report-inputs.js';
import type { RulesContext } from '../rules-context.js';
import { dueEffects, nextWakeUp } from './effects.js';

/** Several unit plans of one cascade, each a list of events, that see one another's reports. */
class Cascade {
  readonly streams = new Map<string, UnitPlanEvent[]>();
  readonly context: RulesContext;

  constructor(more: Partial<PlanRules>, issuedAt: Instant = at('2022-06-30 08:00')) {
    const plan = top(more);
    const base = contextOf(plan);
    this.context = {
      ...base,
      inputOf: (report, { by, from, before }) => {
        const events = (this.streams.get(from) ?? []).filter((event) => before === null || event.at < before);
        return events.length === 0 ? undefined : inputAmong(report, by, foldUnitPlan(events).reports.values());
      },
    };
    const cascade = deriveCascade(plan, { directory, calendar, at: issuedAt, states: new Map() });
    for (const write of cascade) this.streams.set(write.unit, [write.event]);
  }

  state(of: string) {
    return foldUnitPlan(this.streams.get(of) ?? []);
  }

  report(of: string, report: string) {
    return this.state(of).reports.get(report as ReportId);
  }

  tick(of: string, until: string): readonly UnitPlanEvent[] {
    const events = dueEffects(this.state(of), at(until), this.context);
    this.streams.get(of)?.push(...events);
    return events;
  }

  act([of, actor]: readonly [of: string, actor: string], when: string, command: UnitPlanCommand): void {
    this.tick(of, when);
    const decision = decideUnitPlan(command, this.state(of), { ...this.context, at: at(when), actor: id(actor) });
    if (!decision.ok) throw new Error(decision.rejection.code);
    this.streams.get(of)?.push(...decision.events);
  }

  send(of: string, when: string, report: string): void {
    this.act([of, of], when, { type: 'SubmitReport', report: report as ReportId, content: 'x', received: [], missing: [] });
  }
}

const closedIn = (events: readonly UnitPlanEvent[]) =>
  events
    .filter((event): event is ConsolidationClosed => event.type === 'ConsolidationClosed')
    .map(({ data: { report, received, late, missing }, at: when }) => [
      `${when.slice(0, 16)} ${report}`,
      received.join(' '),
      late.join(' '),
      missing.join(' '),
    ]);

/** Communes by the 16th, the district's own report by the 19th; the interior department sums up by the 24th. */
const COMMUNES = { ...REGIME.routes[0]!, via: null, due: { day: 17, exclusive: true } };
const DISTRICTS = { ...REGIME.routes[1]!, from: [each('district')], via: null, due: { day: 20, exclusive: true } };
const SUMMED: ConsolidationRule = { ...REGIME.consolidation!, due: { day: 25, exclusive: true } };
const regime: RegimeRule = { ...REGIME, periods: ['9M'], routes: [COMMUNES, DISTRICTS], consolidation: SUMMED };
const PLAN = { regimes: [regime] };

describe('A consolidation', () => {
  it('closes at 00:00 after its own last day with what is in: in time, late, missing', () => {
    const cascade = new Cascade(PLAN);
    cascade.send('east/one', '2022-09-16 23:59', '1@2022-9M');
    cascade.send('east/two', '2022-09-17 00:00', '1@2022-9M');
    expect(closedIn(cascade.tick('east', '2022-09-19 23:59'))).toEqual([]);
    expect(closedIn(cascade.tick('east', '2022-09-20'))).toEqual([
      ['2022-09-20T00:00 1@2022-9M', 'east/one east/two', 'east/two', ''],
    ]);
    expect(closedIn(cascade.tick('west', '2022-10-01'))).toEqual([['2022-09-20T00:00 1@2022-9M', '', '', 'west/one']]);
  });

  it('closes once, and wakes nobody afterwards', () => {
    const cascade = new Cascade(PLAN);
    expect(nextWakeUp(cascade.state('east'), cascade.context)).toBe('2022-09-20T00:00:00+07:00');
    cascade.tick('east', '2022-09-20');
    expect(closedIn(cascade.tick('east', '2023-09-20'))).toEqual([]);
    expect(nextWakeUp(cascade.state('east'), cascade.context)).toBeNull();
  });

  it('does not close by being sent before its day', () => {
    const cascade = new Cascade(PLAN);
    cascade.send('east', '2022-09-15 09:00', '1@2022-9M');
    cascade.send('east/one', '2022-09-16 09:00', '1@2022-9M');
    expect(cascade.report('east', '1@2022-9M')?.closed).toBeNull();
    cascade.tick('east', '2022-09-20');
    expect(cascade.report('east', '1@2022-9M')?.closed).toMatchObject({ received: ['east/one'], missing: ['east/two'] });
  });

  it('is judged by what was in at its instant, however late the clock comes by', () => {
    const cascade = new Cascade(PLAN);
    cascade.send('east/one', '2022-09-16 09:00', '1@2022-9M');
    cascade.act(['east/one', 'east'], '2022-09-20 08:00', { type: 'ReturnReport', report: '1@2022-9M' as ReportId, reason: 'x' });
    cascade.send('east/two', '2022-09-20 00:00', '1@2022-9M');
    expect(closedIn(cascade.tick('east', '2022-12-01'))).toEqual([['2022-09-20T00:00 1@2022-9M', 'east/one', '', 'east/two']]);
  });

  it('that is sent back is open again, and closes anew with what is in when it is sent anew', () => {
    const cascade = new Cascade(PLAN);
    cascade.send('east/one', '2022-09-16 09:00', '1@2022-9M');
    cascade.send('east', '2022-09-19 09:00', '1@2022-9M');
    cascade.tick('east', '2022-09-20');
    cascade.send('east/two', '2022-09-21 09:00', '1@2022-9M');
    cascade.act(['east', 'province'], '2022-09-22 09:00', { type: 'ReturnReport', report: '1@2022-9M' as ReportId, reason: 'x' });
    expect(cascade.report('east', '1@2022-9M')).toMatchObject({ status: 'returned', closed: null });
    expect(closedIn(cascade.tick('east', '2022-09-23'))).toEqual([]);
    cascade.send('east', '2022-09-23 10:00', '1@2022-9M');
    expect(closedIn(cascade.tick('east', '2022-09-23 10:00'))).toEqual([
      ['2022-09-23T10:00 1@2022-9M', 'east/one east/two', 'east/two', ''],
    ]);
  });

  it('that is put off closes on its new day', () => {
    const cascade = new Cascade(PLAN);
    const document = { number: '5', date: day('2022-09-18'), issuer: id('province') };
    cascade.act(['east', 'province'], '2022-09-18 09:00', {
      type: 'ExtendReport',
      report: '1@2022-9M' as ReportId,
      to: day('2022-09-30'),
      document,
    });
    expect(closedIn(cascade.tick('east', '2022-12-01')).map(([first]) => first)).toEqual(['2022-10-01T00:00 1@2022-9M']);
  });

  it('with a clock time closes at it', () => {
    const timed = { ...regime, routes: [COMMUNES, { ...DISTRICTS, due: { day: 20, exclusive: false, times: ['16:00'] } }] };
    const cascade = new Cascade({ regimes: [timed as RegimeRule] });
    cascade.send('east/one', '2022-09-20 15:59', '1@2022-9M');
    cascade.send('east/two', '2022-09-20 16:00', '1@2022-9M');
    expect(closedIn(cascade.tick('east', '2022-09-21'))).toEqual([
      ['2022-09-20T16:00 1@2022-9M', 'east/one', 'east/one', 'east/two'],
    ]);
  });

  it('takes in the one below it in the chain, each on its own day', () => {
    const chain: ConsolidationRule = {
      by: id('finance'),
      to: { kind: 'unit', unit: id('province') },
      due: { day: 28, exclusive: false },
      place: REGIME.place,
    };
    const cascade = new Cascade({ regimes: [{ ...regime, chain: [chain] }] });
    cascade.send('east', '2022-09-18 09:00', '1@2022-9M');
    expect(closedIn(cascade.tick('interior', '2022-12-01'))).toEqual([['2022-09-25T00:00 1@2022-9M:all', 'east', '', 'west']]);
    cascade.send('interior', '2022-09-24 09:00', '1@2022-9M:all');
    expect(closedIn(cascade.tick('finance', '2022-12-01'))).toEqual([
      ['2022-09-29T00:00 1@2022-9M:all2', 'interior east', '', 'west'],
    ]);
  });

  it('says on what it closed', () => {
    const cascade = new Cascade(PLAN);
    cascade.send('east/one', '2022-09-16 09:00', '1@2022-9M');
    expect(cascade.tick('east', '2022-09-20').find(({ type }) => type === 'ConsolidationClosed')?.because).toEqual({
      rules: 'hash-top',
      rule: 'regime 1',
      place: regime.place,
      calendar: 'spec-1',
      organisation: 'org-1',
      inputs: { due: '2022-09-19', 'east/one': '2022-09-16T09:00:00+07:00', 'east/two': null },
    });
  });

  it('of several hours of a day is in once the last of them is', () => {
    const twice: RegimeRule = {
      ...REGIME,
      periods: ['D'],
      due: { day: 0, exclusive: false, times: ['09:00', '16:00'] as never },
      routes: [{ ...REGIME.routes[0]!, from: [unit('east/one')], to: { kind: 'unit', unit: id('interior') }, via: null }],
      consolidation: { ...SUMMED, due: { day: 0, exclusive: false } },
    };
    const cascade = new Cascade({ regimes: [twice], horizon: day('2022-07-01') });
    cascade.tick('east/one', '2022-07-01');
    cascade.send('east/one', '2022-07-01 08:00', '1@2022-07-01T09:00');
    cascade.tick('interior', '2022-07-01 23:59');
    const [summed] = [...cascade.state('interior').reports.values()].filter(({ consolidated }) => consolidated);
    expect(summed?.inputs).toEqual(['east/one']);
    expect(closedIn(cascade.tick('interior', '2022-07-02'))).toEqual([['2022-07-02T00:00 1@2022-07-01:all', '', '', 'east/one']]);
  });
});

describe('Of what a unit sends by sector', () => {
  it('each addressee takes in what was sent to it', () => {
    const cascade = new Cascade(PLAN);
    const own = cascade.report('east', '1@2022-9M')!;
    const toEast = { ...cascade.report('east/one', '1@2022-9M')!, id: '1@2022-9M>east' as ReportId };
    const toWest = { ...toEast, id: '1@2022-9M>west' as ReportId, to: id('west'), status: 'submitted' as const };
    expect(inputAmong(own, id('east'), [toWest, toEast])).toBe(toEast);
    expect(isIn(inputAmong(own, id('west'), [toWest, toEast]))).toBe(true);
  });
});
