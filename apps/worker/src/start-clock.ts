import { type ClockShareRunner, shareOf, type ShareRun } from '#workflow';
import type { Bilingual } from '#contracts';
import type { Instant } from '#engine';
import type { ClockMembers, WakeUpSlots } from '#event-store';
import { randomUUID } from 'node:crypto';
import { Heartbeat } from './heartbeat.js';
import { Pauses } from './pauses.js';

/** Something worth writing down about the clock's runs. */
export interface ClockLogEntry {
  readonly level: 'info' | 'error';
  readonly message: Bilingual;
  /** Whose wake-ups; null for what concerns all. */
  readonly tenant: string | null;
  readonly error?: unknown;
  /** What a run did: wake-ups dealt with and events recorded. */
  readonly wakeUps?: number;
  readonly events?: number;
}

/** What the clock runs on. */
export interface ClockOptions {
  readonly runner: Pick<ClockShareRunner, 'run'>;
  readonly slots: WakeUpSlots;
  /** The workers that share the wake-ups, and the time that decides. */
  readonly members: ClockMembers;
  /** Tenants that it watches; all that have anything due unless told. */
  readonly tenants?: readonly string[] | undefined;
  /** Told of runs that did something, of those that failed, and of workers that come and go. */
  readonly log?: (entry: ClockLogEntry) => void;
  /** Longest time between two looks, in milliseconds; 1,000 unless told. */
  readonly pollMs?: number;
  /** Name of this worker, unlike any other's; a random one unless told. */
  readonly worker?: string;
}

/** What a running clock says of itself, for whoever watches it. */
export interface ClockState {
  readonly worker: string;
  /** Workers that live as of the last beat, this one included. */
  readonly workers: readonly string[];
  /** When the last beat was answered, in milliseconds of `performance.now()`; null before the first. */
  readonly lastBeat: number | null;
  /** Failures in a row. */
  readonly failures: number;
  /** True while one look after another finds something due: at the end of a quarter, or after an outage. */
  readonly isBusy: boolean;
}

/** A clock that runs. */
export interface RunningClock {
  /** Resolves once a look that began after this call is over; for whoever wants to see the effects now. */
  lookNow(): Promise<void>;
  readonly state: ClockState;
  /** Ends it: the batch under way is finished, no other begins, and the others take over. A second call waits for the first. */
  stop(): Promise<void>;
}

const POLL_MS = 1_000;
/** Between two looks where others have to go first. */
const WAITING_MS = 25;
/** How long a tenant has the worker to itself while others wait; a batch that has begun is finished. */
const TURN_MS = 500;

/**
 * Makes happen what time causes: looks once a second at every tenant that has anything due, in turns, one look at a time. Its timers
 * keep no process alive. A look that fails is told and repeated after a pause that doubles. Any number of clocks may run on one
 * database, on any number of machines: they share the wake-ups by themselves, and take over from those that ended within seconds.
 */
export function startClock(options: ClockOptions): RunningClock {
  return new ClockLoop(options);
}

class ClockLoop implements RunningClock {
  private timer: NodeJS.Timeout | undefined;
  private look: Promise<void>;
  private stopping: Promise<void> | undefined;
  private isBusy = false;
  private readonly heartbeat: Heartbeat;
  private readonly pauses = new Pauses();

  constructor(private readonly options: ClockOptions) {
    this.heartbeat = new Heartbeat(options.members, options.worker ?? `${process.pid}/${randomUUID()}`, {
      changed: (workers) => this.tellWorkers(workers.length),
      failed: (error) => this.tellFailure(null, error),
    });
    this.look = this.lookAndRest();
  }

  get state(): ClockState {
    const { worker, workers, lastBeat } = this.heartbeat;
    return { worker, workers, lastBeat, failures: this.pauses.failures, isBusy: this.isBusy };
  }

  async lookNow(): Promise<void> {
    await this.look;
    if (this.stopping) return;
    clearTimeout(this.timer);
    this.look = this.lookAndRest();
    await this.look;
  }

  stop(): Promise<void> {
    this.stopping ??= this.end();
    return this.stopping;
  }

