const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** A signal to a whole group of processes reaches this one twice within moments. */
const SAME_MS = 1_000;
const INTERRUPTED = 130;

/** Ctrl-C, once: whoever presses it again, after a second or more, does not wait for anything. */
export class StopSignal {
  /** Resolves when the process is told to stop. */
  readonly heard: Promise<void>;
  private readonly controller = new AbortController();
  private readonly listener: () => void;
  private since = 0;

  constructor() {
    const heard = Promise.withResolvers<void>();
    this.heard = heard.promise;
    this.listener = () => {
      const now = performance.now();
      if (this.controller.signal.aborted && now - this.since > SAME_MS) process.exit(INTERRUPTED);
      if (this.controller.signal.aborted) return;
      this.since = now;
      this.controller.abort();
      heard.resolve();
    };
    for (const signal of SIGNALS) process.on(signal, this.listener);
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** Gives the signals back to the process. */
  forget(): void {
    for (const signal of SIGNALS) process.off(signal, this.listener);
  }
}
