import type { AppError } from '#contracts';
import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { EntryFault } from '../auth/entry-fault.js';
import type { Allowed } from '../http/allowed.js';
import { HTML } from '../http/web-files.js';
import type { Log } from '../log.js';
import { faultOf } from './fault-of.js';
import { RequestFault } from './faults.js';
import { languageOf } from './language.js';
import { type Problem, problemOf } from './problem.js';
import { Refusals } from './refusals.js';

const RETRY_AFTER_SECONDS = '1';
/** True of an address that a person typed or followed, outside of the API: the application says that nothing is there, and where to go. */
const isTyped = ({ method, url, headers }: FastifyRequest): boolean =>
  method === 'GET' && !url.startsWith('/api/') && (headers.accept ?? '').includes('text/html');
/** Server faults by their status that any asker can bring about at will: no news, and no way to fill the log. */
const ASKERS_OWN: ReadonlySet<string> = new Set(['position.not-reached']);

interface FilterOptions {
  readonly baseUrl: string;
  readonly log: Log;
  readonly allowed: Allowed;
  /** The page of the application; null where there is none. */
  readonly page: () => string | null;
}

/** The one place where a fault becomes an answer: `application/problem+json` in the reader's language, both at hand. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly refusals: Refusals;

  constructor(private readonly options: FilterOptions) {
    this.refusals = new Refusals(options.log);
  }

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(thrown, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  /** Tells a fault as the answer to a request. */
  answer(thrown: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const path = request.url.split('?')[0] ?? '';
    const { fault, allow } = this.withMethods(faultOf(thrown), request.method, path);
    const language = languageOf(request.headers['accept-language']);
    const problem = problemOf(fault, { instance: path, traceId: request.id, language, baseUrl: this.options.baseUrl });
    if (problem.status >= 500 && !ASKERS_OWN.has(fault.code)) this.write(fault, request.id);
    const { method, ip: address, id: traceId } = request;
    this.refusals.note({ code: fault.code, method, route: request.routeOptions?.url ?? '(none)', address, traceId });
    if (reply.sent) return;
    const page = fault.code === 'route.unknown' && isTyped(request) ? this.options.page() : null;
    if (page !== null) reply.status(problem.status).type(HTML).header('Cache-Control', 'no-store').send(page);
    else {
      if (allow.length > 0) reply.header('Allow', allow.join(', '));
      tell(fault, reply.status(problem.status), { problem, language });
    }
  }

  /** An address that exists under other methods is told apart from one that does not exist. */
  private withMethods(fault: AppError, method: string, path: string): { fault: AppError; allow: readonly string[] } {
    if (fault.code !== 'route.unknown') return { fault, allow: [] };
    const allow = this.options.allowed.methods(path);
    return allow.length === 0 || allow.includes(method)
      ? { fault, allow: [] }
      : { fault: new RequestFault('route.method'), allow };
  }

  private write(fault: AppError, traceId: string): void {
    this.options.log({ level: 'error', message: fault.what, traceId, error: fault.cause ?? fault });
  }
}

/** Sends a problem, with what its status asks for. */
function tell(fault: AppError, reply: FastifyReply, { problem, language }: { problem: Problem; language: string }): void {
  if (problem.status === 503) reply.header('Retry-After', RETRY_AFTER_SECONDS);
  if (fault instanceof EntryFault && fault.retryAfter !== null) reply.header('Retry-After', String(fault.retryAfter));
  if (problem.status === 401) reply.header('WWW-Authenticate', 'Bearer realm="Thac"');
  reply
    .header('Content-Type', 'application/problem+json; charset=utf-8')
    .header('Content-Language', language)
    .header('Vary', 'Accept-Language')
    .header('Cache-Control', 'no-store')
    .send(JSON.stringify(problem));
}
