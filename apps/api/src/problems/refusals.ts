import type { Bilingual } from '#contracts';
import type { Log } from '../log.js';

/** A request that was refused for what it was, whoever sent it. */
export interface Refused {
  readonly code: string;
  readonly method: string;
  /** The route's pattern: addresses name units and plans. */
  readonly route: string;
  /** Where it came from. */
  readonly address: string;
  readonly traceId: string;
}

/** Codes that tell of tries to get round what is checked: forms, sizes, rates, pages of other sites. */
const TELLING: ReadonlySet<string> = new Set([
  'request.invalid',
  'request.malformed',
  'request.too-deep',
  'request.too-large',
  'request.too-slow',
  'request.too-many',
  'request.media-type',
  'request.refused',
  'idempotency-key.malformed',
  'if-match.malformed',
  'query.cursor-invalid',
  'access.csrf',
]);
const REFUSED: Bilingual = { vi: 'Đã từ chối một yêu cầu không hợp lệ.', en: 'A request was refused for what it is.' };
const MINUTE_MS = 60_000;
/** Pairs of a code and an address that are remembered. */
const MOST = 10_000;

/** Writes down requests that were refused for what they are: the first of a minute, then how many more there were. */
export class Refusals {
  private readonly told = new Map<string, { readonly at: number; more: number }>();

  /** @param now milliseconds of a clock that never goes back */
  constructor(
    private readonly log: Log,
    private readonly now: () => number = () => performance.now(),
  ) {}

  note({ code, method, route, address, traceId }: Refused): void {
    if (!TELLING.has(code)) return;
    const key = `${code} ${address}`;
    const before = this.told.get(key);
    if (before && this.now() - before.at < MINUTE_MS) {
      before.more += 1;
      return;
    }
    this.told.delete(key);
    this.told.set(key, { at: this.now(), more: 0 });
    const [oldest] = this.told.size > MOST ? this.told.keys() : [];
    if (oldest !== undefined) this.told.delete(oldest);
    const facts = { reason: code, method, route, address, ...(before && { more: before.more }) };
    this.log({ level: 'info', message: REFUSED, traceId, facts });
  }
}