  private async end(): Promise<void> {
    clearTimeout(this.timer);
    await this.look;
    await this.heartbeat.stop();
  }

  private async lookAndRest(): Promise<void> {
    if (this.heartbeat.lastBeat === null) await this.heartbeat.beat();
    const rest = await this.lookAtAll().catch((error: unknown) => this.failed(EVERYTHING, error));
    if (this.stopping) return;
    this.timer = setTimeout(() => {
      this.look = this.lookAndRest();
    }, rest).unref();
  }

  /** Turns for every tenant until none has anything left that is this worker's; answers how long to rest, in milliseconds. */
  private async lookAtAll(): Promise<number> {
    for (;;) {
      const round = await this.lookAround();
      this.isBusy = round.wakeUps > 0 || round.isWaiting;
      if (round.wakeUps > 0 && !this.stopping) continue;
      this.pauses.clear(EVERYTHING);
      return round.isWaiting ? WAITING_MS : Math.min(this.options.pollMs ?? POLL_MS, Math.max(1, this.pauses.rest));
    }
  }

  /** One turn for every tenant. */
  private async lookAround(): Promise<{ readonly wakeUps: number; readonly isWaiting: boolean }> {
    let wakeUps = 0;
    let isWaiting = false;
    const until = await this.options.members.now();
    for (const tenant of await this.tenantsDue(until)) {
      if (this.stopping || this.pauses.isPaused(tenant)) continue;
      const run = await this.turn(tenant, until).catch((error: unknown) => void this.failed(tenant, error));
      wakeUps += run?.wakeUps ?? 0;
      isWaiting ||= run?.isWaiting === true;
    }
    return { wakeUps, isWaiting };
  }

  private async tenantsDue(until: Instant): Promise<readonly string[]> {
    const { slots, tenants } = this.options;
    const due = await slots.dueTenants(until);
    return tenants ? due.filter((tenant) => tenants.includes(tenant)) : due;
  }

  private async turn(tenant: string, until: Instant): Promise<ShareRun> {
    const { worker, workers } = this.heartbeat;
    const end = performance.now() + TURN_MS;
    const keepGoing = (): boolean => !this.stopping && performance.now() < end;
    const run = await this.options.runner.run(tenant, { until, slots: shareOf({ tenant, worker, workers }), keepGoing });
    this.pauses.clear(tenant);
    this.tell(tenant, run);
    return run;
  }

  /** @returns how long to rest, in milliseconds */
  private failed(name: string, error: unknown): number {
    this.tellFailure(name === EVERYTHING ? null : name, error);
    this.pauses.fail(name);
    return this.pauses.rest;
  }

  private tell(tenant: string, { wakeUps, events, stuck = [] }: ShareRun): void {
    if (stuck.length > 0) this.options.log?.({ level: 'error', message: setAside(stuck.length), tenant });
    if (wakeUps === 0) return;
    const message = {
      vi: `Đồng hồ xử lý ${wakeUps} lượt, ghi ${events} sự kiện.`,
      en: `The clock woke ${wakeUps}, recorded ${events} events.`,
    };
    this.options.log?.({ level: 'info', message, tenant, wakeUps, events });
  }

  private tellWorkers(count: number): void {
    const message = { vi: `${count} tiến trình đồng hồ chia nhau công việc.`, en: `${count} clock processes share the work.` };
    this.options.log?.({ level: 'info', message, tenant: null });
  }

  private tellFailure(tenant: string | null, error: unknown): void {
    this.options.log?.({ level: 'error', message: FAILED, tenant, error });
  }
}

const setAside = (count: number): Bilingual => ({
  vi: `Đồng hồ để riêng ${count} kế hoạch đơn vị mà nó không xử lý được; xem thac clock stuck.`,
  en: `The clock set ${count} unit plans aside that it cannot deal with; see thac clock stuck.`,
});

/** Names what is no single tenant's fault. */
const EVERYTHING = '';
const FAILED: Bilingual = { vi: 'Đồng hồ gặp lỗi, sẽ thử lại.', en: 'The clock failed and will try again.' };
