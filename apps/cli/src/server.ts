import { AppError, type Bilingual, type Page } from '#contracts';
import { tokenFor } from './login/credentials.js';

/** Thrown when a server cannot be asked, or answers with a problem. */
export class ServerFault extends AppError {
  constructor(
    override readonly code: 'server.unreachable' | 'server.refused' | 'server.slow',
    override readonly what: Bilingual,
    override readonly mend: Bilingual,
  ) {
    super(what.en);
  }
}

/** Thrown when a server answers that an act may not be, by the code of its problem. */
export class ActRefused extends AppError {
  override readonly mend: Bilingual;
  readonly problems: readonly { readonly path: string; readonly message: Bilingual; readonly mend: Bilingual }[];
  constructor(
    override readonly code: string,
    override readonly what: Bilingual,
    { mend, errors = [] }: Problem,
  ) {
    super(what.en);
    this.mend = mend ?? CHECK;
    this.problems = errors.map(({ pointer, messages }) => ({ path: pointer, message: messages, mend: NOTHING }));
  }
}

/** What a write answers. */
export interface Written<T> {
  readonly answer: T;
  /** True where the key had been used before: nothing happened a second time. */
  readonly replayed: boolean;
}

/** Under which key a write is asked for, and how long its answer may take. */
export interface Asking {
  readonly key: string;
  readonly waitMs?: number;
}

/** What a session goes on by. */
interface Entered {
  readonly cookie: string;
  readonly csrf: string;
}

const WAIT_MS = 15_000;
/** A server works at a question for twenty seconds. */
const WORK_MS = 60_000;
const PAGE = 200;
const INTERNAL = 500;
const NOTHING: Bilingual = { vi: '', en: '' };
const CHECK: Bilingual = { vi: 'Kiểm tra yêu cầu.', en: 'Check the request.' };

/** Asks a running server. */
export class Server {
  private readonly base: URL;

  /** @throws ServerFault when the address is none */
  constructor(address: string) {
    if (!URL.canParse(address)) throw unreachable(address, 'ERR_INVALID_URL');
    this.base = new URL(address.endsWith('/') ? address : `${address}/`);
  }

  /** Scheme, host and port. */
  get origin(): string {
    return this.base.origin;
  }

  private get entry(): Readonly<Record<string, string>> {
    const token = tokenFor(this.base.origin);
    return token === undefined ? {} : { Authorization: `Bearer ${token}` };
  }

  /** @throws ServerFault when the server does not answer, or answers with a problem */
  async get<T>(path: string, query: Readonly<Record<string, string>> = {}): Promise<T> {
    const url = new URL(`api/v1/${path}`, this.base);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    const response = await fetch(url, { headers: this.entry, signal: AbortSignal.timeout(WAIT_MS) }).catch((error: unknown) => {
      throw unreachable(this.base.origin, reasonOf(error));
    });
    const body: unknown = await response.json().catch(() => null);
    if (!response.ok) throw refused(response.status, body);
    return body as T;
  }

  /**
   * Has the server work something out and record nothing.
   * @throws ServerFault when the server does not answer; ActRefused when it answers that it cannot
   */
  async workOut<T>(path: string, body: unknown): Promise<T> {
    return read<T>(await this.send(path, body, { waitMs: WORK_MS }));
  }

  /**
   * Asks for a write, once per key, and waits for its answer: fifteen seconds unless told.
   * @throws ServerFault when the server does not answer; ActRefused when it answers that the act may not be
   */
  async post<T>(path: string, body: unknown, asking: Asking): Promise<Written<T>> {
    const response = await this.send(path, body, asking);
    return { answer: await read<T>(response), replayed: response.headers.get('Idempotency-Replayed') === 'true' };
  }

  /**
   * Comes in with a name and a password, or goes on in the session that this gave.
   * @throws ServerFault when the server does not answer; ActRefused when it answers that this may not be
   */
  async enter<T>(path: string, body: unknown, { cookie, csrf }: Partial<Entered> = {}): Promise<{ answer: T; cookie: string }> {
    const shown = { ...(cookie !== undefined && { Cookie: cookie }), ...(csrf !== undefined && { 'X-Thac-CSRF': csrf }) };
    const headers = { 'Content-Type': 'application/json', ...shown };
    const request = { method: 'POST', headers, body: JSON.stringify(body), signal: AbortSignal.timeout(WAIT_MS) };
    const response = await this.ask(path, request);
    const [set = ''] = response.headers.getSetCookie();
    return { answer: await read<T>(response), cookie: set.split(';')[0] ?? '' };
  }

