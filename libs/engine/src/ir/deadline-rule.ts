import type { LocalDate } from '../time/local-date.js';

/**
 * What terms are counted in. A week is seven days, a year twelve months. Hours are whole days rounded up, and working hours
 * working days of eight: where only the date of the start is known, the term begins at the end of that day.
 */
export type TermUnit = 'day' | 'workday' | 'month' | 'week' | 'year' | 'hour' | 'workhour';

/** A time of day, `HH:MM`, kept beside the date: the date itself is the last allowed day. */
export type ClockTime = string & { readonly __brand: 'ClockTime' };

/** Where a last day falls on a day off: as it is, on to the next working day, or back to the one before. */
export type DayOffPolicy = 'none' | 'next' | 'previous';

/** What every form with a last day may say besides. */
interface LastDay {
  /** Absent: the default of the form. A date that the text names stays, a computed term goes on to the next working day. */
  readonly dayOff?: DayOffPolicy;
}

/** A length of time. */
export interface Term {
  readonly amount: number;
  readonly unit: TermUnit;
}

/** How often work or a report returns. */
export type Rhythm = 'day' | 'week' | 'month' | 'quarter' | 'half' | 'year';

/** A day of every year, whatever the year. */
export interface YearDay {
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31; the last day of a shorter month where it has no such day. */
  readonly day: number;
}

/**
 * Where in its period recurring work is due; the last day of the period where nothing is said. `exclusive`: the day named is
 * too late already.
 */
export type RecurringPoint =
  /** Day N of each period's first or last month, of the month itself, or of the month after the period. */
  | { readonly kind: 'month-day'; readonly day: number; readonly exclusive: boolean; readonly of: 'first' | 'last' | 'next' }
  /** 1 = Monday … 7 = Sunday. */
  | { readonly kind: 'weekday'; readonly weekday: number; readonly exclusive: boolean }
  /** One occurrence for each of these days of the year. */
  | { readonly kind: 'dates'; readonly dates: readonly YearDay[]; readonly exclusive: boolean }
  /** A season: one occurrence a year, from the first of a month to the last of another (of the next year where that is earlier). */
  | { readonly kind: 'season'; readonly from: number; readonly until: number };

/** A deadline is a rule; its date is derived from it with a calendar, and can be derived again. */
export type DeadlineRule =
  /**
   * "trước ngày D": the last moment is the end of the day before D; D itself where the plan understands it so (`inclusive`) or
   * where a clock time says when on D.
   */
  | ({ readonly kind: 'before'; readonly date: LocalDate; readonly inclusive?: true; readonly time?: ClockTime } & LastDay)
  /** "chậm nhất ngày D": D itself is included. */
  | ({ readonly kind: 'by'; readonly date: LocalDate; readonly time?: ClockTime } & LastDay)
  /** "trong quý III/2022": to the end of the quarter. */
  | { readonly kind: 'quarter'; readonly year: number; readonly quarter: 1 | 2 | 3 | 4 }
  /** "trong tháng 12/2025", "giai đoạn 2026-2030", "từ ngày … đến ngày …": due at its end. */
  | { readonly kind: 'window'; readonly from: LocalDate; readonly until: LocalDate }
  /** "định kỳ hằng quý": one occurrence in every period. */
  | {
      readonly kind: 'recurring';
      readonly every: Rhythm;
      readonly at?: RecurringPoint;
      /** Clock times of the due day, one occurrence for each: "trước 9h00 và 16h00 hằng ngày". */
      readonly times?: readonly ClockTime[];
      /** Each occurrence waits for this: "hằng năm khi nhận được kế hoạch khảo sát". */
      readonly event?: string;
    }
  /** "trong N ngày làm việc kể từ ngày ban hành | nhận". */
  | ({ readonly kind: 'within'; readonly amount: number; readonly unit: TermUnit; readonly from: 'issue' | 'receipt' } & LastDay)
  /** "trong N ngày kể từ ngày D": a term from a date that the text names, such as the day the plan takes effect. */
  | ({ readonly kind: 'after'; readonly amount: number; readonly unit: TermUnit; readonly date: LocalDate } & LastDay)
  /** "chậm nhất N ngày làm việc trước ngày D": counted backward, never moved from a day off. */
  | ({ readonly kind: 'ahead'; readonly amount: number; readonly unit: TermUnit; readonly date: LocalDate } & LastDay)
  /**
   * Waits for something outside: "sau khi …" (no stated duration: `term` null), "ngay sau khi …" (a term of no days), "trong N
   * ngày kể từ khi …", "chậm nhất N ngày trước khi …". Without a date until somebody resolves it.
   */
  | { readonly kind: 'on-event'; readonly event: string; readonly direction: 'after' | 'before'; readonly term: Term | null }
  /** "từ tháng 11/2025 đến khi …": ends with something outside. Without a date until somebody resolves it. */
  | { readonly kind: 'until-event'; readonly from: LocalDate | null; readonly event: string }
  /** "khi có yêu cầu": made by whoever asks, with a date of its own. */
  | { readonly kind: 'on-request' }
  /** "dự kiến …": an estimate until a later document gives the date; nothing is late by an estimate. */
  | { readonly kind: 'provisional'; readonly estimate: DeadlineRule }
  /** "trong quý I/2026, sau đó hằng năm": done once, then for ever or again and again. Neither part is itself of this kind. */
  | { readonly kind: 'then'; readonly first: DeadlineRule; readonly next: DeadlineRule }
  /** "thường xuyên": never done, answered for through reports. `from`: it begins on a day, "từ ngày 01/7/2025 trở đi". */
  | { readonly kind: 'standing'; readonly from?: LocalDate; readonly onRequest?: true; readonly reviewed?: Rhythm }
  /**
   * "theo quy định": unknown until a named unit resolves it; never counted on time or late. `basis`: what decides it, where it is
   * no regulation: a schedule or plan of its own, or a rhythm that the text does not tell.
   */
  | { readonly kind: 'as-regulated'; readonly reference: string | null; readonly basis?: 'schedule' | 'unstated-rhythm' };

/** Name of each form of deadline. */
export type DeadlineForm = DeadlineRule['kind'];
