import { createWorkflow, systemClock } from '#application';
import { AppError, type Bilingual } from '#contracts';
import {
  measuredStore,
  Metrics,
  type Monitor,
  openTracing,
  type Readiness,
  readinessOf,
  readMonitorPlace,
  serveMonitor,
} from '#observability';
import {
  ChangeBook,
  DeliveryBook,
  OperationBook,
  entrancePool,
  housePool,
  ProofBook,
  openDatabase,
  PostgresEventStore,
  PostgresLogIndex,
  PostgresReadModels,
  readinessFacts,
  watchedDatabase,
} from '#persistence';
import { once } from 'node:events';
import path from 'node:path';
import { accountsOver, firstLinkWords, openIdentity } from './auth/open-identity.js';
import { createApi } from './create-api.js';
import { readTls, type Tls, tlsOptions } from './http/tls.js';
import { listen, LOOPBACK } from './listen.js';
import { apiLog, jsonLog } from './log.js';

const DEFAULT_PORT = 3000;

/**
 * The API as a process of its own. Settings: `DATABASE_URL` (for the application's role; the embedded PostgreSQL in `THAC_DATA` without
 * it), `THAC_TENANT`, `THAC_BASE_URL`, `HOST` (the loopback address unless told), `PORT`, `THAC_TLS_CERT_FILE`, `THAC_TLS_KEY_FILE` and
 * `THAC_TLS_AUTHORITY` (or `THAC_TLS=proxy`), `THAC_METRICS_PORT` and `THAC_METRICS_HOST` (a port of its own for metrics),
 * `THAC_LOG_LEVEL`, `THAC_IDENTITY_KEY` or `THAC_IDENTITY_KEY_FILE` (seals second factors), `THAC_OIDC_…` (signing in outside),
 * `THAC_SECOND_FACTOR` (roles that need one, or `all`), `THAC_TRUSTED_PROXIES` (addresses, by commas), `OTEL_EXPORTER_OTLP_ENDPOINT`.
 */
export async function main(): Promise<number> {
  const {
    DATABASE_URL: url,
    THAC_DATA: dataDir = '.thac/db',
    THAC_TENANT: tenant = 'vn',
    THAC_BASE_URL: baseUrl = '',
  } = process.env;
  apiLog.expectSound();
  const database = await openDatabase({ url, dataDir, migrates: true, log: (message) => jsonLog({ level: 'info', message }) });
  try {
    const metrics = new Metrics('api');
    metrics.watch(watchedDatabase(database));
    const tracing = await openTracing('api');
    const readiness = () => readinessOf(() => readinessFacts(database));
    const store = measuredStore(new PostgresEventStore(database.pool), metrics, tracing);
    const readModels = new PostgresReadModels(database.asked);
    const workflow = createWorkflow(store);
    const watched = {
      metrics,
      tracing,
      readiness,
      deliveries: new DeliveryBook(database.asked),
      operations: new OperationBook(housePool(database.pool, database.asked)),
      proofs: new ProofBook(database.asked),
      logIndex: new PostgresLogIndex(database.asked),
      changes: new ChangeBook(database.pool),
    };
    const keyFile = url ? undefined : path.join(path.dirname(dataDir), 'identity.key');
    const identity = await openIdentity({ pool: entrancePool(database.pool, database.asked), environment: process.env, keyFile });
    const trustedProxies = (process.env['THAC_TRUSTED_PROXIES'] ?? '').split(',').filter((each) => each !== '');
    const askedLog = new PostgresEventStore(database.asked);
    const parts = { store, askedLog, readModels, clock: systemClock, workflow, tenant, baseUrl, identity, trustedProxies };
    const host = process.env['HOST'] ?? LOOPBACK;
    const tls = await readTls(process.env, host);
    const app = await createApi({ ...parts, ...watched, tls });
    const monitor = await openMonitor(metrics, readiness, tls);
    const port = await listen(app, { port: Number(process.env['PORT'] ?? DEFAULT_PORT), host });
    const address = `${tls ? 'https' : 'http'}://${host}:${port}`;
    jsonLog({ level: 'info', message: { vi: `Phục vụ tại ${address}`, en: `Serving on ${address}` } });
    const link = await accountsOver(identity, workflow, systemClock).firstLink(tenant);
    if (link !== undefined) tellOnce(firstLinkWords(baseUrl || address, link));
    await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
    await app.close();
    await monitor?.close();
    await tracing.close().catch(() => undefined); // the collector is not there: nobody waits for it
  } finally {
    await database.close();
  }
  return 0;
}

/** To the standard output, which is no log. */
const tellOnce = ({ vi, en }: Bilingual): boolean => process.stdout.write(`${vi}\n${en}\n`);

/** A port of its own for metrics, where one is set: for a Prometheus on another machine, which speaks TLS as all others do. */
async function openMonitor(
  metrics: Metrics,
  readiness: () => Promise<Readiness>,
  tls: Tls | undefined,
): Promise<Monitor | undefined> {
  const place = readMonitorPlace(process.env, tls && tlsOptions(tls));
  return place && serveMonitor({ metrics, readiness, ...place });
}

if (import.meta.main) {
  process.exitCode = await main().catch((error: unknown) => {
    if (error instanceof AppError) {
      const { what, mend } = error;
      jsonLog({ level: 'error', message: { vi: `${what.vi} ${mend.vi}`, en: `${what.en} ${mend.en}` } });
    } else jsonLog({ level: 'error', message: { vi: 'Không khởi động được.', en: 'Could not start.' }, error });
    return 1;
  });
  await apiLog.close();
}
