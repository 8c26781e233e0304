import type { CascadeWrite, Directory, Obligations, PlanRules } from '#engine';
import type { Preview, PreviewCounts } from './preview-rules.query.js';

/** The obligations that a write of a cascade adds. */
export const addedBy = ({ event }: CascadeWrite): Obligations =>
  event.type === 'UnitPlanDerived' ? event.data : event.data.added;

/** Totals over a cascade, by tier, by kind of deadline and by day. */
export function countsOf(
  cascade: readonly CascadeWrite[],
  directory: Directory,
): Omit<Preview, 'hash' | 'plan' | 'diagnostics' | 'open' | 'units'> {
  const added = cascade.map(addedBy);
  const items = added.flatMap((obligations) => obligations.items);
  const derived = cascade.filter(({ before }) => before === null).length;
  return {
    derived,
    replaced: cascade.length - derived,
    items: items.length,
    reports: sum(added.map(({ reports }) => reports.length)),
    duties: sum(added.map(({ duties }) => duties.length)),
    byTier: byTier(cascade, directory),
    byDeadlineKind: Object.fromEntries(
      Map.groupBy(items, ({ kind }) => kind)
        .entries()
        .map(([kind, group]) => [kind, group.length]),
    ),
    dueByDay: dueByDay(added),
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

function byTier(cascade: readonly CascadeWrite[], directory: Directory): Readonly<Record<string, PreviewCounts>> {
  const tiers = Map.groupBy(cascade, ({ unit }) => directory.units.get(unit)?.tier ?? 'unknown');
  return Object.fromEntries(
    tiers.entries().map(([tier, writes]) => [
      tier,
      {
        unitPlans: writes.length,
        items: sum(writes.map((write) => addedBy(write).items.length)),
        reports: sum(writes.map((write) => addedBy(write).reports.length)),
      },
    ]),
  );
}

function dueByDay(added: readonly Obligations[]): Preview['dueByDay'] {
  const days = new Map<string, { items: number; reports: number }>();
  const count = (day: string | null, kind: 'items' | 'reports'): void => {
    if (day === null) return;
    const counted = days.get(day) ?? { items: 0, reports: 0 };
    counted[kind] += 1;
    days.set(day, counted);
  };
  for (const { items, reports } of added) {
    for (const { due } of items) count(due, 'items');
    for (const { due } of reports) count(due, 'reports');
  }
  return [...days].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([day, counts]) => ({ day, ...counts }));
}

/** Actors that a text leaves open. */
export const openActors = (rules: PlanRules): Preview['open'] =>
  rules.tasks.flatMap(({ no, leads, supports }) => [
    ...leads.flatMap((actor) => (actor.kind === 'open' ? [{ task: no, role: 'lead' as const, text: actor.text }] : [])),
    ...supports.flatMap((actor) => (actor.kind === 'open' ? [{ task: no, role: 'support' as const, text: actor.text }] : [])),
  ]);
