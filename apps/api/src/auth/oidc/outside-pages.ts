import { AppError } from '#contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { headerOf } from '../../http/headers.js';
import { PROBLEMS, statusOf } from '../../problems/catalogue.js';
import { problemPage } from '../../problems/pages.js';
import { secretOf, setSession } from '../cookies.js';
import type { OutsideSignIn } from './outside-sign-in.js';
import { ownPath } from './own-path.js';
import { BACK } from './provider.js';

export interface OutsidePages {
  readonly outside: OutsideSignIn;
  readonly tenant: string;
  readonly isSecure: boolean;
}

const HTML = 'text/html; charset=utf-8';
const LIFE_S = 600;

/** What the browser keeps while it is at the provider: `Lax`, because it comes back from another site. */
const nameOf = (isSecure: boolean): string => (isSecure ? '__Host-thac_leaving' : 'thac_leaving');
const settings = (isSecure: boolean, maxAge: number) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure, maxAge }) as const;

/** `/sign-in/oidc` leads to the provider; `/sign-in/oidc/back` takes whoever comes from there in. */
export function serveOutside(fastify: FastifyInstance, { outside, tenant, isSecure }: OutsidePages): void {
  fastify.get('/sign-in/oidc', (request, reply) =>
    orPage(request, reply, async () => {
      const { to } = request.query as { to?: unknown };
      if (!isOwnWish(request)) return reply.redirect(`/sign-in?to=${encodeURIComponent(ownPath(to))}`, 303);
      const { address, secret } = await outside.leave(tenant, to);
      return reply.setCookie(nameOf(isSecure), secret, settings(isSecure, LIFE_S)).redirect(address.href, 303);
    }),
  );
  fastify.get(BACK, (request, reply) =>
    orPage(request, reply, async () => {
      reply.setCookie(nameOf(isSecure), '', settings(isSecure, 0));
      const secret = secretOf(request.cookies[nameOf(isSecure)]);
      const query = /\?.*$/.exec(request.url)?.[0] ?? '';
      const from = { address: request.ip, agent: request.headers['user-agent'] ?? '' };
      const found = await outside.comeBack(tenant, { query, secret }, from);
      if ('codeLink' in found) {
        return reply.redirect(`/sign-in?to=${encodeURIComponent(found.back)}#code=${found.codeLink}`, 303);
      }
      return setSession(reply, found.begun.secret, isSecure).redirect(found.back, 303);
    }),
  );
}

/** A session begins by somebody's own wish: another site may lead to the button, not press it. */
const isOwnWish = ({ headers }: FastifyRequest): boolean =>
  ['same-origin', 'none', undefined].includes(headerOf(headers['sec-fetch-site']));

/** What went wrong, as a page for whoever reads pages. */
async function orPage(request: FastifyRequest, reply: FastifyReply, work: () => Promise<FastifyReply>): Promise<FastifyReply> {
  reply.header('Cache-Control', 'no-store');
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof AppError) || !(request.headers.accept ?? '').includes('text/html')) throw error;
    const { code, what, mend } = error;
    const status = statusOf(code);
    const title = PROBLEMS[code]?.title ?? { vi: code, en: code };
    return reply.status(status).type(HTML).send(problemPage({ code, status, title, what, mend }, '/sign-in'));
  }
}
