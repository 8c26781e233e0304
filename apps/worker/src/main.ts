import { createWorkflow } from '#workflow';
import { AppError, SettingFault } from '#contracts';
import { type Log, measuredStore, Metrics, openLog, openTracing } from '#observability';
import { DatabaseFault, openDatabase, PostgresClock, PostgresEventStore, RoleFault, watchedDatabase } from '#persistence';
import { once } from 'node:events';
import path from 'node:path';
import { followLog } from './follow-log.js';
import { openMonitor } from './monitor.js';
import { openDeliveries } from './open-deliveries.js';
import { openSealing } from './open-sealing.js';
import { whenThere } from './when-there.js';
import { type ClockLogEntry, startClock } from './start-clock.js';

/** Tenants to watch, separated by commas; all that the database has unless told. */
const TENANTS = process.env['THAC_TENANTS'];

/** Whether this process sends notices; one of several may be left to it. */
const SENDS = process.env['THAC_NOTICES'] !== 'off';

const workerLog = openLog('worker');
const log: Log = workerLog.log;

/**
 * The clock and the projections as a process of their own, beside any number of others on the same database. Settings:
 * `DATABASE_URL` (the embedded PostgreSQL in `THAC_DATA` without it), `THAC_TENANTS`, `THAC_METRICS_PORT`, `THAC_METRICS_HOST`,
 * `THAC_SEAL_KEY_FILE` and `THAC_SEAL_NAME` (the sealing key), `THAC_NOTICES` (`off`: sends none), `THAC_NOTICE_DAYS`,
 * `THAC_WEBHOOK_…` (where notices go), `THAC_LOG_LEVEL`, `OTEL_EXPORTER_OTLP_ENDPOINT`.
 */
export async function main(): Promise<number> {
  workerLog.expectSound();
  const asked = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]); // heard also while the rest is being opened
  const url = process.env['DATABASE_URL'];
  const dataDir = process.env['THAC_DATA'] ?? '.thac/db';
  const waiting = { log, asked };
  const open = () => openDatabase({ url, dataDir, migrates: true, log: (message) => log({ level: 'info', message }) });
  const database = await whenThere(open, (error) => !url || !isUnreachable(error), waiting);
  if (!database) return 0;
  const metrics = new Metrics('worker');
  metrics.watch(watchedDatabase(database));
  const tracing = await openTracing('worker');
  const workflow = createWorkflow(measuredStore(new PostgresEventStore(database.pool), metrics, tracing));
  const shared = new PostgresClock(database.pool);
  const runner = workflow.clockOver(shared);
  const clock = startClock({ runner, slots: shared, members: shared, tenants: TENANTS?.split(','), log: tellClock(metrics) });
  const projections = followLog({ pool: database.pool, metrics, log, yields: () => clock.state.isBusy });
  const deliveries = SENDS
    ? await whenThere(
        () => openDeliveries(database, log),
        (error) => error instanceof SettingFault,
        waiting,
      )
    : undefined;
  const sealing = await openSealing({
    pool: database.pool,
    keyFolder: url ? undefined : path.dirname(path.resolve(dataDir)),
    log,
  });
  const monitor = await openMonitor(metrics, database);
  const alive = setInterval(() => undefined, 2 ** 30); // the clock's own timer keeps no process alive
  await asked;
  clearInterval(alive);
  await Promise.all([clock.stop(), projections.stop(), deliveries?.stop(), sealing?.stop()]);
  await monitor?.close();
  await tracing.close().catch(() => undefined); // the collector is not there: nobody waits for it
  await database.close();
  return 0;
}

/** True where the server is away, busy starting, or without its tables yet: not where it will never let us in. */
const isUnreachable = (error: unknown): boolean =>
  (error instanceof RoleFault && error.code === 'database.not-migrated') ||
  !(error instanceof DatabaseFault || error instanceof RoleFault) ||
  (error instanceof DatabaseFault &&
    error.code === 'database.unreachable' &&
    !/28P01|28000|3D000|ERR_INVALID_URL/.test(error.facts.reason ?? ''));

const tellClock =
  (metrics: Metrics) =>
  ({ wakeUps = 0, events = 0, ...entry }: ClockLogEntry): void => {
    if (entry.level === 'error') metrics.failed('clock');
    metrics.clockRun({ wakeUps, events });
    log(wakeUps > 0 ? { ...entry, facts: { wakeUps, events } } : entry);
  };

/** Nothing that ends by itself takes so long once all was told to. */
const LAST_MS = 10_000;
const LEFT_OPEN = {
  vi: 'Đã dừng nhưng còn thứ chưa đóng: tiến trình kết thúc ngay.',
  en: 'All has stopped, but something was left open: the process ends now.',
};

const both = ({ what, mend }: AppError) => ({ vi: `${what.vi} ${mend.vi}`, en: `${what.en} ${mend.en}` });

if (import.meta.main) {
  process.exitCode = await main().catch((error: unknown) => {
    const message = error instanceof AppError ? both(error) : { vi: 'Không khởi động được.', en: 'Could not start.' };
    log({ level: 'error', message, error });
    return 1;
  });
  await workerLog.close();
  setTimeout(() => {
    log({ level: 'error', message: LEFT_OPEN, facts: { resources: process.getActiveResourcesInfo().join(' ') } });
    process.exit();
  }, LAST_MS).unref(); // reached only where something keeps the process alive that should not
}
