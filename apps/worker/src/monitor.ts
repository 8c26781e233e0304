import { type Metrics, type Monitor, readinessOf, serveMonitor } from '#observability';
import { type Database, readinessFacts } from '#persistence';

/**
 * Answers `/metrics` and `/health/…` where `THAC_METRICS_PORT` is set: on the loopback address, or on the one that `THAC_METRICS_HOST`
 * names. Without the setting nobody listens.
 */
export async function openMonitor(metrics: Metrics, database: Database): Promise<Monitor | undefined> {
  const port = process.env['THAC_METRICS_PORT'];
  if (port === undefined || port === '') return undefined;
  const host = process.env['THAC_METRICS_HOST'];
  const readiness = () => readinessOf(() => readinessFacts(database));
  return serveMonitor({ metrics, readiness, port: Number(port), ...(host !== undefined && { host }) });
}
