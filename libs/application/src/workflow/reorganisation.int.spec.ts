import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CascadeReorganised, Instant, LocalDate, OrganisationEvent, PlanId, UnitId } from '#engine';
import {
  canonicalLog,
  InMemoryEventStore,
  type AppendOptions,
  type EventStore,
  type RecordedEvent,
  type StreamWrite,
} from '#event-store';
import { foldOrganisation, toTwoTiers } from '#organisation';
import { PostgresEventStore, PostgresReadModels } from '#persistence';
import { addressDatabase, countryEvents, dissolved, renamed, testDatabase, type TestDatabase } from '#testing';
import { country, issue, liveThrough, openOf, rulesOf, statesAt, TENANT, WORK } from './country-in-flight.fixture.js';
import { createWorkflow, type Workflow } from './workflow.js';

const DAY = '2025-07-01' as LocalDate;
const ORDERED = '2025-06-25T08:00:00+07:00' as Instant;
const EVE = '2025-06-30T23:59:59+07:00' as Instant;
const CHANGE = '2025-07-01T00:00:00+07:00' as Instant;
/** The provinces with their bodies, and two districts of each. */
const PARTS = /^vn-(10|15)(\.([a-z]|08[06]|13[23]).*)?$/;
/** Lào Cai and Yên Bái, whole. */
const WHOLE = /^vn-(10|15)(\.|$)/;

const unitsOf = (provinces: RegExp): readonly OrganisationEvent[] =>
  countryEvents().filter(({ data: { id } }) => /^vn(\.[a-z]|$)/.test(id) || provinces.test(id));

/** Lào Cai and Yên Bái, or parts of them, under two plans of the Government, with everything in hand. */
async function inFlight(store: EventStore, provinces = PARTS): Promise<{ workflow: Workflow; plans: readonly PlanId[] }> {
  const workflow = await country(unitsOf(provinces), store);
  const plans: PlanId[] = [];
  for (const number of ['1/KH', '2/KH']) {
    const plan = await issue(workflow, rulesOf(number, '2025-01-06', WORK), '2025-01-06T08:00:00+07:00' as Instant);
    await liveThrough(workflow, plan, await statesAt(workflow, plan, EVE));
    plans.push(plan);
  }
  await workflow.clock.runUntil(TENANT, ORDERED);
  return { workflow, plans };
}

const changes = (provinces = PARTS): readonly OrganisationEvent[] =>
  toTwoTiers(addressDatabase(), foldOrganisation(unitsOf(provinces)), { from: DAY, provinces: ['15'] }).events;

const all = (store: EventStore): Promise<readonly RecordedEvent[]> => store.readAll(TENANT, 0, 10_000_000);

/** A store whose process dies at the nth append after it is armed, before or after it is recorded. */
class Dying extends InMemoryEventStore {
  left = Number.POSITIVE_INFINITY;
  isRecorded = false;

  override async append(tenant: string, writes: readonly StreamWrite[], options?: AppendOptions) {
    this.left -= 1;
    if (this.left === 0 && !this.isRecorded) throw new Error('the process is dead');
    const appended = await super.append(tenant, writes, options);
    if (this.left === 0) throw new Error('the process is dead');
    return appended;
  }
}

