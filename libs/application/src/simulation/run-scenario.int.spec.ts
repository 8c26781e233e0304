import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { LocalDate } from '#engine';
import { canonicalLog, InMemoryEventStore, type RecordedEvent } from '#event-store';
import { PostgresEventStore, PostgresReadModels, READ_MODEL_TABLES, rebuildReadModels } from '#persistence';
import { testDatabase, type TestDatabase } from '#testing';
import { createWorkflow } from '../workflow/workflow.js';
import type { ScenarioBundle } from './bundle.js';
import { cascadeOf } from './cascade-tree.js';
import { loadExample } from './example.fixture.js';
import { lastSecondOf } from './mirror.js';
import { outcomeOf } from './outcome.js';
import { runScenario } from './run-scenario.js';

const ALL = 1_000_000;
const END = '2022-12-31' as LocalDate;

describe('The example’s year in PostgreSQL', () => {
  let bundle: ScenarioBundle;
  let database: TestDatabase | undefined;
  let inMemory: readonly RecordedEvent[];

  beforeAll(async () => {
    bundle = await loadExample();
    const memory = new InMemoryEventStore();
    await runScenario(createWorkflow(memory), bundle, { tenant: bundle.top, until: END });
    inMemory = await memory.readAll(bundle.top, 0, ALL);
    database = await testDatabase();
    await runScenario(createWorkflow(new PostgresEventStore(database!.pool)), bundle, { tenant: bundle.top, until: END });
  }, 120_000);

  afterAll(() => database?.drop());

  const rows = async (): Promise<Readonly<Record<string, readonly unknown[]>>> => {
    const dump: Record<string, readonly unknown[]> = {};
    for (const table of READ_MODEL_TABLES) {
      const { rows: found } = await database!.pool.query<{ row: string }>(`select t::text as row from ${table} t order by 1`);
      dump[table] = found.map(({ row }) => row);
    }
    return dump;
  };

  it('is the same log as in memory, byte for byte', async () => {
    const stored = await new PostgresEventStore(database!.pool).readAll(bundle.top, 0, ALL);
    expect(canonicalLog(stored)).toBe(canonicalLog(inMemory));
    expect(outcomeOf(stored, END)?.hash).toBe(outcomeOf(inMemory, END)?.hash);
  });

  it('answers queries as the log is read', async () => {
    const root = outcomeOf(inMemory, END)!;
    const readModels = new PostgresReadModels(database!.pool);
    const plan = '239-KH-UBND_2022-06-30_vn-10';
    const progress = await readModels.progress(bundle.top, plan, { asOf: lastSecondOf(END) });
    expect(progress?.items).toMatchObject({ onTime: root.itemsDue.onTime, late: root.itemsDue.late });
    const demanded = { 'after-10wd-demand-explanation': root.explanations.length };
    expect(progress?.escalations).toEqual({ ...root.escalations.byStep, ...demanded });
    const tree = await readModels.cascade(bundle.top, plan, { asOf: lastSecondOf(END) });
    expect(sorted(tree)).toEqual(sorted(cascadeOf(inMemory, END)));
  });

  it('has rows that a rebuild from the log makes anew, all alike', async () => {
    const before = await rows();
    expect(Object.values(before).every((found) => found.length > 0)).toBe(true);
    await rebuildReadModels(database!.pool, bundle.top);
    expect(await rows()).toEqual(before);
  });

  it('is passed over when it is run again', async () => {
    const store = new PostgresEventStore(database!.pool);
    await runScenario(createWorkflow(store), bundle, { tenant: bundle.top, until: END });
    expect(await store.head(bundle.top)).toBe(inMemory.length);
  });
});

interface Tree {
  readonly unit: { readonly id: string };
  readonly children: readonly Tree[];
}

/** The same tree, children in the order of their ids. */
const sorted = (tree: Tree | undefined): Tree | undefined =>
  tree && {
    ...tree,
    children: tree.children.map((child) => sorted(child)!).toSorted((a, b) => (a.unit.id < b.unit.id ? -1 : 1)),
  };
