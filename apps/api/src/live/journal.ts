import type { Touched } from './changes.js';

/** What a journal reads, and by what it tells time. */
export interface JournalSource {
  /** Position of the last event. */
  head(): Promise<number>;
  /** What was touched after a position, up to another. */
  touched(after: number, upTo: number): Promise<Touched>;
  /** Milliseconds from any moment on. */
  now(): number;
}

/** What has happened since somebody last asked. */
export interface News {
  readonly touched: readonly Touched[];
  /** They have not asked for too long: what has happened is not known any more, nor whether anything has. */
  readonly isMissed: boolean;
}

/** Kept for whoever asks seldom, in milliseconds. */
export const KEPT_MS = 30_000;
/** Readers who ask within this time are answered by one look at the log, in milliseconds. */
const TOGETHER_MS = 500;

interface Page {
  readonly at: number;
  /** Looks that there had been. */
  readonly look: number;
  readonly touched: Touched;
}

/** One look at a tenant’s log for all who want to know what changes: what was touched in the last half minute. */
export class Journal {
  private pages: readonly Page[] = [];
  private position: number | undefined;
  private looks = 0;
  private looked = Number.NEGATIVE_INFINITY;
  private looking: Promise<void> | undefined;

  constructor(private readonly source: JournalSource) {}

  /** Begins to tell somebody of what is recorded from now on: answers by what tells, each time, what is new. */
  async follow(): Promise<() => Promise<News>> {
    await this.look();
    let [look, at] = [this.looks, this.looked];
    return async () => {
      await this.look();
      const [before, last] = [look, at];
      [look, at] = [this.looks, this.looked];
      if (at - last > KEPT_MS) return { touched: [], isMissed: true };
      return { touched: this.pages.filter((page) => page.look > before).map(({ touched }) => touched), isMissed: false };
    };
  }

  /** Looks at the log, together with whoever else does. */
  private async look(): Promise<void> {
    if (this.source.now() - this.looked < TOGETHER_MS) return;
    this.looking ??= this.read().finally(() => (this.looking = undefined));
    await this.looking;
  }

  private async read(): Promise<void> {
    const at = this.source.now();
    const head = await this.source.head();
    const isForgotten = at - this.looked > KEPT_MS; // nobody is left who would be told
    const from = isForgotten ? head : (this.position ?? head);
    const pages = head > from ? [{ at, look: this.looks + 1, touched: await this.source.touched(from, head) }] : [];
    this.pages = [...this.pages.filter((page) => at - page.at <= KEPT_MS), ...pages];
    this.position = Math.max(from, head);
    this.looked = at;
    this.looks += 1;
  }
}
