import type { Instant } from '#engine';

/** When somebody does something. */
export interface Moment {
  readonly index: number;
  readonly at: Instant;
  /** Nothing happened for a long while before: nobody worked, no clock ran. */
  readonly leap: boolean;
}
