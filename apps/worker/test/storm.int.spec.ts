import { createWorkflow, type Workflow } from '#workflow';
import type { Instant, PlanId, UnitId } from '#engine';
import { canonicalLine, type EventStore, InMemoryEventStore, type RecordedEvent } from '#event-store';
import { VIETNAM_CALENDAR } from '#organisation';
import { PostgresClock, PostgresEventStore } from '#persistence';
import { countryEvents, testDatabase, type TestDatabase } from '#testing';
import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { buildWorker, WorkerProcess } from './worker-process.js';

const TENANT = 'vn';
const TOP = 'vn' as UnitId;
const ISSUED = '2022-06-30T08:00:00+07:00' as Instant;
/** After every step of the plan's ladder, before today. */
const AFTER = '2022-12-01T08:00:00+07:00' as Instant;

/** Every commune owes one task at the end of the quarter; three steps each. */
const PLAN = `kế hoạch "1/KH" ban hành ngày 30/6/2022 của [TOP]
  tên: "Rà soát cuối quý"
  đầu mối: [TOP]

nhóm [UBND cấp xã] gồm mọi ủy ban nhân dân cấp xã

nhiệm vụ 1 "Rà soát"
  chủ trì: mỗi [UBND cấp xã]
  hạn: trước ngày 01/10/2022

xử lý quá hạn
  trước hạn 5 ngày thì nhắc chủ trì
  quá hạn 1 ngày thì nhắc chủ trì và thông báo cấp trên trực tiếp
  quá hạn 5 ngày thì đưa vào danh sách chậm gửi [TOP]
`;
const STEPS = 3;
/** The storm alone: what is sent of it has specs of its own. */
const NO_NOTICES = { THAC_NOTICES: 'off' };

/** The provinces whose number ends in 0 or 5: some 2,000 communes. */
const UNITS = countryEvents().filter(({ data }) => !('id' in data) || /^vn(?:-\d*[05](?:\.|$)|\.|$)/.test(data.id));
const COMMUNES = UNITS.flatMap(({ data }) =>
  'tier' in data && data.tier === 'commune' && data.kind === 'peoples-committee' ? [data.id] : [],
);

async function begin({ organisation, rules, plans, knowledge }: Workflow): Promise<PlanId> {
  await organisation.record(TENANT, UNITS, ISSUED);
  await organisation.publishCalendar(TENANT, VIETNAM_CALENDAR, ISSUED);
  const { name = '' } = (await knowledge.of(TENANT).directory('2022-06-30' as never)).units.get(TOP) ?? {};
  const { published } = await rules.publish(TENANT, { text: PLAN.replaceAll('[TOP]', `[${name}]`), actor: TOP }, ISSUED);
  return (await plans.issue(TENANT, { hash: published.hash, actor: TOP }, ISSUED)).plan;
}

/** Every seventh commune hands its task in while the storm rages: first its steps happen, then its own act. */
const ACTING = COMMUNES.filter((_, index) => index % 7 === 0);
const handIn = ({ unitPlans }: Workflow, plan: PlanId, unit: UnitId): Promise<unknown> =>
  unitPlans.execute(TENANT, { plan, unit, actor: unit, command: { type: 'SubmitItem', item: '1' as never, note: null } }, AFTER, {
    idempotencyKey: `in/${unit}`,
  });

async function logOf(store: EventStore): Promise<readonly RecordedEvent[]> {
  const log: RecordedEvent[] = [];
  for (let page = await store.readAll(TENANT, 0); page.length > 0; page = await store.readAll(TENANT, log.length))
    log.push(...page);
  return log;
}

const byStream = (log: readonly RecordedEvent[]): ReadonlyMap<string, string> =>
  new Map(
    [...Map.groupBy(log, ({ stream }) => stream)].map(([stream, events]) => [stream, events.map(canonicalLine).join('\n')]),
  );

