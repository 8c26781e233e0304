import type { ClockMembers } from '#event-store';

/** A worker lives for five seconds after a beat: two may be lost. */
const BEAT_MS = 1_500;

export interface HeartbeatEvents {
  /** Other workers live than at the last beat. */
  changed(workers: readonly string[]): void;
  failed(error: unknown): void;
}

/** Says again and again that a worker lives, and hears who else does. Its timer keeps no process alive. */
export class Heartbeat {
  private readonly timer: NodeJS.Timeout;
  private beating: Promise<void> | undefined;
  private living: readonly string[] = [];
  private answered: number | null = null;

  constructor(
    private readonly members: ClockMembers,
    readonly worker: string,
    private readonly events: HeartbeatEvents,
  ) {
    this.timer = setInterval(() => void this.beat(), BEAT_MS).unref();
  }

  /** Workers that live as of the last beat that was answered. */
  get workers(): readonly string[] {
    return this.living;
  }

  /** When the last beat was answered, in milliseconds of `performance.now()`; null before the first. */
  get lastBeat(): number | null {
    return this.answered;
  }

  /** One beat at a time; one that fails is told, and the next tries again. */
  beat(): Promise<void> {
    this.beating ??= this.ask().finally(() => {
      this.beating = undefined;
    });
    return this.beating;
  }

  /** The others share out what was this worker's at their next beat; where even this fails, when its time has run out. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.beating;
    await this.members.leave(this.worker).catch(this.events.failed);
  }

  private async ask(): Promise<void> {
    try {
      const { workers } = await this.members.beat(this.worker);
      this.answered = performance.now();
      if (workers.join() !== this.living.join()) this.events.changed(workers);
      this.living = workers;
    } catch (error) {
      this.events.failed(error);
    }
  }
}
