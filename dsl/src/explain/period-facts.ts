import {
  reportingPeriods,
  TIERS,
  type ClockTime,
  type LocalDate,
  type Obligations,
  type RegimeRule,
  type ReportPeriod,
  type ReportRoute,
  type UnitId,
} from '#engine';
import { unitsMeant } from './actors-said.js';
import { leadsOf, type Facts } from './facts.js';

/** One step of the chain of a period: reports to one tier that are due alike, or the one that sums them up. */
export interface ReportFacts {
  /** Who sends it; of several, the first. */
  readonly by: UnitId;
  readonly tos: readonly UnitId[];
  readonly due: LocalDate | null;
  readonly times: readonly ClockTime[];
  readonly isConsolidated: boolean;
  readonly count: number;
  /** Whose reports it sums up. */
  readonly inputs: readonly UnitId[];
}

/** One period of a regime: what its reports cover, and the chain in which they go up. */
export interface PeriodFacts {
  readonly period: ReportPeriod;
  /** `2022-9M`, `2022-07`. */
  readonly label: string;
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly reports: readonly ReportFacts[];
}

/** The periods of a regime that reports are owed for, in the order of their first due dates. */
export function periodsOf(facts: Facts, regime: RegimeRule): readonly PeriodFacts[] {
  const collector = new Collector(facts, regime);
  for (const [unit, { reports }] of facts.owed) {
    for (const report of reports) if (report.regime === facts.plan.prefix + regime.id) collector.add(unit, report);
  }
  for (const route of regime.routes) if (route.to.kind === 'sector') collector.addSplit(route);
  return collector.periods();
}

type Report = Obligations['reports'][number];
type Step = { -readonly [K in keyof ReportFacts]: ReportFacts[K] };

class Collector {
  private readonly found = new Map<string, Omit<PeriodFacts, 'reports'> & { readonly steps: Map<string, Step> }>();
  private readonly senders = new Set<UnitId>();

  constructor(
    private readonly facts: Facts,
    private readonly regime: RegimeRule,
  ) {}

  add(unit: UnitId, report: Report): void {
    const { period, from, until, due, to, consolidated, inputs } = report;
    if (period === 'request') return;
    if (!consolidated) this.senders.add(unit);
    const label = report.id
      .replace(/^.*@/, '')
      .replace(/(:all\d*|>.*)$/, '')
      .replace(/T\d\d:\d\d$/, '');
    const key = consolidated ? `all ${unit}` : `${due} ${this.rankOf(to)}`;
    const at = this.steps({ period, label, from, until });
    const step = at.get(key);
    if (step) {
      step.count += 1;
      step.tos = [...new Set([...step.tos, to])];
      return;
    }
    const times = consolidated ? [] : this.timesOf(period);
    at.set(key, { by: unit, tos: [to], due, times, isConsolidated: consolidated, count: 1, inputs });
  }

  /** Reports that are split by sector: the engine asks for each part of whom it concerns; what is due when is told all the same. */
  addSplit(route: ReportRoute): void {
    const { rules } = this.facts.plan;
    const units = unitsMeant(route.from, this.facts).filter(({ id }) => !this.senders.has(id));
    const [first] = units;
    if (!first) return;
    const leads = this.facts.plan.tasks.flatMap(({ key }) => leadsOf(this.facts, key).map(({ id }) => id));
    const rule = { ...this.regime, due: route.due ?? this.regime.due };
    for (const { period, label, from, until, due } of reportingPeriods(rule, rules.plan.issuedOn, rules.horizon)) {
      const step = { by: first.id, tos: [...new Set(leads)], due, times: this.timesOf(period), isConsolidated: false };
      this.steps({ period, label, from, until }).set('split', { ...step, count: units.length, inputs: [] });
    }
  }

  periods(): readonly PeriodFacts[] {
    const periods = [...this.found.values()].map(({ steps, ...period }) => ({ ...period, reports: this.inOrder(steps) }));
    return periods.toSorted((a, b) => (firstDue(a) < firstDue(b) ? -1 : 1));
  }

  private steps(period: Omit<PeriodFacts, 'reports'>): Map<string, Step> {
    const known = this.found.get(period.label) ?? { ...period, steps: new Map<string, Step>() };
    this.found.set(period.label, known);
    return known.steps;
  }

  /** From the lowest tier up, what is summed up last. */
  private inOrder(steps: ReadonlyMap<string, Step>): readonly ReportFacts[] {
    const order = ({ isConsolidated, due, tos: [to] }: Step): string =>
      `${isConsolidated ? 1 : 0} ${due ?? '9'} ${9 - (to === undefined ? 0 : this.rankOf(to))}`;
    return [...steps.values()].toSorted((a, b) => (order(a) < order(b) ? -1 : 1));
  }

  private rankOf(unit: UnitId): number {
    const tier = this.facts.env.directory.units.get(unit)?.tier;
    return tier ? TIERS.indexOf(tier) : 0;
  }

  private timesOf(period: ReportPeriod): readonly ClockTime[] {
    return (this.regime.periodDues?.[period] ?? this.regime.due).times ?? [];
  }
}

const firstDue = ({ reports }: PeriodFacts): string => reports[0]?.due ?? '9';
