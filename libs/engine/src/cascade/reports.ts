import type { ConsolidationRule, RegimeRule, ReportRoute } from '../ir/plan-rules.js';
import type { UnitId } from '../ir/directory.js';
import type { Opening } from '../time/stretches.js';
import type { DerivedReport, ReportId } from '../unit-plan/events.js';
import type { EffectivePlan } from './effective-plan.js';
import type { CascadeContext } from './cascade-context.js';
import type { Resolver } from './assignment.js';
import { addressee, sendersOf, viaUnit, type Sender } from './report-senders.js';
import { stemsOf, type Stem } from './report-stems.js';

export { addressee } from './report-senders.js';

/** One report and who owes it. */
export interface OwedReport {
  readonly unit: UnitId;
  readonly report: DerivedReport;
}

interface Work extends CascadeContext {
  readonly resolve: Resolver;
  /** Which periods are meant; all where nothing is said. */
  readonly opening?: Opening;
}

/**
 * Every report that a regime asks of the units below the plan's issuer, one per unit and period, and those that sum them up.
 * A report due on or before the day of issue is not owed, nor is it an input of the report that sums it up; where all of them fell due
 * so early, there is nothing to sum up.
 */
export function reportsOf(plan: EffectivePlan, regime: RegimeRule, work: Work): readonly OwedReport[] {
  const stems = new Map(regime.routes.map((route) => [route, stemsOf(plan, regime, { ...work, due: route.due })]));
  const senders = sendersOf(plan, regime, work);
  const sent = senders.flatMap((sender) => (stems.get(sender.route) ?? []).map((stem) => ({ sender, stem })));
  const inputs = new Inputs();
  const summable = summableStems(plan, regime, { stems, ...work });
  for (const sender of senders) for (const { id } of summable.get(sender.route) ?? []) inputs.add(id, sender);
  const single = sent.map(({ sender, stem }) => singleReport(sender, stem, { inputs, senders, ...work }));
  return [...single, ...consolidations(plan, regime, { inputs, senders, ...work })];
}

/**
 * What may be an input of what is opened: reports of the same periods, opened now or in another stretch, because they are due earlier
 * or later than what sums them up.
 */
function summableStems(
  plan: EffectivePlan,
  regime: RegimeRule,
  { stems, calendar, opening }: Work & { readonly stems: ReadonlyMap<ReportRoute, readonly Stem[]> },
): ReadonlyMap<ReportRoute, readonly Stem[]> {
  if (opening === undefined) return stems;
  const sums = consolidationRules(regime).flatMap(({ due }) => stemsOf(plan, regime, { due, calendar, opening }));
  const meant = new Set([...stems.values(), sums].flatMap((each) => each.map(({ id }) => dayOf(id))));
  const all = regime.routes.map((route) => [route, stemsOf(plan, regime, { due: route.due, calendar })] as const);
  return new Map(all.map(([route, each]) => [route, each.filter(({ id }) => meant.has(dayOf(id)))]));
}

/** Who sends their report of a period to whom. A consolidation of a day takes in what was sent at each hour of it. */
class Inputs {
  private readonly known = new Map<string, Set<UnitId>>();

  add(report: ReportId, { unit, to }: Sender): void {
    for (const id of new Set([report, dayOf(report)])) {
      const key = `${id} ${to}`;
      const units = this.known.get(key) ?? new Set();
      this.known.set(key, units);
      units.add(unit);
    }
  }

  sentTo(report: ReportId, to: UnitId): readonly UnitId[] {
    return [...(this.known.get(`${report} ${to}`) ?? this.known.get(`${dayOf(report)} ${to}`) ?? [])];
  }
}

const dayOf = (report: ReportId): string => report.replace(/T\d\d:\d\d$/, '');

interface Summing extends Work {
  readonly inputs: Inputs;
  readonly senders: readonly Sender[];
}

function singleReport({ unit, to, via, viaNext, route }: Sender, stem: Stem, { inputs, directory }: Summing): OwedReport {
  const report: DerivedReport = {
    ...stem,
    ...(route.to.kind === 'sector' ? { id: `${stem.id}>${to}` as ReportId } : {}),
    to,
    via,
    copies: route.copies.flatMap((copy) => addressee(copy, unit, directory) ?? []),
    consolidated: false,
    inputs: inputs.sentTo(stem.id, unit),
    ...(viaNext.length === 0 ? {} : { viaNext }),
    ...(route.into === undefined ? {} : { into: route.into }),
  };
  return { unit, report };
}

/**
 * The report that sums up a period takes in what goes to whoever writes it, and to whomever it goes to. One further up the chain
 * takes in, besides, the one below it.
 */
function consolidations(plan: EffectivePlan, regime: RegimeRule, work: Summing): readonly OwedReport[] {
  const summed = new Set<ReportId>();
  return consolidationRules(regime).flatMap((rule, level, rules) =>
    summedUp(plan, regime, { rule, level, below: rules[level - 1]?.by ?? null, summed, ...work }),
  );
}

/** From the lowest up. */
export const consolidationRules = ({ consolidation, chain = [] }: RegimeRule): readonly ConsolidationRule[] =>
  consolidation ? [consolidation, ...chain] : [];

interface Level extends Summing {
  readonly rule: ConsolidationRule;
  readonly level: number;
  /** Who writes the report below in the chain. */
  readonly below: UnitId | null;
  /** Periods that are summed up at a lower level. */
  readonly summed: Set<ReportId>;
}

/**
 * True of the periods for which nobody has anything to send any more: all that goes to whoever sums up was due by the plan's issue.
 * Where nobody is meant to send anything, none is past.
 */
function pastFor(plan: EffectivePlan, regime: RegimeRule, { rule, to, senders, calendar }: Level & { readonly to: UnitId }) {
  const routes = new Set(senders.flatMap((sender) => (sender.to === rule.by || sender.to === to ? [sender.route] : [])));
  const owed = new Set([...routes].flatMap(({ due }) => stemsOf(plan, regime, { due, calendar }).map(({ id }) => dayOf(id))));
  return (id: ReportId): boolean => routes.size > 0 && !owed.has(dayOf(id));
}

function summedUp(plan: EffectivePlan, regime: RegimeRule, of: Level): readonly OwedReport[] {
  const { rule, level, below, inputs, directory } = of;
  const to = addressee(rule.to, rule.by, directory);
  if (!to) return [];
  const via = viaUnit(rule.via ?? null, to, directory);
  const copies = (rule.copies ?? []).flatMap((copy) => addressee(copy, rule.by, directory) ?? []);
  const isPast = pastFor(plan, regime, { ...of, to });
  const stems = stemsOf(plan, regime, { ...of, due: rule.due }).filter(({ id }) => {
    const isOwed = of.summed.has(id) || !isPast(id);
    if (isOwed) of.summed.add(id);
    return isOwed;
  });
  return stems.map(({ time, ...stem }) => {
    const sent = [...inputs.sentTo(stem.id, rule.by), ...inputs.sentTo(stem.id, to)];
    const all = below === null ? sent : [below, ...sent.filter((unit) => unit !== below)];
    // "As regulated" is no date, and no hour.
    const dated = rule.due === null ? { due: null } : { due: stem.due, ...(time === undefined ? {} : { time }) };
    const summed = { ...dated, to, via, copies, consolidated: true, inputs: [...new Set(all)] };
    return { unit: rule.by, report: { ...stem, id: `${stem.id}:all${level === 0 ? '' : level + 1}` as ReportId, ...summed } };
  });
}
