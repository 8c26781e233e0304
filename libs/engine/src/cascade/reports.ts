import type { Addressee, ConsolidationRule, PeriodicDue, RegimeRule, ReportPeriod, ReportRoute, Via } from '../ir/plan-rules.js';
import type { Directory, UnitId } from '../ir/directory.js';
import type { LocalDate } from '../time/local-date.js';
import { assertNever, dueDate } from '../time/due-date.js';
import { reportingPeriods } from '../time/periods.js';
import type { WorkingCalendar } from '../time/working-calendar.js';
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
  readonly calendar: WorkingCalendar;
  readonly resolve: Resolver;
}

/**
 * Every report that a regime asks of the units below the plan's issuer, one per unit and period, and those that sum them up.
 * A report due on or before the day of issue is not owed, nor is it an input of the report that sums it up.
 */
export function reportsOf(plan: EffectivePlan, regime: RegimeRule, work: Work): readonly OwedReport[] {
  const stems = new Map(
    regime.routes.map((route) => [route, stemsOf(plan, regime, { due: route.due, calendar: work.calendar })]),
  );
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
  return [...single, ...consolidations(plan, regime, { inputs, ...work })];
}

const inputKey = (report: ReportId, to: UnitId): string => `${report} ${to}`;

interface Summing extends Work {
  readonly inputs: ReadonlyMap<string, readonly UnitId[]>;
}

/**
 * The report that sums up a period takes in what goes to whoever writes it, and to whomever it goes to. One further up the chain
 * takes in, besides, the one below it.
 */
function consolidations(plan: EffectivePlan, regime: RegimeRule, work: Summing): readonly OwedReport[] {
  const rules = regime.consolidation ? [regime.consolidation, ...(regime.chain ?? [])] : [];
  return rules.flatMap((rule, level) => summedUp(plan, regime, { rule, level, below: rules[level - 1]?.by ?? null, ...work }));
}

interface Level extends Summing {
  readonly rule: ConsolidationRule;
  readonly level: number;
  /** Who writes the report below in the chain. */
  readonly below: UnitId | null;
}

function summedUp(plan: EffectivePlan, regime: RegimeRule, of: Level): readonly OwedReport[] {
  const { rule, level, below, inputs, directory, calendar } = of;
  const to = addressee(rule.to, rule.by, directory);
  if (!to) return [];
  const via = viaUnit(rule.via ?? null, to, directory);
  const copies = (rule.copies ?? []).flatMap((copy) => addressee(copy, rule.by, directory) ?? []);
  return stemsOf(plan, regime, { due: rule.due, calendar }).map((stem) => {
    const sent = [...(inputs.get(inputKey(stem.id, rule.by)) ?? []), ...(inputs.get(inputKey(stem.id, to)) ?? [])];
    const all = below === null ? sent : [below, ...sent.filter((unit) => unit !== below)];
    const due = rule.due && stem.due;
    const summed = { due, to, via, copies, consolidated: true, inputs: all };
    return { unit: rule.by, report: { ...stem, id: `${stem.id}:all${level === 0 ? '' : level + 1}` as ReportId, ...summed } };
  });
}

type Stem = Pick<DerivedReport, 'id' | 'regime' | 'source' | 'period' | 'from' | 'until'> & { readonly due: LocalDate };

interface By {
  /** Null: the regime's own. */
  readonly due: PeriodicDue | null;
  readonly calendar: WorkingCalendar;
}

/** What all reports of a period share that are due alike. The data window is the regime's, whoever reports and by when. */
function stemsOf(plan: EffectivePlan, regime: RegimeRule, by: By): readonly Stem[] {
  const { id: source, rules, prefix } = plan;
  const name = prefix + regime.id;
  // A date of its own goes before what the regime says of single periods.
  const dues = by.due ? { due: by.due, cutOff: regime.due } : { due: regime.due, ...pick(regime, 'periodDues') };
  const rule = { periods: regime.periods, ...pick(regime, 'window'), ...dues };
  const periodic = reportingPeriods(rule, rules.plan.issuedOn, rules.horizon).map(
    ({ period, label, due, from, until }): Stem => ({
      id: `${name}@${label}` as ReportId,
      regime: name,
      source,
      period,
      from: earlier(from, servedFrom(regime, period, from)),
      until,
      due,
    }),
  );
  return [...periodic, ...oneOffs(plan, regime, by.calendar)];
}

const pick = <T extends object, K extends keyof T>(from: T, key: K): Partial<Pick<T, K>> =>
  from[key] === undefined ? {} : ({ [key]: from[key] } as unknown as Pick<T, K>);

const earlier = (a: LocalDate, b: LocalDate): LocalDate => (a < b ? a : b);

/** A submission that serves a cumulative period as well covers the year so far: from 15 December. */
function servedFrom({ together = [], window }: RegimeRule, period: ReportPeriod, from: LocalDate): LocalDate {
  const isCumulative = together.some(([first, other]) => first === period && CUMULATIVE.has(other));
  if (!isCumulative) return from;
  const year = from.slice(5) >= '12-02' ? Number(from.slice(0, 4)) + 1 : Number(from.slice(0, 4));
  if (window?.days === 'calendar') return `${year}-01-01` as LocalDate;
  return `${year - 1}-12-${String(window?.days.from ?? 15).padStart(2, '0')}` as LocalDate;
}

const CUMULATIVE: ReadonlySet<ReportPeriod> = new Set<ReportPeriod>(['H1', '9M', 'Y']);

/** Reports that sum up the plan, from its issue to their due date. */
function oneOffs(plan: EffectivePlan, { id, oneOff = [] }: RegimeRule, calendar: WorkingCalendar): readonly Stem[] {
  const { issuedOn } = plan.rules.plan;
  const name = plan.prefix + id;
  return oneOff.flatMap(({ period, deadline }): Stem[] => {
    const due = dueDate(deadline, { issuedOn, calendar });
    if (due === null || due <= issuedOn) return [];
    return [{ id: `${name}@${period}` as ReportId, regime: name, source: plan.id, period, from: issuedOn, until: due, due }];
  });
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

/** The unit that an addressee means for a sender; null for the superior of a unit that has none, and where each sector has its own. */
export function addressee(to: Addressee, sender: UnitId, directory: Directory): UnitId | null {
  switch (to.kind) {
    case 'unit':
      return to.unit;
    case 'superior':
      return directory.units.get(sender)?.superior ?? null;
    case 'sector':
      return null;
    default:
      return assertNever(to);
  }
}

function viaUnit(via: Via | null, to: UnitId, directory: Directory): UnitId | null {
  if (via === null) return null;
  return via.kind === 'unit' ? via.unit : (directory.local(to, via.name)?.id ?? null);
}
