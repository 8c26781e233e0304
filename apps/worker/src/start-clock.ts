import type { Clock, ClockRun, Workflow } from '#application';
import type { Bilingual } from '#contracts';
import type { Instant } from '#engine';
import { backOffAfter } from './back-off.js';

/** Something worth writing down about the clock's runs. */
export interface ClockLogEntry {
  readonly level: 'info' | 'error';
  readonly message: Bilingual;
  readonly tenant: string;
  readonly error?: unknown;
}

/** What the clock runs on. */
export interface ClockOptions {
  readonly workflow: Pick<Workflow, 'clock' | 'store'>;
  readonly clock: Clock;
  /** Tenants whose deadlines it watches. */
  readonly tenants: readonly string[];
  /** Told of runs that did something, and of those that failed. */
  readonly log?: (entry: ClockLogEntry) => void;
  /** Longest time between two looks, in milliseconds; 5,000 unless told. */
  readonly pollMs?: number;
}

/** A clock that runs. */
export interface RunningClock {
  /** Resolves once a look that began after this call is over; for whoever wants to see the effects now. */
  lookNow(): Promise<void>;
  /** Ends it: the batch under way is finished, no other begins. A second call waits for the first. */
  stop(): Promise<void>;
}

const POLL_MS = 5_000;

/**
 * Makes happen what time causes: looks at once and then whenever the earliest wake-up is due, every five seconds at least,
 * one look at a time. Its timer keeps no process alive. A look that fails is told and repeated after a pause that doubles.
 * Any number of clocks may run on one log: who writes second finds nothing left to do.
 */
export function startClock(options: ClockOptions): RunningClock {
  return new ClockLoop(options);
}

class ClockLoop implements RunningClock {
  private timer: NodeJS.Timeout | undefined;
  private look: Promise<void>;
  private stopped = false;
  private failures = 0;

  constructor(private readonly options: ClockOptions) {
    this.look = this.lookAndRest();
  }

  async lookNow(): Promise<void> {
    await this.look;
    if (this.stopped) return;
    clearTimeout(this.timer);
    this.look = this.lookAndRest();
    await this.look;
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.look;
  }

  private async lookAndRest(): Promise<void> {
    const rest = await this.lookAtAll();
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.look = this.lookAndRest();
    }, rest).unref();
  }

  /** Every tenant once; answers how long to rest, in milliseconds. */
  private async lookAtAll(): Promise<number> {
    let failed = false;
    let rest = this.options.pollMs ?? POLL_MS;
    for (const tenant of this.options.tenants) {
      if (this.stopped) break;
      try {
        this.tell(tenant, await this.run(tenant));
        rest = Math.min(rest, await this.untilNext(tenant));
      } catch (error) {
        failed = true;
        this.options.log?.({ level: 'error', message: FAILED, tenant, error });
      }
    }
    this.failures = failed ? this.failures + 1 : 0;
    return failed ? backOffAfter(this.failures) : rest;
  }

  private run(tenant: string): Promise<ClockRun> {
    return this.options.workflow.clock.runDue(tenant, this.options.clock.now(), () => !this.stopped);
  }

  private async untilNext(tenant: string): Promise<number> {
    const { workflow } = this.options;
    if (await workflow.clock.isHeld(tenant)) return Number.POSITIVE_INFINITY;
    const next = await workflow.store.earliestWakeUp(tenant);
    return next === undefined ? Number.POSITIVE_INFINITY : msBetween(this.options.clock.now(), next);
  }

  private tell(tenant: string, { wakeUps, events }: ClockRun): void {
    if (wakeUps === 0) return;
    const message = {
      vi: `Đồng hồ xử lý ${wakeUps} lượt, ghi ${events} sự kiện.`,
      en: `The clock woke ${wakeUps}, recorded ${events} events.`,
    };
    this.options.log?.({ level: 'info', message, tenant });
  }
}

const FAILED: Bilingual = { vi: 'Đồng hồ gặp lỗi, sẽ thử lại.', en: 'The clock failed and will try again.' };

/** Milliseconds from one instant to another; never less than a second, so that a clock that stands still is not asked in a loop. */
const msBetween = (from: Instant, to: Instant): number => Math.max(1_000, Date.parse(to) - Date.parse(from));
