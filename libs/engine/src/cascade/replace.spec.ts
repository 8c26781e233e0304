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
  childRules,
  contextOf,
  day,
  directory,
  duty,
  each,
  every,
  id,
  omit,
  REGIME,
  STANDING,
  task,
  top,
  unit,
  within,
} from '../spec-builders.js';
import type { UnitPlanCommand } from '../unit-plan/commands.js';
import { decideUnitPlan } from '../unit-plan/decide.js';
import type { ItemId, UnitPlanReplaced } from '../unit-plan/events.js';
import { foldUnitPlan } from '../unit-plan/fold.js';
import type { UnitPlanState } from '../unit-plan/state.js';
import { deriveCascade } from './derive.js';
import { effectivePlan, type EffectivePlan } from './effective-plan.js';

type States = ReadonlyMap<UnitId, UnitPlanState>;

function issue(plan: EffectivePlan, when: string, states: States = new Map()) {
  const writes = deriveCascade(plan, { directory, calendar, at: at(when), states });
  const after = new Map(states);
  for (const { unit: of, before: held, event } of writes) after.set(of, foldUnitPlan([event], held ?? undefined));
  const replaced = (of: string) => writes.find((write) => write.unit === of)?.event as UnitPlanReplaced | undefined;
  return { writes, after, replaced };
}

/** States after one command by a unit on its own unit plan, or by `actor` on it. */
function work(
  states: States,
  of: string,
  [when, command, actor = of, plan = ROOT]: readonly [string, UnitPlanCommand, string?, EffectivePlan?],
): States {
  const held = states.get(id(of))!;
  const decision = decideUnitPlan(command, held, { ...contextOf(plan), at: at(when), actor: id(actor) });
  if (!decision.ok) throw new Error(decision.rejection.code);
  return new Map(states).set(id(of), foldUnitPlan(decision.events, held));
}

const ROOT = top({
  tasks: [
    task('1.2', { leads: [each('commune')], supports: [each('district')], deadline: before('2022-07-31') }),
    task('1.3', { leads: [each('commune'), each('district')], deadline: STANDING }),
    task('2.3', { leads: [each('commune')], deadline: every('quarter') }),
    task('2.4', { leads: [each('commune')], deadline: AS_REGULATED }),
    task('3.1', { leads: [each('commune')], deadline: within(20, 'day', 'receipt') }),
  ],
  duties: [duty('1', [each('district')], null)],
});
const SOURCE = ROOT.id;
const CHILD = '126-KH-UBND_2022-07-15_east';
const start = issue(ROOT, '2022-06-30 08:00').after;
const item = (name: string): ItemId => name as ItemId;

const replaceBy = (more: Partial<PlanRules>, states: States = start) => issue(below(ROOT, more), '2022-07-15 09:00', states);

