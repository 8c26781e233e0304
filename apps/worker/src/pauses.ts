import { backOffAfter } from './back-off.js';

/** Who has to pause after failures, each by itself: one tenant's fault holds up no other. */
export class Pauses {
  private readonly by = new Map<string, { readonly failures: number; readonly until: number }>();

  /** Another failure in a row; the pause doubles. */
  fail(name: string): void {
    const failures = (this.by.get(name)?.failures ?? 0) + 1;
    this.by.set(name, { failures, until: performance.now() + backOffAfter(failures) });
  }

  /** It went well: no pause, and the next failure is the first. */
  clear(name: string): void {
    this.by.delete(name);
  }

  isPaused(name: string): boolean {
    return (this.by.get(name)?.until ?? 0) > performance.now();
  }

  /** Most failures in a row of anybody who has not done well since. */
  get failures(): number {
    return Math.max(0, ...[...this.by.values()].map(({ failures }) => failures));
  }

  /** Milliseconds until the first of the pauses is over; infinite where nobody pauses. */
  get rest(): number {
    const now = performance.now();
    return Math.min(...[...this.by.values()].map(({ until }) => Math.max(0, until - now)));
  }
}
