import { describe, expect, it } from '@jest/globals';
import type { UnitId } from '../ir/directory.js';
import type { PlanRules } from '../ir/plan-rules.js';
import {
  AS_REGULATED,
  at,
  before,
  below,
  by,
  calendar,
  directory,
  directoryOf,
  duty,
  each,
  every,
  id,
  inQuarter,
  open,
  REGIME,
  rules,
  STANDING,
  syntheticUnits,
  task,
  top,
  unit,
  within,
} from '../spec-builders.js';
import type { UnitPlanDerived } from '../unit-plan/events.js';
import { deriveCascade } from './derive.js';
import { effectivePlan, type EffectivePlan } from './effective-plan.js';

const ISSUED = at('2022-06-30 08:00');

const cascade = (plan: EffectivePlan) => deriveCascade(plan, { directory, calendar, at: ISSUED, states: new Map() });

/** What each unit owes under a plan that nothing came before. */
function owed(more: Partial<PlanRules>): ReadonlyMap<UnitId, UnitPlanDerived['data']> {
  return new Map(cascade(top(more)).map(({ unit: of, event }) => [of, (event as UnitPlanDerived).data]));
}

const itemsOf = (more: Partial<PlanRules>, of: string) => owed(more).get(id(of))?.items ?? [];
const holders = (more: Partial<PlanRules>): readonly string[] =>
  [...owed(more)].flatMap(([of, { items }]) => (items.length > 0 ? [of] : []));

