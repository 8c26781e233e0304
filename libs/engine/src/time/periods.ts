import type { PeriodicDue, ReportPeriod } from '../ir/plan-rules.js';
import { endOfMonth } from './due-date.js';
import { addDays, dayNumber, lastDayOf, localDate, monthOf, yearOf, type LocalDate } from './local-date.js';

/** One occurrence of recurring work. */
export interface Occurrence {
  /** `2022-Q3`, `2022-07`, `2022`. */
  readonly label: string;
  readonly from: LocalDate;
  readonly until: LocalDate;
}

const MONTHS_IN = { month: 1, quarter: 3, year: 12 } as const;

/**
 * Occurrences of recurring work, from the first whole period that begins on or after the day of issue to the last one that
 * ends by the horizon.
 */
export function occurrences(every: keyof typeof MONTHS_IN, issuedOn: LocalDate, horizon: LocalDate): readonly Occurrence[] {
  const length = MONTHS_IN[every];
  const found: Occurrence[] = [];
  for (let year = yearOf(issuedOn); year <= yearOf(horizon); year++) {
    for (let month = 1; month <= 12; month += length) {
      const from = localDate(year, month, 1) as LocalDate;
      const until = endOfMonth(year, month + length - 1);
      if (from >= issuedOn && until <= horizon) found.push({ label: labelOf(every, from), from, until });
    }
  }
  return found;
}

function labelOf(every: keyof typeof MONTHS_IN, from: LocalDate): string {
  if (every === 'month') return from.slice(0, 7);
  return every === 'quarter' ? `${from.slice(0, 4)}-Q${(monthOf(from) + 2) / 3}` : from.slice(0, 4);
}

/** One period of a reporting regime: what it covers and when its report is due. */
export interface ReportingPeriod {
  readonly period: ReportPeriod;
  readonly year: number;
  /** Data window, both days included: from 15 December of the year before to the cut-off (Decree 09/2019, article 12). */
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly due: LocalDate;
}

const LAST_MONTH: Readonly<Record<ReportPeriod, number>> = { Q1: 3, H1: 6, '9M': 9, Y: 12 };
const CUT_OFF_DAY = 14;

/** The last allowed day of a period's report: day N of the period's last month, or the day before it. */
export function periodicDueDate(period: ReportPeriod, year: number, due: PeriodicDue): LocalDate {
  const month = LAST_MONTH[period];
  const named = localDate(year, month, Math.min(due.day, lastDayOf(year, month))) as LocalDate;
  return due.exclusive ? addDays(named, -1) : named;
}

/** Periods whose report is due after the day of issue and by the horizon; one due on or before that day is not owed. */
export function reportingPeriods(
  regime: { readonly periods: readonly ReportPeriod[]; readonly due: PeriodicDue },
  issuedOn: LocalDate,
  horizon: LocalDate,
): readonly ReportingPeriod[] {
  const found: ReportingPeriod[] = [];
  for (let year = yearOf(issuedOn); year <= yearOf(horizon); year++) {
    for (const period of regime.periods) {
      const due = periodicDueDate(period, year, regime.due);
      if (due > issuedOn && due <= horizon) found.push({ period, year, due, ...periodWindow(period, year, regime.due) });
    }
  }
  return found.sort((a, b) => dayNumber(a.due) - dayNumber(b.due));
}

/** What a period's report covers, both days included: to the cut-off, or to its due date where that comes first. */
export function periodWindow(period: ReportPeriod, year: number, rule: PeriodicDue): { from: LocalDate; until: LocalDate } {
  const due = periodicDueDate(period, year, rule);
  const cutOff = localDate(year, LAST_MONTH[period], CUT_OFF_DAY) as LocalDate;
  return { from: localDate(year - 1, 12, 15) as LocalDate, until: due < cutOff ? due : cutOff };
}