describe('A reorganisation of two provinces', () => {
  let database: TestDatabase;
  let memory: InMemoryEventStore;
  let expected: string;
  beforeAll(async () => {
    memory = new InMemoryEventStore();
    const { workflow } = await inFlight(memory);
    await workflow.reorganisations.apply(TENANT, changes(), ORDERED);
    await workflow.clock.runUntil(TENANT, CHANGE);
    expected = canonicalLog(await all(memory));
    database = await testDatabase();
  }, 120_000);
  afterAll(() => database?.drop());

  it('changes each cascade once, on the day', async () => {
    const done = (await all(memory)).filter(({ type }) => type === 'CascadeReorganised');
    expect(done.map(({ stream, at }) => [stream, at])).toEqual([
      ['plan/1-KH_2025-01-06_vn', CHANGE],
      ['plan/2-KH_2025-01-06_vn', CHANGE],
    ]);
    expect(done[0]?.data).toMatchObject({ from: DAY, ended: { 'tier-ended': expect.any(Number) } });
  });

  it('is the same log in PostgreSQL for two whole provinces, byte for byte, and its rows say the same', async () => {
    const store = new PostgresEventStore(database.pool);
    const logs: string[] = [];
    for (const each of [new InMemoryEventStore(), store]) {
      const { workflow } = await inFlight(each, WHOLE);
      await workflow.reorganisations.apply(TENANT, changes(WHOLE), ORDERED);
      await workflow.clock.runUntil(TENANT, CHANGE);
      logs.push(canonicalLog(await all(each)));
    }
    expect(logs[1]).toBe(logs[0]);
    const [workflow, plans] = [createWorkflow(store), ['1-KH_2025-01-06_vn' as PlanId]];
    const states = await statesAt(workflow, plans[0]!, CHANGE);
    const rows = await new PostgresReadModels(database.pool).unitPlan(TENANT, plans[0]!, 'vn-2025-15.02905', CHANGE);
    const open = openOf(states.get('vn-2025-15.02905' as UnitId)!);
    const shown = rows?.items.filter(({ status }) => !['completed', 'cancelled', 'transferred', 'submitted'].includes(status));
    expect(shown?.map(({ id }) => `item ${id}`).toSorted()).toEqual(
      [...open.keys()].filter((key) => key.startsWith('item')).toSorted(),
    );
  }, 120_000);

  it.each([
    ['before', false],
    ['after', true],
  ])(
    'comes to the same log wherever a process dies %s an append',
    async (_, isRecorded) => {
      for (const at of [1, 2, 3, 4]) {
        const store = new Dying();
        const { workflow } = await inFlight(store);
        const key = { idempotencyKey: 'change' };
        Object.assign(store, { left: at, isRecorded });
        await expect(
          (async () => {
            await workflow.reorganisations.apply(TENANT, changes(), ORDERED, key);
            await workflow.clock.runUntil(TENANT, CHANGE);
          })(),
        ).rejects.toThrow('dead');
        store.left = Number.POSITIVE_INFINITY;
        const again = createWorkflow(store);
        await again.reorganisations.apply(TENANT, changes(), ORDERED, key);
        await again.clock.runUntil(TENANT, CHANGE);
        expect(canonicalLog(await all(store))).toBe(expected);
      }
    },
    120_000,
  );

  it('takes effect at once where its day has passed, and answers with what it did', async () => {
    const { workflow, plans } = await inFlight(new InMemoryEventStore());
    const at = '2025-07-03T09:00:00+07:00' as Instant;
    await workflow.clock.runUntil(TENANT, at);
    const { cascades, effective } = await workflow.reorganisations.apply(TENANT, changes(), at);
    expect(effective).toEqual([at]);
    expect(cascades.map(({ id }) => id)).toEqual(plans);
    const lost = cascades.flatMap((each: CascadeReorganised) => each.unresolved);
    expect(new Set(lost.map(({ reason }) => reason))).toEqual(new Set(['no-successor']));
  }, 60_000);

  it('records nothing of changes that do not fit', async () => {
    const { workflow } = await inFlight(new InMemoryEventStore());
    const head = await workflow.store.head(TENANT);
    const odd = [dissolved('vn-99', '2025-07-01'), renamed('vn-10', 'UBND tỉnh Mới', '2020-01-01')];
    await expect(workflow.reorganisations.apply(TENANT, odd, ORDERED)).rejects.toMatchObject({
      code: 'organisation.invalid',
      problems: [{ code: 'organisation.unknown-unit' }, { code: 'organisation.outside-life' }],
    });
    expect(await workflow.store.head(TENANT)).toBe(head);
  }, 60_000);
});
