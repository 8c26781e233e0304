import { describe, expect, it } from '@jest/globals';
import type { Actor, TaskRule } from '../ir/plan-rules.js';
import {
  before,
  calendar,
  day,
  directory,
  each,
  id,
  inQuarter,
  REGIME,
  STANDING,
  task,
  top,
  unit,
  within,
} from '../spec-builders.js';
import { conform } from './conform.js';
import { obligationsBelow } from './obligations.js';

const context = { directory, calendar };
const owedBy = (holder: string, more: Parameters<typeof top>[0]) => obligationsBelow(top(more), context).get(id(holder));
const itemsOf = (rule: Partial<TaskRule>) =>
  (
    owedBy('interior', { tasks: [task('1', { leads: [unit('interior')], ...rule })], horizon: day('2023-12-31') })?.items ?? []
  ).map((item) => `${item.id} ${item.kind} ${item.due}`);

describe('A task', () => {
  it('done once and then for ever is an item of each', () => {
    const deadline = { kind: 'then', first: inQuarter(2022, 3), next: STANDING } as const;
    expect(itemsOf({ deadline })).toEqual(['1 quarter 2022-09-30', '1@next standing null']);
  });

  it('done once and then every quarter begins again with the first whole quarter after it', () => {
    const deadline = { kind: 'then', first: before('2023-04-01'), next: { kind: 'recurring', every: 'quarter' } } as const;
    expect(itemsOf({ deadline })).toEqual([
      '1 before 2023-03-31',
      '1@2023-Q2 recurring 2023-06-30',
      '1@2023-Q3 recurring 2023-09-30',
      '1@2023-Q4 recurring 2023-12-31',
    ]);
  });

  it('that is owed only in some case has no date, whatever its deadline', () => {
    expect(itemsOf({ deadline: before('2022-09-30'), condition: 'thiếu kinh phí' })).toEqual(['1 before null']);
  });

  it('of a committee is held by its standing office; of a list, by each of it', () => {
    const committee: Actor = { kind: 'committee', name: 'c', office: id('finance'), members: [id('interior'), id('finance')] };
    const listed: Actor = { kind: 'listed', name: 'l', units: [id('interior'), id('finance')] };
    const holders = (actor: Actor) =>
      [...obligationsBelow(top({ tasks: [task('1', { leads: [actor] })] }), context)].flatMap(([holder, { items }]) =>
        items.length > 0 ? [holder] : [],
      );
    expect(holders(committee)).toEqual(['finance']);
    expect(holders(listed)).toEqual(['interior', 'finance']);
  });

  it('of a class within an area goes to its units there', () => {
    const actor = { ...each('commune'), within: id('east') } as Actor;
    const owed = obligationsBelow(top({ tasks: [task('1', { leads: [actor] })] }), context);
    expect([...owed.keys()].sort()).toEqual(['east/one', 'east/two']);
  });
});

describe('A regime', () => {
  const routes = [
    { ...REGIME.routes[0]!, from: [each('district')], to: { kind: 'unit', unit: id('province') } as const, via: null },
  ];
  const regime = (more: Partial<typeof REGIME>) => ({ ...REGIME, routes, consolidation: null, ...more });
  const labels = (holder: string, more: Partial<typeof REGIME>) =>
    (owedBy(holder, { regimes: [regime(more)] })?.reports ?? []).map(
      ({ id: report, from, until, due }) => `${report} ${from} ${until} ${due}`,
    );

  it('of sums of the plan asks for each once, from the issue to its date', () => {
    const oneOff = [{ period: 'final', deadline: before('2022-12-31') }] as const;
    expect(labels('east', { periods: [], oneOff })).toEqual(['1@final 2022-06-30 2022-12-30 2022-12-30']);
  });

  it('gives a period its own date, and a submission that serves two the data of both', () => {
    const more = {
      periods: ['Q4'],
      periodDues: { Q4: { day: 20, exclusive: false, month: 12 } },
      together: [['Q4', 'Y']],
    } as const;
    expect(labels('east', more)).toEqual(['1@2022-Q4 2021-12-15 2022-12-14 2022-12-20']);
  });

  it('consolidates again further up, on a date of its own, taking in the report below', () => {
    const place = REGIME.place;
    const to = { kind: 'unit', unit: id('province') } as const;
    const consolidation = { by: id('interior'), to, due: { day: 20, exclusive: false }, place };
    const chain = [{ ...consolidation, by: id('finance'), due: { day: 25, exclusive: false } }];
    const [summed] = owedBy('finance', { regimes: [regime({ periods: ['Y'], consolidation, chain })] })?.reports ?? [];
    expect(summed).toMatchObject({ id: '1@2022-Y:all2', due: '2022-12-25', consolidated: true });
    expect(summed?.inputs[0]).toBe('interior');
  });

  it('by sector is owed to nobody that can be named yet', () => {
    const bySector = [{ ...routes[0]!, to: { kind: 'sector' } as const }];
    expect(owedBy('east', { regimes: [regime({ routes: bySector })] })?.reports ?? []).toEqual([]);
  });
});

describe('A lower plan', () => {
  it('loosens nothing against a parent’s deadline that has no date', () => {
    const parent = top({ tasks: [task('1', { leads: [each('district')], deadline: { kind: 'on-request' } })] });
    const child = top({ tasks: [task('1', { refines: '1', deadline: within(9, 'day', 'issue') })], inheritsAll: true }).rules;
    expect(conform(parent, child, context)).toEqual([]);
  });
});
