import type { Addressee, PeriodicDue, RegimeRule, ReportRoute, Via } from '../ir/plan-rules.js';
import type { Directory, UnitId } from '../ir/directory.js';
import { periodWindow, reportingPeriods, type ReportingPeriod } from '../time/periods.js';
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
  const sent = sendersOf(regime, plan.rules.plan.issuer, work).flatMap((sender) =>
    periodsOf(plan, regime, sender.route.due).map((period) => ({ sender, period, id: idOf(plan, regime, period) })),
  );
  const inputs = new Map<string, UnitId[]>();
  for (const { sender, id } of sent) {
    const key = inputKey(id, sender.to);
    const known = inputs.get(key);
    if (known) known.push(sender.unit);
    else inputs.set(key, [sender.unit]);
  }
  const single = sent.map(({ sender: { unit, to, via, route }, period, id }): OwedReport => {
    const copies = route.copies.flatMap((copy) => addressee(copy, unit, work.directory) ?? []);
    const rest = { due: period.due, to, via, copies, consolidated: false, inputs: inputs.get(inputKey(id, unit)) ?? [] };
    return { unit, report: { id, ...stemOf(plan, regime, period), ...rest } };
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
  return periodsOf(plan, regime, rule.due).map((period) => {
    const id = idOf(plan, regime, period);
    const all = [...(inputs.get(inputKey(id, rule.by)) ?? []), ...(inputs.get(inputKey(id, to)) ?? [])];
    const due = rule.due && period.due;
    const summed = { due, to, via: null, copies: [], consolidated: true, inputs: all };
    return { unit: rule.by, report: { id: `${id}:all` as ReportId, ...stemOf(plan, regime, period), ...summed } };
  });
}

const periodsOf = ({ rules }: EffectivePlan, regime: RegimeRule, due: PeriodicDue | null): readonly ReportingPeriod[] =>
  reportingPeriods({ periods: regime.periods, due: due ?? regime.due }, rules.plan.issuedOn, rules.horizon);

const idOf = (plan: EffectivePlan, regime: RegimeRule, { period, year }: ReportingPeriod): ReportId =>
  `${plan.prefix}${regime.id}@${year}-${period}` as ReportId;

/** What all reports of one period share: the data window is the regime's, whoever reports and by when. */
const stemOf = (
  plan: EffectivePlan,
  regime: RegimeRule,
  { period, year }: ReportingPeriod,
): Pick<DerivedReport, 'regime' | 'source' | 'period' | 'from' | 'until'> => ({
  regime: plan.prefix + regime.id,
  source: plan.id,
  period,
  ...periodWindow(period, year, regime.due),
});

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
