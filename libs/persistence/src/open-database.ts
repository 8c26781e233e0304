import pg from 'pg';
import type { DataSource } from 'typeorm';
import type { Bilingual } from '#contracts';
import { createDataSource } from './data-source.js';
import { DatabaseFault } from './embedded/faults.js';
import { startEmbedded } from './embedded/server.js';
import { withoutPassword } from './place.js';
import { createPool } from './pool.js';

export interface OpenOptions {
  /** Address of a server that runs (`DATABASE_URL`); without it, the PostgreSQL that comes along is started. */
  readonly url?: string | undefined;
  /** Folder of the embedded server's cluster; not used where `url` is given. */
  readonly dataDir: string;
  /** Told what is being done, in both languages. */
  readonly log?: (message: Bilingual) => void;
}

/** An open database. */
export interface Database {
  /** Address, password included: never to be shown. */
  readonly url: string;
  /** TypeORM: migrations, read-model entities, cold queries. Connected. */
  readonly dataSource: DataSource;
  /** For the hot statements; bigint comes as number, days as text. */
  readonly pool: pg.Pool;
  /** Where the embedded server's data really lies; null for a server that was there already. */
  readonly dataDir: string | null;
  /** Ends all connections, and the embedded server where there is one. A second call waits for the first. */
  close(): Promise<void>;
}

/** Oldest server that has all that is used. */
const NEEDED = 15;
const CONNECT_MS = 10_000;
/** Longest that closing waits for statements under way; the server's own stop then ends them. */
const DRAIN_MS = 5_000;

/**
 * Opens the database at `url`, or starts the embedded one in `dataDir`. Does not migrate: see `migrate`.
 * @throws DatabaseFault saying in both languages what is wrong and how to mend it, without the password
 */
export async function openDatabase({ url, dataDir, log }: OpenOptions): Promise<Database> {
  if (url) return connect({ url, data: null, stop: async () => undefined });
  const server = await startEmbedded({ dataDir, ...(log && { log }) });
  return connect(server).catch(async (error: unknown) => {
    await server.stop();
    throw error;
  });
}

interface Served {
  readonly url: string;
  readonly data: string | null;
  stop(): Promise<void>;
}

async function connect(server: Served): Promise<Database> {
  const { url, data: dataDir } = server;
  await checkServer(url);
  const dataSource = createDataSource(url);
  await dataSource.initialize();
  const pool = createPool({ url });
  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    await atMost(DRAIN_MS, Promise.allSettled([pool.end(), dataSource.destroy()]));
    await server.stop();
  };
  return { url, dataSource, pool, dataDir, close: () => (closing ??= close()) };
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

async function versionOf(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: new URL(url).href, connectionTimeoutMillis: CONNECT_MS });
  client.on('error', () => undefined); // the query under way rejects
  await client.connect();
  try {
    const { rows } = await client.query<{ number: string }>("select current_setting('server_version_num') as number");
    return Number(rows[0]?.number);
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
