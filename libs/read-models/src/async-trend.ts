import { addDays, type LocalDate } from '#engine';
import type { TrendDay, TrendFigures } from '#contracts';
import type { DailyFigureRow, DailyKind } from './async-daily.js';

/** Changes of one kind on one day, over whichever units are asked about. */
export type DaySums = Omit<DailyFigureRow, 'plan' | 'unit'>;

const KINDS = { item: 'items', report: 'reports', duty: 'duties' } as const satisfies Readonly<Record<DailyKind, string>>;
const NOTHING: TrendFigures = { due: 0, onTime: 0, late: 0, open: 0, overdue: 0, escalations: 0 };

interface Span {
  readonly from: LocalDate;
  readonly until: LocalDate;
}

/**
 * The figures of each day of a span, both ends included, from the changes of all days up to its end (at most one for each
 * kind and day).
 */
export function trendDays(changes: readonly DaySums[], { from, until }: Span): TrendDay[] {
  const kinds = (['item', 'report', 'duty'] as const).map((kind) => {
    const own = changes.filter((change) => change.kind === kind);
    return [KINDS[kind], runningFigures(own, { from, until })] as const;
  });
  return daysOf({ from, until }).map((day, index) => {
    const figures = Object.fromEntries(kinds.map(([name, days]) => [name, days[index] ?? NOTHING]));
    return { day, ...figures } as unknown as TrendDay;
  });
}

/** Open and overdue are sums over all that went before. Overdue is what had its last day before the day and is not in at its end. */
function runningFigures(changes: readonly DaySums[], span: Span): TrendFigures[] {
  const byDay = new Map(changes.map((change) => [change.day, change]));
  const earlier = changes.filter(({ day }) => day < span.from);
  let open = sum(earlier, ({ opened }) => opened);
  let unmet = sum(earlier, ({ due, met }) => due - met);
  let madeUp = sum(earlier, ({ made_up }) => made_up);
  return daysOf(span).map((day) => {
    const change = byDay.get(day);
    if (!change) return { ...NOTHING, open, overdue: unmet - madeUp };
    open += change.opened;
    madeUp += change.made_up;
    const overdue = unmet - madeUp;
    unmet += change.due - change.met;
    const { due, on_time: onTime, late, escalations } = change;
    return { due, onTime, late, open, overdue, escalations };
  });
}

const sum = (changes: readonly DaySums[], of: (change: DaySums) => number): number =>
  changes.reduce((total, change) => total + of(change), 0);

function daysOf({ from, until }: Span): LocalDate[] {
  const days: LocalDate[] = [];
  for (let day = from; day <= until; day = addDays(day, 1)) days.push(day);
  return days;
}
