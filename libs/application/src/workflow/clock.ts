import { instantOfMs, type Instant } from '#engine';

/** The only source of "now": the engine has none. */
export interface Clock {
  now(): Instant;
}

/** The machine's clock, in Asia/Ho_Chi_Minh. */
export const systemClock: Clock = { now: () => instantOfMs(Date.now()) };

/** A clock that stands where it was put: for simulations and tests. */
export class VirtualClock implements Clock {
  constructor(private instant: Instant) {}

  now(): Instant {
    return this.instant;
  }

  /** Moves forward; a clock never goes back. */
  advanceTo(instant: Instant): void {
    if (instant > this.instant) this.instant = instant;
  }
}
