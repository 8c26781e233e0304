import type { Bilingual } from '#contracts';
import type { Instant, LocalDate, PlanId } from '#engine';
import type { PlanName, UnitName } from './named.js';
import type { Facts } from './words/facts.js';

/** Version of the form below. It changes where a reader of the older one would misunderstand. */
export const WHY_FORMAT = 'thac.why/1';

/** A day of a count. */
export interface CountedDay {
  readonly date: LocalDate;
  /** 1 = Monday … 7 = Sunday. */
  readonly weekday: number;
  /** Its number in the count; null where it does not count. */
  readonly count: number | null;
  /** Why it does not count, or is no day for an end: a day off, or not worked though a weekday. Null for a day that offices work. */
  readonly off: 'weekend' | 'holiday' | 'swapped' | null;
  /** The holiday, in words; null where it is none that the law names. */
  readonly name: Bilingual | null;
}

/** What a statement can be checked against. */
export type Evidence =
  /** An event of the log. */
  | {
      readonly kind: 'event';
      readonly position: number;
      readonly stream: string;
      readonly version: number;
      readonly type: string;
      readonly at: Instant;
      readonly actor: UnitName | null;
    }
  /** A place in published rules: line and column from 1, and the text: the line, of a task or duty with its clauses. */
  | {
      readonly kind: 'rule';
      readonly plan: PlanName;
      /** Content hash of the rules document. */
      readonly rules: string;
      readonly rule: string;
      readonly line: number;
      readonly column: number;
      readonly text: string;
    }
  /** Days by a working calendar, in order; `provisional` where no decree covers one of them yet. */
  | { readonly kind: 'days'; readonly calendar: string; readonly provisional: boolean; readonly days: readonly CountedDay[] }
  /** A unit as the organisation had it on a day, by a version of its history. */
  | {
      readonly kind: 'unit';
      readonly organisation: string;
      readonly on: LocalDate;
      readonly unit: UnitName;
      readonly tier: string;
      readonly unitKind: string;
      readonly superior: UnitName | null;
    };

/** What a statement may say. */
export type Code = keyof Facts;

/** One statement: what it says as data and in words, what it can be checked against, and what it follows from. */
export interface Statement<C extends Code = Code> {
  readonly code: C;
  readonly facts: Facts[C];
  readonly text: Bilingual;
  readonly evidence: readonly Evidence[];
  readonly because: readonly AnyStatement[];
}

/** Any statement; its code tells the form of its facts. */
export type AnyStatement = { readonly [C in Code]: Statement<C> }[Code];

/** What is asked of an obligation, or of a unit's reports. */
export type Aspect = 'all' | 'existence' | 'due' | 'state' | 'report' | 'rate' | 'step' | 'late' | 'recipient';

/** A question, as it was understood. */
export interface WhyAsked {
  readonly negated: boolean;
  readonly aspect: Aspect;
  readonly plan: PlanId;
  readonly unit: UnitName;
  /** `item 1.2`, `report 1@2022-9M`, `duty 1`; null where the unit’s reports as a whole are meant. */
  readonly obligation: string | null;
  /** Name of the step or consequence, and the generation that is meant. */
  readonly step: string | null;
  readonly generation: number | null;
  /** Whom a report was expected by. */
  readonly to: UnitName | null;
  /** The instant for which it is answered: what took effect later is not known to the answer. */
  readonly at: Instant;
}

/** The answer to “why” or “why not”. */
export interface Explanation {
  readonly format: typeof WHY_FORMAT;
  readonly asked: WhyAsked;
  /** False where what was asked about is not so; the answer then says why that is. */
  readonly holds: boolean;
  readonly answer: readonly AnyStatement[];
}
