import type { Instant, LocalDate } from '../../time/local-date.js';
import type { WorkingCalendar } from '../../time/working-calendar.js';

/** Instants found so far: dropped with the calendar, or the rules, that they were counted with. */
type Known<Rules extends object> = WeakMap<WorkingCalendar, WeakMap<Rules, Map<LocalDate, readonly Instant[]>>>;

/**
 * Remembers the instants of a whole list of rules by calendar and due date: a country's unit plans share a handful of due dates,
 * and each is looked at many times.
 */
export function knownInstants<Rule>(
  instantOf: (rule: Rule, due: LocalDate, calendar: WorkingCalendar) => Instant,
): (rules: readonly Rule[], due: LocalDate, calendar: WorkingCalendar) => readonly Instant[] {
  const known: Known<readonly Rule[]> = new WeakMap();
  return (rules, due, calendar) => {
    const lists = known.get(calendar) ?? new WeakMap<readonly Rule[], Map<LocalDate, readonly Instant[]>>();
    known.set(calendar, lists);
    const byDue = lists.get(rules) ?? new Map<LocalDate, readonly Instant[]>();
    lists.set(rules, byDue);
    const instants = byDue.get(due) ?? rules.map((rule) => instantOf(rule, due, calendar));
    byDue.set(due, instants);
    return instants;
  };
}
