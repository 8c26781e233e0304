import type { Place } from '../ir/plan-rules.js';
import type { UnitId } from '../ir/directory.js';
import type { Instant } from '../time/local-date.js';

/** Why the engine caused an event: enough to recompute it. */
export interface Because {
  /** Content hash of the rules document. */
  readonly rules: string;
  /** The rule, as the text numbers it: `task 1.2`, `step after-5wd`, `cascade`. */
  readonly rule: string;
  readonly place: Place | null;
  readonly calendar: string;
  readonly organisation?: string;
  readonly inputs?: Readonly<Record<string, string | number | null>>;
}

/** One event of a unit plan: what, why (for the engine's own), when, and who acted. */
export interface Happened<T extends string, D, B = null> {
  readonly type: T;
  readonly v: 1;
  readonly data: D;
  readonly because: B;
  readonly at: Instant;
  readonly actor: UnitId | null;
}
