import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createZstdCompress } from 'node:zlib';
import type { PoolClient } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { withoutPassword } from '../place.js';
import type { Database } from '../open-database.js';
import { inTransaction } from '../transaction.js';
import { FORMAT, frame, type Header, MAGIC, type Manifest, type TableBegin, type TableEnd } from './archive.js';
import { BackupFault } from './backup-fault.js';
import { copyOut, HAS_MIGRATIONS, HEADS, MIGRATIONS, SNAPSHOT, TABLES } from './backup.sql.js';

/** What a backup holds. */
export interface BackedUp {
  readonly rows: number;
  readonly events: number;
  readonly tenants: number;
  /** Size of the file in bytes. */
  readonly bytes: number;
}

const LINE_FEED = 0x0a;

/**
 * Writes everything in a database to a file, as of one moment, while people go on working. Memory is bounded: rows flow from the
 * server through the compression to the disk. The file gets its name once it is whole and on disk.
 * @throws BackupFault `backup.exists`, `backup.no-tables`
 */
export async function backUp({ pool, url }: Pick<Database, 'pool' | 'url'>, file: string): Promise<BackedUp> {
  if (await stat(file).catch(() => undefined)) throw new BackupFault('backup.exists', { place: file });
  const half = `${file}.part-${process.pid}`;
  try {
    const manifest = await inTransaction(pool, async (client) => {
      await client.query(SNAPSHOT);
      const header = await headerOf(client, url);
      const written: Manifest[] = [];
      await writeFile(
        half,
        content(client, header, (whole) => written.push(whole)),
      );
      return written[0] as Manifest;
    });
    await rename(half, file);
    return summaryOf(manifest, (await stat(file)).size);
  } finally {
    await rm(half, { force: true });
  }
}

async function headerOf(client: PoolClient, url: string): Promise<Header> {
  const { rows } = await client.query<{ has: boolean }>(HAS_MIGRATIONS);
  if (!rows[0]?.has) throw new BackupFault('backup.no-tables', { place: withoutPassword(url) });
  const migrations = (await client.query<{ name: string }>(MIGRATIONS)).rows.map(({ name }) => name);
  return { at: new Date().toISOString(), migrations };
}

async function writeFile(file: string, frames: AsyncIterable<Buffer>): Promise<void> {
  const sink = createWriteStream(file, { mode: 0o600, flags: 'wx' });
  await once(sink, 'open');
  sink.write(`${MAGIC}${FORMAT}\n`);
  const compress = createZstdCompress({ params: { [constants.ZSTD_c_checksumFlag]: 1 } });
  await pipeline(Readable.from(frames), compress, sink);
  const handle = await open(file, 'r+');
  await handle.sync().finally(() => handle.close());
}

async function* content(client: PoolClient, header: Header, done: (manifest: Manifest) => void): AsyncGenerator<Buffer> {
  yield frame('header', header);
  const tables: TableEnd[] = [];
  for (const begin of (await client.query<TableBegin>(TABLES)).rows) {
    yield frame('table', begin);
    const hash = createHash('sha256');
    let rows = 0;
    for await (const chunk of client.query(copyTo(copyOut(begin.table, begin.columns))) as AsyncIterable<Buffer>) {
      hash.update(chunk);
      rows += count(chunk, LINE_FEED);
      yield frame('data', chunk);
    }
    const end = { table: begin.table, rows, sha256: hash.digest('hex') };
    tables.push(end);
    yield frame('end', end);
  }
  const heads = (await client.query<{ tenant: string; position: number }>(HEADS)).rows;
  const manifest = { tables, heads: Object.fromEntries(heads.map(({ tenant, position }) => [tenant, position])) };
  done(manifest);
  yield frame('manifest', manifest);
}

/** COPY's text has one line feed a row: those inside values are escaped. */
function count(bytes: Buffer, wanted: number): number {
  let found = 0;
  for (let at = bytes.indexOf(wanted); at >= 0; at = bytes.indexOf(wanted, at + 1)) found += 1;
  return found;
}

const summaryOf = ({ tables, heads }: Manifest, bytes: number): BackedUp => ({
  rows: tables.reduce((sum, { rows }) => sum + rows, 0),
  events: tables.find(({ table }) => table === 'event')?.rows ?? 0,
  tenants: Object.keys(heads).length,
  bytes,
});
