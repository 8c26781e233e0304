import { SettingFault } from '#contracts';
import { HTTPS, isSafe } from './safe-address.js';
import type { RequestSpan, Tracing } from './spans.js';

const NO_REQUEST: RequestSpan = { run: (work) => work(), end: () => undefined };

/** Tells nothing, and costs nothing. */
export const NO_TRACING: Tracing = {
  request: () => NO_REQUEST,
  span: (_name, _facts, work) => work(),
  close: async () => undefined,
};

/**
 * Traces to the collector that `OTEL_EXPORTER_OTLP_ENDPOINT` names; without it none, and nothing of OpenTelemetry is loaded. Its own
 * settings (`OTEL_EXPORTER_OTLP_HEADERS`, `OTEL_SERVICE_NAME`, …) hold as documented there.
 * @throws SettingFault where others could read them on the way
 */
export async function openTracing(service: string, environment: NodeJS.ProcessEnv = process.env): Promise<Tracing> {
  const { OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: own, OTEL_EXPORTER_OTLP_ENDPOINT: all } = environment;
  if (!own && !all) return NO_TRACING;
  if (!isSafe(own || all || ''))
    throw new SettingFault(own ? 'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT' : 'OTEL_EXPORTER_OTLP_ENDPOINT', HTTPS);
  const { otlpTracing } = await import('./otlp-tracing.js');
  return otlpTracing(environment['OTEL_SERVICE_NAME'] ?? `thac-${service}`);
}
