import type { EventStore } from '#event-store';

/** What a step left behind. */
export interface StepDone {
  /** Position of the log after it. */
  readonly position: number;
}

/**
 * Numbered steps, each carried out once in the life of a log: a run that begins again after it was interrupted passes over
 * those that are recorded and goes on with the first that is not.
 */
export class Steps {
  private next = 0;
  private caughtUp = false;

  constructor(
    private readonly store: EventStore,
    private readonly tenant: string,
    /** What the steps are those of: a hash of everything that they are made from. */
    private readonly hash: string,
  ) {}

  /** Number of steps taken, recorded earlier or now. */
  get count(): number {
    return this.next;
  }

  /** True while the steps are those of an earlier run. */
  get isReplaying(): boolean {
    return !this.caughtUp;
  }

  /** What the next step left, if it was recorded earlier; its number is not used up. */
  async recorded(): Promise<StepDone | undefined> {
    if (this.caughtUp) return undefined;
    const earlier = await this.store.recorded(this.tenant, this.key());
    this.caughtUp = earlier === undefined;
    return earlier;
  }

  /** Takes a step: passes over it where it was recorded, else carries it out under its key. */
  async take(act: (key: string) => Promise<StepDone>): Promise<StepDone> {
    const done = (await this.recorded()) ?? (await act(this.key()));
    this.next += 1;
    return done;
  }

  /** Takes a step that may be half recorded: carries it out again under its key, which adds only what is missing. */
  async repeat(act: (key: string) => Promise<StepDone>): Promise<StepDone> {
    await this.recorded();
    const done = await act(this.key());
    this.next += 1;
    return done;
  }

  private key(): string {
    return stepKey(this.hash, this.next);
  }
}

/** Idempotency key of a step of a scenario. */
export const stepKey = (hash: string, step: number | 'done'): string => `scenario/${hash}/${step}`;
