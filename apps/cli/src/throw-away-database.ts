import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Database, migrate, openDatabase, type OpenOptions } from '#persistence';

/** Works with a migrated database that is gone afterwards: one of its own on the server at `url`, or a whole server of its own. */
export async function withThrowAwayDatabase<T>(url: string | undefined, work: (database: Database) => Promise<T>): Promise<T> {
  return url === undefined || url === '' ? onOwnServer(work) : onServer(url, work);
}

async function onOwnServer<T>(work: (database: Database) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'thac-simulate-'));
  try {
    return await migrated({ dataDir: path.join(folder, 'db'), as: 'owner' }, work);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function onServer<T>(url: string, work: (database: Database) => Promise<T>): Promise<T> {
  const name = `thac_simulate_${randomBytes(6).toString('hex')}`;
  const server = await openDatabase({ url, dataDir: '', as: 'whoever' });
  try {
    await server.pool.query(`create database ${name}`);
    const own = new URL(url);
    own.pathname = `/${name}`;
    return await migrated({ url: own.href, dataDir: '', as: 'whoever' }, work);
  } finally {
    await server.pool.query(`drop database if exists ${name} with (force)`).finally(() => server.close());
  }
}

async function migrated<T>(options: OpenOptions, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase(options);
  try {
    await migrate(database.dataSource);
    return await work(database);
  } finally {
    await database.close();
  }
}
