/**
 * A naive second reading of the calendar, for specs alone: a printed almanac, one line a day, that everything else is counted off
 * with a finger. It shares no arithmetic with the engine, so that both would have to be wrong in the same way.
 */

/** A line of the almanac. */
export interface AlmanacDay {
  /** `YYYY-MM-DD` */
  readonly text: string;
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** 1 = Monday … 7 = Sunday. */
  readonly weekday: number;
  readonly isWorked: boolean;
  /** Each month is a page, the first of them 0. */
  readonly page: number;
}

/** Weekdays off and weekend days worked, by year, as a decree names them. */
export type Decrees = Readonly<Record<string, { readonly off: readonly string[]; readonly makeup: readonly string[] }>>;

/** Weekdays off that the law gives in the years of the almanac without a decree, written down by hand from a wall calendar. */
const BY_LAW: Readonly<Record<string, string>> = {
  // Tết Tuesday 5/2, the Sunday before it given back on Friday; Hùng Kings Sunday 14/4
  2019: '01-01 02-04 02-05 02-06 02-07 02-08 04-15 04-30 05-01 09-02',
  // Tết Saturday 25/1
  2020: '01-01 01-23 01-24 01-27 01-28 01-29 04-02 04-30 05-01 09-02',
  // Tết Friday 12/2; Labour Day a Saturday; 2/9 a Thursday, from now on with a second day
  2021: '01-01 02-10 02-11 02-12 02-15 02-16 04-21 04-30 05-03 09-02 09-03',
  // Tết Tuesday 17/2; Hùng Kings a Sunday; from now on with 24/11
  2026: '01-01 02-16 02-17 02-18 02-19 02-20 04-27 04-30 05-01 09-01 09-02 11-24',
  // Tết Saturday 6/2; Labour Day a Saturday; 2/9 a Thursday
  2027: '01-01 02-04 02-05 02-08 02-09 02-10 04-16 04-30 05-03 09-02 09-03 11-24',
  // New Year a Saturday; Tết Wednesday 26/1; 30/4 a Sunday; 2/9 a Saturday
  2028: '01-03 01-24 01-25 01-26 01-27 01-28 04-04 05-01 05-02 09-01 09-04 11-24',
  // Tết Tuesday 13/2; 1/9 and 2/9 a week-end; 24/11 a Saturday
  2029: '01-01 02-12 02-13 02-14 02-15 02-16 04-23 04-30 05-01 09-03 09-04 11-26',
};

const DAY_MS = 86_400_000;
const FIRST_YEAR = 2019;

/** The almanac of 2019 to 2029; positions are indices of `days`. */
export class Almanac {
  readonly days: readonly AlmanacDay[];
  private readonly positions: ReadonlyMap<string, number>;
  /** Where each page begins, and where the last one ends. */
  private readonly pages: readonly number[];

  constructor(decrees: Decrees) {
    const days: AlmanacDay[] = [];
    for (let ms = Date.UTC(FIRST_YEAR, 0, 1); ms <= Date.UTC(2029, 11, 31); ms += DAY_MS)
      days.push(lineOf(new Date(ms), decrees));
    this.days = days;
    this.pages = [...days.flatMap(({ day }, position) => (day === 1 ? [position] : [])), days.length];
    this.positions = new Map(days.map(({ text }, position) => [text, position]));
  }

  position(text: string): number {
    const found = this.positions.get(text);
    if (found === undefined) throw new RangeError(`${text} is not in the almanac`);
    return found;
  }

  line(position: number): AlmanacDay {
    const found = this.days[position];
    if (!found) throw new RangeError(`line ${position} is not in the almanac`);
    return found;
  }

  /** The Nth worked day after a line, or before it; the line itself does not count. */
  workedAfter(position: number, count: number): number {
    let at = position;
    for (let left = Math.abs(count); left > 0; ) {
      at += Math.sign(count);
      if (this.line(at).isWorked) left -= 1;
    }
    return at;
  }

  /** Turns as many pages, then goes down the page to the same day, or to its last line. */
  sameDayMonthsLater(position: number, months: number): number {
    const { page, day } = this.line(position);
    return this.onPage(page + months, day);
  }

  /** Day N of the month that a line lies in, or the last line of that month. */
  dayOfMonthOf(position: number, day: number): number {
    return this.onPage(this.line(position).page, day);
  }

  private onPage(page: number, day: number): number {
    const [first, next] = [this.pages[page], this.pages[page + 1]];
    if (first === undefined || next === undefined) throw new RangeError(`page ${page} is not in the almanac`);
    return Math.min(first + day, next) - 1;
  }
}

function lineOf(date: Date, decrees: Decrees): AlmanacDay {
  const text = date.toISOString().slice(0, 10);
  const weekday = date.getUTCDay() === 0 ? 7 : date.getUTCDay();
  const decree = decrees[text.slice(0, 4)];
  const isOff = decree ? decree.off.includes(text) : (BY_LAW[text.slice(0, 4)] ?? '').split(' ').includes(text.slice(5));
  const isWorked = weekday <= 5 ? !isOff : (decree?.makeup.includes(text) ?? false);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + 1];
  return { text, year, month, day: date.getUTCDate(), weekday, isWorked, page: (year - FIRST_YEAR) * 12 + month - 1 };
}
