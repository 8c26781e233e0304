import type { Log, Metrics, RequestSpan, Tracing } from '#observability';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Who is told about requests. */
export interface Watchers {
  readonly log: Log;
  readonly metrics: Metrics | undefined;
  readonly tracing: Tracing;
}

const ANSWERED = { vi: 'Đã trả lời một yêu cầu.', en: 'A request was answered.' };
/** What is told of an address that no route has: addresses may be anything. */
const NO_ROUTE = '(none)';

/**
 * Gives every request an id, told as `X-Request-Id`; times it, traces it, and writes it down at level `debug`. The route's pattern
 * is told, never the address: addresses name units and plans.
 */
export function watchRequests(fastify: FastifyInstance, { log, metrics, tracing }: Watchers): void {
  const spans = new WeakMap<FastifyRequest, RequestSpan>();
  fastify.addHook('onRequest', (request: FastifyRequest, reply: FastifyReply, done: () => void) => {
    reply.header('X-Request-Id', request.id);
    const { traceparent } = request.headers;
    const span = tracing.request(typeof traceparent === 'string' ? traceparent : undefined);
    spans.set(request, span);
    span.run(done);
  });
  fastify.addHook('onResponse', async (request, reply) => {
    const told = { method: request.method, route: request.routeOptions.url ?? NO_ROUTE, status: reply.statusCode };
    spans.get(request)?.end(told);
    metrics?.request(told, reply.elapsedTime / 1_000);
    const facts = { ...told, ms: Math.round(reply.elapsedTime) };
    log({ level: 'debug', message: ANSWERED, traceId: request.id, facts });
  });
}
