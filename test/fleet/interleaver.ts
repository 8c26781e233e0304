import type { Chance } from './chance.js';

/**
 * Runs several courses at once and decides, by seeded chance, whose step comes next: the same seed gives the same interleaving,
 * whatever the machine does.
 */
export class Interleaver {
  private waiting: (() => void)[] = [];
  private running = 0;

  constructor(
    private readonly roll: Chance,
    /** Told when an answer is held back and another one comes first. */
    private readonly overtaken: () => void,
  ) {}

  get isRunning(): boolean {
    return this.running > 0;
  }

  /** Waits for its turn. */
  turn(): Promise<void> {
    return new Promise((go) => {
      this.waiting.push(go);
    });
  }

  /** Runs courses to their ends; what one of them throws is thrown when all have ended. */
  async together(courses: readonly (() => Promise<void>)[]): Promise<void> {
    this.running = courses.length;
    const ends = courses.map(async (course) => {
      try {
        await course();
      } finally {
        this.running -= 1;
      }
    });
    const settled = Promise.allSettled(ends);
    while (this.running > 0) {
      await settledMicrotasks();
      const index = this.roll.between(0, this.waiting.length - 1);
      if (index > 0) this.overtaken();
      const [go] = this.waiting.splice(index, 1);
      go?.();
    }
    for (const end of await settled) if (end.status === 'rejected') throw end.reason;
  }
}

/** Everything that can go on without another turn has gone on. */
const settledMicrotasks = (): Promise<void> =>
  new Promise((done) => {
    setImmediate(done);
  });
