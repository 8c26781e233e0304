import { language, t } from '../i18n/locale.js';
import type { paths } from './generated/api.js';

/**
 * Asks the server. Paths, parameters and answers are typed by the API's own description (`generated/api.d.ts`, made by
 * `node dist/test/web/make-api-types.js`).
 */

/** A date of the API in both languages. */
interface Bilingual {
  readonly vi: string;
  readonly en: string;
}

/** One thing that is wrong with a request or a text. */
export interface ProblemEntry {
  readonly pointer: string;
  readonly code: string;
  readonly messages: Bilingual;
}

interface ProblemBody {
  readonly code?: string;
  readonly traceId?: string;
  readonly messages?: Bilingual;
  readonly mend?: Bilingual;
  readonly errors?: readonly ProblemEntry[];
}

/** What the server said no with, or that it did not answer at all (status 0). */
export class Problem extends Error {
  readonly code: string;
  readonly errors: readonly ProblemEntry[];
  /** By which the server’s log knows the request; empty where it said none. */
  readonly traceId: string;
  constructor(
    readonly status: number,
    private readonly body: ProblemBody,
  ) {
    super(body.messages?.en ?? `status ${status}`);
    this.code = body.code ?? '';
    this.errors = body.errors ?? [];
    this.traceId = body.traceId ?? '';
  }
  /** What happened, in the language of the page. */
  get what(): string {
    if (this.status === 0) return t('load.offline');
    return this.body.messages?.[language()] ?? t('load.refused', { status: String(this.status) });
  }
  /** Its parts, in the language of the page, but for one that only says the whole again. */
  get parts(): readonly string[] {
    const said = this.errors.map(({ messages }) => messages[language()]);
    return [...new Set(said)].filter((text) => text !== this.what);
  }
  /** How to mend it; empty where nothing is known. */
  get mend(): string {
    return this.body.mend?.[language()] ?? '';
  }
}

type Json<R> = R extends { content: { 'application/json': infer T } }
  ? T
  : R extends { content: { 'text/plain': infer T } }
    ? T
    : never;
type Success<O> = O extends { responses: infer R } ? Json<R[keyof R & (200 | 201)]> : never;
type Parameters<O, K extends 'path' | 'query'> = O extends { parameters: infer P }
  ? K extends keyof P
    ? NonNullable<P[K]>
    : never
  : never;
type Body<O> = O extends { requestBody: { content: { 'application/json': infer T } } } ? T : never;

type With<M extends 'get' | 'post'> = {
  [P in keyof paths]: paths[P] extends Record<M, { responses: unknown }> ? P : never;
}[keyof paths];
type Get<P extends With<'get'>> = paths[P] extends { get: infer O } ? O : never;
type Post<P extends With<'post'>> = paths[P] extends { post: infer O } ? O : never;

export type GetPath = With<'get'>;
export type PostPath = With<'post'>;
export type AnswerOf<P extends GetPath> = Success<Get<P>>;
export type PathOf<P extends GetPath> = Parameters<Get<P>, 'path'>;
export type QueryOf<P extends GetPath> = Parameters<Get<P>, 'query'>;
export type BodyOf<P extends PostPath> = Body<Post<P>>;
export type WrittenOf<P extends PostPath> = Success<Post<P>>;

type Values = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** The address of a path with its parameters filled in. */
export function addressOf(path: string, values: Values = {}, query: Values = {}): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(values[name] ?? '')));
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '');
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return text === '' ? filled : `${filled}?${text}`;
}

/** An answer, and the version that it bears. */
export interface Answer<T> {
  readonly body: T;
  /** ETag, to be sent as If-Match. */
  readonly etag: string | null;
}

/** Shown with every write: a page from elsewhere does not know it. */
let csrf: string | null = null;
export const showCsrf = (word: string | null): void => {
  csrf = word;
};

async function send<T>(address: string, init: RequestInit = {}): Promise<Answer<T>> {
  const headers = { 'accept-language': language(), ...init.headers };
  const response = await fetch(address, { ...init, headers }).catch((error: unknown) => {
    if (init.signal?.aborted) throw error;
    return null;
  });
  if (!response) throw new Problem(0, {});
  if (!response.ok) throw new Problem(response.status, (await response.json().catch(() => ({}))) as ProblemBody);
  const isJson = response.headers.get('content-type')?.includes('json');
  return { body: (isJson ? await response.json() : await response.text()) as T, etag: response.headers.get('etag') };
}

interface Asking<P extends GetPath> {
  readonly path?: PathOf<P>;
  readonly query?: QueryOf<P>;
  readonly signal?: AbortSignal;
}

/** @throws Problem */
export async function get<P extends GetPath>(path: P, { path: values, query, signal }: Asking<P> = {}): Promise<AnswerOf<P>> {
  const address = addressOf(path, values as Values, query as Values);
  return (await send<AnswerOf<P>>(address, signal ? { signal } : {})).body;
}

/** Where the address says all there is nothing to be said. */
type Said<P extends PostPath> = [BodyOf<P>] extends [never] ? { readonly body?: never } : { readonly body: BodyOf<P> };

type Writing<P extends PostPath> = Said<P> & {
  readonly path?: Parameters<Post<P>, 'path'>;
  readonly query?: Parameters<Post<P>, 'query'>;
  /** Version that the writer saw, as `"12"`. */
  readonly ifMatch?: string;
  /** The same for the same act, however often it is sent; none for questions. */
  readonly key?: string;
};

/** @throws Problem: 412 where the version is no longer that of `ifMatch`, 409 where the state does not allow it */
export async function post<P extends PostPath>(
  path: P,
  { path: values, query, body, ifMatch, key }: Writing<P>,
): Promise<WrittenOf<P>> {
  const headers = {
    'content-type': 'application/json',
    ...(csrf === null ? {} : { 'x-thac-csrf': csrf }),
    ...(key === undefined ? {} : { 'idempotency-key': key }),
    ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }),
  };
  const address = addressOf(path, values as Values, query as Values);
  return (await send<WrittenOf<P>>(address, { method: 'POST', headers, body: JSON.stringify(body ?? {}) })).body;
}
