import type { LocalDate } from '#engine';

/** A report period by its usual code: quarters 1 and 3, half-years, nine months, the year. */
export type PeriodCode = 'Q1' | 'H1' | 'H2' | 'Q3' | '9M' | 'Y';

/** How often recurring work comes back; `periods` names cumulative report periods. */
export type Frequency = 'day' | 'week' | 'month' | 'quarter' | 'half' | 'year' | 'periods';

/** Whose month or year a recurring day belongs to; absent = the period itself. */
export type DayOwner =
  | 'month'
  | 'first-month-of-period'
  | 'last-month-of-period'
  | 'next-month'
  | 'next-year'
  | 'previous-year'
  | 'event-year';

export type TermUnitRead = 'day' | 'workday' | 'hour' | 'week' | 'month' | 'year';
export type TermStart = 'issue' | 'receipt' | 'effective' | 'event' | 'due' | 'expiry' | 'period-end';

/** What every reading may carry when another one is defensible too: ask the person, do not guess. */
export interface Doubt {
  readonly sure?: false;
  readonly alternatives?: readonly DeadlineReading[];
}

/** Done by a date. `due` is the last allowed day, except that a stated clock time keeps it on the named day. */
export interface ByReading extends Doubt {
  readonly kind: 'by';
  readonly due: LocalDate;
  /** The words exclude the named day (or, with `time`, the named minute). */
  readonly exclusive?: true;
  /** HH:MM. */
  readonly time?: string;
}

/** Between two dates, both included; `due` null = open end, no `start` = the text names none. */
export interface WindowReading extends Doubt {
  readonly kind: 'window';
  readonly start?: LocalDate;
  readonly due: LocalDate | null;
  readonly startTime?: string;
  readonly time?: string;
}

/** Never done, answered for through reports. */
export interface StandingReading extends Doubt {
  readonly kind: 'standing';
}

/** Comes back every period. */
export interface RecurringReading extends Doubt {
  readonly kind: 'recurring';
  readonly every: Frequency;
  /** Every n-th period; absent = every one. */
  readonly interval?: number;
  /** How many times in each period; absent = once. */
  readonly times?: number;
  readonly periods?: readonly PeriodCode[];
  /** The day as written, never one less; -1 = the last of the month. */
  readonly day?: number;
  readonly exclusive?: true;
  readonly fromDay?: number;
  /** 1 = Monday … 7 = Sunday. */
  readonly weekday?: number;
  readonly time?: string;
  readonly months?: readonly number[];
  readonly of?: DayOwner;
  /** A season or a data window, MM-DD. */
  readonly window?: { readonly from: string; readonly to: string };
}

/** A term counted from (or back from) something. */
export interface RelativeReading extends Doubt {
  readonly kind: 'relative';
  /** 0 = the same day. */
  readonly amount: number;
  readonly unit: TermUnitRead;
  /** Absent where the phrase does not say. */
  readonly from?: TermStart;
  readonly direction: 'after' | 'before';
  /** A not-before rule. */
  readonly bound?: 'earliest';
  /** The last allowed day, where the dates given decide it. */
  readonly due?: LocalDate;
}

/** Waits for something outside the plan. */
export interface EventReading extends Doubt {
  readonly kind: 'event';
  readonly immediate?: true;
  readonly on?: 'request';
  readonly direction?: 'before';
}

/** Another document or regulation decides. */
export interface ReferenceReading extends Doubt {
  readonly kind: 'reference';
}

/** Several readings, in the order of the text. */
export interface CompositeReading extends Doubt {
  readonly kind: 'composite';
  readonly parts: readonly DeadlineReading[];
}

/** Any reading would be wrong often enough to hurt. */
export interface UnknownReading extends Doubt {
  readonly kind: 'unknown';
  readonly why: string;
}

/** What a typed time phrase says. */
export type DeadlineReading =
  | ByReading
  | WindowReading
  | StandingReading
  | RecurringReading
  | RelativeReading
  | EventReading
  | ReferenceReading
  | CompositeReading
  | UnknownReading;

/** A reading that is not certain, with what else the words could mean. */
export function unsure<R extends DeadlineReading>(reading: R, ...others: readonly DeadlineReading[]): R {
  const alternatives = [...(reading.alternatives ?? []), ...others];
  return alternatives.length > 0 ? { ...reading, sure: false, alternatives } : { ...reading, sure: false };
}

/** One reading, or several as one. */
export function together(parts: readonly DeadlineReading[]): DeadlineReading | undefined {
  const [first] = parts;
  if (parts.length < 2) return first;
  const composite: CompositeReading = { kind: 'composite', parts };
  return parts.some((part) => part.sure === false) ? { ...composite, sure: false } : composite;
}
