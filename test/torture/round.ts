import { createWorkflow } from '#workflow';
import { createDataSource, DEFAULT_ROLES, migrateAndGrant, PostgresClock, PostgresEventStore } from '#persistence';
import { WorkerProcess } from '../../apps/worker/test/worker-process.js';
import type { TorturedCluster } from './cluster.js';
import { FAULTS } from './faults.js';
import { People } from './people.js';
import { type Verdict, verify } from './verify.js';
import { AFTER, begin, communes, isActing, livedAlone, STEPS } from './world.js';

export interface RoundOptions {
  readonly cluster: TorturedCluster;
  readonly tenant: string;
  /** How many communes. */
  readonly count: number;
  readonly workers: number;
  /** Names of {@link FAULTS}, in the order in which they strike, spread over the storm. */
  readonly faults: readonly string[];
  readonly chance: (n: number) => number;
}

export interface RoundResult extends Verdict {
  /** How many each kind of fault hit. */
  readonly hits: Readonly<Record<string, number>>;
  /** Requests of people that got no answer and were sent again. */
  readonly unanswered: number;
}

/** One storm: everything is due, workers and people are at it together, faults strike; then everything is counted. */
export async function round(options: RoundOptions): Promise<RoundResult> {
  const { cluster, tenant, count } = options;
  const source = await createDataSource(cluster.ownerUrl).initialize();
  await migrateAndGrant(source, DEFAULT_ROLES);
  await source.destroy();
  const plan = await begin(createWorkflow(new PostgresEventStore(cluster.direct)), tenant, count);
  const people = new People(cluster.url, tenant, plan);
  const workers = Array.from({ length: options.workers }, () => new WorkerProcess(cluster.url));
  try {
    const watch = watchOver(options, workers);
    const acting = people.act(count);
    const hits = await watch.over('faults', strike(options, workers));
    await watch.over('people', acting);
    await watch.over('what is due', nothingDue(cluster, tenant));
    // One that was started last may still be on its way.
    for (const { pid } of workers) await watch.over(`worker ${pid}`, living(cluster, pid));
    const codes = await watch.over('workers told to stop', Promise.all(workers.map((worker) => worker.stop())));
    const { acknowledged, wrongs, unanswered } = people;
    const held = livedAlone(count).then((alone) => verify(cluster.direct, tenant, { count, alone, acknowledged }));
    const verdict = await watch.over('counting', held);
    const stopped = workers.flatMap(({ output }, index) =>
      codes[index] === 0 ? [] : [`a worker ended with ${codes[index]}:\n${output.slice(-2_000)}`],
    );
    return { ...verdict, wrongs: [...verdict.wrongs, ...wrongs, ...stopped], hits, unanswered };
  } finally {
    for (const worker of workers) await worker.kill();
    await people.end();
  }
}

/** Nothing in a round takes so long, however busy the machine. */
const PATIENCE_MS = 240_000;

/** Ends a round that stands still, saying what it waited for, what the workers said and what the server was doing. */
function watchOver({ cluster, tenant }: RoundOptions, workers: readonly WorkerProcess[]) {
  const told = async (): Promise<string> => {
    const doing = await cluster.direct
      .query(
        "select pid, state, wait_event, left(query, 80) as query from pg_stat_activity where state <> 'idle' or wait_event_type = 'Lock'",
      )
      .then(({ rows }) => JSON.stringify(rows), String);
    const due = await new PostgresClock(cluster.direct).dueTenants(AFTER).then(JSON.stringify, String);
    return [`${tenant}, due: ${due}`, doing, ...workers.map(({ pid, output }) => `worker ${pid}:\n${output.slice(-1_500)}`)].join(
      '\n',
    );
  };
  const over = async <T>(what: string, work: Promise<T>): Promise<T> => {
    const late = Promise.withResolvers<never>();
    const timer = setTimeout(() => {
      void told().then((text) => late.reject(new Error(`nothing came of: ${what}\n${text}`)), late.reject);
    }, PATIENCE_MS);
    try {
      return await Promise.race([work, late.promise]);
    } finally {
      clearTimeout(timer);
    }
  };
  return { over };
}

async function strike(
  { cluster, tenant, count, faults, chance }: RoundOptions,
  workers: WorkerProcess[],
): Promise<Record<string, number>> {
  const hits: Record<string, number> = {};
  const whole = count * STEPS + communes(count).filter((_, index) => isActing(index)).length;
  for (const [index, name] of faults.entries()) {
    await progress(cluster, tenant, (whole * (index + 0.5)) / (faults.length + 1));
    hits[name] = (hits[name] ?? 0) + ((await FAULTS[name]?.({ cluster, workers, tenant, chance })) ?? 0);
  }
  return hits;
}

/** Until so many effects and acts are in the log. */
async function progress(cluster: TorturedCluster, tenant: string, atLeast: number): Promise<void> {
  for (;;) {
    const asked = cluster.direct.query<{ n: number }>(
      "select count(*)::int as n from event where tenant = $1 and type in ('EscalationStepReached', 'ItemSubmitted')",
      [tenant],
    );
    const n = await asked.then(
      ({ rows }) => rows[0]?.n ?? 0,
      () => 0, // the server has just been started again
    );
    if (n >= atLeast) return;
  }
}

async function living(cluster: TorturedCluster, pid: number): Promise<void> {
  for (;;) {
    const asked = cluster.direct.query('select 1 from clock_worker where until > now() and worker like $1', [`${pid}/%`]);
    if ((await asked.catch(() => ({ rowCount: 0 }))).rowCount) return;
  }
}

async function nothingDue(cluster: TorturedCluster, tenant: string): Promise<void> {
  for (;;) {
    const due = await new PostgresClock(cluster.direct).dueTenants(AFTER).catch(() => [tenant]);
    if (!due.includes(tenant)) return;
  }
}