  private send(path: string, body: unknown, asking: Partial<Asking>): Promise<Response> {
    const { key, waitMs = WAIT_MS } = asking;
    const once = key === undefined ? {} : { 'Idempotency-Key': key, 'If-Match': '*' };
    const headers = { 'Content-Type': 'application/json', ...once, ...this.entry };
    const signal = AbortSignal.timeout(waitMs);
    return this.ask(path, { method: 'POST', headers, body: JSON.stringify(body), signal }, asking);
  }

  private ask(path: string, request: RequestInit, asking: Partial<Asking> = {}): Promise<Response> {
    return fetch(new URL(`api/v1/${path}`, this.base), request).catch((error: unknown) => {
      throw isTimeout(error) ? slow(this.base.origin, asking) : unreachable(this.base.origin, reasonOf(error));
    });
  }

  /**
   * Bytes of an answer as they come, however many.
   * @throws ServerFault when the server does not answer, or answers with a problem
   */
  async download(path: string, query: Readonly<Record<string, string>> = {}): Promise<AsyncIterable<Uint8Array>> {
    const search = new URLSearchParams(query);
    const response = await this.ask(`${path}?${search}`, { headers: this.entry });
    if (!response.ok || !response.body) throw refused(response.status, await response.json().catch(() => null));
    return response.body;
  }

  /** Every element of a paged list, one page after another. */
  async *all<T>(path: string, query: Readonly<Record<string, string>> = {}): AsyncGenerator<T> {
    for (let after: string | null | undefined; after !== null; ) {
      const page: Page<T> = await this.get(path, { ...query, limit: String(PAGE), ...(after !== undefined && { after }) });
      yield* page.items;
      after = page.next;
    }
  }
}

/** The answer to a write. @throws ActRefused, ServerFault */
async function read<T>(response: Response): Promise<T> {
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok) return answer as T;
  const problem = answer as Problem | null;
  if (response.status >= INTERNAL || !problem?.code || !problem.messages) throw refused(response.status, problem);
  throw new ActRefused(problem.code, problem.messages, problem);
}

function reasonOf(error: unknown): string {
  const { cause, name } = error as { readonly cause?: { readonly code?: string }; readonly name?: string };
  return cause?.code ?? name ?? 'fetch';
}

const isTimeout = (error: unknown): boolean => (error as { readonly name?: string }).name === 'TimeoutError';

const slow = (address: string, { key, waitMs = WAIT_MS }: Partial<Asking>): ServerFault => {
  const seconds = Math.ceil(waitMs / 1_000);
  if (key === undefined)
    return new ServerFault(
      'server.slow',
      {
        vi: `Máy chủ ${address} chưa trả lời sau ${seconds} giây.`,
        en: `The server at ${address} has not answered within ${seconds} seconds.`,
      },
      { vi: 'Thử lại khi máy chủ rảnh hơn.', en: 'Try again when the server has less to do.' },
    );
  return new ServerFault(
    'server.slow',
    {
      vi: `Máy chủ ${address} chưa trả lời sau ${seconds} giây; có thể đã ghi và đang làm tiếp.`,
      en: `The server at ${address} has not answered within ${seconds} seconds; it may have recorded it and be at work.`,
    },
    {
      vi: `Gửi lại với --key ${key}: không có gì được làm lần thứ hai.`,
      en: `Send it again with --key ${key}: nothing is done a second time.`,
    },
  );
};

const unreachable = (address: string, reason: string): ServerFault =>
  new ServerFault(
    'server.unreachable',
    { vi: `Không hỏi được máy chủ ${address} (${reason}).`, en: `The server at ${address} cannot be asked (${reason}).` },
    {
      vi: 'Kiểm tra địa chỉ, và máy chủ có đang chạy không (thac start).',
      en: 'Check the address, and that the server runs (thac start).',
    },
  );

interface Problem {
  readonly code?: string;
  readonly messages?: Bilingual;
  readonly mend?: Bilingual;
  readonly errors?: readonly { readonly pointer: string; readonly messages: Bilingual }[];
}

function refused(status: number, body: unknown): ServerFault {
  const { code = String(status), messages, mend } = (body ?? {}) as Problem;
  const said = messages ?? { vi: `mã ${status}`, en: `status ${status}` };
  return new ServerFault(
    'server.refused',
    { vi: `Máy chủ từ chối (${code}): ${said.vi}`, en: `The server refused (${code}): ${said.en}` },
    mend ?? CHECK,
  );
}
