import type { DayOwner, Frequency, PeriodCode, TermStart, TermUnitRead } from './reading.js';
import type { Mark, When } from './when.js';
import type { Why } from './why.js';

/** How often: one frequency with its counts. */
export interface Every {
  readonly every: Frequency;
  readonly interval?: number;
  readonly times?: number;
  readonly periods?: readonly PeriodCode[];
  /** The words leave room for another frequency. */
  readonly doubtful?: true;
}

/** Days, months or a stretch of them, as one group of words names them. */
export interface DatesAtom {
  readonly is: 'dates';
  readonly mark: Mark;
  readonly whens: readonly When[];
  /** `whens` are the two ends; with one only, the end is open. */
  readonly range: boolean;
  readonly clock?: string;
  readonly startClock?: string;
  /** Further times of the same day. */
  readonly clocks?: readonly string[];
  readonly weekdays: readonly number[];
  readonly every?: Every;
  readonly of?: DayOwner;
  /** The words around say that this is a deadline; else it may be part of a name, "the plan for 2025". */
  readonly strong: boolean;
  readonly doubtful?: true;
}

export interface RelativeAtom {
  readonly is: 'relative';
  readonly amount: number;
  readonly unit: TermUnitRead;
  readonly from?: TermStart;
  readonly direction: 'after' | 'before';
  readonly earliest?: true;
  /** The date that the term is counted from. */
  readonly base?: When;
  /** The thing issued or received is the plan itself, so that its dates decide. */
  readonly own?: true;
  /** Working hours, which eight to a day are working days. */
  readonly workHours?: true;
  /** A shorter amount that the words name too. */
  readonly atLeast?: number;
}

/** What one group of words says. */
export type AtomBody =
  | DatesAtom
  | RelativeAtom
  | { readonly is: 'every'; readonly list: readonly Every[]; readonly about: boolean; readonly strong: boolean }
  | {
      readonly is: 'event';
      readonly immediate?: true;
      readonly request?: true;
      readonly before?: true;
      readonly progress?: true;
      readonly anchor?: TermStart;
    }
  | { readonly is: 'until-event' }
  | { readonly is: 'reference'; readonly doubtful?: true }
  | { readonly is: 'standing'; readonly weak: boolean }
  | { readonly is: 'later-years'; readonly adjoining: boolean }
  | { readonly is: 'periodically' }
  | { readonly is: 'hedge' }
  | { readonly is: 'vision' }
  | { readonly is: 'citation' }
  | { readonly is: 'bad'; readonly why: Why };

/** An atom and the tokens it covers, `to` excluded. */
export type Atom = AtomBody & { readonly at: number; readonly to: number };
