import { dueOfSpan, periodSpans, yearOf, type LocalDate, type PeriodicDue, type ReportPeriod } from '#engine';
import type { DueNode, RegimeNode, RouteNode } from '../ast/nodes.js';
import type { Deadlines } from './deadlines.js';
import { periodicPeriods, reportPeriods } from './periods.js';
import { clause, type Reading } from './reading.js';

/** When inputs are due no earlier than what sums them up; clock times where they are on one day. */
export interface Clash {
  readonly inputDay: LocalDate;
  readonly day: LocalDate;
  readonly inputAt: string | null;
  readonly at: string | null;
}

interface Due {
  readonly day: LocalDate;
  /** The clock time by which the last report of the day is due. */
  readonly until: string;
}

const END_OF_DAY = '24:00';
const timeOf = ({ until }: Due): string | null => (until === END_OF_DAY ? null : until);

/** The due dates of the reports of one regime, for comparison. */
export class RegimeDues {
  private readonly own: PeriodicDue | undefined;
  private readonly periods: readonly ReportPeriod[];
  private readonly byPeriod = new Map<ReportPeriod, PeriodicDue>();

  constructor(
    regime: RegimeNode,
    private readonly against: { readonly reading: Reading; readonly deadlines: Deadlines },
  ) {
    const entries = clause(regime.clauses, 'periods')?.entries ?? [];
    const among = entries.map(({ period }) => period);
    this.own = this.read(clause(regime.clauses, 'due')?.due);
    this.periods = periodicPeriods(entries);
    for (const { period, due } of entries) {
      const read = this.read(due);
      if (read) for (const each of reportPeriods(period, among)) this.byPeriod.set(each, read);
    }
  }

  /** The first period whose inputs are due no earlier than what sums them up: on a later day, or no earlier on the same one. */
  clash(inputs: RouteNode, above: RouteNode): Clash | undefined {
    for (const period of this.periods) {
      const [input, sum] = [this.dueOf(inputs, period), this.dueOf(above, period)];
      if (input === undefined || sum === undefined || input.day < sum.day) continue;
      if (input.day === sum.day && input.until < sum.until) continue;
      return { inputDay: input.day, day: sum.day, inputAt: timeOf(input), at: timeOf(sum) };
    }
    return undefined;
  }

  /** In the year of issue; of weeks and days, the first. */
  private dueOf(route: RouteNode, period: ReportPeriod): Due | undefined {
    const rule = this.read(route.due[0]) ?? this.byPeriod.get(period) ?? this.own;
    const { issuedOn } = this.against.reading;
    const [span] = issuedOn ? periodSpans(period, yearOf(issuedOn)) : [];
    return rule && span && { day: dueOfSpan(span, rule), until: rule.times?.toSorted().at(-1) ?? END_OF_DAY };
  }

  private read(due: DueNode | null | undefined): PeriodicDue | undefined {
    const read = due && this.against.deadlines.periodic(due);
    return read && 'value' in read ? read.value : undefined;
  }
}
