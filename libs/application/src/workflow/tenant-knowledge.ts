import {
  CALENDAR_STREAM,
  DOCUMENTS_STREAM,
  effectivePlan,
  foldDocuments,
  localDateOf,
  ORGANISATION_STREAM,
  planIdOf,
  planStream,
  prefixedPlan,
  rulesStream,
  runningPlan,
  runningPlanOn,
  startOfDay,
  workingCalendar,
  type CalendarData,
  type Directory,
  type DocumentEvent,
  type EffectivePlan,
  type Facts,
  type Instant,
  type LocalDate,
  type OrganisationEvent,
  type PlanId,
  type PlanIssued,
  type PlanRef,
  type RulesContext,
  type RulesPublished,
  type RunningPlan,
  type WorkingCalendar,
} from '#engine';
import type { EventStore } from '#event-store';
import { EMPTY_HISTORY, foldOrganisation, snapshot, type OrganisationHistory } from '#organisation';
import { KnownStates } from './known-states.js';

/** How many snapshots of the organisation are kept: plans of a few dates are worked on at a time. */
const SNAPSHOTS_KEPT = 16;

/**
 * What commands need to know of a tenant besides the stream they act on: its organisation, its calendar and its plans.
 * Folded from the log and kept; before each use only what was recorded since is read.
 */
export class TenantKnowledge {
  private history: OrganisationHistory = EMPTY_HISTORY;
  private organisationVersion = 0;
  private changeDates: LocalDate[] = [];
  /** By the instant at which changes of the organisation take effect, the first day from which they hold. */
  private readonly changes = new Map<Instant, LocalDate>();
  private calendarVersion = 0;
  private calendarSince: Instant | null = null;
  private documentsVersion = 0;
  private facts: Facts = new Map();
  /** Position of the last fact that has been read: of the organisation, the calendar and documents. */
  private lastFact = 0;
  /** What the store said of facts when all three streams had last been read. */
  private factsRead = -1;
  private workdays: WorkingCalendar = workingCalendar({ version: 'undecreed', years: {} });
  private readonly snapshots = new Map<string, Directory>();
  private readonly plans = new Map<PlanId, EffectivePlan>();
  private readonly running = new Map<PlanId, RunningPlan>();
  /** Unit plans as they were folded last. */
  readonly states = new KnownStates();

  constructor(
    readonly store: EventStore,
    readonly tenant: string,
  ) {}

  /** What an append says to be refused where a fact stands that was not known when it was decided. */
  get knowing(): number {
    return this.lastFact;
  }

  /** The organisation on a date. */
  async directory(date: LocalDate): Promise<Directory> {
    await this.refreshOrganisation();
    return this.directoryOn(date);
  }

  private directoryOn(date: LocalDate): Directory {
    const epoch = this.changeDates.findLast((from) => from <= date) ?? date;
    const key = `${this.history.version}/${epoch}`;
    const found = this.snapshots.get(key) ?? snapshot(this.history, epoch);
    this.snapshots.delete(key);
    this.snapshots.set(key, found);
    const [oldest] = this.snapshots.keys();
    if (this.snapshots.size > SNAPSHOTS_KEPT && oldest !== undefined) this.snapshots.delete(oldest);
    return found;
  }

  /** The organisation over all its days. */
  async organisation(): Promise<{ readonly history: OrganisationHistory; readonly version: number }> {
    await this.refreshOrganisation();
    return { history: this.history, version: this.organisationVersion };
  }

  /** By the instant at which changes of the organisation take effect, the first day from which they hold. */
  async organisationChanges(): Promise<ReadonlyMap<Instant, LocalDate>> {
    await this.refreshOrganisation();
    return this.changes;
  }

  async calendar(): Promise<WorkingCalendar> {
    const events = await this.store.readStream(this.tenant, CALENDAR_STREAM, this.calendarVersion);
    const last = events.at(-1);
    if (last) {
      this.calendarVersion = last.version;
      this.lastFact = Math.max(this.lastFact, last.position);
      this.workdays = workingCalendar(last.data as CalendarData);
      this.calendarSince = last.version > 1 ? last.at : null;
    }
    return this.workdays;
  }

