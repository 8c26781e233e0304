import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { createCitusDatabase, databaseOf, dropCitusDatabase } from './citus.js';

/** A database of one spec file. */
export interface TestDatabase {
  readonly url: string;
  readonly pool: pg.Pool;
  /** Connected when first asked for. */
  dataSource(): Promise<DataSource>;
  /** Ends its connections and drops it. */
  drop(): Promise<void>;
}

export interface TestDatabaseOptions {
  /** False for an empty one; migrated unless told. */
  readonly migrated?: boolean;
}

/** Makes the migrated template once in a run: others wait for the first. Any number. */
const TEMPLATE_LOCK = 0x74706c;

/**
 * A fresh, migrated database on the server of this run, copied from a template. Call it in `beforeAll`, and `drop()` in
 * `afterAll`.
 * @throws Error where the run has no server: only `*.int.spec.ts` and `*.e2e.spec.ts` with the global set-up have one
 */
export async function testDatabase({ migrated = true }: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const name = nameOf(randomBytes(6).toString('hex'));
  const { make, drop } = isOnCitus() ? ON_CITUS : ON_POSTGRES;
  await make(name, migrated);
  const url = urlOf(name);
  const { createDataSource, createPool } = await persistence();
  const pool = createPool({ url, max: 12 });
  let source: DataSource | undefined;
  return {
    url,
    pool,
    dataSource: async () => (source ??= await createDataSource(url).initialize()),
    drop: async () => {
      await source?.destroy();
      await pool.end();
      await drop(name);
    },
  };
}

/** True in the jest project whose databases lie on the nodes of a Citus cluster. */
export const isOnCitus = (): boolean => (globalThis as { readonly thacTestsOnCitus?: boolean }).thacTestsOnCitus === true;

/** Sessions of a database that wait for a lock: on a cluster the coordinator's sessions, wherever the lock is. */
const WAITING = `
select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
const WAITING_ON_CITUS = `${WAITING}
union select (waiting_gpid % 10000000000)::int from citus_lock_waits`;

/** Waits until sessions of a database stand in line for a lock. @returns their process ids */
export async function waitingSessions({ pool }: TestDatabase): Promise<readonly number[]> {
  for (;;) {
    const { rows } = await pool.query<{ pid: number }>(isOnCitus() ? WAITING_ON_CITUS : WAITING);
    if (rows.length > 0) return rows.map(({ pid }) => pid);
    await new Promise(setImmediate);
  }
}

/** How databases of specs come and go. */
interface Home {
  readonly make: (name: string, migrated: boolean) => Promise<void>;
  readonly drop: (name: string) => Promise<void>;
}

const ON_POSTGRES: Home = {
  make: (name, migrated) =>
    administrate(async (client) => {
      const template = migrated ? await ensureTemplate(client) : 'template0';
      await client.query(`create database ${name} template ${template}`);
    }),
  drop: async (name) => {
    await administrate((client) => client.query(`drop database if exists ${name} with (force)`));
  },
};

/** With Citus in it; where it is migrated, distributed too. */
const ON_CITUS: Home = {
  make: async (name, migrated) => {
    await createCitusDatabase(serverUrl(), name);
    if (!migrated) return;
    const { createDataSource, distribute, migrate } = await persistence();
    const source = await createDataSource(urlOf(name)).initialize();
    await migrate(source);
    await distribute(source);
    await source.destroy();
  },
  drop: (name) => dropCitusDatabase(serverUrl(), name),
};

/** Loaded when first needed: specs of the pure libraries import this one too. */
const persistence = () => import('#persistence');

const settingOf = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run this spec in a jest project whose globalSetup starts PostgreSQL`);
  return value;
};

const nameOf = (suffix: string): string => `thac_test_${settingOf('THAC_TEST_RUN')}_${suffix}`;

const serverUrl = (): string => settingOf(isOnCitus() ? 'THAC_CITUS_URL' : 'THAC_TEST_SERVER');

const urlOf = (database: string): string => databaseOf(serverUrl(), database);

async function administrate<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: serverUrl() });
  client.on('error', () => undefined); // the query under way rejects
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function ensureTemplate(client: pg.Client): Promise<string> {
  const name = nameOf('template');
  await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
  if (rowCount === 0) {
    const { createDataSource, migrate } = await persistence();
    const unfinished = nameOf('unfinished');
    await client.query(`create database ${unfinished} template template0`);
    const source = await createDataSource(urlOf(unfinished)).initialize();
    await migrate(source);
    await source.destroy();
    await client.query(`alter database ${unfinished} rename to ${name}`);
  }
  await client.query('select pg_advisory_unlock($1)', [TEMPLATE_LOCK]);
  return name;
}
