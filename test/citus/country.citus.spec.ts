import { createWorkflow, type Workflow } from '#workflow';
import { startOfDay, type Instant, type LocalDate, type UnitId } from '#engine';
import { VIETNAM_CALENDAR } from '#organisation';
import { PostgresEventStore, PostgresReadModels, verifyReadModels } from '#persistence';
import { countryEvents, type TestDatabase, testDatabase } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

const TENANT = 'vn';
const TOP = 'vn' as UnitId;
const FOUNDED = '2022-01-01T08:00:00+07:00' as Instant;
const ISSUED = startOfDay('2022-06-30' as LocalDate);
const AS_OF = '2022-06-30T23:00:00+07:00';
/** A cluster on one busy machine takes some minutes for the whole country. */
const LONG = 900_000;

let database: TestDatabase;
let workflow: Workflow;
let plan: string;

beforeAll(async () => {
  database = await testDatabase();
  workflow = createWorkflow(new PostgresEventStore(database.pool));
  await workflow.organisation.record(TENANT, countryEvents(), FOUNDED);
  await workflow.organisation.publishCalendar(TENANT, VIETNAM_CALENDAR, FOUNDED);
  const file = path.join(import.meta.dirname, '../../examples/lao-cai-2022/239-kh-ubnd.thac');
  const { name } = (await workflow.knowledge.of(TENANT).directory('2022-06-30' as LocalDate)).units.get(TOP) ?? { name: '' };
  const text = (await readFile(file, 'utf8')).replaceAll('[UBND tỉnh Lào Cai]', `[${name}]`);
  const { published } = await workflow.rules.publish(TENANT, { text, actor: TOP }, FOUNDED);
  const began = performance.now();
  await workflow.plans.issue(TENANT, { hash: published.hash, actor: TOP }, ISSUED);
  process.stdout.write(`The country's cascade took ${((performance.now() - began) / 1000).toFixed(1)} s on the cluster.\n`);
  const [first] = (await new PostgresReadModels(database.pool).plans(TENANT, {})).items;
  plan = first?.id ?? '';
}, LONG);
afterAll(() => database.drop());

const count = async (table: string): Promise<number> => {
  const { rows } = await database.pool.query<{ n: number }>(`select count(*)::int as n from ${table} where tenant = $1`, [
    TENANT,
  ]);
  return rows[0]?.n ?? 0;
};

describe('One plan for the whole country, on the nodes of a cluster', () => {
  it('derives a unit plan for every unit concerned, and records all of it once', async () => {
    expect(await count('unit_plan')).toBeGreaterThan(11_000);
    expect(await count('item')).toBeGreaterThan(170_000);
    const [head] = (
      await database.pool.query<{ position: number; events: number }>(
        `select h.position, (select count(*) from event where tenant = $1) as events from tenant_head h where h.tenant = $1`,
        [TENANT],
      )
    ).rows;
    expect(head?.events).toBe(head?.position);
  });

  it('lies on one node, as all of a tenant does', async () => {
    const { rows } = await database.pool.query<{ nodes: number }>(
      `select count(distinct (nodename, nodeport))::int as nodes from citus_shards
       where shardid in (
         select get_shard_id_for_distribution_column(name::regclass, $1::text)
         from unnest(array['tenant_head', 'event', 'unit_plan', 'item', 'report', 'duty', 'wake_up']) as name
       )`,
      [TENANT],
    );
    expect(rows[0]?.nodes).toBe(1);
  });

  it('is shown as a tree, as counts and as one desk', async () => {
    const views = new PostgresReadModels(database.pool);
    const tree = await views.cascade(TENANT, plan, { asOf: AS_OF });
    expect(tree?.unit).toMatchObject({ id: TOP });
    const progress = await views.progress(TENANT, plan, { asOf: AS_OF });
    expect(progress?.items.total).toBe(await count('item'));
    const { rows } = await database.pool.query<{ unit: string }>(
      'select unit from item where tenant = $1 order by unit limit 1',
      [TENANT],
    );
    expect(await views.desk(TENANT, rows[0]?.unit ?? '', AS_OF)).toBeDefined();
  });

  it(
    'has the very rows that its log gives',
    async () => {
      expect(await verifyReadModels(database.pool, TENANT)).toMatchObject({ differing: 0 });
    },
    LONG,
  );
});
