import type { LocalDate } from '#engine';
import type { DayOwner, Frequency } from './reading.js';
import type { Why } from './why.js';

/** A day or a stretch of months as the words name it; a null year is not said. */
export type When =
  | { readonly unit: 'day'; readonly day: number; readonly month: number; readonly year: number | null }
  /** Months first to last of one year; `fromDay` and `toDay` narrow a third of a month. */
  | {
      readonly unit: 'span';
      readonly name: 'month' | 'quarter' | 'months' | 'year';
      readonly first: number;
      readonly last: number;
      readonly year: number | null;
      readonly fromDay?: number;
      readonly toDay?: number;
    }
  | { readonly unit: 'exactly'; readonly date: LocalDate }
  | { readonly unit: 'day-only'; readonly day: number }
  | {
      readonly unit: 'day-of';
      readonly day: number;
      readonly every: Frequency;
      readonly of?: DayOwner;
      readonly months?: readonly number[];
      /** The words leave room: last working day for last day, this year's date for every year's. */
      readonly doubtful?: true;
    }
  | { readonly unit: 'bad'; readonly why: Why };

/** How a date is meant. */
export type Mark = 'on' | 'by' | 'before' | 'from' | 'after';

export const bad = (why: Why): When => ({ unit: 'bad', why });
