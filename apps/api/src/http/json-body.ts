import type { FastifyInstance, FastifyRequest } from 'fastify';
import { RequestFault } from '../problems/faults.js';

const MAX_DEPTH = 32;
const OPENING = new Set(['{', '[']);
const CLOSING = new Set(['}', ']']);

/** True where JSON text opens more brackets at once than are taken; linear, and before anything recurses over it. */
export function isTooDeep(text: string, limit = MAX_DEPTH): boolean {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (quoted) {
      if (char === '\\') at += 1;
      else if (char === '"') quoted = false;
    } else if (char === '"') quoted = true;
    else if (OPENING.has(char)) depth += 1;
    else if (CLOSING.has(char)) depth -= 1;
    if (depth > limit) return true;
  }
  return false;
}

/** Takes bodies as JSON only, nested at most 32 deep, without keys that reach into prototypes. */
export function takeJsonBodies(fastify: FastifyInstance): void {
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'string' }, (request: FastifyRequest, body: string, done) => {
    if (isTooDeep(body)) return done(new RequestFault('request.too-deep'));
    return parse(request, body, (error, parsed) => {
      if (error) return done(new RequestFault('request.malformed', [], { cause: error }));
      if (parsed === null || typeof parsed !== 'object' || Array.isArray(parsed))
        return done(new RequestFault('request.malformed'));
      return done(null, parsed);
    });
  });
}
