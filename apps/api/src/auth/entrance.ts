import { ID } from '#application';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { headerOf } from '../http/headers.js';
import { RequestFault } from '../problems/faults.js';
import type { Access } from './access.js';
import { EntryFault } from './entry-fault.js';
import { type RateLimits, rateLimit } from './limits.js';
import { isSame } from './secrets.js';

const WRONG_TENANT = { in: 'header', pointer: '/X-Thac-Tenant', code: ID.name, messages: ID.said } as const;
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** What stands at the entrance. */
export interface EntranceParts {
  readonly access: Access;
  readonly tenant: string;
  readonly limits: RateLimits | null;
  /** Host and port under which browsers know the server, where that is set. */
  readonly ownHost: string | undefined;
  /** Whether a route is for whoever comes. Told the method and the route's pattern. */
  readonly isOpen: (method: string, route: string) => boolean;
}

/** Looks at each request before its body is read: how often, who, and, for writes of a browser, from which page. */
export function keepEntrance(fastify: FastifyInstance, { access, tenant, limits, ownHost, isOpen }: EntranceParts): void {
  const perAddress = limits && rateLimit(fastify, limits.address);
  const perUser = limits && rateLimit(fastify, limits.user, (request) => access.askerOf(request)?.subject.user ?? '');
  fastify.addHook('onRequest', async (request) => {
    await perAddress?.(request);
    const route = request.routeOptions.url;
    if (route === undefined) return; // no such place: told as such
    const open = isOpen(request.method, route);
    const asker = await access.recognise(request, tenantOf(request, tenant));
    if (!asker && !open) throw new EntryFault('access.not-signed-in');
    if (!SAFE.has(request.method)) expectOwnPage(request, { ownHost, csrf: open ? null : (asker?.csrf ?? null) });
    if (asker) await perUser?.(request);
  });
}

function tenantOf({ headers }: FastifyRequest, byDefault: string): string {
  const named = headerOf(headers['x-thac-tenant']);
  if (named !== undefined && !ID.holds(named)) throw new RequestFault('request.invalid', [WRONG_TENANT]);
  return named ?? byDefault;
}

/** A write that a browser sends comes from a page of this server, and, in a session, shows the session's word. */
function expectOwnPage(
  { headers }: FastifyRequest,
  { ownHost, csrf }: { readonly ownHost: string | undefined; readonly csrf: string | null },
): void {
  const { origin } = headers;
  const own = ownHost ?? headers.host;
  if (origin !== undefined && hostOf(origin) !== own) throw new EntryFault('access.csrf');
  const site = headerOf(headers['sec-fetch-site']);
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new EntryFault('access.csrf');
  const shown = headerOf(headers['x-thac-csrf']) ?? '';
  if (csrf !== null && !isSame(shown, csrf)) throw new EntryFault('access.csrf');
}

/** The host and port of an address; undefined for what is none. */
export const hostOf = (origin: string): string | undefined => (URL.canParse(origin) ? new URL(origin).host : undefined);
