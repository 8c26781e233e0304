import { addDays, foldUnitPlan, type LocalDate, type UnitPlanEvent, type UnitPlanState } from '#engine';
import { InMemoryEventStore, type RecordedEvent, type StreamWrite } from '#event-store';
import { advance, dailyProjection, PostgresEventStore, PostgresReadModels } from '#persistence';
import { testDatabase, type TestDatabase } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { loadScenario } from '../../simulation/load-scenario.js';
import { runScenario } from '../../simulation/run-scenario.js';
import { createWorkflow } from '../../workflow/workflow.js';
import { cascadeAsOf, progressAsOf } from './cascade-then.js';
import { completenessAsOf, planAsOf, trendAsOf } from './figures-then.js';
import { lateListAsOf } from './late-then.js';
import { PlanMoment } from './plan-moment.js';
import { unitPlanAsOf } from './unit-plan-then.js';

const EXAMPLES = path.resolve(import.meta.dirname, '../../../../../examples');

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(async () => {
  await database?.drop();
});

async function lived(example: string): Promise<{ tenant: string; store: InMemoryEventStore; log: readonly RecordedEvent[] }> {
  const bundle = await loadScenario(path.join(EXAMPLES, example), (file) => readFile(file, 'utf8'));
  const store = new InMemoryEventStore();
  await runScenario(createWorkflow(store), bundle, { tenant: bundle.top, until: 'last-obligation' });
  return { tenant: bundle.top, store, log: await store.readAll(bundle.top, 0, Number.MAX_SAFE_INTEGER) };
}

/** Lets a log grow in a database up to a position: the same events, and their read models. */
class Growing {
  private readonly states = new Map<string, UnitPlanState>();
  private readonly versions = new Map<string, number>();
  private readonly store = new PostgresEventStore(database.pool);
  private position = 0;

  constructor(
    private readonly tenant: string,
    private readonly log: readonly RecordedEvent[],
  ) {}

  async growTo(position: number): Promise<void> {
    const fresh = this.log.slice(this.position, position);
    const writes = [...Map.groupBy(fresh, ({ stream }) => stream)].map(([stream, events]) => this.write(stream, events));
    await this.store.append(this.tenant, writes);
    this.position = position;
  }

  private write(stream: string, events: readonly RecordedEvent[]): StreamWrite {
    const expected = this.versions.get(stream) ?? 0;
    this.versions.set(stream, expected + events.length);
    if (!stream.startsWith('unit-plan/')) return { stream, expected, events };
    const state = foldUnitPlan(events as unknown as readonly UnitPlanEvent[], this.states.get(stream));
    this.states.set(stream, state);
    return { stream, expected, events, state };
  }
}

describe.each([
  { example: 'lao-cai-yen-bai-2025', cuts: [1_600, 3_300, 4_104] },
  { example: 'ninh-thuan-2020', cuts: [150, 640, 992] },
])('Every state of $example', ({ example, cuts }) => {
  it('is what the read models showed when the log was cut there', async () => {
    const { tenant, store, log } = await lived(example);
    const growing = new Growing(tenant, log);
    const reads = new PostgresReadModels(database.pool);
    const plans = log.flatMap(({ type, data, position }) =>
      type === 'PlanIssued' ? [{ id: (data as { id: string }).id, position }] : [],
    );
    for (const position of cuts) {
      await growing.growTo(position);
      const asOf = `${log[position - 1]?.at.slice(0, 10)}T23:59:59+07:00`;
      for (const plan of [plans[0], plans.findLast((each) => each.position < position)].flatMap((each) => each?.id ?? [])) {
        const moment = await PlanMoment.open(store, tenant, { plan, cut: { by: 'recorded', position } });
        const same = async (found: unknown, expected: Promise<unknown>): Promise<void> =>
          expect({ plan, position, found }).toEqual({ plan, position, found: await expected });
        await same(await planAsOf(moment, plan), reads.plan(tenant, plan));
        await same(await cascadeAsOf(moment, plan, asOf), reads.cascade(tenant, plan, { asOf }));
        await same(await progressAsOf(moment, plan, asOf), reads.progress(tenant, plan, { asOf }));
        await same(await completenessAsOf(moment, { plan }, asOf), reads.completeness(tenant, plan, { asOf }));
        await same(await lateListAsOf(moment, plan, asOf), reads.lateList(tenant, plan, { asOf }));
      }
      const [top] = plans;
      if (!top) throw new Error('no plan');
      const moment = await PlanMoment.open(store, tenant, { plan: top.id, cut: { by: 'recorded', position } });
      const units = [...moment.units.keys()].filter((_, index) => index % 17 === 0);
      for (const unit of units) {
        const view = await unitPlanAsOf(moment, { plan: top.id, unit }, asOf).catch(() => undefined);
        expect(view).toEqual(await reads.unitPlan(tenant, top.id, unit, asOf));
      }
    }
    for (let more = true; more; ) ({ more } = await advance(database.pool, dailyProjection(), { tenant }));
    const until = log.at(-1)?.at.slice(0, 10) as LocalDate;
    const asked = { plan: plans[0]!.id, from: addDays(until, -300), until };
    const moment = await PlanMoment.open(store, tenant, { plan: asked.plan, cut: { by: 'recorded', position: log.length } });
    expect(await trendAsOf(moment, asked, log.length)).toEqual(await reads.trend(tenant, asked.plan, asked));
  }, 120_000);
});
