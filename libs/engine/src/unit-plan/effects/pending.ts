import type { Instant } from '../../time/local-date.js';
import type { ContinuingEvent } from '../fold.js';
import type { RulesContext } from '../rules-context.js';
import type { UnitPlanState } from '../state.js';
import type { OpenObligation } from './open-obligations.js';

/** Something that time or a fact will cause in a unit plan. */
export interface Pending {
  readonly at: Instant;
  /** Of one instant, lower phases come first. */
  readonly phase: number;
  /** Within a phase, by this text. */
  readonly order: () => string;
  /** Its events, one at least; folding them must leave the cause behind. */
  readonly cause: () => readonly ContinuingEvent[];
}

/** One look at a unit plan as it stands: what is to come by an instant, and when the first of all the rest is. */
export interface Look {
  readonly state: UnitPlanState;
  readonly context: RulesContext;
  /** What is due by then is listed; null: nothing is, only the first of all is looked for. */
  readonly until: Instant | null;
  /** What has a day and is not done, found once for every source. */
  readonly open: readonly OpenObligation[];
  /** The first instant found so far that lies beyond `until`; null for none. */
  later: Instant | null;
}

/** Everything of one sort that is still to come. Lists what is due by `until`, notes the first of the rest, and is pure but for that. */
export type EffectSource = (look: Look) => readonly Pending[];

/** True where an instant changes nothing in what a look tells: beyond what is asked for, and not the first of the rest. */
export const isBeyond = (at: Instant, { until, later }: Look): boolean =>
  (until === null || at > until) && later !== null && at >= later;

/** True where what is due at an instant is to be listed; else it is noted as being to come. */
export function isListed(at: Instant, look: Look): boolean {
  if (look.until !== null && at <= look.until) return true;
  if (look.later === null || at < look.later) look.later = at;
  return false;
}

/**
 * What happens first at one instant: facts change dates, new work opens, clocks go on, consolidations close; only then is
 * anybody reminded or called late.
 */
export const PHASE = {
  calendar: 1,
  outsideEvents: 2,
  amendments: 3,
  resumptions: 4,
  periods: 5,
  closings: 6,
  ladder: 7,
  followUp: 8,
  demands: 9,
} as const;

/** Causes of these phases change no date and no work that another one counts with: they may be taken in one go. */
export const isInert = (phase: number): boolean => phase === PHASE.ladder || phase === PHASE.followUp;
