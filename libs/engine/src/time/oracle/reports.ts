import type { PeriodicDue, ReportPeriod } from '../../ir/plan-rules.js';
import type { ReportingRule } from '../periods.js';
import type { Almanac } from './almanac.js';
import { naiveSpans, type NaiveSpan } from './recurring.js';

/** Months of the periods that are parts of a year. */
const MONTHS: Readonly<Record<string, readonly number[]>> = {
  Q1: [1, 2, 3],
  Q2: [4, 5, 6],
  Q3: [7, 8, 9],
  Q4: [10, 11, 12],
  H1: [1, 2, 3, 4, 5, 6],
  H2: [7, 8, 9, 10, 11, 12],
  '9M': [1, 2, 3, 4, 5, 6, 7, 8, 9],
  Y: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
};

interface NaiveReport {
  readonly due: number;
  /** By when it must lie before the plan's end: its due date, or, due in the next month, the end of its period. */
  readonly within: number;
  readonly ended: number;
  /** As it is told, once for each of several clock times. */
  readonly said: readonly string[];
}

/** The reports of a regime, found by going through the almanac once; then those that are owed from a day of issue to a horizon. */
export class NaiveReports {
  private readonly reports: readonly NaiveReport[];

  constructor(
    private readonly almanac: Almanac,
    private readonly regime: ReportingRule,
  ) {
    this.reports = regime.periods
      .flatMap((period) => this.spans(period).map((span) => this.report(period, span)))
      .sort((a, b) => a.due - b.due);
  }

  /** As `due label from..until`, in the order of due dates. */
  owed(issuedOn: string, horizon: string): readonly string[] {
    const [issued, last] = [this.almanac.position(issuedOn), this.almanac.position(horizon)];
    return this.reports.flatMap(({ due, within, ended, said }) =>
      due > issued && ended >= issued && within <= last ? said : [],
    );
  }

  private text(position: number): string {
    return this.almanac.line(position).text;
  }

  private spans(period: ReportPeriod): readonly NaiveSpan[] {
    // The windows of the first year begin before the almanac does.
    if (period === 'M') return naiveSpans(this.almanac, 'month').slice(12, -2);
    if (period === 'W') return naiveSpans(this.almanac, 'week').slice(51, -5);
    if (period === 'D') return naiveSpans(this.almanac, 'day').slice(365, -31);
    const months = MONTHS[period] ?? [];
    return naiveSpans(this.almanac, 'year')
      .slice(1, -1)
      .map(({ label, from, until }) => {
        const inside: number[] = [];
        for (let at = from; at <= until; at++) if (months.includes(this.almanac.line(at).month)) inside.push(at);
        return { label: `${label}-${period}`, from: inside[0] ?? 0, until: inside.at(-1) ?? 0 };
      });
  }

  private report(period: ReportPeriod, span: NaiveSpan): NaiveReport {
    const rule = this.regime.periodDues?.[period] ?? this.regime.due;
    const due = this.dueOf(span, rule);
    const cutOff = this.dueOf(span, this.regime.periodDues?.[period] ?? this.regime.cutOff ?? this.regime.due);
    const [from, full] = this.window(period, span);
    const until = cutOff >= from && cutOff < full ? cutOff : full;
    const within = rule.of === 'next' ? span.until : due;
    const times = rule.times && rule.times.length > 1 ? rule.times.map((time) => `T${time}`) : [''];
    const said = times.map((time) => `${this.text(due)} ${span.label}${time} ${this.text(from)}..${this.text(until)}`);
    return { due, within, ended: span.until, said };
  }

  private window(period: ReportPeriod, { from, until }: NaiveSpan): readonly [number, number] {
    const { days, cumulative } = this.regime.window ?? { days: { from: 15, until: 14 } };
    let first = from;
    while (cumulative && this.almanac.line(first).year !== this.almanac.line(until).year) first += 1;
    while (cumulative && !this.text(first).endsWith('-01-01')) first -= 1;
    if (days === 'calendar' || period === 'W' || period === 'D') return [first, until];
    return [
      this.almanac.dayOfMonthOf(this.almanac.sameDayMonthsLater(first, -1), days.from),
      this.almanac.dayOfMonthOf(until, days.until),
    ];
  }

  private dueOf(span: NaiveSpan, rule: PeriodicDue): number {
    const named = this.namedDay(span, rule);
    const names = rule.weekday !== undefined || rule.day > 0;
    return rule.exclusive && names && rule.times === undefined ? named - 1 : named;
  }

  private namedDay({ from, until }: NaiveSpan, rule: PeriodicDue): number {
    if (rule.weekday !== undefined) {
      let at = rule.of === 'next' ? until + 1 : from;
      while (this.almanac.line(at).weekday !== rule.weekday) at += 1;
      return at;
    }
    if (rule.day === 0) return until;
    if (rule.month !== undefined) return this.inMonth(until, rule.month, rule.day);
    if (rule.of === 'first') return this.almanac.dayOfMonthOf(from, rule.day);
    return this.almanac.dayOfMonthOf(rule.of === 'next' ? this.almanac.sameDayMonthsLater(until, 1) : until, rule.day);
  }

  /** Day N of a month of the year in which a line lies. */
  private inMonth(near: number, month: number, day: number): number {
    const { year } = this.almanac.line(near);
    const first = this.almanac.days.findIndex((line) => line.year === year && line.month === month);
    return this.almanac.dayOfMonthOf(first, day);
  }
}
