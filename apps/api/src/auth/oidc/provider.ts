import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  calculatePKCECodeChallenge,
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
} from 'openid-client';
import { SESSION_S } from '../access.js';
import { EntryFault, type EntryFaultCode } from '../entry-fault.js';
import type { OidcSettings } from './settings.js';

/** What only this sign-in knows: the provider hands `state` and `nonce` back, and takes the code for whoever has `verifier`. */
export interface Words {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Somebody whom the provider vouches for. */
export interface Vouched {
  readonly subject: string;
  /** Name of the account that a verified claim speaks of; null where none does. */
  readonly name: string | null;
  /** A second factor was shown, in one of the ways that the settings name. */
  readonly isStrong: boolean;
}

/** Longest time for an answer of the provider, in seconds. */
const PATIENCE_S = 10;
/** Where the provider leads browsers back to. */
export const BACK = '/sign-in/oidc/back';

type Claims = Readonly<Record<string, unknown>>;

/** A provider of OpenID Connect, found by its own description at the first sign-in. */
export class Provider {
  private known: Promise<Configuration> | undefined;

  constructor(readonly settings: OidcSettings) {}

  /** Where a browser goes to sign in. @throws EntryFault `oidc.unavailable` */
  async signInAddress({ state, nonce, verifier }: Words): Promise<URL> {
    const { claim, strongAcr } = this.settings;
    const scopes = { preferred_username: ['profile'], email: ['email'] };
    return buildAuthorizationUrl(await this.configuration(), {
      redirect_uri: this.back,
      scope: ['openid', ...(claim ? scopes[claim] : [])].join(' '),
      state,
      nonce,
      code_challenge: await calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      max_age: String(SESSION_S.whole),
      ...(strongAcr.length > 0 && { acr_values: strongAcr.join(' ') }),
    });
  }

  /**
   * Takes what the browser came back with: state, issuer, code, and the signed statement got for it, each checked.
   * @param query of the address, with its `?`
   * @throws EntryFault `oidc.refused-there`, `oidc.not-proven`, `oidc.unavailable`
   */
  async vouched(query: string, { state, nonce, verifier }: Words): Promise<Vouched> {
    const configuration = await this.configuration();
    const checks = {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
      maxAge: SESSION_S.whole,
    };
    try {
      const tokens = await authorizationCodeGrant(configuration, new URL(`${this.back}${query}`), checks);
      const claims: Claims & { readonly sub: string } = tokens.claims() ?? { sub: '' };
      if (claims.sub === '') throw new EntryFault('oidc.not-proven');
      const { claim, strongAcr } = this.settings;
      const isNamed = claim === null || claims[claim] !== undefined;
      const told = isNamed ? claims : { ...(await fetchUserInfo(configuration, tokens.access_token, claims.sub)) };
      const { acr } = claims as Claims;
      const isStrong = typeof acr === 'string' && strongAcr.includes(acr);
      return { subject: claims.sub, name: this.nameIn(told), isStrong };
    } catch (error) {
      throw error instanceof EntryFault ? error : new EntryFault(codeOf(error), null, { cause: error });
    }
  }

  /** Where a browser goes to sign out there too; null where the provider has no such place, or does not answer. */
  async signOutAddress(): Promise<string | null> {
    const configuration = await this.configuration().catch(() => undefined);
    if (configuration?.serverMetadata().end_session_endpoint === undefined) return null;
    return buildEndSessionUrl(configuration, { post_logout_redirect_uri: `${this.settings.baseUrl}/sign-in` }).href;
  }

  private get back(): string {
    return `${this.settings.baseUrl}${BACK}`;
  }

  /** Mail counts only where the provider has verified it, and of one domain: anybody can have an address elsewhere. */
  private nameIn(claims: Claims): string | null {
    const { claim, mailDomain } = this.settings;
    const told = claim && claims[claim];
    if (typeof told !== 'string') return null;
    const text = told.toLowerCase();
    if (claim === 'preferred_username') return text;
    const at = text.lastIndexOf('@');
    return claims['email_verified'] === true && text.slice(at + 1) === mailDomain ? text.slice(0, at) : null;
  }

  private configuration(): Promise<Configuration> {
    this.known ??= this.discover().catch((error: unknown) => {
      this.known = undefined; // asked again next time
      throw new EntryFault('oidc.unavailable', null, { cause: error });
    });
    return this.known;
  }

  private async discover(): Promise<Configuration> {
    const { issuer, clientId, clientSecret, fetch } = this.settings;
    const isPlain = issuer.startsWith('http:');
    const configuration = await discovery(new URL(issuer), clientId, {}, authenticationBy(clientSecret), {
      execute: [enableNonRepudiationChecks, ...(isPlain ? [allowInsecureRequests] : [])],
      timeout: PATIENCE_S,
      ...(fetch && { [customFetch]: fetch as never }),
    });
    return configuration;
  }
}

/** By whichever way the provider takes. */
const authenticationBy =
  (secret: string): ClientAuth =>
  (server, ...rest) => {
    const ways = server.token_endpoint_auth_methods_supported ?? [];
    const way = ways.includes('client_secret_post') ? ClientSecretPost : ClientSecretBasic;
    return way(secret)(server, ...rest);
  };

/** Faults of the way, or of a provider that is out of order: nothing was said about the person. */
const UNANSWERED = new Set(['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_RESPONSE_IS_NOT_JSON']);

function codeOf(thrown: unknown): EntryFaultCode {
  const { code, error } = (thrown ?? {}) as { readonly code?: unknown; readonly error?: unknown };
  if (code === 'OAUTH_AUTHORIZATION_RESPONSE_ERROR') return 'oidc.refused-there';
  if (code === 'OAUTH_RESPONSE_BODY_ERROR') return error === 'invalid_grant' ? 'oidc.not-proven' : 'oidc.unavailable';
  return typeof code === 'string' && code.startsWith('OAUTH_') && !UNANSWERED.has(code) ? 'oidc.not-proven' : 'oidc.unavailable';
}
