import type { Instant, LocalDate } from '../../time/local-date.js';
import type { WorkingCalendar } from '../../time/working-calendar.js';

/** Instants found so far: dropped with the calendar, or the rules, that they were counted with. */
type Known<Rules extends object> = WeakMap<WorkingCalendar, WeakMap<Rules, ByDue>>;

/**
 * Remembers the instants of a whole list of rules by calendar and due date: a country's unit plans share a handful of due dates,
 * and each is looked at many times.
 */
export function knownInstants<Rule>(
  instantOf: (rule: Rule, due: LocalDate, calendar: WorkingCalendar) => Instant,
): (rules: readonly Rule[], due: LocalDate, calendar: WorkingCalendar) => readonly Instant[] {
  const known: Known<readonly Rule[]> = new WeakMap();
  // Whoever asks goes through what is owed under one plan and one calendar: the list that was found last is mostly the next.
  let last: Found<Rule> | undefined;
  return (rules, due, calendar) => {
    if (last?.rules !== rules || last.calendar !== calendar) last = { rules, calendar, byDue: listOf(known, rules, calendar) };
    const { byDue } = last;
    let instants = byDue.get(due);
    if (instants === undefined) {
      instants = rules.map((rule) => instantOf(rule, due, calendar));
      byDue.set(due, instants);
    }
    return instants;
  };
}

type ByDue = Map<LocalDate, readonly Instant[]>;

interface Found<Rule> {
  readonly rules: readonly Rule[];
  readonly calendar: WorkingCalendar;
  readonly byDue: ByDue;
}

function listOf<Rules extends object>(known: Known<Rules>, rules: Rules, calendar: WorkingCalendar): ByDue {
  const lists = known.get(calendar) ?? new WeakMap<Rules, ByDue>();
  known.set(calendar, lists);
  const byDue: ByDue = lists.get(rules) ?? new Map<LocalDate, readonly Instant[]>();
  lists.set(rules, byDue);
  return byDue;
}