let alone: ReadonlyMap<string, string>;
beforeAll(async () => {
  await buildWorker();
  const store = new InMemoryEventStore();
  const workflow = createWorkflow(store);
  const plan = await begin(workflow);
  await workflow.clock.runUntil(TENANT, AFTER);
  for (const unit of ACTING) await handIn(workflow, plan, unit);
  alone = byStream(await logOf(store));
}, 120_000);

describe('A storm at the end of a quarter', () => {
  let database: TestDatabase;
  let workers: WorkerProcess[];
  const killed = new Set<WorkerProcess>();
  const kill = async (index: number): Promise<void> => {
    const worker = workers[index];
    if (worker) killed.add(worker);
    await worker?.kill();
  };
  let workflow: Workflow;
  let plan: PlanId;
  beforeEach(async () => {
    database = await testDatabase();
    workers = [];
    workflow = createWorkflow(new PostgresEventStore(database.pool));
    plan = await begin(workflow);
  }, 120_000);
  const end = async (): Promise<void> => {
    for (const worker of workers) await worker.kill();
    await database.drop();
  };

  const start = (): WorkerProcess => {
    const worker = new WorkerProcess(database.url, NO_NOTICES);
    workers.push(worker);
    return worker;
  };
  const allLive = (): void => {
    for (const worker of workers) if (!killed.has(worker)) worker.mustLive();
  };
  const stepsSoFar = async (): Promise<number> => {
    const { rows } = await database.pool.query<{ steps: number }>('select count(*)::int as steps from escalation');
    return rows[0]?.steps ?? 0;
  };
  /** Processes that say that they live; of one that was killed no longer. */
  const living = async (): Promise<number> => {
    const pids = workers.map(({ pid }) => `${pid}/%`);
    const { rowCount } = await database.pool.query('select from clock_worker where until > now() and worker like any ($1)', [
      pids,
    ]);
    return rowCount ?? 0;
  };
  const steps = async (atLeast: number): Promise<void> => {
    while ((await stepsSoFar()) < atLeast) allLive();
  };
  const nothingDue = async (): Promise<void> => {
    const clock = new PostgresClock(database.pool);
    while ((await clock.dueTenants(AFTER)).length > 0) allLive();
  };

  async function verify(): Promise<void> {
    const log = await logOf(workflow.store);
    expect(log.map(({ position }) => position)).toEqual(log.map((_, index) => index + 1));
    const reached = log.filter(({ type }) => type === 'EscalationStepReached');
    expect(reached).toHaveLength(COMMUNES.length * STEPS);
    expect(await stepsSoFar()).toBe(COMMUNES.length * STEPS);
    const found = byStream(log);
    expect(found.size).toBe(alone.size);
    for (const [stream, lines] of alone) expect([stream, found.get(stream)]).toEqual([stream, lines]);
  }

  it.each([2, 4])(
    'that %i processes share, killed again and again, while people act, has every effect exactly once',
    async (count) => {
      try {
        for (let n = 0; n < count; n++) start();
        const acting = (async () => {
          await steps(1);
          for (const unit of ACTING) await handIn(workflow, plan, unit);
        })();
        const total = COMMUNES.length * STEPS;
        for (const [index, part] of [0.1, 0.4, 0.7].entries()) {
          await steps(total * part);
          await workers[(index * 7) % count]?.kill();
          workers[(index * 7) % count] = new WorkerProcess(database.url);
        }
        await acting;
        await nothingDue();
        while ((await living()) < count) allLive();
        expect(await Promise.all(workers.map((worker) => worker.stop()))).toEqual(workers.map(() => 0));
        await verify();
        expect(await living()).toBe(0);
      } finally {
        await end();
      }
    },
    180_000,
  );

  it('of which one process dies is finished by the other, which takes over all of it', async () => {
    try {
      const survivor = start();
      start();
      await steps(1);
      await kill(1);
      for (const unit of ACTING) await handIn(workflow, plan, unit);
      await nothingDue();
      await verify();
      expect(await survivor.stop()).toBe(0);
      expect(survivor.output).not.toContain('"level":"error"');
    } finally {
      await end();
    }
  }, 180_000);
});
