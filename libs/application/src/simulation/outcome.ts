import { createHash } from 'node:crypto';
import {
  localDateOf,
  TIERS,
  type Directory,
  type DutyState,
  type Instant,
  type ItemState,
  type LocalDate,
  type PlanIssued,
  type ReportState,
  type Tier,
  type UnitId,
  type UnitPlanState,
} from '#engine';
import { canonicalLine, type RecordedEvent } from '#event-store';
import { LogReading } from './log-reading.js';
import { explanationOf, gathered } from './outcome-changes.js';
import type { ByTier, LateEntry, Outcome, OutcomePlan } from './outcome-types.js';
import { lateness, tally, type Owed } from './tally.js';

/**
 * What a tenant's log comes to: a pure fold of its events in the order of positions.
 * @param until last day to look at; without it, the last day on which anything was owed or happened
 * @returns undefined where no plan has been issued
 */
export function outcomeOf(events: readonly RecordedEvent[], until?: LocalDate): Outcome | undefined {
  const log = new LogReading(events);
  return log.top && new OutcomeReading(log, log.top, until ?? lastDay(log)).whole();
}

/** SHA-256 (hex) of the canonical form of events, in the order given. */
export function logHash(events: Iterable<RecordedEvent>): string {
  const hash = createHash('sha256');
  for (const event of events) hash.update(canonicalLine(event), 'utf8').update('\n');
  return hash.digest('hex');
}

function lastDay({ events, states }: LogReading): LocalDate {
  let last = localDateOf(events.at(-1)?.at as Instant);
  for (const { items, reports, duties } of states.values()) {
    for (const { due } of [...items.values(), ...reports.values(), ...duties.values()])
      if (due !== null && due > last) last = due;
  }
  return last;
}

/** A report is in while a submission stands: a returned one is not. */
const owedReport = ({
  due,
  time,
  submittedAt,
  status,
}: Pick<ReportState, 'due' | 'time' | 'submittedAt'> & { readonly status: string }): Owed => ({
  due,
  time,
  doneAt: status === 'returned' ? null : submittedAt,
});

/** So is an item; standing work is never on time and never late, nor is what "regulations" date, until somebody has dated it. */
const owedItem = (item: ItemState): Owed => ({
  ...owedReport(item),
  due: item.kind === 'standing' ? null : item.due,
});

const NOT_COUNTED: ReadonlySet<ItemState['status']> = new Set(['cancelled', 'transferred', 'suspended']);

const GONE: ReadonlySet<ReportState['status']> = new Set(['cancelled', 'transferred']);

interface Held<T> {
  readonly unit: UnitId;
  readonly it: T;
}

class OutcomeReading {
  private readonly directory: Directory;
  private readonly states: readonly UnitPlanState[];

  constructor(
    private readonly log: LogReading,
    private readonly top: PlanIssued,
    private readonly until: LocalDate,
  ) {
    this.directory = log.directory(top.ref.issuedOn);
    this.states = [...log.states.values()].filter(({ plan }) => plan === top.id).toSorted((a, b) => compare(a.unit, b.unit));
  }

  whole(): Outcome {
    const { log, until, top } = this;
    const units = [...this.directory.units.values()];
    return {
      plan: this.plan(top),
      until,
      units: byTier(units.map(({ tier }) => tier)),
      committees: byTier(units.filter(({ kind }) => kind === 'peoples-committee').map(({ tier }) => tier)),
      unitPlans: this.states.length,
      assignments: this.assignments(),
      items: this.items().length,
      itemsDue: tally(
        this.openItems().map(({ it }) => owedItem(it)),
        until,
      ),
      reports: this.reports(),
      duties: this.duties(),
      escalations: { total: sum(log.steps.values()), byStep: sorted(log.steps) },
      extensions: this.extensions(),
      changes: gathered(log.changed),
      explanations: this.explanations(),
      notCounted: this.notCounted(),
      childPlans: this.childPlans(),
      late: this.lateItems(),
      lateReports: this.lateReports(),
      lateDuties: this.lateDuties(),
      events: { total: log.events.length, byType: sorted(log.types) },
      ...this.reorganisations(),
      hash: logHash(log.events),
    };
  }

  private reorganisations(): Pick<Outcome, 'reorganisations'> {
    const done = this.log.reorganised.map(({ id, unresolved, ...rest }) => ({
      plan: this.log.plans.find((plan) => plan.id === id)?.ref.number ?? id,
      ...rest,
      unresolved: unresolved.length,
    }));
    return done.length === 0 ? {} : { reorganisations: done };
  }

  private plan({ ref }: PlanIssued): OutcomePlan {
    return { number: ref.number, issuer: this.name(ref.issuer), unit: ref.issuer, issued: ref.issuedOn };
  }

  private name(unit: UnitId): string {
    return (this.directory.units.get(unit) ?? this.log.directory(this.until).units.get(unit))?.name ?? unit;
  }

