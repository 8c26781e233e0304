import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  startOfDay,
  unitPlanStream,
  type DeadlineRule,
  type DutyRule,
  type LocalDate,
  type PlanId,
  type PlanRules,
  type Tier,
  type UnitId,
  type UnitPlanState,
} from '#engine';
import { canonicalLog, InMemoryEventStore, type EventStore } from '#event-store';
import { PostgresEventStore, PostgresReadModels, READ_MODEL_TABLES, rebuildReadModels } from '#persistence';
import { countryEvents, testDatabase, type TestDatabase } from '#testing';
import { by, country, each, rulesOf, task, TENANT } from './country-in-flight.fixture.js';
import { foldRecorded } from './unit-plan-session.js';
import { createWorkflow, type Workflow } from './workflow.js';

const day = (text: string): LocalDate => text as LocalDate;
/** One district of Lào Cai with its communes, under the Government. */
const UNITS = countryEvents().filter(({ data: { id } }) => /^vn(\.[a-z].*|-10(\.([a-z]|086).*)?)?$/.test(id));
const DISTRICT = 'vn-10.086' as UnitId;
const COMMUNE = UNITS.map(({ data }) => data).find((unit) => 'tier' in unit && unit.tier === 'commune')?.id as UnitId;
const LAST = startOfDay(day('2028-01-10'));
const ALL = 1_000_000;

const EVERY_YEAR: DeadlineRule = { kind: 'recurring', every: 'year' };
const duty = (tier: Tier, deadline: DeadlineRule): DutyRule => {
  const { duties } = rulesOf('', '2025-11-20', []);
  return { ...(duties[0] as DutyRule), units: [each(tier)], deadline };
};
const GOVERNMENT: PlanRules = {
  ...rulesOf('552/KH', '2025-11-20', [task('1', [each('commune')], EVERY_YEAR)]),
  horizon: day('2028-12-31'),
  duties: [duty('district', EVERY_YEAR)],
  regimes: [],
};
const PLAN = '552-KH_2025-11-20_vn' as PlanId;

/** A plan of the district: each year under the same number. */
const districts = (issuedOn: string, deadline: DeadlineRule, more: Partial<PlanRules> = {}): PlanRules => ({
  ...GOVERNMENT,
  plan: { issuer: DISTRICT, number: '5/KH-UBND', issuedOn: day(issuedOn) },
  focal: null,
  implements: GOVERNMENT.plan,
  inheritsAll: true,
  tasks: [task('1', [each('commune')], deadline)],
  duties: [],
  ...more,
});
const FIRST = districts('2026-02-02', EVERY_YEAR);
const AGAIN = districts('2026-11-02', EVERY_YEAR);
const SECOND = districts('2027-02-01', by('2027-06-30'), { replaces: [FIRST.plan] });

async function issue({ store, plans, clock }: Workflow, rules: PlanRules): Promise<void> {
  const at = startOfDay(rules.plan.issuedOn);
  await clock.runUntil(TENANT, at);
  const hash = `hash-${rules.plan.number}-${rules.plan.issuedOn}`;
  const actor = rules.plan.issuer;
  const event = { type: 'RulesPublished', v: 1, data: { hash, text: '', rules }, because: null, at, actor };
  await store.append(TENANT, [{ stream: `rules/${hash}`, expected: 0, events: [event] }]);
  await plans.issue(TENANT, { hash, actor }, at);
}

/** Three years under the Government's plan: the district issues one in 2026 and one in 2027, and is refused a second of 2026. */
async function live(store: EventStore): Promise<Workflow> {
  const workflow = await country(UNITS, store);
  await issue(workflow, GOVERNMENT);
  await issue(workflow, FIRST);
  await expect(issue(workflow, AGAIN)).rejects.toMatchObject({
    code: 'own-plan.already-issued',
    rejection: { args: { plan: '5-KH-UBND_2026-02-02_vn-10.086', year: '2026' } },
  });
  await issue(workflow, SECOND);
  await workflow.clock.runUntil(TENANT, LAST);
  return workflow;
}

