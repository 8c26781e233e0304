import { createWorkflow } from '#application';
import { AppError } from '#contracts';
import { openDatabase, PostgresClock, PostgresEventStore } from '#persistence';
import { once } from 'node:events';
import { startClock } from './start-clock.js';

/** Tenants to watch, separated by commas; all that the database has unless told. */
const TENANTS = process.env['THAC_TENANTS'];

const write = (entry: object): void => {
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), ...entry })}\n`);
};

/** The clock as a process of its own, beside any number of API processes on the same database. */
export async function main(): Promise<number> {
  const url = process.env['DATABASE_URL'];
  const database = await openDatabase({
    url,
    dataDir: process.env['THAC_DATA'] ?? '.thac/db',
    log: (message) => write({ message }),
  });
  const workflow = createWorkflow(new PostgresEventStore(database.pool));
  const log = ({ error, ...entry }: { readonly error?: unknown }): void =>
    write({ ...entry, ...(error instanceof Error ? { error: error.stack } : {}) });
  const shared = new PostgresClock(database.pool);
  const runner = workflow.clockOver(shared);
  const clock = startClock({ runner, slots: shared, members: shared, tenants: TENANTS?.split(','), log });
  const alive = setInterval(() => undefined, 2 ** 30); // the clock's own timer keeps no process alive
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  clearInterval(alive);
  await clock.stop();
  await database.close();
  return 0;
}

if (import.meta.main) {
  process.exitCode = await main().catch((error: unknown) => {
    const words =
      error instanceof AppError
        ? { code: error.code, message: error.what, mend: error.mend }
        : { error: error instanceof Error ? error.stack : error };
    write({ level: 'error', ...words });
    return 1;
  });
}
