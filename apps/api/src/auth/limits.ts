import { EntryFault } from './entry-fault.js';

/** A rate: so many at once, refilled over a minute. */
export interface Rate {
  readonly perMinute: number;
}

/** How often the API may be asked. */
export interface RateLimits {
  /** By one address, whoever asks. */
  readonly address: Rate;
  /** By one user, from wherever. */
  readonly user: Rate;
}

export const DEFAULT_LIMITS: RateLimits = { address: { perMinute: 3_000 }, user: { perMinute: 1_500 } };

interface Bucket {
  left: number;
  at: number;
}

const MOST_BUCKETS = 20_000;
const MINUTE_MS = 60_000;

/** Counts requests of one kind of asker in this process: a bucket for each, refilled as time goes by. */
export class RateLimit {
  private readonly buckets = new Map<string, Bucket>();

  /** @param now milliseconds of a clock that never goes back */
  constructor(
    private readonly rate: Rate,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** @throws EntryFault `request.too-many`, with the seconds until the next one is taken */
  take(key: string): void {
    const { perMinute } = this.rate;
    const at = this.now();
    const known = this.buckets.get(key);
    const left = known ? Math.min(perMinute, known.left + ((at - known.at) * perMinute) / MINUTE_MS) : perMinute;
    this.buckets.delete(key);
    this.buckets.set(key, { left: left < 1 ? left : left - 1, at });
    this.forgetOldest();
    if (left < 1) throw new EntryFault('request.too-many', Math.max(1, Math.ceil(((1 - left) * 60) / perMinute)));
  }

  private forgetOldest(): void {
    if (this.buckets.size <= MOST_BUCKETS) return;
    const [oldest] = this.buckets.keys();
    if (oldest !== undefined) this.buckets.delete(oldest);
  }
}
