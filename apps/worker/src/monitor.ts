import { type Metrics, type Monitor, readinessOf, readMonitorPlace, serveMonitor } from '#observability';
import { type Database, readinessFacts } from '#persistence';

/**
 * Answers `/metrics` and `/health/…` where `THAC_METRICS_PORT` is set: on the loopback address, or on the one that `THAC_METRICS_HOST`
 * names. Without the setting nobody listens.
 * @throws SettingFault where others could read along
 */
export async function openMonitor(metrics: Metrics, database: Database): Promise<Monitor | undefined> {
  const place = readMonitorPlace(process.env);
  if (!place) return undefined;
  const readiness = () => readinessOf(() => readinessFacts(database));
  return serveMonitor({ metrics, readiness, ...place });
}
