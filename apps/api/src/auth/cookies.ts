import '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Over TLS the name itself makes browsers hold it to this host, this path and TLS. */
const nameOf = (isSecure: boolean): string => (isSecure ? '__Host-thac_session' : 'thac_session');

/** No script reads it, no other site sends it. */
const settings = (isSecure: boolean) => ({ path: '/', httpOnly: true, sameSite: 'strict', secure: isSecure }) as const;

/** Sets the session's cookie. */
export const setSession = (reply: FastifyReply, secret: string, isSecure: boolean): FastifyReply =>
  reply.setCookie(nameOf(isSecure), secret, settings(isSecure));

/** Takes the session's cookie away. */
export const endSession = (reply: FastifyReply, isSecure: boolean): FastifyReply =>
  reply.setCookie(nameOf(isSecure), '', { ...settings(isSecure), maxAge: 0 });

/** The session's secret that a browser sent. One that was set by somebody who may not use the secure name is not looked at. */
export const sessionSecretOf = ({ cookies }: Pick<FastifyRequest, 'cookies'>, isSecure: boolean): string | undefined =>
  secretOf(cookies[nameOf(isSecure)]);

/** What is shaped as a secret. */
export const secretOf = (text: string | undefined): string | undefined =>
  text !== undefined && /^[\w-]{43}$/.test(text) ? text : undefined;

/** The token that a program sent. */
export function bearerOf({ headers }: Pick<FastifyRequest, 'headers'>): string | undefined {
  return /^Bearer ([\w.~+/-]{20,200}=*)$/i.exec(headers.authorization ?? '')?.[1];
}
