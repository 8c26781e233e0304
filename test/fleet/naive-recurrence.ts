import type { DeadlineRule, LocalDate } from '#engine';

/**
 * Work that returns, counted from the names of its occurrences with nothing of the engine's own arithmetic: `2022`, `2022-Q3`,
 * `2022-07`, a season `2022-04..09` (or `2022-07` where it is one month), each with `T09:00` where a day has several.
 */

type Recurring = DeadlineRule & { readonly kind: 'recurring' };
type MonthDay = NonNullable<Recurring['at']> & { readonly kind: 'month-day' };

interface Months {
  readonly year: number;
  readonly first: number;
  /** Beyond 12: of the year after. */
  readonly last: number;
}

const text = (year: number, month: number, day: number): LocalDate =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as LocalDate;

/** Last day of a month; 13 is January of the year after. */
export const naiveLastOf = (year: number, month: number): LocalDate =>
  new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10) as LocalDate;

const dayBefore = (date: LocalDate): LocalDate => {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - 1);
  return day.toISOString().slice(0, 10) as LocalDate;
};

function monthsOf(label: string): Months {
  const [year = '', part = ''] = (label.split('T')[0] ?? '').split('-');
  const [first = 1, last = first] = part.startsWith('Q')
    ? [Number(part.slice(1)) * 3 - 2, Number(part.slice(1)) * 3]
    : part === ''
      ? [1, 12]
      : part.split('..').map(Number);
  return { year: Number(year), first, last: last < first ? last + 12 : last };
}

/** The last allowed day of one occurrence, by its name. */
export function naiveOccurrenceDue({ at, times }: Recurring, label: string): LocalDate {
  const months = monthsOf(label);
  if (at?.kind !== 'month-day') return naiveLastOf(months.year, months.last);
  const named = dayIn(months, at);
  return at.exclusive && times === undefined ? dayBefore(named) : named;
}

function dayIn({ year, first, last }: Months, { of, day }: MonthDay): LocalDate {
  const month = of === 'first' ? first : last + (of === 'next' ? 1 : 0);
  const end = naiveLastOf(year, month);
  const date = `${end.slice(0, 8)}${String(day).padStart(2, '0')}` as LocalDate;
  return date < end ? date : end;
}

/** The clock time up to which one occurrence may come; undefined: all of its last day. */
export const naiveOccurrenceTime = ({ times = [] }: Recurring, label: string): string | undefined =>
  times.length > 1 ? label.split('T')[1] : times[0];

const MONTHS_IN: Readonly<Record<string, number>> = { month: 1, quarter: 3, year: 12 };

/** Names of all occurrences: of whole periods from the day of issue to the horizon, that begin (or are due) in a year that has come. */
export function naiveOccurrences(
  rule: Recurring,
  { issuedOn, horizon, until }: { readonly issuedOn: LocalDate; readonly horizon: LocalDate; readonly until: LocalDate },
): readonly string[] {
  const years = [0, 1, 2].map((more) => Number(issuedOn.slice(0, 4)) + more);
  const labels = years.flatMap((year) => (rule.at?.kind === 'season' ? [seasonOf(year, rule.at)] : periodsOf(year, rule.every)));
  const { times = [] } = rule;
  return labels
    .filter((label) => {
      const { year, first, last } = monthsOf(label);
      const due = naiveOccurrenceDue(rule, label);
      const begins = text(year, first, 1);
      return (
        begins >= issuedOn && naiveLastOf(year, last) <= horizon && `${(due < begins ? due : begins).slice(0, 4)}-01-01` <= until
      );
    })
    .flatMap((label) => (times.length > 1 ? times.map((time) => `${label}T${time}`) : [label]));
}

function seasonOf(year: number, { from, until }: { readonly from: number; readonly until: number }): string {
  const pad = (month: number): string => String(month).padStart(2, '0');
  return from === until ? `${year}-${pad(from)}` : `${year}-${pad(from)}..${pad(until)}`;
}

function periodsOf(year: number, every: Recurring['every']): readonly string[] {
  const length = MONTHS_IN[every];
  if (length === undefined) throw new RangeError(`the fleet makes no work that returns every ${every}`);
  if (length === 12) return [String(year)];
  return Array.from({ length: 12 / length }, (_, index) =>
    length === 3 ? `${year}-Q${index + 1}` : text(year, index + 1, 1).slice(0, 7),
  );
}
