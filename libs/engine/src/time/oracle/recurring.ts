import type { DeadlineRule, RecurringPoint, Rhythm } from '../../ir/deadline-rule.js';
import type { Almanac, AlmanacDay } from './almanac.js';

/** A period, as positions in the almanac, both days in it. */
export interface NaiveSpan {
  readonly label: string;
  readonly from: number;
  readonly until: number;
}

/** How to see that a period begins on a line. */
const BEGINS: Readonly<Record<Rhythm, (line: AlmanacDay) => boolean>> = {
  day: () => true,
  week: ({ weekday }) => weekday === 1,
  month: ({ day }) => day === 1,
  quarter: ({ day, month }) => day === 1 && [1, 4, 7, 10].includes(month),
  half: ({ day, month }) => day === 1 && [1, 7].includes(month),
  year: ({ day, month }) => day === 1 && month === 1,
};

/** Every whole period of a rhythm in the almanac, in order. */
export function naiveSpans(almanac: Almanac, every: Rhythm): readonly NaiveSpan[] {
  const starts = almanac.days.flatMap((line, position) => (BEGINS[every](line) ? [position] : []));
  starts.push(almanac.days.length);
  return starts.slice(0, -1).flatMap((from, index) => {
    const until = (starts[index + 1] ?? 0) - 1;
    const isWhole = every !== 'week' || until - from === 6;
    return isWhole ? [{ label: labelOf(almanac, every, from), from, until }] : [];
  });
}

function labelOf(almanac: Almanac, every: Rhythm, from: number): string {
  const { text, year, month } = almanac.line(from);
  switch (every) {
    case 'day':
      return text;
    case 'week':
      return weekLabel(almanac, from + 3);
    case 'month':
      return `${year}-${text.slice(5, 7)}`;
    case 'quarter':
      return `${year}-Q${Math.ceil(month / 3)}`;
    case 'half':
      return `${year}-H${Math.ceil(month / 6)}`;
    case 'year':
      return `${year}`;
  }
}

/** A week has the year of its Thursday, and as its number how many Thursdays that year has had. */
function weekLabel(almanac: Almanac, thursday: number): string {
  const { year } = almanac.line(thursday);
  let number = 0;
  for (let at = thursday; at >= 0 && almanac.line(at).year === year; at -= 7) number += 1;
  return `${year}-W${number < 10 ? '0' : ''}${number}`;
}

type Recurring = DeadlineRule & { readonly kind: 'recurring' };

interface Found {
  readonly label: string;
  readonly due: number;
  /** The period must begin on or after the day of issue and end by the horizon; a named day must come after the one, by the other. */
  readonly begins: number;
  readonly ends: number;
}

/** Occurrences as `label due`, in order, by looking at each period and each line of the almanac in turn. */
export class NaiveRecurrence {
  private readonly found: readonly (Found & { readonly said: readonly string[] })[];

  constructor(
    private readonly almanac: Almanac,
    private readonly rule: Recurring,
  ) {
    const { times = [], event } = rule;
    this.found = this.points().map((point) => {
      const day = event === undefined ? almanac.line(point.due).text : 'null';
      const labels = times.length > 1 ? times.map((time) => `${point.label}T${time}`) : [point.label];
      return { ...point, said: labels.map((label) => `${label} ${day}`) };
    });
  }

  between(issuedOn: string, horizon: string): readonly string[] {
    const [first, last] = [this.almanac.position(issuedOn), this.almanac.position(horizon)];
    return this.found.flatMap(({ begins, ends, said }) => (begins >= first && ends <= last ? said : []));
  }

  private points(): readonly Found[] {
    const { at, every } = this.rule;
    if (at?.kind === 'dates') return this.named(at);
    if (at?.kind === 'season') return this.seasons(at);
    // What the last periods of the almanac name may lie beyond it.
    return naiveSpans(this.almanac, every)
      .filter(({ until }) => this.almanac.line(until).year < 2029)
      .map((span) => ({ label: span.label, due: this.pointOf(span, at), begins: span.from, ends: span.until }));
  }

  private pointOf({ from, until }: NaiveSpan, at: RecurringPoint | undefined): number {
    if (at?.kind === 'month-day') {
      const near = at.of === 'first' ? from : until;
      const month = at.of === 'next' ? this.almanac.sameDayMonthsLater(near, 1) : near;
      return this.dayBefore(this.almanac.dayOfMonthOf(month, at.day), at.exclusive);
    }
    if (at?.kind !== 'weekday') return until;
    let day = from;
    while (this.almanac.line(day).weekday !== at.weekday) day += 1;
    return this.dayBefore(day, at.exclusive);
  }

  private dayBefore(day: number, exclusive: boolean): number {
    return Math.max(0, exclusive && this.rule.times === undefined ? day - 1 : day);
  }

  private named({ dates, exclusive }: RecurringPoint & { kind: 'dates' }): readonly Found[] {
    return naiveSpans(this.almanac, 'month')
      .slice(0, -1)
      .flatMap(({ from }) =>
        dates
          .filter(({ month }) => month === this.almanac.line(from).month)
          .map(({ day }) => this.almanac.dayOfMonthOf(from, day)),
      )
      .sort((a, b) => a - b)
      .map((day) => {
        const due = this.dayBefore(day, exclusive);
        return { label: this.almanac.line(day).text, due, begins: due - 1, ends: due };
      });
  }

  private seasons(at: RecurringPoint & { kind: 'season' }): readonly Found[] {
    const months = naiveSpans(this.almanac, 'month');
    const monthOf = ({ from }: NaiveSpan): number => this.almanac.line(from).month;
    return months.flatMap((first, index) => {
      if (monthOf(first) !== at.from) return [];
      const last = months.slice(index, index + 12).find((month) => monthOf(month) === at.until);
      if (!last) return [];
      const [year, mm] = first.label.split('-');
      const label = first === last ? first.label : `${year}-${mm}..${last.label.slice(5)}`;
      return [{ label, due: last.until, begins: first.from, ends: last.until }];
    });
  }
}
