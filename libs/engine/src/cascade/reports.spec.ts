import { describe, expect, it } from '@jest/globals';
import type { PlanRules, RegimeRule } from '../ir/plan-rules.js';
import { below, calendar, day, directory, each, id, REGIME, rules, task, top, unit } from '../spec-builders.js';
import type { DerivedReport } from '../unit-plan/events.js';
import { obligationsBelow } from './obligations.js';
import type { EffectivePlan } from './effective-plan.js';

const reportsOf = (plan: EffectivePlan, of: string): readonly DerivedReport[] =>
  obligationsBelow(plan, { directory, calendar }).get(id(of))?.reports ?? [];
const under = (regime: Partial<RegimeRule>, more: Partial<PlanRules> = {}): EffectivePlan =>
  top({ ...more, regimes: [{ ...REGIME, ...regime }] });

const [communes, others] = REGIME.routes;
const SOURCE = '239-KH-UBND_2022-06-30_province';

describe('A reporting regime', () => {
  it('asks a commune for nine months and the year, through its own district’s interior division', () => {
    const common = { regime: '1', source: SOURCE, from: '2021-12-15', to: 'west', via: 'west/interior', copies: [] };
    expect(reportsOf(under({}), 'west/one')).toEqual([
      { id: '1@2022-9M', period: '9M', until: '2022-09-14', due: '2022-09-14', consolidated: false, inputs: [], ...common },
      { id: '1@2022-Y', period: 'Y', until: '2022-12-14', due: '2022-12-14', consolidated: false, inputs: [], ...common },
    ]);
  });

  it('lets a district take in its communes’ reports, and go to the province', () => {
    expect(reportsOf(under({}), 'east')[0]).toMatchObject({
      to: 'province',
      via: 'interior',
      copies: ['finance'],
      inputs: ['east/one', 'east/two'],
    });
  });

  it('sums up apart what went to the province, without a date where the text says “as regulated”', () => {
    const all = reportsOf(under({}), 'interior').filter(({ consolidated }) => consolidated);
    expect(all.map(({ id: report, due }) => [report, due])).toEqual([
      ['1@2022-9M:all', null],
      ['1@2022-Y:all', null],
    ]);
    expect(all[0]).toMatchObject({ to: 'province', via: null, inputs: ['finance', 'interior', 'east', 'west'] });
  });

  it('sums up what went straight to whoever sums up, too', () => {
    const straight = { ...others!, to: { kind: 'unit', unit: id('interior') }, via: null } as const;
    const all = reportsOf(under({ routes: [communes!, straight] }), 'interior').filter(({ consolidated }) => consolidated);
    expect(all[0]?.inputs).toEqual(['finance', 'east', 'west']);
  });

  it('sends what sums up through whom the text says, with its copies', () => {
    const { consolidation } = REGIME;
    const sent = {
      ...consolidation!,
      via: { kind: 'unit', unit: id('finance') },
      copies: [{ kind: 'unit', unit: id('west') }],
    } as const;
    const all = reportsOf(under({ consolidation: sent }), 'interior').filter(({ consolidated }) => consolidated);
    expect(all[0]).toMatchObject({ to: 'province', via: 'finance', copies: ['west'] });
  });

  it('sums nothing up where all that goes into it was due by the day of issue', () => {
    const summed = (issuedOn: string, more: Partial<RegimeRule> = {}) => {
      const due = { day: 28, exclusive: false };
      const consolidation = { ...REGIME.consolidation!, due };
      const chain = [{ ...consolidation, by: id('finance') }];
      const plan = under({ consolidation, chain, ...more }, { plan: { ...rules().plan, issuedOn: day(issuedOn) } });
      return ['interior', 'finance'].flatMap((of) =>
        reportsOf(plan, of).flatMap((report) => (report.consolidated ? [`${of} ${report.id}`] : [])),
      );
    };
    // Departments and districts report by the 14th: on 13 September they still do.
    const year = ['interior 1@2022-Y:all', 'finance 1@2022-Y:all2'];
    expect(summed('2022-09-14').toSorted()).toEqual(year.toSorted());
    expect(summed('2022-09-13')).toContain('interior 1@2022-9M:all');
    // Nobody is meant to send anything: whoever sums up writes it all the same.
    expect(summed('2022-09-14', { routes: [communes!] })).toContain('interior 1@2022-9M:all');
  });

  it('gives what sums up a date of its own, and asks for none that fell before issue', () => {
    const due = (dayOfMonth: number) => ({ ...REGIME.consolidation!, due: { day: dayOfMonth, exclusive: false } });
    const dates = (dayOfMonth: number) =>
      reportsOf(under({ consolidation: due(dayOfMonth) }), 'interior').flatMap((report) =>
        report.consolidated ? [report.due] : [],
      );
    expect(dates(20)).toEqual(['2022-09-20', '2022-12-20']);
    const issued = { plan: { ...rules().plan, issuedOn: day('2022-09-12') } };
    const late = reportsOf(under({ consolidation: due(10) }, issued), 'interior').filter(({ consolidated }) => consolidated);
    expect(late.map(({ id: report }) => report)).toEqual(['1@2022-Y:all']);
  });

  it('judges each route by its own date: what one owes, another no longer does', () => {
    const early = { ...communes!, due: { day: 5, exclusive: false } };
    const plan = under({ routes: [early, others!] }, { plan: { ...rules().plan, issuedOn: day('2022-09-08') } });
    expect(reportsOf(plan, 'east/one').map(({ id: report, due }) => [report, due])).toEqual([['1@2022-Y', '2022-12-05']]);
    expect(reportsOf(plan, 'east').map(({ id: report, inputs }) => [report, inputs])).toEqual([
      ['1@2022-9M', []],
      ['1@2022-Y', ['east/one', 'east/two']],
    ]);
  });

  it('keeps one that a later date of its route still allows', () => {
    const later = { ...communes!, due: { day: 30, exclusive: false } };
    const plan = under({ routes: [later, others!] }, { plan: { ...rules().plan, issuedOn: day('2022-09-20') } });
    expect(reportsOf(plan, 'east/one').map(({ due }) => due)).toEqual(['2022-09-30', '2022-12-30']);
  });

  it('owes nothing on the day of issue', () => {
    const issued = (date: string) => under({}, { plan: { ...rules().plan, issuedOn: day(date) } });
    expect(reportsOf(issued('2022-09-14'), 'east').map(({ period }) => period)).toEqual(['Y']);
    expect(reportsOf(issued('2022-09-13'), 'east').map(({ period }) => period)).toEqual(['9M', 'Y']);
  });

  it('sends a unit that two routes reach along the first, and nobody to itself', () => {
    const own = { ...others!, from: [unit('east/one'), unit('province')] };
    const plan = under({ routes: [communes!, own] });
    expect(reportsOf(plan, 'east/one')).toHaveLength(2);
    expect(reportsOf(plan, 'east/one')[0]?.to).toBe('east');
    expect(reportsOf(plan, 'province')).toEqual([]);
  });

  it('passes through nobody where the addressee has no such unit', () => {
    const nowhere = { ...communes!, via: { kind: 'local', name: 'Archive' } as const };
    expect(reportsOf(under({ routes: [nowhere] }), 'east/one')[0]?.via).toBeNull();
  });

  it('of a lower plan bears that plan’s number, and waits for no unit outside its branch', () => {
    const regime = {
      ...REGIME,
      routes: [{ ...communes!, from: [each('commune'), unit('west/one')], due: null }],
      consolidation: null,
    };
    const child = below(top(), { regimes: [regime] });
    expect(reportsOf(child, 'east/two').map(({ id: report }) => report)).toEqual([
      '126/KH-UBND:1@2022-9M',
      '126/KH-UBND:1@2022-Y',
    ]);
    expect(reportsOf(child, 'west/one')).toEqual([]);
    const consolidation = { ...REGIME.consolidation!, by: id('east/interior'), to: { kind: 'unit', unit: id('east') } } as const;
    const toEast = { ...regime.routes[0]!, to: { kind: 'unit', unit: id('east') } } as const;
    const summed = below(top(), { regimes: [{ ...regime, routes: [toEast], consolidation }] });
    expect(reportsOf(summed, 'east/interior')[0]?.inputs).toEqual(['east/one', 'east/two']);
  });
});

