import type { Bilingual } from '#contracts';
import type { DeliveryFeed, DeliverySender } from '#persistence';
import { Pauses } from './pauses.js';

export interface DeliveriesLogEntry {
  readonly level: 'info' | 'error';
  readonly message: Bilingual;
  readonly error?: unknown;
}

/** What deliveries run on. */
export interface DeliveriesOptions {
  readonly feed: Pick<DeliveryFeed, 'follow'>;
  readonly sender: Pick<DeliverySender, 'send'>;
  /** Told of what failed; it is tried again. */
  readonly log?: (entry: DeliveriesLogEntry) => void;
  /** Longest time between two looks, in milliseconds; 1,000 unless told. */
  readonly pollMs?: number;
}

/** Deliveries that go out by themselves. */
export interface RunningDeliveries {
  /** Ends it: what is being sent is finished, nothing else begun. A second call waits for the first. */
  stop(): Promise<void>;
}

const POLL_MS = 1_000;

/**
 * Follows the logs and sends what they call for, looking once a second. Its timers keep no process alive. Any number of processes may
 * do so on one database: each log is followed by one at a time, and no two are given the same delivery.
 */
export function startDeliveries({ feed, sender, log, pollMs = POLL_MS }: DeliveriesOptions): RunningDeliveries {
  const loops = [new Loop(() => feed.follow(), { log, pollMs }), new Loop(() => sender.send(), { log, pollMs })];
  return { stop: async () => void (await Promise.all(loops.map((loop) => loop.stop()))) };
}

/** Work done again and again: at once where there was something, else after a rest; after a failure the rest doubles. */
class Loop {
  private timer: NodeJS.Timeout | undefined;
  private round: Promise<void>;
  private isStopped = false;
  private readonly pauses = new Pauses();

  constructor(
    private readonly work: () => Promise<number>,
    private readonly options: { readonly log: DeliveriesOptions['log']; readonly pollMs: number },
  ) {
    this.round = this.run();
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.timer);
    await this.round;
  }

  private async run(): Promise<void> {
    const rest = await this.untilNothingIsLeft();
    if (this.isStopped) return;
    this.timer = setTimeout(() => {
      this.round = this.run();
    }, rest).unref();
  }

  private async untilNothingIsLeft(): Promise<number> {
    try {
      while (!this.isStopped && (await this.work()) > 0);
      this.pauses.clear(IT);
      return this.options.pollMs;
    } catch (error) {
      this.options.log?.({ level: 'error', message: FAILED, error });
      this.pauses.fail(IT);
      return this.pauses.rest;
    }
  }
}

const IT = 'work';
const FAILED: Bilingual = { vi: 'Gửi thông báo gặp lỗi, sẽ thử lại.', en: 'Deliveries failed and will be tried again.' };
