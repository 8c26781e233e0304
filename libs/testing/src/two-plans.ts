import type { UnitPlanEvent, UnitPlanState } from '#engine';
import type { EventStore, NewEvent, StreamWrite } from '#event-store';
import { act, BECAUSE, derivedEvent, stepReached, unitPlanWrite } from './unit-plan-events.js';

/** A plan of a province and one of a district that carries it out, with units below that work: what read models are asked about. */
export const ROOT_PLAN = 'root-plan';
export const LOWER_PLAN = 'lower-plan';
const ISSUED = '2022-06-30T08:00:00+07:00' as NewEvent['at'];
const [ROOT, LOWER] = [ROOT_PLAN, LOWER_PLAN];

const event = (type: string, data: unknown): NewEvent => ({ type, v: 1, data, because: BECAUSE, at: ISSUED, actor: null });
const unit = (id: string, name: string, { tier, superior }: { tier: string; superior: string | null }): NewEvent =>
  event('UnitFounded', { id, name, aliases: [], localName: null, tier, kind: 'peoples-committee', superior, from: '2000-01-01' });
const task = (no: string, title: string) => ({ no, section: 1, title, deliverable: null, refines: null });
const issued = (id: string, number: string, { issuer, parent }: { issuer: string; parent: string | null }): StreamWrite => ({
  stream: `plan/${id}`,
  expected: 0,
  events: [
    event('PlanIssued', {
      id,
      ref: { issuer, number, issuedOn: parent ? '2022-07-10' : '2022-06-30' },
      title: `Kế hoạch ${number}`,
      rules: `rules-${id}`,
      root: ROOT,
      parent,
      organisation: 'o',
      calendar: 'c',
    }),
  ],
});
const rules = (id: string, tasks: unknown[]): StreamWrite => ({
  stream: `rules/rules-${id}`,
  expected: 0,
  events: [event('RulesPublished', { hash: `rules-${id}`, text: `văn bản ${id}`, rules: { tasks } })],
});

const ORGANISATION = [
  unit('p', 'UBND tỉnh', { tier: 'province', superior: null }),
  unit('d1', 'UBND huyện Ấm', { tier: 'district', superior: 'p' }),
  unit('d2', 'UBND huyện Đào', { tier: 'district', superior: 'p' }),
  unit('c1', 'UBND xã An', { tier: 'commune', superior: 'd1' }),
  unit('c2', 'UBND xã Ân', { tier: 'commune', superior: 'd1' }),
  unit('c3', 'UBND xã Dừa', { tier: 'commune', superior: 'd2' }),
  unit('c4', 'UBND xã Cau', { tier: 'commune', superior: 'd2' }),
];

type Record = (unit: string, superior: string, events?: readonly UnitPlanEvent[]) => Promise<void>;

/** Records all of it. @returns the unit plans, by unit, as their events leave them */
export async function recordTwoPlans(store: EventStore, tenant: string): Promise<ReadonlyMap<string, UnitPlanState>> {
  const states = new Map<string, UnitPlanState>();
  const record: Record = async (unitId, superior, events = []) => {
    const before = states.get(unitId);
    const shape = { plan: ROOT, unit: unitId, superior, items: 12, reports: 4 };
    const write = unitPlanWrite(before ? events : [derivedEvent(shape), ...events], before);
    states.set(unitId, write.state);
    await store.append(tenant, [write]);
  };
  await store.append(tenant, [
    { stream: 'organisation', expected: 0, events: ORGANISATION },
    rules(ROOT, [task('1.1', 'Việc một'), task('1.2', 'Việc hai')]),
    issued(ROOT, '239/KH-UBND', { issuer: 'p', parent: null }),
  ]);
  await store.append(tenant, [
    rules(LOWER, [task('4', 'Việc riêng của huyện')]),
    issued(LOWER, '12/KH-UBND', { issuer: 'd1', parent: ROOT }),
  ]);
  for (const [id, superior] of [
    ['d1', 'p'],
    ['c1', 'd1'],
    ['c2', 'd1'],
    ['c3', 'd2'],
  ] as const)
    await record(id, superior);
  await workOfFirst(record);
  await workOfSecond(record);
  return states;
}

/** A commune that follows the district's plan. */
async function workOfFirst(record: Record): Promise<void> {
  const own = {
    ...derivedEvent({ plan: ROOT, unit: 'c1', superior: 'd1', items: 1, reports: 0 }).data,
    duties: [],
    joint: [],
    supports: [],
  };
  const added = { ...own, items: [{ ...own.items[0], id: '12/KH-UBND:4', task: '12/KH-UBND:4', source: LOWER }] };
  await record('c1', 'd1', [
    act(
      'UnitPlanReplaced',
      {
        by: LOWER,
        previous: ROOT,
        provisional: false,
        acceptors: ['d1'],
        added,
        moved: [],
        withdrawn: [{ item: '1.2', reason: 'gộp' }],
      },
      '2022-07-10T08:00:00+07:00',
    ),
    act('ItemSubmitted', { item: '1.1', note: null }, '2022-07-01T23:59:59+07:00'),
    stepReached('1.3', 'before-5wd', { at: '2022-08-25T00:00:00+07:00' }),
    act('DeadlineExtended', { item: '1.3', from: '2022-09-03', to: '2022-10-03', document: {} }, '2022-08-26T00:00:00+07:00'),
    stepReached('1.3', 'after-1wd', { at: '2022-10-05T00:00:00+07:00', generation: 2 }),
    act('ReportSubmitted', { report: '1@2022-Q1', content: 'x', received: [], missing: [] }, '2022-07-02T08:00:00+07:00'),
    act('ExtensionRequested', { obligation: 'item 1.3', to: '2022-10-31', reason: 'Chờ số liệu' }, '2022-08-27T08:00:00+07:00'),
    act('ExtensionRequested', { obligation: 'report 1@2022-9M', to: '2022-12-31', reason: 'x' }, '2022-08-28T08:00:00+07:00'),
  ]);
}

/** A commune that issued a plan of its own. */
async function workOfSecond(record: Record): Promise<void> {
  await record('c2', 'd1', [
    act('ExtensionRequested', { obligation: 'item 1.3', to: '2022-10-31', reason: 'x' }, '2022-07-01T08:00:00+07:00'),
    act('ExtensionRefused', { obligation: 'item 1.3', to: '2022-10-31', reason: 'Cần đúng hạn' }, '2022-07-01T09:00:00+07:00'),
    act('ItemSubmitted', { item: '1.1', note: null }, '2022-07-02T00:00:00+07:00'),
    act('ItemSubmitted', { item: '1.2', note: null }, '2022-07-02T00:00:00+07:00'),
    act('ItemReturned', { item: '1.2', reason: 'thiếu' }, '2022-07-03T00:00:00+07:00'),
    act(
      'OwnPlanIssued',
      { duty: '1', plan: 'own', ref: { issuer: 'c2', number: '1', issuedOn: '2022-07-03' } },
      '2022-07-03T00:00:00+07:00',
    ),
  ]);
}
