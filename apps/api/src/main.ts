import { createWorkflow, systemClock } from '#application';
import { AppError } from '#contracts';
import { migrate, openDatabase, PostgresEventStore, PostgresReadModels } from '#persistence';
import { once } from 'node:events';
import { createApi } from './create-api.js';
import { listen, LOOPBACK } from './listen.js';
import { jsonLog } from './log.js';

const DEFAULT_PORT = 3000;

/**
 * The API as a process of its own. Settings: `DATABASE_URL` (the embedded PostgreSQL in `THAC_DATA` without it), `THAC_TENANT`,
 * `THAC_BASE_URL`, `HOST` (the loopback address unless told), `PORT`.
 */
export async function main(): Promise<number> {
  const {
    DATABASE_URL: url,
    THAC_DATA: dataDir = '.thac/db',
    THAC_TENANT: tenant = 'vn',
    THAC_BASE_URL: baseUrl = '',
  } = process.env;
  const database = await openDatabase({ url, dataDir, log: (message) => jsonLog({ level: 'info', message }) });
  try {
    await migrate(database.dataSource);
    const store = new PostgresEventStore(database.pool);
    const readModels = new PostgresReadModels(database.pool);
    const app = await createApi({ store, readModels, clock: systemClock, workflow: createWorkflow(store), tenant, baseUrl });
    const host = process.env['HOST'] ?? LOOPBACK;
    const port = await listen(app, { port: Number(process.env['PORT'] ?? DEFAULT_PORT), host });
    jsonLog({ level: 'info', message: { vi: `Phục vụ tại http://${host}:${port}`, en: `Serving on http://${host}:${port}` } });
    await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
    await app.close();
  } finally {
    await database.close();
  }
  return 0;
}

if (import.meta.main) {
  process.exitCode = await main().catch((error: unknown) => {
    if (error instanceof AppError) {
      const { what, mend } = error;
      jsonLog({ level: 'error', message: { vi: `${what.vi} ${mend.vi}`, en: `${what.en} ${mend.en}` } });
    } else jsonLog({ level: 'error', message: { vi: 'Không khởi động được.', en: 'Could not start.' }, error });
    return 1;
  });
}
