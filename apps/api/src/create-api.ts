import 'reflect-metadata';
import { type ApplicationOptions, createWorkflow } from '#application';
import { type Metrics, NO_TRACING, type Readiness, type Tracing } from '#observability';
import type { LogIndex } from '#read-models';
import fastifyCookie from '@fastify/cookie';
import { fastifyHelmet } from '@fastify/helmet';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AccessGuard } from './auth/access.guard.js';
import { declaredRoutes, expectDeclared, openRoutes } from './auth/declared-routes.js';
import { hostOf, keepEntrance } from './auth/entrance.js';
import { type EntranceOptions, openEntry } from './auth/identity.js';
import { DEFAULT_LIMITS, openLimits, type RateLimits } from './auth/limits.js';
import { serveOutside } from './auth/oidc/outside-pages.js';
import { serveEntryPages } from './auth/pages.js';
import { serveDocs } from './docs/docs.js';
import { Allowed } from './http/allowed.js';
import { takeJsonBodies } from './http/json-body.js';
import { type Tls, tlsOptions } from './http/tls.js';
import { AnyValidation } from './http/validation.js';
import { watchRequests } from './http/watching.js';
import { serveWeb, webFolder, webPage } from './http/web-files.js';
import { ApiModule } from './api.module.js';
import type { ChangesOf } from './live/changes.js';
import { jsonLog, type Log } from './log.js';
import { ProblemFilter } from './problems/problem.filter.js';
import type { ProofsOf } from './routes/audit.controller.js';
import type { DeliveriesOf } from './routes/deliveries.controller.js';
import type { OperationsOf } from './routes/operations.controller.js';
import { serveMetrics } from './routes/metrics.js';

/** What the API runs on. */
export interface ApiOptions extends ApplicationOptions, EntranceOptions {
  /** Tenant of requests that name none. */
  readonly tenant: string;
  /** Start of the addresses of problem pages, e.g. `https://thac.example.vn`; relative addresses unless told. */
  readonly baseUrl?: string;
  /** Told of what failed; JSON lines on the standard error unless told. */
  readonly log?: Log;
  /** Told how long requests take, and answered at `/metrics` to callers on this machine. */
  readonly metrics?: Metrics;
  /** None unless told. */
  readonly tracing?: Tracing;
  /** Whether the process can do its work; whether the store answers unless told. */
  readonly readiness?: () => Promise<Readiness>;
  /** What became of notices; none unless told. */
  readonly deliveries?: DeliveriesOf;
  /** Proofs about the sealed log; none unless told. */
  readonly proofs?: ProofsOf;
  /** What finds events of the log; all of it is read unless told. */
  readonly logIndex?: LogIndex;
  /** What tells where the log has changed something; the log is read unless told. */
  readonly changes?: ChangesOf;
  /** How the work in the background goes on; nothing unless told. */
  readonly operations?: OperationsOf;
  /** How often it may be asked; null for as often as one likes. */
  readonly limits?: RateLimits | null;
  /** Addresses of proxies that say for whom they ask (`X-Forwarded-For`); none unless told. */
  readonly trustedProxies?: readonly string[];
  /** Longest time in which a request arrives whole, in milliseconds. */
  readonly longestArrivalMs?: number;
  /** What it speaks TLS with; plain HTTP unless told. */
  readonly tls?: Tls | undefined;
  /** Folder of the web application; `apps/web/dist` unless told. */
  readonly webFolder?: string;
}

const MAX_BODY_BYTES = 1_048_576;
/** By route: changes of a whole country's organisation come as one body. */
const MORE_BYTES: ReadonlyMap<string, number> = new Map([['/api/v1/organisation/changes', 33_554_432]]);
const MAX_PARAMETER_LENGTH = 1_000;
/** For the largest body over a slow line. */
const LONGEST_ARRIVAL_MS = 180_000;
/** How often slow requests are looked for: a tenth of what they may take. */
const LOOKS = 10;

/** Nothing but this server's own files; no inline script or style. */
const CONTENT_SECURITY_POLICY = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    objectSrc: ["'none'"],
    baseUri: ["'self'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
};

