import type { LocalDate } from '../time/local-date.js';
import type { Term } from './deadline-rule.js';
import type { Actor, Addressee, EscalationTarget, Place, Via } from './parties.js';

/** What follows from being late or on time, besides the ladder's own steps. */
export type FollowUpAction = 'demand-explanation' | 'commend' | 'criticise' | 'assess' | 'apologise';

/** One consequence. `on-time`: for what was done by its due date; else N days before or after it. */
export interface FollowUpRule {
  readonly when: 'before' | 'after' | 'on-time';
  /** Null for `on-time`. */
  readonly term: Term | null;
  readonly action: FollowUpAction;
  readonly target: EscalationTarget;
  /** How long a demanded explanation may take; null where the text does not say. */
  readonly within: Term | null;
  readonly place: Place;
}

/** "trường hợp … thì … gửi …": who reports to whom where that is the case. */
export interface ConditionalRule {
  readonly condition: string;
  readonly from: readonly Actor[];
  readonly to: Addressee;
  readonly via: readonly Via[];
  readonly copies: readonly Addressee[];
  /** Null where the text names no term: at once. */
  readonly within: Term | null;
  readonly place: Place;
}

/** What an amending document does to a task of the plan that it amends. */
export type DocumentChange =
  /** The deadline is put off to a day, that day included. */
  | { readonly kind: 'extend'; readonly task: string; readonly until: LocalDate; readonly place: Place }
  /** The clock stands still; null: until further notice. */
  | {
      readonly kind: 'suspend';
      readonly task: string;
      readonly from: LocalDate;
      readonly until: LocalDate | null;
      readonly place: Place;
    }
  | { readonly kind: 'withdraw'; readonly task: string; readonly place: Place };
