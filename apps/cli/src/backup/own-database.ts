import path from 'node:path';
import { type Database, openDatabase, type OpenedAs, roleNamesOf, runningAddress } from '#persistence';
import type { Terminal } from '../terminal.js';
import type { Typed } from '../verb.js';

/**
 * Works with the database of an installation: the one that `DATABASE_URL` names, the embedded one that a running `thac start` has
 * open on the data folder, or the embedded one itself. As the owner of its tables: by the address in `DATABASE_OWNER_URL`.
 */
export async function withOwnDatabase<T>(
  typed: Typed,
  terminal: Terminal,
  work: (database: Database) => Promise<T>,
  as: Exclude<OpenedAs, 'application'> = 'whoever',
): Promise<T> {
  const { environment, language } = terminal;
  const dataDir = path.join(path.resolve(typed.value('data') ?? '.thac'), 'db');
  const [url, ownerUrl] = [environment['DATABASE_URL'], environment['DATABASE_OWNER_URL']];
  const there = url || (as === 'owner' && ownerUrl) ? { url: url || ownerUrl, ownerUrl } : await runningAddress(dataDir);
  const log = (said: { vi: string; en: string }): void => terminal.err(said[language]);
  const database = await openDatabase({ ...there, dataDir, as, roles: roleNamesOf(environment), log });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}
