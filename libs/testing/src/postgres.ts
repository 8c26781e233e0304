import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import type { RoleNames } from '#persistence';
import { createCitusDatabase, databaseOf, dropCitusDatabase } from './citus.js';

/** A database of one spec file. */
export interface TestDatabase {
  /** For the application: what it may not do there, no spec of it does. */
  readonly url: string;
  readonly pool: pg.Pool;
  /** For whoever asks: held to the rows of a scope. */
  readonly asked: pg.Pool;
  /** For the owner of the tables. */
  readonly ownerUrl: string;
  readonly owner: pg.Pool;
  /** For a superuser: what those who run a server might do behind everybody's back. Connects when first asked to. */
  readonly admin: pg.Pool;
  /** The owner's. Connected when first asked for. */
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
  const [url, ownerUrl] = [urlOf(name, 'app'), urlOf(name, 'owner')];
  const { createDataSource, createPool, openAskedPool } = await persistence();
  const pool = createPool({ url, max: 12 });
  const asked = await openAskedPool(pool, url, 12);
  keepAsked(pool, asked);
  const owner = createPool({ url: ownerUrl, max: 4 });
  const admin = createPool({ url: urlOf(name), max: 4 });
  let source: DataSource | undefined;
  return {
    url,
    ownerUrl,
    pool,
    asked,
    owner,
    admin,
    dataSource: async () => (source ??= await createDataSource(ownerUrl).initialize()),
    drop: async () => {
      await source?.destroy();
      await Promise.all([pool, asked, owner, admin].map((each) => each.end()));
      await drop(name);
    },
  };
}

/** The connections for whoever asks, by those of the application to the same database. */
const askedBeside = new WeakMap<pg.Pool, pg.Pool>();

/** Keeps the connections for whoever asks beside those of the application. */
export const keepAsked = (pool: pg.Pool, asked: pg.Pool): void => void askedBeside.set(pool, asked);

/** For whoever asks, beside the connections of a {@link TestDatabase}. */
export function askedOf(pool: pg.Pool): pg.Pool {
  const asked = askedBeside.get(pool);
  if (!asked) throw new Error('not the pool of a test database');
  return asked;
}

/** Names of the roles that this run's databases are worked in with. */
export const testRoles = (): RoleNames => rolesOfRun().names;

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
      await client.query(`create database ${name} template ${template} owner ${testRoles().owner}`);
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
    const { createDataSource, distribute, migrateAndGrant } = await persistence();
    const source = await createDataSource(urlOf(name)).initialize();
    await migrateAndGrant(source, testRoles());
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

interface RolesOfRun {
  readonly names: RoleNames;
  readonly passwords: Readonly<Record<keyof RoleNames, string>>;
}

const rolesOfRun = (): RolesOfRun => JSON.parse(settingOf('THAC_TEST_ROLES')) as RolesOfRun;

/** On a cluster its superuser owns the tables: only one may spread them. */
function urlOf(database: string, role?: keyof RoleNames): string {
  const url = new URL(databaseOf(serverUrl(), database));
  if (role === undefined || (role === 'owner' && isOnCitus())) return url.href;
  const { names, passwords } = rolesOfRun();
  return Object.assign(url, { username: names[role], password: passwords[role] }).href;
}

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
    const { createDataSource, migrateAndGrant } = await persistence();
    const unfinished = nameOf('unfinished');
    await client.query(`create database ${unfinished} template template0 owner ${testRoles().owner}`);
    const source = await createDataSource(urlOf(unfinished, 'owner')).initialize();
    await migrateAndGrant(source, testRoles());
    await source.destroy();
    await client.query(`alter database ${unfinished} rename to ${name}`);
  }
  await client.query('select pg_advisory_unlock($1)', [TEMPLATE_LOCK]);
  return name;
}
