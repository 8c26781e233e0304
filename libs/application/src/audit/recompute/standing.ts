import type { Instant, UnitPlanState } from '#engine';
import type { Basis } from './engine.js';

/** What foresight asks of a unit plan. */
export interface Standing {
  /** Undefined before its first event. */
  readonly state: UnitPlanState | undefined;
  /** When the latest of its events took effect. */
  readonly lastAt: Instant | null;
  /** When time will next cause something, and what that was found with. */
  next: { readonly at: Instant | null; readonly with: Basis } | null;
}

/** Unit plans as far as the log has been read. */
export interface Standings {
  of(stream: string): Promise<Standing & { readonly before: { readonly state: UnitPlanState; readonly at: Instant } | null }>;
}

/** A unit plan as it stands now, whatever comes to it later. */
export const standing = ({ state, lastAt }: Standing): Standing => ({ state, lastAt, next: null });
