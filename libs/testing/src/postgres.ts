import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { DataSource } from 'typeorm';

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
  await administrate(async (client) => {
    const template = migrated ? await ensureTemplate(client) : 'template0';
    await client.query(`create database ${name} template ${template}`);
  });
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
      await administrate((client) => client.query(`drop database if exists ${name} with (force)`));
    },
  };
}

/** Loaded when first needed: specs of the pure libraries import this one too. */
const persistence = () => import('#persistence');

const settingOf = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run this spec in a jest project whose globalSetup starts PostgreSQL`);
  return value;
};

const nameOf = (suffix: string): string => `thac_test_${settingOf('THAC_TEST_RUN')}_${suffix}`;

function urlOf(database: string): string {
  const url = new URL(settingOf('THAC_TEST_SERVER'));
  url.pathname = `/${database}`;
  return url.href;
}

async function administrate<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: settingOf('THAC_TEST_SERVER') });
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