/**
 * Puts the API together over one store; ready to listen ({@link listen}) or to be asked by `inject`.
 * `app.close()` ends it; the store stays open.
 */
export async function createApi({ log = jsonLog, baseUrl = '', ...options }: ApiOptions): Promise<NestFastifyApplication> {
  const allowed = new Allowed();
  const folder = options.webFolder ?? webFolder();
  const filter = new ProblemFilter({ baseUrl: baseUrl.replace(/\/+$/, ''), log, allowed, page: webPage(folder) });
  const adapter = adapterWith(filter, options);
  const served = noteRoutes(adapter.getInstance(), allowed);
  const { clock, workflow = createWorkflow(options.store) } = options;
  const isSecure = options.tls !== undefined || baseUrl.startsWith('https:');
  const entry = openEntry(options, { workflow, clock, isSecure, log });
  entry.rows.keep(adapter.getInstance());
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.register({ ...options, workflow, entry }), adapter, {
    bodyParser: false,
    logger: false,
    abortOnError: false,
  });
  await app.register(fastifyHelmet, { contentSecurityPolicy: CONTENT_SECURITY_POLICY });
  await app.register(fastifyCookie);
  await openLimits(app);
  adapter.getInstance().addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/api/') && !reply.hasHeader('Cache-Control')) reply.header('Cache-Control', 'no-store');
  });
  const { metrics, tracing = NO_TRACING } = options;
  watchRequests(adapter.getInstance(), { log, metrics, tracing });
  const routes = declaredRoutes(app);
  const { tenant, limits = DEFAULT_LIMITS } = options;
  const ownHost = hostOf(baseUrl);
  keepEntrance(adapter.getInstance(), { access: entry.access, tenant, limits, ownHost, isOpen: openRoutes(routes) });
  if (metrics) serveMetrics(adapter.getInstance(), metrics);
  takeJsonBodies(app.getHttpAdapter().getInstance());
  app.useGlobalGuards(new AccessGuard({ ...entry, tenant, log }));
  app.useGlobalPipes(new AnyValidation());
  app.useGlobalFilters(filter);
  serveDocs(app);
  serveEntryPages(adapter.getInstance(), entry.outside?.name ?? null);
  if (entry.outside) serveOutside(adapter.getInstance(), { outside: entry.outside, tenant, isSecure });
  serveWeb(app, folder);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  expectDeclared(routes, served);
  return app;
}

/** Notes every route as it is made: its methods, and how large its bodies may be. */
function noteRoutes(fastify: FastifyInstance, allowed: Allowed): readonly (readonly [method: string, url: string])[] {
  const served: [string, string][] = [];
  fastify.addHook('onRoute', (route) => {
    allowed.note(route.url, route.method);
    for (const method of [route.method].flat()) served.push([method, route.url]);
    const limit = MORE_BYTES.get(route.url);
    if (limit !== undefined) route.bodyLimit = limit;
  });
  return served;
}

/** Fastify as the API needs it: what it refuses before any route goes through the same filter. */
function adapterWith(
  filter: ProblemFilter,
  {
    trustedProxies = [],
    longestArrivalMs = LONGEST_ARRIVAL_MS,
    tls,
  }: Pick<ApiOptions, 'trustedProxies' | 'longestArrivalMs' | 'tls'>,
): FastifyAdapter {
  const arriving = {
    connectionsCheckingInterval: Math.ceil(longestArrivalMs / LOOKS),
    headersTimeout: Math.min(60_000, longestArrivalMs),
  };
  return new FastifyAdapter({
    requestTimeout: longestArrivalMs,
    ...(tls ? { https: { ...arriving, ...tlsOptions(tls) } } : { http: arriving }),
    ...(trustedProxies.length > 0 && { trustProxy: [...trustedProxies] }),
    bodyLimit: MAX_BODY_BYTES,
    routerOptions: { maxParamLength: MAX_PARAMETER_LENGTH },
    forceCloseConnections: 'idle',
    genReqId: () => crypto.randomUUID(),
    frameworkErrors: (error: unknown, request: unknown, reply: unknown) =>
      filter.answer(error, request as FastifyRequest, reply as FastifyReply),
  });
}
