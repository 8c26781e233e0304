import type { FastifyRequest } from 'fastify';

/** Over TLS the name itself makes browsers hold it to this host, this path and TLS. */
const NAMES = { plain: 'thac_session', secure: '__Host-thac_session' } as const;

/** Sets the session's cookie: no script reads it, no other site sends it. */
export const sessionCookie = (secret: string, isSecure: boolean): string =>
  `${isSecure ? NAMES.secure : NAMES.plain}=${secret}; Path=/; HttpOnly; SameSite=Strict${isSecure ? '; Secure' : ''}`;

/** Takes the session's cookie away. */
export const endedCookie = (isSecure: boolean): string => `${sessionCookie('', isSecure)}; Max-Age=0`;

/** The session's secret that a browser sent. One that was set by somebody who may not use the secure name is not looked at. */
export function sessionSecretOf({ headers }: Pick<FastifyRequest, 'headers'>, isSecure: boolean): string | undefined {
  const name = isSecure ? NAMES.secure : NAMES.plain;
  const pairs = (headers.cookie ?? '')
    .slice(0, 8_192)
    .split(';')
    .map((pair) => pair.trim());
  const found = pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
  return found && /^[\w-]{43}$/.test(found) ? found : undefined;
}

/** The token that a program sent. */
export function bearerOf({ headers }: Pick<FastifyRequest, 'headers'>): string | undefined {
  return /^Bearer ([\w.~+/-]{20,200}=*)$/i.exec(headers.authorization ?? '')?.[1];
}