describe('Reports by sector', () => {
  const bySector = { ...REGIME.routes[0]!, from: [each('district')], to: { kind: 'sector' } as const, via: null };
  const own = { ...REGIME.routes[1]!, from: [each('province', 'professional-agency')], via: null };
  const plan = top({
    regimes: [{ ...REGIME, periods: ['9M'], routes: [bySector, own], consolidation: null }],
    tasks: [
      task('1', { leads: [unit('finance')], supports: [each('district')] }),
      task('2', { leads: [unit('interior'), unit('east')] }),
      task('3', { leads: [unit('interior')], supports: [each('commune')] }),
    ],
  });

  it('go to each agency that leads a task which the sender leads or supports too', () => {
    expect(reportsOf(plan, 'east').map(({ id: report, to }) => [report, to])).toEqual([
      ['1@2022-9M>finance', 'finance'],
      ['1@2022-9M>interior', 'interior'],
    ]);
    expect(reportsOf(plan, 'west').map(({ id: report }) => report)).toEqual(['1@2022-9M>finance']);
  });

  it('are inputs of what each agency reports itself', () => {
    const inputs = (agency: string) => reportsOf(plan, agency).map((report) => [report.id, report.inputs]);
    expect(inputs('finance')).toEqual([['1@2022-9M', ['east', 'west']]]);
    expect(inputs('interior')).toEqual([['1@2022-9M', ['east']]]);
  });
});

describe('What a report says besides', () => {
  it('is the other period that it serves, whose own report is not asked for', () => {
    const twice = { ...REGIME, periods: ['Q2', 'H1'], together: [['Q2', 'H1']], consolidation: null } as const;
    const plan = top({ plan: { ...top().rules.plan, issuedOn: day('2022-01-10') }, regimes: [twice] });
    expect(reportsOf(plan, 'east').map(({ id: report, serves, from }) => [report, serves, from])).toEqual([
      ['1@2022-Q2', 'H1', '2021-12-15'],
    ]);
  });

  it('is each further unit on its way, the system it is entered in, and the hour', () => {
    const route = {
      ...REGIME.routes[1]!,
      from: [each('district')],
      viaNext: [{ kind: 'unit', unit: id('finance') }],
      into: 'https://baocao.example',
      due: { day: 20, exclusive: false, times: ['16:00'] },
    };
    const plan = top({ regimes: [{ ...REGIME, periods: ['9M'], routes: [route], consolidation: null } as never] });
    expect(reportsOf(plan, 'east')).toMatchObject([
      {
        id: '1@2022-9M',
        via: 'interior',
        viaNext: ['finance'],
        into: 'https://baocao.example',
        time: '16:00',
        due: '2022-09-20',
      },
    ]);
  });
});
