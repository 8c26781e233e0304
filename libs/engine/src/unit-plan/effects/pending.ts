import type { Instant } from '../../time/local-date.js';
import type { UnitPlanEvent } from '../events.js';
import type { RulesContext } from '../rules-context.js';
import type { UnitPlanState } from '../state.js';

/** Something that time or a fact will cause in a unit plan. */
export interface Pending {
  readonly at: Instant;
  /** Of one instant, lower phases come first. */
  readonly phase: number;
  /** Within a phase, by this text. */
  readonly order: () => string;
  /** Its events, one at least; folding them must leave the cause behind. */
  readonly cause: () => readonly UnitPlanEvent[];
}

/** What whoever asks will look at: what is later than `until` may be left out. */
export interface Asked {
  until: Instant | null;
  /** True where only the earliest is asked for: whoever finds one lowers `until` to it. */
  readonly earliest: boolean;
}

/** Everything of one sort that is still to come in a state, up to what is asked for. Pure but for `asked`. */
export type EffectSource = (state: UnitPlanState, context: RulesContext, asked?: Asked) => readonly Pending[];

/** True where an instant is beyond what is asked for. */
export const isBeyond = (at: Instant, asked: Asked | undefined): boolean =>
  asked !== undefined && asked.until !== null && at > asked.until;

/** Notes that something is pending at an instant. */
export function noted(at: Instant, asked: Asked | undefined): void {
  if (asked?.earliest === true && (asked.until === null || at < asked.until)) asked.until = at;
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
