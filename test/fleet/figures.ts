import type { LocalDate, RegimeRule, ReportState, UnitId } from '#engine';
import { endOf, type Streams } from './ends.js';
import type { Lived } from './life.js';
import { naiveFigures, type Figures } from './naive-figures.js';

/** True where a regime asks for figures of each day or week. */
export const isOfDays = ({ periods }: RegimeRule): boolean => periods.includes('D') || periods.includes('W');

/** Whoever reports daily or weekly owes each report of the months that have begun, once, by its own day and hour, and no other. */
export function figures(lived: Lived, streams: Streams): readonly string[] {
  const { plans, root, house, until } = lived;
  const rules = plans.get(root);
  const regime = rules?.regimes.find(isOfDays);
  if (!rules || !regime) return [];
  const { horizon, plan } = rules;
  const days = { issuedOn: plan.issuedOn, horizon, until: until.slice(0, 10) as LocalDate, over: endOf(root, streams) };
  const all = new Map(naiveFigures(regime, days).map((each) => [`${regime.id}@${each.label}`, each]));
  return [...house.mirror.unitPlans.values()].flatMap(({ state: { unit, reports } }) => {
    const held = [...reports.values()].filter((report) => report.regime === regime.id && !report.consolidated);
    return [...held.flatMap((report) => misdated(unit, report, all)), ...miscounted(unit, held, { all, regime, lived })];
  });
}

/** Of each unit that has kept its own from the beginning. */
function miscounted(
  unit: UnitId,
  held: readonly ReportState[],
  { all, regime, lived }: { readonly all: ReadonlyMap<string, Figures>; readonly regime: RegimeRule; readonly lived: Lived },
): readonly string[] {
  const { world, ended, heirs } = lived;
  const own = world.units.find(({ id }) => id === unit);
  if (!own || ended.has(unit) || heirs.has(unit)) return [];
  const senders = regime.routes.flatMap(({ from }) => from);
  const owes = senders.some((sender) => sender.kind === 'each' && sender.of.tier === own.tier && sender.of.kind === own.kind);
  const expected = owes ? [...all.keys()].toSorted().join(' ') : '';
  const found = held
    .map(({ id }) => id)
    .toSorted()
    .join(' ');
  return found === expected ? [] : [`${unit} reports ${found}, should report ${expected}`];
}

/** What came over from another unit has the date that it had there. */
function misdated(
  unit: UnitId,
  { id, due, time, generation, inherited = [] }: ReportState,
  all: ReadonlyMap<string, Figures>,
): readonly string[] {
  const expected = all.get(id.replace(/~\d+$/, ''));
  if (!expected) return [`${unit} has ${id}, which nobody asked for`];
  const isInherited = inherited.some((trace) => trace.due === due);
  if (generation > 1 || ((due === expected.due || isInherited) && time === expected.time)) return [];
  return [`${unit}: ${id} is due ${due} ${time}, should be ${expected.due} ${expected.time}`];
}