const stateOf = async (store: EventStore, unit: UnitId): Promise<UnitPlanState> =>
  foldRecorded(await store.readStream(TENANT, unitPlanStream(PLAN, unit)));

describe('Plans of every year', () => {
  let database: TestDatabase;
  let memory: InMemoryEventStore;
  beforeAll(async () => {
    memory = new InMemoryEventStore();
    await live(memory);
    database = await testDatabase();
    await live(new PostgresEventStore(database.pool));
  }, 180_000);
  afterAll(() => database?.drop());

  it('meet each the duty of its year, as long as they are issued', async () => {
    const { duties, ownPlans } = await stateOf(memory, DISTRICT);
    expect([...duties.values()].map(({ id, due, since, plan }) => [id, due, since.slice(0, 10), plan])).toEqual([
      ['1@2026', '2026-12-31', '2026-01-01', '5-KH-UBND_2026-02-02_vn-10.086'],
      ['1@2027', '2027-12-31', '2027-01-01', '5-KH-UBND_2027-02-01_vn-10.086'],
      ['1@2028', '2028-12-31', '2028-01-01', null],
    ]);
    expect(ownPlans.map(({ year }) => year)).toEqual([2026, 2027]);
  });

  it('replace one another for the units below where the text says so, with the history kept', async () => {
    const { items } = await stateOf(memory, COMMUNE);
    expect([...items.values()].map(({ id, due, status }) => [id, due, status])).toEqual([
      ['1@2026', '2026-12-31', 'assigned'],
      ['1@2027', '2027-12-31', 'assigned'],
      ['5/KH-UBND:1@2027', '2027-12-31', 'cancelled'],
      ['5/KH-UBND#2:1', '2027-06-30', 'assigned'],
      ['1@2028', '2028-12-31', 'assigned'],
    ]);
    const events = await memory.readStream(TENANT, unitPlanStream(PLAN, COMMUNE));
    const reached = events.filter(({ type }) => type === 'UnitPlanReplaced').map(({ at }) => at.slice(0, 10));
    expect(reached).toEqual(['2026-02-02', '2027-02-01']);
  });

  it('are the same log in PostgreSQL, byte for byte, read anew by another process', async () => {
    const stored = new PostgresEventStore(database.pool);
    const logs = await Promise.all([memory, stored].map(async (each_) => canonicalLog(await each_.readAll(TENANT, 0, ALL))));
    expect(logs[1]).toBe(logs[0]);
    const plan = await createWorkflow(stored)
      .knowledge.of(TENANT)
      .plan('5-KH-UBND_2027-02-01_vn-10.086' as PlanId);
    expect(plan?.prefix).toBe('5/KH-UBND#2:');
  });

  it('are in the rows as in the log, and in those that a rebuild makes', async () => {
    const view = await new PostgresReadModels(database.pool).unitPlan(TENANT, PLAN, DISTRICT, LAST);
    expect(view?.ownPlan).toBe('5-KH-UBND_2027-02-01_vn-10.086');
    expect(view?.duties.map(({ id, plan, timeliness }) => [id, plan?.slice(10, 20) ?? null, timeliness])).toEqual([
      ['1@2026', '2026-02-02', 'on-time'],
      ['1@2027', '2027-02-01', 'on-time'],
      ['1@2028', null, 'not-due'],
    ]);
    const rows = async (): Promise<readonly string[][]> => {
      const dumps: string[][] = [];
      for (const table of READ_MODEL_TABLES) {
        const found = await database.pool.query<{ row: string }>(`select t::text as row from ${table} t order by 1`);
        dumps.push(found.rows.map(({ row }) => row));
      }
      return dumps;
    };
    const before = await rows();
    await rebuildReadModels(database.pool, TENANT);
    expect(await rows()).toEqual(before);
  });
});