  private assignments(): Outcome['assignments'] {
    const pairs = this.log.assignments(this.top.id);
    const kinds = new Map<string, number>();
    for (const { kind } of pairs) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    return {
      total: pairs.length,
      byTier: byTier(pairs.flatMap(({ unit }) => this.directory.units.get(unit)?.tier ?? [])),
      byDeadlineKind: sorted(kinds),
    };
  }

  private items(): readonly Held<ItemState>[] {
    return this.states.flatMap(({ unit, items }) => [...items.values()].map((it) => ({ unit, it })));
  }

  /** Items that are still owed or were handed in: not those withdrawn, passed on or suspended. */
  private openItems(): readonly Held<ItemState>[] {
    return this.items().filter(({ it }) => !NOT_COUNTED.has(it.status));
  }

  /** Reports that are still owed or were sent. */
  private allReports(): readonly Held<ReportState>[] {
    const held = this.states.flatMap(({ unit, reports }) => [...reports.values()].map((it) => ({ unit, it })));
    return held.filter(({ it }) => !GONE.has(it.status));
  }

  /** Duties that have not passed on or ended with their unit or plan. */
  private allDuties(): readonly Held<DutyState>[] {
    const held = this.states.flatMap(({ unit, duties }) => [...duties.values()].map((it) => ({ unit, it })));
    return held.filter(({ it }) => it.ended === null || it.fulfilledAt !== null);
  }

  private reports(): Outcome['reports'] {
    const all = this.allReports().map(({ it }) => it);
    const consolidated = all.filter((report) => report.consolidated);
    return {
      ...tally(all.filter((report) => !report.consolidated).map(owedReport), this.until),
      consolidated: {
        total: consolidated.length,
        received: consolidated.filter((report) => owedReport(report).doneAt !== null).length,
        ...tally(consolidated.map(owedReport), this.until),
      },
    };
  }

  private duties(): Outcome['duties'] {
    const all = this.allDuties().map(({ it }) => it);
    const undated = all.filter(({ due }) => due === null);
    return {
      ...tally(
        all.map(({ due, fulfilledAt }) => ({ due, doneAt: fulfilledAt })),
        this.until,
      ),
      undated: undated.length,
      undatedFulfilled: undated.filter(({ fulfilledAt }) => fulfilledAt !== null).length,
    };
  }

  private extensions(): Outcome['extensions'] {
    return this.log.extensions.map(({ unit, data: { item, from, to, document } }) => ({
      unit,
      name: this.name(unit),
      task: item,
      from,
      to,
      document: `${document.number} (${document.date})`,
    }));
  }

  private explanations(): Outcome['explanations'] {
    return this.log.demands.flatMap(({ stream, event }) => {
      const state = this.log.states.get(stream);
      const explanation = state && explanationOf(event, state);
      return explanation ? [{ ...explanation, name: this.name(explanation.unit) }] : [];
    });
  }

  private notCounted(): Outcome['notCounted'] {
    const held = this.items();
    const count = (status: ItemState['status']): number => held.filter(({ it }) => it.status === status).length;
    const counts = { cancelled: count('cancelled'), transferred: count('transferred'), suspended: count('suspended') };
    return { ...counts, dormant: count('dormant') };
  }

  private childPlans(): Outcome['childPlans'] {
    const below = this.log.plans.filter(({ root, id }) => root === this.top.id && id !== root);
    return below.map((plan) => {
      const cascade = this.log.cascades.get(plan.id);
      return { ...this.plan(plan), derived: cascade?.derived ?? 0, replaced: cascade?.replaced ?? 0 };
    });
  }

  private lateItems(): Outcome['late'] {
    return inOrder(
      this.openItems().flatMap(({ unit, it }) => this.entry(unit, owedItem(it), { task: it.task, period: it.period })),
    );
  }

  private lateReports(): Outcome['lateReports'] {
    return inOrder(this.allReports().flatMap(({ unit, it }) => this.entry(unit, owedReport(it), { report: it.id as string })));
  }

  private lateDuties(): Outcome['lateDuties'] {
    return inOrder(
      this.allDuties().flatMap(({ unit, it }) => this.entry(unit, { due: it.due, doneAt: it.fulfilledAt }, { duty: it.id })),
    );
  }

  private entry<T extends object>(unit: UnitId, owed: Owed, what: T): readonly (LateEntry & T)[] {
    const late = lateness(owed, this.until);
    return late ? [{ unit, name: this.name(unit), ...what, ...late }] : [];
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

const inOrder = <T extends LateEntry>(entries: readonly T[]): readonly T[] =>
  entries.toSorted((a, b) => compare(a.due, b.due) || compare(a.unit, b.unit));

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((total, number) => total + number, 0);

/** By key, so that the object is the same whatever came first. */
const sorted = (counts: ReadonlyMap<string, number>): Readonly<Record<string, number>> =>
  Object.fromEntries([...counts].toSorted(([a], [b]) => compare(a, b)));

function byTier(tiers: readonly Tier[]): ByTier {
  const counts: Partial<Record<Tier, number>> = {};
  for (const tier of TIERS) {
    const count = tiers.filter((each) => each === tier).length;
    if (count > 0) counts[tier] = count;
  }
  return counts;
}
