import type { Addressee, PeriodicDue, RegimeRule, ReportRoute, Via } from '../ir/plan-rules.js';
import type { Directory, UnitId } from '../ir/directory.js';
import type { LocalDate } from '../time/local-date.js';
import { periodWindow, reportingPeriods } from '../time/periods.js';
import type { DerivedReport, ReportId } from '../unit-plan/events.js';
import type { Resolver } from './assignment.js';
import type { EffectivePlan } from './effective-plan.js';

/** One report and who owes it. */
export interface OwedReport {
  readonly unit: UnitId;
  readonly report: DerivedReport;
}

interface Work {
  readonly directory: Directory;
  readonly resolve: Resolver;
}

/**
 * Every report that a regime asks of the units below the plan's issuer, one per unit and period, and those that sum them up.
 * A report due on or before the day of issue is not owed, nor is it an input of the report that sums it up.
 */
export function reportsOf(plan: EffectivePlan, regime: RegimeRule, work: Work): readonly OwedReport[] {
  const stems = new Map(regime.routes.map((route) => [route, stemsOf(plan, regime, route.due)]));
  const sent = sendersOf(regime, plan.rules.plan.issuer, work).flatMap((sender) =>
    (stems.get(sender.route) ?? []).map((stem) => ({ sender, stem })),
  );
  const inputs = new Map<string, UnitId[]>();
  for (const { sender, stem } of sent) {
    const key = inputKey(stem.id, sender.to);
    const known = inputs.get(key);
    if (known) known.push(sender.unit);
    else inputs.set(key, [sender.unit]);
  }
  const single = sent.map(({ sender: { unit, to, via, route }, stem }): OwedReport => {
    const copies = route.copies.flatMap((copy) => addressee(copy, unit, work.directory) ?? []);
    const rest = { to, via, copies, consolidated: false, inputs: inputs.get(inputKey(stem.id, unit)) ?? [] };
    return { unit, report: { ...stem, ...rest } };
  });
  return [...single, ...consolidations(plan, regime, { inputs, directory: work.directory })];
}

const inputKey = (report: ReportId, to: UnitId): string => `${report} ${to}`;

/** The report that sums up a period takes in what goes to whoever writes it, and to whomever it goes to. */
function consolidations(
  plan: EffectivePlan,
  regime: RegimeRule,
  { inputs, directory }: { inputs: ReadonlyMap<string, readonly UnitId[]>; directory: Directory },
): readonly OwedReport[] {
  const rule = regime.consolidation;
  const to = rule && addressee(rule.to, rule.by, directory);
  if (!rule || !to) return [];
  return stemsOf(plan, regime, rule.due).map((stem) => {
    const all = [...(inputs.get(inputKey(stem.id, rule.by)) ?? []), ...(inputs.get(inputKey(stem.id, to)) ?? [])];
    const due = rule.due && stem.due;
    const summed = { due, to, via: null, copies: [], consolidated: true, inputs: all };
    return { unit: rule.by, report: { ...stem, id: `${stem.id}:all` as ReportId, ...summed } };
  });
}

type Stem = Pick<DerivedReport, 'id' | 'regime' | 'source' | 'period' | 'from' | 'until'> & { readonly due: LocalDate };

/** What all reports of a period share that are due alike. The data window is the regime's, whoever reports and by when. */
function stemsOf({ id: source, rules, prefix }: EffectivePlan, regime: RegimeRule, due: PeriodicDue | null): readonly Stem[] {
  const name = prefix + regime.id;
  const rule = { periods: regime.periods, due: due ?? regime.due };
  return reportingPeriods(rule, rules.plan.issuedOn, rules.horizon).map(({ period, year, due: last }) => ({
    id: `${name}@${year}-${period}` as ReportId,
    regime: name,
    source,
    period,
    ...periodWindow(period, year, regime.due),
    due: last,
  }));
}

interface Sender {
  readonly unit: UnitId;
  readonly to: UnitId;
  readonly via: UnitId | null;
  readonly route: ReportRoute;
}

/** Who sends whom what: the first route that reaches a unit counts for it; nobody reports to itself. */
function sendersOf(regime: RegimeRule, issuer: UnitId, { resolve, directory }: Work): readonly Sender[] {
  const senders = new Map<UnitId, Sender>();
  for (const route of regime.routes) {
    for (const unit of resolve.units(route.from, issuer)) {
      const to = addressee(route.to, unit, directory);
      const isSender = to !== null && to !== unit && !senders.has(unit) && directory.isWithin(unit, issuer);
      if (isSender) senders.set(unit, { unit, to, via: viaUnit(route.via, to, directory), route });
    }
  }
  return [...senders.values()];
}

/** The unit that an addressee means for a sender; null for the superior of a unit that has none. */
export function addressee(to: Addressee, sender: UnitId, directory: Directory): UnitId | null {
  if (to.kind === 'unit') return to.unit;
  return directory.units.get(sender)?.superior ?? null;
}

function viaUnit(via: Via | null, to: UnitId, directory: Directory): UnitId | null {
  if (via === null) return null;
  return via.kind === 'unit' ? via.unit : (directory.local(to, via.name)?.id ?? null);
}