describe('A district’s plan', () => {
  it('replaces what its communes hold from above, which is provisional no longer', () => {
    const { writes, replaced, after } = replaceBy({});
    expect(writes.map((write) => write.unit)).toEqual(['east/one', 'east/two']);
    expect(replaced('east/one')).toMatchObject({
      type: 'UnitPlanReplaced',
      data: {
        by: CHILD,
        previous: SOURCE,
        provisional: false,
        acceptors: ['east', 'east/interior', 'interior', 'province'],
        moved: [],
        withdrawn: [],
        added: { items: [], joint: [], supports: [], duties: [], reports: [] },
      },
      because: { rules: 'hash-child', rule: 'cascade' },
    });
    expect([start, after].map((states) => states.get(id('east/one'))?.provisional)).toEqual([true, false]);
    expect(after.get(id('east/one'))?.items).toEqual(start.get(id('east/one'))?.items);
  });

  it('moves the deadlines that it tightens, and begins their steps anew', () => {
    const tasks = [task('1', { refines: '1.2', deadline: before('2022-07-26') })];
    const { replaced, after } = replaceBy({ tasks });
    expect(replaced('east/one')?.data.moved).toEqual([{ item: '1.2', kind: 'before', from: '2022-07-30', to: '2022-07-25' }]);
    expect(after.get(id('east/one'))?.items.get(item('1.2'))).toMatchObject({
      due: '2022-07-25',
      source: CHILD,
      generation: 2,
      since: '2022-07-15T09:00:00+07:00',
      status: 'assigned',
    });
    expect(after.get(id('west/one'))?.items.get(item('1.2'))?.due).toBe('2022-07-30');
  });

  it('adds tasks of its own under its own number, reports and duties too', () => {
    const { after } = replaceBy({
      tasks: [task('4', { leads: [each('commune')], deadline: by('2022-08-01') })],
      regimes: [{ ...REGIME, consolidation: null }],
      duties: [duty('1', [each('commune')], before('2022-08-10'))],
    });
    const held = after.get(id('east/two'))!;
    expect(held.items.get(item('126/KH-UBND:4'))).toMatchObject({ source: CHILD, due: '2022-08-01', status: 'assigned' });
    expect([...held.reports.keys()]).toEqual(['126/KH-UBND:1@2022-9M', '126/KH-UBND:1@2022-Y']);
    expect([...held.duties.keys()]).toEqual(['126/KH-UBND:1']);
  });

  it('withdraws what it omits, with the reason, and leaves what was done', () => {
    const done = work(start, 'east/one', ['2022-07-01', { type: 'SubmitItem', item: item('1.2'), note: null }]);
    const accepted = work(done, 'east/one', ['2022-07-02', { type: 'AcceptItem', item: item('1.2') }, 'province']);
    const { replaced, after } = replaceBy({ omits: [omit('1.2', 'done by the district')] }, accepted);
    expect(replaced('east/two')?.data.withdrawn).toEqual([{ item: '1.2', reason: 'done by the district' }]);
    expect(replaced('east/one')?.data.withdrawn).toEqual([]);
    expect(after.get(id('east/one'))?.items.get(item('1.2'))).toEqual(accepted.get(id('east/one'))?.items.get(item('1.2')));
  });

  it('withdraws every open period of recurring work that it omits', () => {
    const { replaced } = replaceBy({ omits: [omit('2.3', 'none here')] });
    expect(replaced('east/one')?.data.withdrawn.map((each) => each.item)).toEqual(['2.3@2022-Q3', '2.3@2022-Q4']);
  });

  it('keeps the period that ran before it when it restates recurring work', () => {
    const { replaced, after } = replaceBy({ tasks: [task('1', { refines: '2.3', deadline: every('quarter') })] });
    expect(replaced('east/one')?.data).toMatchObject({ withdrawn: [], added: { items: [] } });
    const dates = [...after.get(id('east/one'))!.items.values()].filter(({ task: of }) => of === '2.3').map(({ due }) => due);
    expect(dates).toEqual(['2022-09-30', '2022-12-31']);
  });

  it('leaves history: what was received, begun and sent back stands', () => {
    let states = work(start, 'east/one', ['2022-07-01', { type: 'ReceiveUnitPlan' }]);
    states = work(states, 'east/one', ['2022-07-02', { type: 'StartItem', item: item('1.2') }]);
    const { after } = replaceBy({ tasks: [task('1', { refines: '1.2', deadline: by('2022-07-20') })] }, states);
    expect(after.get(id('east/one'))?.items.get(item('1.2'))).toMatchObject({
      status: 'in-progress',
      receivedAt: '2022-07-01T00:00:00+07:00',
      due: '2022-07-20',
    });
    expect(after.get(id('east/one'))?.version).toBe(states.get(id('east/one'))!.version + 1);
  });

  const document = { number: '5/QD', date: day('2022-07-10'), issuer: id('province') };

  it('leaves an extension, a resolved date and a running clock where its text is silent', () => {
    let states = work(start, 'east/one', ['2022-07-01', { type: 'ReceiveUnitPlan' }]);
    const extend: UnitPlanCommand = { type: 'ExtendDeadline', item: item('1.2'), to: day('2022-08-31'), document };
    const resolve: UnitPlanCommand = { type: 'ResolveDeadline', item: item('2.4'), due: day('2022-10-01'), document };
    states = work(states, 'east/one', ['2022-07-10', extend, 'province']);
    states = work(states, 'east/one', ['2022-07-10', resolve, 'province']);
    const { replaced, after } = replaceBy({}, states);
    expect(replaced('east/one')?.data.moved).toEqual([]);
    const dues = ['1.2', '2.4', '3.1'].map((name) => after.get(id('east/one'))?.items.get(item(name))?.due);
    expect(dues).toEqual(['2022-08-31', '2022-10-01', '2022-07-21']);
  });

  it('puts no deadline off that holds already', () => {
    const resolve: UnitPlanCommand = { type: 'ResolveDeadline', item: item('2.4'), due: day('2022-09-01'), document };
    const states = work(start, 'east/one', ['2022-07-10', resolve, 'province']);
    const { replaced } = replaceBy({ tasks: [task('1', { refines: '2.4', deadline: by('2022-12-01') })] }, states);
    expect(replaced('east/one')?.data.moved).toEqual([{ item: '2.4', kind: 'by', from: '2022-09-01', to: '2022-09-01' }]);
    expect(replaced('east/two')?.data.moved).toEqual([{ item: '2.4', kind: 'by', from: null, to: '2022-12-01' }]);
  });

  it('starts a term from receipt on its own day at the earliest, for work that was received before', () => {
    const states = work(start, 'east/one', ['2022-07-01', { type: 'ReceiveUnitPlan' }]);
    const tasks = [
      task('1', { refines: '3.1', deadline: within(5, 'day', 'receipt') }),
      task('2', { refines: '1.3', deadline: within(7, 'day', 'receipt') }),
    ];
    const { replaced } = replaceBy({ tasks }, states);
    expect(replaced('east/one')?.data.moved).toEqual([
      { item: '1.3', kind: 'within', from: null, to: '2022-07-22' },
      { item: '3.1', kind: 'within', from: '2022-07-21', to: '2022-07-20' },
    ]);
    expect(replaced('east/two')?.data.moved).toMatchObject([
      { item: '1.3', to: null },
      { item: '3.1', to: null },
    ]);
  });

  it('makes standing work that it dates work that can be completed', () => {
    const plan = below(ROOT, { tasks: [task('1', { refines: '1.3', deadline: by('2022-08-01') })] });
    const { after } = issue(plan, '2022-07-15 09:00', start);
    const submit: UnitPlanCommand = { type: 'SubmitItem', item: item('1.3'), note: null };
    const submitted = work(after, 'east/one', ['2022-07-20', submit, 'east/one', plan]);
    expect(submitted.get(id('east/one'))?.items.get(item('1.3'))).toMatchObject({ status: 'submitted', kind: 'by' });
  });

  it('gives its own hands work on what it refines, beside those whom the province named', () => {
    const tasks = [task('1', { refines: '1.2', leads: [unit('east/interior')], supports: [unit('east/one')], deadline: null })];
    const { writes, after } = replaceBy({ tasks });
    expect(writes.map(({ unit: of, event }) => [of, event.type])).toEqual([
      ['east/interior', 'UnitPlanDerived'],
      ['east/one', 'UnitPlanReplaced'],
      ['east/two', 'UnitPlanReplaced'],
    ]);
    expect(after.get(id('east/interior'))?.items.get(item('1.2'))).toMatchObject({ due: '2022-07-30', source: SOURCE });
    expect(after.get(id('east/one'))?.items.get(item('1.2'))?.status).toBe('assigned');
    expect(after.get(id('east'))?.supports).toEqual([{ task: '1.2', source: SOURCE }]);
  });

  it('tells its issuer only what changes for the issuer', () => {
    expect(replaceBy({}).replaced('east')).toBeUndefined();
    const own = replaceBy({ tasks: [task('9', { leads: [unit('east')], deadline: by('2022-08-01') })] }).replaced('east');
    expect(own?.data).toMatchObject({ provisional: false, added: { items: [{ id: '126/KH-UBND:9' }] }, moved: [] });
  });

  it('lists a task that a unit supports once, though it is restated', () => {
    const root = top({ tasks: [task('1', { leads: [unit('east')], supports: [each('commune')], deadline: by('2022-08-01') })] });
    const held = issue(root, '2022-06-30 08:00').after;
    const child = below(root, { tasks: [task('1', { refines: '1', deadline: by('2022-07-25') })] });
    expect(issue(child, '2022-07-15 09:00', held).after.get(id('east/one'))?.supports).toHaveLength(1);
  });

  it('derived again adds nothing and says nothing', () => {
    const more = {
      tasks: [task('1', { refines: '1.2', deadline: by('2022-07-20') }), task('2', { leads: [each('commune')], deadline: null })],
      omits: [omit('2.4', 'none')],
      duties: [duty('1', [each('commune')], by('2022-08-01'))],
      regimes: [{ ...REGIME, consolidation: null }],
    };
    const once = replaceBy(more);
    expect(replaceBy(more, once.after).writes).toEqual([]);
    expect(issue(ROOT, '2022-06-30 08:00', start).writes).toEqual([]);
  });
});

