import path from 'node:path';
import { type Database, openDatabase, runningAddress } from '#persistence';
import type { Terminal } from '../terminal.js';
import type { Typed } from '../verb.js';

/**
 * Works with the database of an installation: the one that `DATABASE_URL` names, the embedded one that a running `thac start` has
 * open on the data folder, or the embedded one itself.
 */
export async function withOwnDatabase<T>(typed: Typed, terminal: Terminal, work: (database: Database) => Promise<T>): Promise<T> {
  const dataDir = path.join(path.resolve(typed.value('data') ?? '.thac'), 'db');
  const url = terminal.environment['DATABASE_URL'] || (await runningAddress(dataDir));
  const database = await openDatabase({ url, dataDir, log: (said) => terminal.err(said[terminal.language]) });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}