describe('Issuing a plan', () => {
  it('gives each unit of a class its own item', () => {
    const tasks = [task('1.2', { leads: [each('commune')], deadline: before('2022-07-15') })];
    expect(holders({ tasks })).toEqual(['east/one', 'east/two', 'west/one']);
    expect(itemsOf({ tasks }, 'east/two')).toEqual([
      {
        id: '1.2',
        task: '1.2',
        source: '239-KH-UBND_2022-06-30_province',
        period: null,
        kind: 'before',
        due: '2022-07-14',
        receiver: null,
        jointLeads: [],
      },
    ]);
  });

  it('gives several named agencies one item that they lead jointly, the first accountable', () => {
    const found = owed({ tasks: [task('2.6', { leads: [unit('interior'), unit('finance')] })] });
    expect(found.get(id('interior'))?.items).toMatchObject([{ id: '2.6', jointLeads: ['finance'] }]);
    expect(found.get(id('finance'))).toMatchObject({ items: [], joint: [{ task: '2.6', accountable: 'interior' }] });
  });

  it('gives a class and a named agency together an item each', () => {
    const tasks = [task('4.1', { leads: [unit('finance'), each('district')] })];
    expect(holders({ tasks })).toEqual(['east', 'finance', 'west']);
    expect([...owed({ tasks }).values()].flatMap(({ joint }) => joint)).toEqual([]);
  });

  it('counts a unit that is named twice once, and a lead that is also supporter or joint lead not again', () => {
    const leads = [unit('finance'), unit('finance'), unit('interior')];
    const supports = [unit('finance'), unit('interior'), each('district')];
    const found = owed({ tasks: [task('1', { leads, supports })] });
    expect(found.get(id('finance'))).toMatchObject({ items: [{ id: '1', jointLeads: ['interior'] }], supports: [], joint: [] });
    expect(found.get(id('interior'))).toMatchObject({ items: [], supports: [] });
    expect(found.get(id('east'))?.supports).toEqual([{ task: '1', source: '239-KH-UBND_2022-06-30_province' }]);
  });

  it('gives supporters no item and no deadline to keep', () => {
    const found = owed({
      tasks: [task('1', { leads: [unit('finance')], supports: [each('commune')], deadline: by('2022-07-30') })],
    });
    expect(found.get(id('west/one'))).toMatchObject({ items: [], supports: [{ task: '1' }] });
  });

  it('gives nobody what only an open group leads, and leaves out units that the directory does not know', () => {
    expect(
      owed({ tasks: [task('1', { leads: [open('agencies concerned')] }), task('2', { leads: [unit('nowhere')] })] }).size,
    ).toBe(0);
  });

  it('lets an open group beside a named agency leave that one the lead', () => {
    expect(itemsOf({ tasks: [task('1', { leads: [open('others'), unit('finance')] })] }, 'finance')).toMatchObject([
      { jointLeads: [] },
    ]);
  });

  it('gives a unit that owes nothing no unit plan', () => {
    expect([...owed({ tasks: [task('1', { leads: [unit('finance')] })] }).keys()]).toEqual(['finance']);
  });

  it.each([
    ['a date', before('2022-07-05'), [{ id: '1', kind: 'before', due: '2022-07-04', period: null }]],
    ['a Saturday that the text names', by('2022-07-30'), [{ kind: 'by', due: '2022-07-30' }]],
    ['a quarter', inQuarter(2022, 3), [{ kind: 'quarter', due: '2022-09-30' }]],
    ['a term from issue', within(10, 'day', 'issue'), [{ kind: 'within', due: '2022-07-11' }]],
    ['a term from receipt', within(10, 'day', 'receipt'), [{ kind: 'within', due: null }]],
    ['standing work', STANDING, [{ kind: 'standing', due: null }]],
    ['“as regulated”', AS_REGULATED, [{ kind: 'as-regulated', due: null }]],
    ['no deadline at all', null, [{ kind: 'as-regulated', due: null }]],
    [
      'every quarter',
      every('quarter'),
      [
        { id: '1@2022-Q3', task: '1', kind: 'recurring', period: '2022-Q3', due: '2022-09-30' },
        { id: '1@2022-Q4', task: '1', kind: 'recurring', period: '2022-Q4', due: '2022-12-31' },
      ],
    ],
  ] as const)('reads %s', (_, deadline, items) => {
    const found = itemsOf({ tasks: [task('1', { leads: [unit('finance')], deadline })] }, 'finance');
    expect(found).toHaveLength(items.length);
    expect(found).toMatchObject(items);
  });

  it('takes the date to report by for the date, and its addressee for the receiver', () => {
    const report = { to: { kind: 'unit', unit: id('interior') }, deadline: before('2022-07-30') } as const;
    const tasks = [task('3.1', { leads: [each('district')], deadline: null, report })];
    expect(itemsOf({ tasks }, 'west')).toMatchObject([{ kind: 'report-before', due: '2022-07-29', receiver: 'interior' }]);
    const dated = [{ ...tasks[0]!, deadline: by('2022-07-20'), report: { ...report, to: { kind: 'superior' } as const } }];
    const undated = [{ ...tasks[0]!, report: { ...report, deadline: AS_REGULATED } }];
    expect(itemsOf({ tasks: undated }, 'west')).toMatchObject([{ kind: 'as-regulated', due: null, receiver: 'interior' }]);
    expect(itemsOf({ tasks: dated }, 'west')).toMatchObject([{ kind: 'by', due: '2022-07-20', receiver: 'province' }]);
  });

  it('makes unit plans below a tier that is to issue its own plans provisional, and only those', () => {
    const tasks = [
      task('1', { leads: [each('commune'), each('district'), each('hamlet', 'hamlet-leader'), unit('east/interior')] }),
    ];
    const provisional = (duties: PlanRules['duties']) =>
      [...owed({ tasks, duties })].flatMap(([of, data]) => (data.provisional ? [of] : []));
    expect(provisional([])).toEqual([]);
    expect(provisional([duty('1', [each('district')], null)])).toEqual(['east/one', 'east/one/hamlet', 'east/two', 'west/one']);
    expect(provisional([duty('1', [unit('west')], null)])).toEqual(['west/one']);
    expect(provisional([duty('1', [each('commune')], null)])).toEqual(['east/one/hamlet']);
  });

  it('asks for plans of their own, by their dates, sent to whom the text says', () => {
    const found = owed({ duties: [duty('1', [each('district')], before('2022-07-20')), duty('2', [each('commune')], null)] });
    expect(found.get(id('east'))?.duties).toEqual([
      { id: '1', source: '239-KH-UBND_2022-06-30_province', due: '2022-07-19', sendTo: 'province' },
    ]);
    expect(found.get(id('east/two'))?.duties).toMatchObject([{ id: '2', due: null, sendTo: 'east' }]);
  });

  it('lets the issuer, the focal point and the direct superior accept, never the unit itself', () => {
    const found = owed({ tasks: [task('1', { leads: [each('commune'), unit('interior'), unit('province')] })] });
    expect(found.get(id('east/one'))?.acceptors).toEqual(['east', 'interior', 'province']);
    expect(found.get(id('interior'))?.acceptors).toEqual(['province']);
    expect(found.get(id('province'))?.acceptors).toEqual(['interior']);
  });

  it('says why: rules, calendar and organisation that it was derived with', () => {
    const [write] = cascade(top({ tasks: [task('1', { leads: [unit('finance')] })] }));
    expect(write?.event).toMatchObject({
      type: 'UnitPlanDerived',
      at: '2022-06-30T08:00:00+07:00',
      actor: null,
      because: { rules: 'hash-top', rule: 'cascade', calendar: 'spec-1', organisation: 'org-1' },
    });
  });

  it('gives the same bytes twice, and whatever order the directory lists its units in', () => {
    const tasks = [task('1', { leads: [each('commune'), each('district')], deadline: every('quarter') })];
    const plan = top({ tasks, regimes: [REGIME], duties: [duty('1', [each('district')], before('2022-07-20'))] });
    const reversed = directoryOf([...directory.units.values()].reverse());
    const again = deriveCascade(plan, { directory: reversed, calendar, at: ISSUED, states: new Map() });
    expect(JSON.stringify(cascade(plan))).toBe(JSON.stringify(cascade(plan)));
    expect(JSON.stringify(again)).toBe(JSON.stringify(cascade(plan)));
  });

  it('reaches no further than the issuer’s own branch', () => {
    const parent = top({ tasks: [task('1', { leads: [each('commune'), each('district')] })] });
    const units = cascade(below(parent)).map((write) => write.unit);
    expect(units).toEqual(['east', 'east/one', 'east/two']);
  });

  it('grows in step with the country: twice the units, twice the work', () => {
    const units = syntheticUnits(6, 4, 10);
    const national = rules({
      plan: { ...rules().plan, issuer: id('vn') },
      tasks: [task('1', { leads: [each('commune'), each('district')] })],
    });
    const derive = (count: number) => {
      const some = directoryOf(units.slice(0, count));
      let climbs = 0;
      const counted = { ...some, isWithin: (a: UnitId, b: UnitId) => ((climbs += 1), some.isWithin(a, b)) };
      const plan = effectivePlan(national, 'h', null);
      const made = deriveCascade(plan, { directory: counted, calendar, at: ISSUED, states: new Map() });
      return { made: made.length, climbs };
    };
    const [half, whole] = [derive(133), derive(265)];
    expect(whole.made / half.made).toBeCloseTo(2, 0);
    expect(whole.climbs / half.climbs).toBeCloseTo(whole.made / half.made, 1);
  });
});
