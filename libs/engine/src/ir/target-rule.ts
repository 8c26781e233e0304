import type { LocalDate } from '../time/local-date.js';
import type { Actor, Place } from './parties.js';

/** How a figure is held against what was reached. `in-top`: among the best N. `in-group`: in the group of that name. */
export type Comparison =
  | 'at-least'
  | 'more-than'
  | 'at-most'
  | 'less-than'
  | 'exactly'
  | 'increase'
  | 'decrease'
  | 'none'
  | 'in-top'
  | 'in-group';

/** One level of a target; a stepped target has one for each step. */
export interface TargetLevel {
  readonly comparison: Comparison;
  /** Null for `none` ("không để phát sinh") and `in-group`, and where a rise or fall is asked for without a figure. */
  readonly value: number | null;
  /** The upper end of a range. */
  readonly upTo: number | null;
  /** `%`, `bậc` (ranks: a lower rank is better), or what is counted; empty for a bare number. Of `in-group` the name of the group. */
  readonly unit: string;
  /** Out of how many, where the text says: ranks among 63 provinces are not ranks among 34. */
  readonly outOf: number | null;
  /** The year that a rise or fall is measured against. */
  readonly baseline: number | null;
  /** True for a level to be reached anew every year. */
  readonly everyYear: boolean;
  /** Last day on which it is to be reached; null: by the end of the plan. */
  readonly by: LocalDate | null;
  readonly place: Place;
}

/** A figure that the plan is to reach. */
export interface TargetRule {
  readonly no: string;
  readonly title: string;
  /** `strive`: "phấn đấu"; `must`: "bảo đảm", and where nothing is said. */
  readonly modality: 'must' | 'strive';
  /** Of every unit for itself, or of all together. */
  readonly scope: 'each-unit' | 'aggregate';
  readonly leads: readonly Actor[];
  readonly levels: readonly TargetLevel[];
  readonly place: Place;
}
