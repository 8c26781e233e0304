import pg from 'pg';
import type { DataSource } from 'typeorm';
import type { Bilingual } from '#contracts';
import { createDataSource, migrate } from './data-source.js';
import { DatabaseFault } from './embedded/faults.js';
import { startEmbedded } from './embedded/server.js';
import { withoutPassword } from './place.js';
import { createPool } from './pool.js';
import { expectSafeWay } from './safe-way.js';
import { openAskedPool } from './rows/open-asked-pool.js';
import { expectConfined } from './roles/confinement.js';
import { grantRights } from './roles/grant-rights.js';
import { makeRoles } from './roles/make-roles.js';
import { DEFAULT_ROLES, type RoleNames } from './roles/role-names.js';
import { IS_SUPERUSER } from './roles/roles.sql.js';

/** As whom a database is opened. */
export type OpenedAs =
  /** A program that serves: it may only add to what is recorded, and finds the tables of its version, or does not run. */
  | 'application'
  /** Whatever role the address names: for what is done once, by hand. */
  | 'whoever'
  /** Who owns the tables. */
  | 'owner';

export interface OpenOptions {
  /** Address of a server that runs (`DATABASE_URL`); without it, the PostgreSQL that comes along is started. */
  readonly url?: string | undefined;
  /** Address for the owner of the tables (`DATABASE_OWNER_URL`), beside `url`. */
  readonly ownerUrl?: string | undefined;
  /** Folder of the embedded server's cluster; not used where `url` is given. */
  readonly dataDir: string;
  /** `application` unless told. */
  readonly as?: OpenedAs;
  /** Whether tables are made or upgraded first, as the owner, where its address is known. */
  readonly migrates?: boolean;
  /** Takes everything away first, as the owner. */
  readonly resets?: boolean;
  /** Names of the roles that are granted rights; the usual ones unless told. */
  readonly roles?: RoleNames;
  /** Told what is being done, in both languages. */
  readonly log?: (message: Bilingual) => void;
}

/** An open database. */
export interface Database {
  /** Address, password included: never to be shown. */
  readonly url: string;
  /** TypeORM: read-model entities, cold queries, and, for the owner, migrations. Connected. */
  readonly dataSource: DataSource;
  /** For the hot statements; bigint comes as number, days as text. */
  readonly pool: pg.Pool;
  /** The same for whoever asks: held to the rows of the scope of what is asked, none without one. */
  readonly asked: pg.Pool;
  /** Where the embedded server's data really lies; null for a server that was there already. */
  readonly dataDir: string | null;
  /** Names of the migrations that ran when it was opened. */
  readonly migrated: readonly string[];
  /** Roles that whoever migrates grants rights to. */
  readonly roles: RoleNames;
  /** Ends all connections, and the embedded server where there is one. A second call waits for the first. */
  close(): Promise<void>;
}

/** Oldest server that has all that is used. */
const NEEDED = 15;
const CONNECT_MS = 10_000;
/** Longest that closing waits for statements under way; the server's own stop then ends them. */
const DRAIN_MS = 5_000;

/**
 * Opens the database at `url`, or starts the embedded one in `dataDir`.
 * @throws DatabaseFault, RoleFault saying in both languages what is wrong and how to mend it, without the password
 */
export async function openDatabase(options: OpenOptions): Promise<Database> {
  const { url, ownerUrl, dataDir, log } = options;
  for (const address of [url, ownerUrl]) if (address) expectSafeWay(address);
  if (url) return connect({ url, ownerUrl: ownerUrl || undefined, data: null, stop: async () => undefined }, options);
  const server = await startEmbedded({ dataDir, keep: true, ...(log && { log }) });
  return connect(server, options).catch(async (error: unknown) => {
    await server.stop();
    throw error;
  });
}

interface Served {
  readonly url: string;
  readonly ownerUrl: string | undefined;
  readonly data: string | null;
  stop(): Promise<void>;
}

async function connect(server: Served, options: OpenOptions): Promise<Database> {
  const { as = 'application', roles = DEFAULT_ROLES } = options;
  const migrated = server.ownerUrl === undefined ? [] : await prepare(server.ownerUrl, roles, options);
  const url = as === 'owner' ? await asOwner(server.ownerUrl ?? server.url, roles) : server.url;
  await checkServer(url);
  const dataSource = createDataSource(url);
  await dataSource.initialize();
  const pool = createPool({ url });
  let asked: pg.Pool | undefined;
  const drain = (): Promise<void> => atMost(DRAIN_MS, Promise.allSettled([asked?.end(), pool.end(), dataSource.destroy()]));
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => (closing ??= drain().then(() => server.stop()));
  try {
    asked = await openAskedPool(pool, url);
    const database = { url, dataSource, pool, asked, dataDir: server.data, migrated, roles, close };
    if (as === 'application') await expectConfined(database);
    return database;
  } catch (error) {
    await drain();
    throw error;
  }
}

/** What the owner does before others come in. @returns names of the migrations that ran */
async function prepare(ownerUrl: string, roles: RoleNames, { migrates, resets }: OpenOptions): Promise<readonly string[]> {
  if (!migrates && !resets) return [];
  await checkServer(ownerUrl);
  const source = await createDataSource(await asOwner(ownerUrl, roles)).initialize();
  try {
    if (resets) await source.query('drop schema public cascade; drop schema if exists pgboss cascade; create schema public');
    return migrates ? await migrateAndGrant(source, roles) : [];
  } finally {
    await source.destroy();
  }
}

/** Makes or upgrades the tables, and grants the roles their rights on them. @returns names of the migrations that ran now */
export async function migrateAndGrant(dataSource: DataSource, roles: RoleNames): Promise<readonly string[]> {
  const migrated = await migrate(dataSource);
  await grantRights(dataSource, roles);
  return migrated;
}

/** For the administrator of a server, who makes the roles where they are missing, the address at which he works as the owner. */
async function asOwner(url: string, roles: RoleNames): Promise<string> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ yes: boolean }>(IS_SUPERUSER);
    if (!rows[0]?.yes) return url;
    await makeRoles(client, roles);
    const own = new URL(url);
    own.searchParams.set('options', `-c role=${roles.owner}`);
    return own.href;
  });
}

async function atMost(ms: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([work, over]);
  clearTimeout(timer);
}

async function checkServer(url: string): Promise<void> {
  const place = withoutPassword(url);
  const number = await versionOf(url).catch((error: unknown) => {
    throw new DatabaseFault('database.unreachable', { place, reason: reasonOf(error, url) });
  });
  const major = Math.floor(number / 10_000);
  if (major < NEEDED) throw new DatabaseFault('database.too-old', { place, found: String(major), needed: String(NEEDED) });
}

function versionOf(url: string): Promise<number> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ number: string }>("select current_setting('server_version_num') as number");
    return Number(rows[0]?.number);
  });
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: new URL(url).href, connectionTimeoutMillis: CONNECT_MS });
  client.on('error', () => undefined); // the query under way rejects
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** What the system said: its code where it has one, as messages may quote the address. */
function reasonOf(error: unknown, url: string): string {
  const { code, message } = error as { code?: string; message?: string };
  const said = message || (error instanceof AggregateError ? error.errors.map(({ code: each }) => each).join(', ') : '');
  const parts = [code, said].filter(Boolean).join(': ');
  const password = URL.canParse(url) ? decodeURIComponent(new URL(url).password) : '';
  if (!URL.canParse(url)) return 'ERR_INVALID_URL';
  return password ? parts.replaceAll(password, '***') : parts;
}
