import { AsyncLocalStorage } from 'node:async_hooks';
import {
  type Context,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
  TraceFlags,
  type Tracer,
} from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';
import type { RequestSpan, SpanFacts, Tracing } from './spans.js';

const SERVER_FAULT = 500;
/** version-traceid-parentid-flags, https://www.w3.org/TR/trace-context/ */
const TRACEPARENT = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;

/** Tracing by OpenTelemetry, sent in batches over OTLP/HTTP. */
export function otlpTracing(service: string): Tracing {
  const provider = new BasicTracerProvider({
    resource: resourceFromAttributes({ 'service.name': service }),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter())],
  });
  return new OtlpTracing(provider.getTracer('thac'), () => provider.shutdown());
}

class OtlpTracing implements Tracing {
  private readonly current = new AsyncLocalStorage<Context>();

  constructor(
    private readonly tracer: Tracer,
    readonly close: () => Promise<void>,
  ) {}

  request(traceparent: string | undefined): RequestSpan {
    const span = this.tracer.startSpan('request', { kind: SpanKind.SERVER }, parentOf(traceparent));
    return {
      run: (work) => this.current.run(trace.setSpan(ROOT_CONTEXT, span), work),
      end: ({ method, route, status }) => {
        span.updateName(`${method} ${route}`);
        span.setAttributes({ 'http.request.method': method, 'http.route': route, 'http.response.status_code': status });
        if (status >= SERVER_FAULT) span.setStatus({ code: SpanStatusCode.ERROR });
        span.end();
      },
    };
  }

  async span<T>(name: string, facts: SpanFacts, work: () => Promise<T>): Promise<T> {
    const within = this.current.getStore() ?? ROOT_CONTEXT;
    const span: Span = this.tracer.startSpan(name, { attributes: { ...facts } }, within);
    try {
      return await this.current.run(trace.setSpan(within, span), work);
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR, message: (error as { readonly code?: string }).code ?? '' });
      throw error;
    } finally {
      span.end();
    }
  }
}

function parentOf(traceparent: string | undefined): Context {
  const [, traceId, spanId, flags = '00'] = TRACEPARENT.exec(traceparent ?? '') ?? [];
  if (!traceId || !spanId) return ROOT_CONTEXT;
  const isSampled = (Number.parseInt(flags, 16) & TraceFlags.SAMPLED) !== 0;
  const traceFlags = isSampled ? TraceFlags.SAMPLED : TraceFlags.NONE;
  return trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags, isRemote: true });
}
