import type { Page } from '#contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { etagOf } from './headers.js';

/** Says in a header that the answer is that of an earlier request under the same key. */
export function markReplayed(reply: FastifyReply, replayed: boolean): void {
  if (replayed) reply.header('Idempotency-Replayed', 'true');
}

/** A write to a unit plan: its new version as ETag and in the body, and the position to read it at. */
export function written(
  reply: FastifyReply,
  { version, position, replayed }: { readonly version: number; readonly position: number; readonly replayed: boolean },
): { readonly version: number; readonly position: number } {
  markReplayed(reply, replayed);
  reply.header('ETag', etagOf(version));
  return { version, position };
}

/** A page, with the address of the next one in `Link`. */
export function paged<T>(page: Page<T>, request: FastifyRequest, reply: FastifyReply): Page<T> {
  if (page.next === null) return page;
  const next = new URL(request.url, 'http://localhost');
  next.searchParams.set('after', page.next);
  reply.header('Link', `<${next.pathname}${next.search}>; rel="next"`);
  return page;
}
