import type { Instant, LocalDate, UnitPlanState } from '#engine';
import { timeliness } from '#read-models';
import type { Timeliness } from '#contracts';

/** How an obligation stands. */
export interface Standing {
  readonly due: LocalDate | null;
  readonly timeliness: Timeliness;
  readonly daysLate: number;
  /** Steps of the ladder and consequences that happened, of all generations. */
  readonly steps: readonly string[];
}

/** What is otherwise for one unit with one obligation. */
export interface Otherness {
  readonly unit: string;
  /** `item 1.2`, `report 1@2022-9M`, `duty 1`. */
  readonly obligation: string;
  /** In the record; null where it is not there. */
  readonly recorded: Standing | null;
  /** In the other course; null where it is not there. */
  readonly otherwise: Standing | null;
}

/** What a course of things comes to. */
export interface Totals {
  readonly unitPlans: number;
  readonly items: number;
  readonly reports: number;
  readonly onTime: number;
  readonly late: number;
  readonly overdue: number;
  readonly escalations: number;
}

type States = ReadonlyMap<string, UnitPlanState>;

/** Everything that stands otherwise, by unit and obligation. */
export function othernesses(recorded: States, otherwise: States, asOf: Instant): readonly Otherness[] {
  const found: Otherness[] = [];
  for (const stream of [...new Set([...recorded.keys(), ...otherwise.keys()])].sort()) {
    const unit = stream.slice(stream.lastIndexOf('/') + 1);
    const [ours, theirs] = [standingsOf(recorded.get(stream), asOf), standingsOf(otherwise.get(stream), asOf)];
    for (const obligation of new Set([...ours.keys(), ...theirs.keys()])) {
      const [before = null, after = null] = [ours.get(obligation), theirs.get(obligation)];
      if (!isSameStanding(before, after)) found.push({ unit, obligation, recorded: before, otherwise: after });
    }
  }
  return found;
}

const isSameStanding = (a: Standing | null, b: Standing | null): boolean =>
  a === b ||
  (a !== null &&
    b !== null &&
    a.due === b.due &&
    a.timeliness === b.timeliness &&
    a.daysLate === b.daysLate &&
    a.steps.join('\n') === b.steps.join('\n'));

const GONE: ReadonlySet<string> = new Set(['cancelled', 'transferred']);

function standingsOf(state: UnitPlanState | undefined, asOf: Instant): ReadonlyMap<string, Standing> {
  const found = new Map<string, Standing>();
  if (!state) return found;
  const steps = Map.groupBy(state.fired, ({ obligation }) => obligation as string);
  const add = (key: string, owed: Owed): void => {
    if (GONE.has(owed.status)) return;
    const { due, time = null, status, submittedAt } = owed;
    const judged = timeliness({ due, dueTime: time, status, submittedAt }, asOf);
    const fired = (steps.get(key) ?? []).map(({ step, generation }) => `${step}#${generation}`).sort();
    found.set(key, { due, ...judged, steps: fired });
  };
  for (const item of state.items.values()) add(`item ${item.id}`, item);
  for (const report of state.reports.values()) add(`report ${report.id}`, report);
  for (const { id, due, fulfilledAt, ended } of state.duties.values()) {
    const status = ended ?? (fulfilledAt === null ? 'owed' : 'fulfilled');
    add(`duty ${id}`, { due, status, submittedAt: fulfilledAt });
  }
  return found;
}

interface Owed {
  readonly due: LocalDate | null;
  readonly time?: string;
  readonly status: string;
  readonly submittedAt: string | null;
}

/** What unit plans come to. */
export function totalsOf(states: States, asOf: Instant): Totals {
  const totals = { unitPlans: states.size, items: 0, reports: 0, onTime: 0, late: 0, overdue: 0, escalations: 0 };
  for (const state of states.values()) {
    totals.escalations += state.fired.length;
    for (const [key, standing] of standingsOf(state, asOf)) {
      if (key.startsWith('item ')) totals.items += 1;
      if (key.startsWith('report ')) totals.reports += 1;
      if (standing.timeliness === 'on-time') totals.onTime += 1;
      if (standing.timeliness === 'late') totals.late += 1;
      if (standing.timeliness === 'overdue') totals.overdue += 1;
    }
  }
  return totals;
}
