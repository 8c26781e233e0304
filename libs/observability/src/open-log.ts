import { createLog, type Log, logLevelOf } from './log.js';
import { OtlpLogs, readLogShipping } from './otlp-logs.js';

/** The log of a process. */
export interface OpenLog {
  readonly log: Log;
  /** @throws SettingFault where a place to send lines to is set that will not do */
  expectSound(): void;
  /** Sends on what is left. */
  close(): Promise<void>;
}

/**
 * Lines of JSON to the standard error, from the level that `THAC_LOG_LEVEL` names, and to the collector that the `OTEL_EXPORTER_OTLP_…`
 * settings name, where they do.
 */
export function openLog(service: string, environment: NodeJS.ProcessEnv = process.env): OpenLog {
  const expectSound = (): void => void readLogShipping(environment);
  const logs = shippingIn(environment, service);
  const log = createLog({
    service,
    level: logLevelOf(environment['THAC_LOG_LEVEL']),
    ...(logs && { also: (line) => logs.take(line) }),
  });
  return { log, expectSound, close: async () => logs?.close() };
}

/** Undefined also where the settings will not do: the process says so as it starts, by its log. */
function shippingIn(environment: NodeJS.ProcessEnv, service: string): OtlpLogs | undefined {
  try {
    const shipping = readLogShipping(environment);
    return shipping && new OtlpLogs({ ...shipping, service: environment['OTEL_SERVICE_NAME'] ?? `thac-${service}` });
  } catch {
    return undefined;
  }
}
