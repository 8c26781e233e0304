import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, importJWK, type JWK, type JWTPayload, SignJWT } from 'jose';
import type { Configuration, default as Provider } from 'oidc-provider';

/** The server that people sign in to, as the service knows it. */
export const CLIENT = { id: 'thac', secret: 'a secret between two servers', base: 'https://thac.example' } as const;
/** How the service says that a second factor was shown. */
export const TWO_FACTORS = 'urn:example:two-factors';

/** Somebody who has an account at the service. */
export interface There {
  readonly sub: string;
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly acr?: string;
}

/** A real provider of OpenID Connect on this machine, in this process. */
export interface SignInService {
  readonly issuer: string;
  /** Who signs in from now on; null for somebody who says no. */
  person: There | null;
  /** Changes what the signed statement says, or how it is signed, on its way. */
  tamper: ((claims: JWTPayload, sign: Sign) => Promise<string>) | null;
  /** Whether it answers. */
  isAway: boolean;
  /** Sends requests as {@link tamper} and {@link isAway} have it. */
  readonly fetch: typeof fetch;
  /** Lets the time of a code pass. */
  expire(code: string): Promise<void>;
  /** Goes where a browser is led, until it is led away from the service. @returns that address */
  browse(address: string): Promise<URL>;
  close(): Promise<void>;
}

type Sign = (claims: JWTPayload, more?: { readonly kid?: string; readonly key?: JWK }) => Promise<string>;

/** Starts it on a free port. @param base the server's address */
export async function startSignInService(base: string = CLIENT.base): Promise<SignInService> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const key: JWK = { ...(await exportJWK(privateKey)), kid: 'one', alg: 'RS256', use: 'sig' };
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const state: Pick<SignInService, 'person' | 'tamper' | 'isAway'> = {
    person: null,
    tamper: null,
    isAway: false,
  };
  const provider = await quietly(async () => {
    const { default: Real } = await import('oidc-provider');
    return new Real(issuer, settingsOf(key, base, state));
  });
  const answer = provider.callback();
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/interaction/')) void decide(provider, state.person, { request, response });
    else void answer(request, response);
  });
  return Object.assign(state, {
    issuer,
    fetch: tampering(state, key),
    expire: async (code: string) => {
      const found = await provider.AuthorizationCode.find(code);
      if (!found) throw new Error('no such code');
      await Object.assign(found, { exp: Math.floor(Date.now() / 1_000) - 1 }).save();
    },
    browse: browserFor(issuer),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}

/** Its notices are about serving others: this one is asked by one spec. */
async function quietly<T>(work: () => Promise<T>): Promise<T> {
  const { warn, info } = console;
  Object.assign(console, { warn: () => undefined, info: () => undefined });
  return work().finally(() => Object.assign(console, { warn, info }));
}

function settingsOf(key: JWK, base: string, state: Pick<SignInService, 'person'>): Configuration {
  const { id, secret } = CLIENT;
  return {
    jwks: { keys: [key as never] },
    clients: [
      {
        client_id: id,
        client_secret: secret,
        redirect_uris: [`${base}/sign-in/oidc/back`],
        post_logout_redirect_uris: [`${base}/sign-in`],
      },
    ],
    pkce: { required: () => true },
    acrValues: [TWO_FACTORS],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['preferred_username'] },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        logoutSource: (context, form) => {
          context.body = form;
        },
      },
    },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    ttl: {
      AuthorizationCode: 60,
      IdToken: 3_600,
      AccessToken: 600,
      Interaction: 600,
      Session: 600,
      Grant: 600,
    },
    cookies: { keys: ['for this run alone'] },
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ sub, ...state.person?.claims }) }),
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({ clientId: id, accountId: oidc.session?.accountId ?? '' });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  };
}

/** Who the service asks has one answer: the person who signs in, or no. */
async function decide(
  provider: Provider,
  person: There | null,
  { request, response }: { request: IncomingMessage; response: ServerResponse },
): Promise<void> {
  const { sub: accountId = '', acr } = person ?? {};
  const login = { accountId, ...(acr !== undefined && { acr }) };
  const result = person ? { login } : { error: 'access_denied', error_description: 'left' };
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
}

const tampering =
  (state: Pick<SignInService, 'tamper' | 'isAway'>, own: JWK): typeof fetch =>
  async (address, options) => {
    if (state.isAway) throw new TypeError('fetch failed');
    const answer = await fetch(address, options);
    if (!state.tamper || !String(address).endsWith('/token') || !answer.ok) return answer;
    const read = (await answer.json()) as { id_token: string };
    const claims = JSON.parse(Buffer.from(read.id_token.split('.')[1] ?? '', 'base64url').toString()) as JWTPayload;
    const sign: Sign = async (said, { kid = 'one', key = own } = {}) =>
      new SignJWT(said).setProtectedHeader({ alg: 'RS256', kid }).sign(await importJWK(key, 'RS256'));
    const body = JSON.stringify({ ...read, id_token: await state.tamper(claims, sign) });
    return new Response(body, { status: 200, headers: { 'content-type': 'application/json' } });
  };

/** A browser that has no session at the service yet, each time. */
const browserFor = (issuer: string) => async (address: string) => {
  const cookies = new Map<string, string>();
  let next = new URL(address);
  while (next.origin === issuer) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(next, { redirect: 'manual', headers: { cookie } });
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      cookies.set(name, value);
    }
    const to = answer.headers.get('location');
    if (to === null) throw new Error(`${next.href}: ${answer.status} ${(await answer.text()).slice(0, 500)}`);
    next = new URL(to, next);
  }
  return next;
};
