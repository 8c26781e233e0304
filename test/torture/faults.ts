import type { Pool } from 'pg';
import { WorkerProcess } from '../../apps/worker/test/worker-process.js';
import type { TorturedCluster } from './cluster.js';

/** What a fault may lay hands on. */
export interface Victim {
  readonly cluster: TorturedCluster;
  readonly workers: WorkerProcess[];
  readonly tenant: string;
  /** A number from 0 to below `n`, by the round's seed. */
  readonly chance: (n: number) => number;
}

/** Strikes, and lets go again. @returns how many were hit */
export type Fault = (victim: Victim) => Promise<number>;

/** Each kind of fault by its name. */
export const FAULTS: Readonly<Record<string, Fault>> = {
  'worker killed (kill -9)': async ({ workers, cluster, chance }) => {
    const index = chance(workers.length);
    await workers[index]?.kill();
    workers[index] = new WorkerProcess(cluster.url);
    return 1;
  },
  'sessions terminated (pg_terminate_backend)': async ({ cluster, chance }) => {
    const { rowCount } = await cluster.direct.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and pid % 3 = $1`,
      [chance(3)],
    );
    return rowCount ?? 0;
  },
  'server stopped (immediate mode) and started': async ({ cluster }) => {
    await cluster.crash();
    return 1;
  },
  'connections cut': async ({ cluster }) => cluster.gate.cut(),
  'writer held open': async ({ cluster, tenant }) => {
    const client = await cluster.direct.connect();
    try {
      await client.query('begin');
      await client.query('select 1 from tenant_head where tenant = $1 for update', [tenant]);
      await untilSomebodyWaits(cluster.direct);
      await client.query('rollback');
    } finally {
      client.release();
    }
    return 1;
  },
  'worker frozen past its lease (SIGSTOP)': async ({ cluster, workers, chance }) => {
    const worker = workers[chance(workers.length)];
    if (!worker || workers.length < 2) return 0;
    worker.signal('SIGSTOP');
    try {
      await untilGiven(cluster.direct, worker.pid);
    } finally {
      worker.signal('SIGCONT');
    }
    return 1;
  },
  'disk full': async ({ cluster }) => {
    if (!cluster.hasOwnDisk) return 0;
    await cluster.whileFull(() => untilRefused(cluster.direct));
    return 1;
  },
};

/** How often a condition is asked for before a fault lets go: whoever should have been hit may have finished. */
const PATIENCE = 2_000;

async function untilSomebodyWaits(pool: Pool): Promise<void> {
  for (let tries = 0; tries < PATIENCE; tries++) {
    const { rowCount } = await pool.query(
      "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
    );
    if (rowCount) return;
  }
}

/** Until the others count a worker as gone. */
async function untilGiven(pool: Pool, pid: number): Promise<void> {
  for (;;) {
    const { rowCount } = await pool.query('select 1 from clock_worker where until > now() and worker like $1', [`${pid}/%`]);
    if (!rowCount) return;
  }
}

/** Until the disk is so full that a write was refused. */
async function untilRefused(pool: Pool): Promise<void> {
  for (let tries = 0; tries < PATIENCE; tries++) {
    try {
      await pool.query("create table ballast as select repeat('x', 1000) from generate_series(1, 10000)");
      await pool.query('drop table ballast');
    } catch {
      return;
    }
  }
}
