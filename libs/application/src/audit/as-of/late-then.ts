import type { LateEntry, LateList, LateStep } from '#contracts';
import { isPast, type ClockTime, type Instant, type LocalDate, type UnitPlanState } from '#engine';
import { escalationRows, planView, type EscalationRow } from '#read-models';
import type { PlanMoment, UnitPlanThen } from './plan-moment.js';
import { countedPlan, following } from './scope.js';

/** Most entries of a list: those who are latest. They are all on one page. */
const MOST = 1000;
const DAY_MS = 86_400_000;

const OPEN_ITEM: ReadonlySet<string> = new Set(['assigned', 'received', 'in-progress', 'returned']);
const OPEN_REPORT: ReadonlySet<string> = new Set(['expected', 'returned']);

/** Who was late under a plan as of a moment, the longest first, and what had been done about it. @throws NotFound */
export async function lateListAsOf(moment: PlanMoment, plan: string, asOf: string): Promise<LateList> {
  let late: readonly LateEntry[] = [];
  let total = 0;
  for await (const then of following(moment, plan)) {
    const own = lateOf(moment, then, asOf);
    total += own.length;
    if (own.length > 0) late = [...late, ...own].sort(longest).slice(0, MOST);
  }
  return { plan: planView(await countedPlan(moment, plan), moment), asOf, total, late, next: null };
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
const longest = (a: LateEntry, b: LateEntry): number =>
  b.daysLate - a.daysLate || compare(a.due, b.due) || compare(a.unit.id, b.unit.id) || compare(a.obligation, b.obligation);

interface Owed {
  readonly obligation: string;
  readonly due: string;
  readonly time: string | null;
  readonly title: string | null;
  readonly generation: number;
}

function lateOf(moment: PlanMoment, { state, events }: UnitPlanThen, asOf: string): readonly LateEntry[] {
  const due = owedIn(moment, state).filter((each) =>
    isPast(each.due as LocalDate, (each.time ?? undefined) as ClockTime | undefined, asOf as Instant),
  );
  if (due.length === 0) return [];
  const steps = escalationRows(state, events).filter(({ at }) => at.slice(0, 10) <= asOf.slice(0, 10));
  return due.map(({ obligation, due: day, time, title, generation }) => ({
    unit: moment.unit(state.unit),
    obligation,
    title,
    due: day,
    dueTime: time,
    daysLate: (Date.parse(`${asOf.slice(0, 10)}T00:00:00Z`) - Date.parse(`${day}T00:00:00Z`)) / DAY_MS,
    steps: stepsOf(steps, obligation, generation),
    explanation: explanationOf(state, `explain:${obligation}#${generation}`),
  }));
}

/** What is in nobody else's hands and not in. */
const owedIn = (moment: PlanMoment, { items, reports, duties }: UnitPlanState): readonly Owed[] => [
  ...[...items.values()]
    .filter(({ status }) => OPEN_ITEM.has(status))
    .flatMap(({ id, task, source, ...item }) => owed(`item ${id}`, item, moment.title({ task, source }))),
  ...[...reports.values()]
    .filter(({ status }) => OPEN_REPORT.has(status))
    .flatMap(({ id, ...report }) => owed(`report ${id}`, report)),
  ...[...duties.values()]
    .filter(({ fulfilledAt, ended }) => fulfilledAt === null && ended === null)
    .flatMap(({ id, due }) => owed(`duty ${id}`, { due, generation: 1 })),
];

const owed = (
  obligation: string,
  { due, time = null, generation }: { readonly due: string | null; readonly time?: string | null; readonly generation: number },
  title: string | null = null,
): readonly Owed[] => (due === null ? [] : [{ obligation, due, time, title, generation }]);

const stepsOf = (rows: readonly EscalationRow[], obligation: string, generation: number): readonly LateStep[] =>
  rows
    .filter((row) => row.obligation === obligation && row.generation === generation)
    .toSorted((a, b) => compare(a.at, b.at) || compare(a.step, b.step))
    .map(({ step, at, actions }) => ({ step, at, actions: JSON.parse(actions) as LateStep['actions'] }));

function explanationOf({ items }: UnitPlanState, id: string): LateEntry['explanation'] {
  const item = items.get(id as never);
  return item ? { item: item.id, due: item.due, status: item.status, submittedAt: item.submittedAt } : null;
}