describe('A commune’s plan that came before its district’s', () => {
  const root = top({
    tasks: [task('1', { leads: [each('hamlet', 'hamlet-leader')], deadline: by('2022-09-30') })],
    duties: [duty('1', [each('district'), each('commune')], by('2022-08-01'))],
  });
  const ref = { issuer: id('east/one'), number: '126/KH-UBND', issuedOn: day('2022-07-10') };
  const refine = (deadline: string) => [task('1', { refines: '1', deadline: by(deadline) })];
  const commune = effectivePlan(childRules({ plan: ref, focal: null, tasks: refine('2022-08-15') }), 'hash-commune', root);
  const HAMLET = id('east/one/hamlet');

  const atCommune = issue(commune, '2022-07-10 08:00', issue(root, '2022-06-30 08:00').after).after;
  const own: UnitPlanCommand = { type: 'RecordOwnPlan', plan: commune.id, ref, parent: root.id };
  const states = work(atCommune, 'east/one', ['2022-07-10 08:00', own, 'east/one', root]);

  it('is not loosened by it, only tightened', () => {
    const late = (deadline: string) => issue(below(root, { tasks: refine(deadline) }), '2022-07-15 09:00', states);
    expect(late('2022-09-15').replaced(HAMLET)?.data.moved).toEqual([]);
    expect(late('2022-08-01').replaced(HAMLET)?.data.moved).toEqual([
      { item: '1', kind: 'by', from: '2022-08-15', to: '2022-08-01' },
    ]);
  });

  it('leaves an extension alone where it is silent itself', () => {
    const document = { number: '5/QD', date: day('2022-07-12'), issuer: id('province') };
    const extend: UnitPlanCommand = { type: 'ExtendDeadline', item: item('1'), to: day('2022-12-31'), document };
    const extended = work(states, HAMLET, ['2022-07-12', extend, 'province', commune]);
    const { replaced } = issue(below(root), '2022-07-15 09:00', extended);
    expect(replaced(HAMLET)?.data.moved).toEqual([]);
  });

  it('leaves its hamlet’s unit plan final, and asks the commune for no second plan', () => {
    const child = below(root, { duties: [duty('9', [each('commune')], by('2022-07-31'))] });
    const { replaced } = issue(child, '2022-07-15 09:00', states);
    expect(replaced(HAMLET)?.data.provisional).toBe(false);
    expect(replaced('east/one')?.data.added.duties).toEqual([]);
    expect(replaced('east/two')?.data.added.duties).toMatchObject([{ id: '126/KH-UBND:9' }]);
  });

  it('of the same number as the plan above has tasks of its own all the same', () => {
    const leads = [each('hamlet', 'hamlet-leader')];
    const district = below(root, { tasks: [task('4', { leads, deadline: by('2022-09-01') })] });
    const again = effectivePlan(
      childRules({ plan: ref, tasks: [task('4', { leads, deadline: by('2022-08-01') })] }),
      'h',
      district,
    );
    const { after } = issue(
      again,
      '2022-07-20 08:00',
      issue(district, '2022-07-15 09:00', issue(root, '2022-06-30 08:00').after).after,
    );
    const dates = [...after.get(HAMLET)!.items.values()].map(({ id: of, due }) => [of, due]);
    expect(dates).toEqual([
      ['1', '2022-09-30'],
      ['126/KH-UBND:4', '2022-09-01'],
      ['126/KH-UBND#2:4', '2022-08-01'],
    ]);
  });

  it('refines the task that its own numbers name', () => {
    const district = below(root, { tasks: [task('4', { refines: '1', deadline: by('2022-09-01') })] });
    const plan = effectivePlan(
      childRules({ plan: ref, tasks: [task('1', { refines: '4', deadline: by('2022-08-20') })] }),
      'h',
      district,
    );
    expect(plan.tasks.map(({ key, source, rule }) => [key, source, rule.deadline])).toEqual([['1', plan.id, by('2022-08-20')]]);
  });
});