  /** A plan with everything that it takes over from above; undefined where it has not been issued. */
  async plan(id: PlanId): Promise<EffectivePlan | undefined> {
    const known = this.plans.get(id);
    if (known) return known;
    const issued = await this.issued(id);
    if (!issued) return undefined;
    const document = await this.rules(issued.rules);
    if (!document) return undefined;
    const parent = issued.parent === null ? null : ((await this.plan(issued.parent)) ?? null);
    const { hash, rules } = document;
    const { prefix } = issued;
    const plan = prefix === undefined ? effectivePlan(rules, hash, parent) : prefixedPlan(rules, { hash, parent, prefix });
    this.plans.set(id, plan);
    this.running.set(id, runningPlan(plan));
    return plan;
  }

  async parentOf(ref: PlanRef | null): Promise<EffectivePlan | undefined> {
    return ref === null ? undefined : this.plan(planIdOf(ref));
  }

  async issued(id: PlanId): Promise<PlanIssued | undefined> {
    const [first] = await this.store.readStream(this.tenant, planStream(id));
    return first?.data as PlanIssued | undefined;
  }

  async rules(hash: string): Promise<RulesPublished | undefined> {
    const [published] = await this.store.readStream(this.tenant, rulesStream(hash));
    return published?.data as RulesPublished | undefined;
  }

  /** What decisions and effects on unit plans that follow these plans are made with, at an instant. */
  async rulesContext(sources: Iterable<PlanId>, at: Instant): Promise<RulesContext> {
    for (const source of new Set(sources)) await this.plan(source);
    await this.readFacts();
    const [directory, facts] = [this.directoryOn(localDateOf(at)), this.facts];
    const found = new Map<PlanId, RunningPlan>();
    return {
      directory,
      calendar: this.workdays,
      calendarSince: this.calendarSince,
      planOf: (id) => {
        const known = found.get(id);
        if (known) return known;
        const plan = this.running.get(id);
        const running = plan && runningPlanOn(plan, directory);
        if (running) found.set(id, running);
        return running;
      },
      factsOf: (id) => facts.get(id) ?? [],
      inputOf: () => undefined,
    };
  }

  /** Reads what was recorded of facts since the last time; one question where there is nothing. */
  private async readFacts(): Promise<void> {
    const recorded = await this.store.lastFact(this.tenant);
    if (recorded === this.factsRead) return;
    await Promise.all([this.refreshOrganisation(), this.calendar(), this.documents()]);
    this.factsRead = recorded;
    this.lastFact = Math.max(this.lastFact, recorded);
  }

  /** What documents say of running plans, and the version of their stream. */
  async documents(): Promise<{ readonly facts: Facts; readonly version: number }> {
    const read = await this.store.readStream(this.tenant, DOCUMENTS_STREAM, this.documentsVersion);
    const events = read.filter(({ version }) => version > this.documentsVersion); // others may have folded them meanwhile
    const last = events.at(-1);
    if (last) {
      this.documentsVersion = last.version;
      this.lastFact = Math.max(this.lastFact, last.position);
      const added = events.map(({ type, data, at, version }) => ({ event: { type, data } as DocumentEvent, at, version }));
      this.facts = foldDocuments(this.facts, added);
    }
    return { facts: this.facts, version: this.documentsVersion };
  }

  private async refreshOrganisation(): Promise<void> {
    const read = await this.store.readStream(this.tenant, ORGANISATION_STREAM, this.organisationVersion);
    const events = read.filter(({ version }) => version > this.organisationVersion); // others may have folded them meanwhile
    const last = events.at(-1);
    if (!last) return;
    const changes = events.map(({ type, data }) => ({ type, data }) as OrganisationEvent);
    this.organisationVersion = last.version;
    this.lastFact = Math.max(this.lastFact, last.position);
    this.history = foldOrganisation(changes, this.history);
    for (const { data, at } of events) {
      const { from } = data as OrganisationEvent['data'];
      const effective = effectiveAt(from, at);
      const known = this.changes.get(effective);
      if (known === undefined || from < known) this.changes.set(effective, from);
    }
    this.changeDates = [...new Set([...this.changeDates, ...changes.map(({ data }) => data.from)])].sort();
  }
}

/** Changes take effect on their day, those recorded later when they are. */
export const effectiveAt = (from: LocalDate, recorded: Instant): Instant => {
  const begins = startOfDay(from);
  return begins > recorded ? begins : recorded;
};

/** One {@link TenantKnowledge} for each tenant that is asked about. */
export class Knowledge {
  private readonly byTenant = new Map<string, TenantKnowledge>();

  constructor(private readonly store: EventStore) {}

  of(tenant: string): TenantKnowledge {
    const known = this.byTenant.get(tenant) ?? new TenantKnowledge(this.store, tenant);
    this.byTenant.set(tenant, known);
    return known;
  }
}
