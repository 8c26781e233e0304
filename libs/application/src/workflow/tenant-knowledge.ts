import {
  CALENDAR_STREAM,
  DOCUMENTS_STREAM,
  effectivePlan,
  foldDocuments,
  instantOfMs,
  ORGANISATION_STREAM,
  planIdOf,
  planStream,
  prefixedPlan,
  rulesStream,
  runningPlan,
  runningPlanOn,
  type Directory,
  type DocumentEvent,
  type EffectivePlan,
  type Facts,
  type Instant,
  type LocalDate,
  type PlanId,
  type PlanIssued,
  type PlanRef,
  type RulesContext,
  type RulesPublished,
  type RunningPlan,
  type WorkingCalendar,
} from '#engine';
import type { EventStore } from '#event-store';
import type { OrganisationHistory } from '#organisation';
import { type CalendarEdition, KnownCalendars } from './known-calendars.js';
import { directoryAt, KnownOrganisation } from './known-organisation.js';
import { KnownStates } from './known-states.js';
import { TurningPoints } from './turning-points.js';

/** A stretch of time through which the same holds: a unit plan that time catches up with goes through one after another. */
export interface Leg {
  /** Its end, itself included. */
  readonly until: Instant;
  readonly context: RulesContext;
}

/** What holds at an instant, and what time goes through on its way there. */
export interface Way extends Leg {
  /** In order; none where time has come as far as what holds now. */
  readonly earlier: readonly Leg[];
  /** Position of the last fact that is known. */
  readonly knowing: number;
}

/**
 * What commands need to know of a tenant besides the stream they act on: its organisation, its calendar and its plans.
 * Folded from the log and kept; before each use only what was recorded since is read.
 */
export class TenantKnowledge {
  private readonly structure = new KnownOrganisation();
  private readonly calendars = new KnownCalendars();
  private readonly turns = new TurningPoints();
  private documentsVersion = 0;
  private facts: Facts = new Map();
  /** Position of the last fact that has been read: of the organisation, the calendar and documents. */
  private lastFact = 0;
  /** What the store said of facts when all three streams had last been read. */
  private factsRead = -1;
  /** When the last document was recorded. */
  private documentsUntil: Instant | null = null;
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

  /** The organisation on a date, as everything tells that has been recorded. */
  async directory(date: LocalDate): Promise<Directory> {
    await this.refreshOrganisation();
    return this.structure.on(date);
  }

  /** The organisation on a date as it was known at an instant. */
  async directoryAsOf(date: LocalDate, at: Instant): Promise<Directory> {
    await this.refreshOrganisation();
    return this.structure.onAsOf(date, at);
  }

  /** The organisation over all its days. */
  async organisation(): Promise<{ readonly history: OrganisationHistory; readonly version: number }> {
    await this.refreshOrganisation();
    return { history: this.structure.history, version: this.structure.version };
  }

  /** By the instant at which changes of the organisation take effect, the first day from which they hold. */
  async organisationChanges(): Promise<ReadonlyMap<Instant, LocalDate>> {
    await this.refreshOrganisation();
    return this.structure.changes;
  }

  /** The last change of the organisation that took effect by an instant, among those that have been read. */
  lastChangeBy(at: Instant): Instant | undefined {
    let last: Instant | undefined;
    for (const change of this.structure.changes.keys()) if (change <= at && (last === undefined || change > last)) last = change;
    return last;
  }

  /** The newest calendar. */
  async calendar(): Promise<WorkingCalendar> {
    return (await this.calendarEdition()).calendar;
  }

  /** The newest calendar, with what was published. */
  async calendarEdition(): Promise<CalendarEdition> {
    const read = await this.store.readStream(this.tenant, CALENDAR_STREAM, this.calendars.version);
    const events = read.filter(({ version }) => version > this.calendars.version); // others may have taken them in meanwhile
    this.turns.note(this.calendars.take(events));
    this.lastFact = Math.max(this.lastFact, events.at(-1)?.position ?? 0);
    return this.calendars.newest;
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

  /** What decisions and effects on unit plans that follow these plans are made with, at an instant: as it was known then. */
  async rulesContext(sources: Iterable<PlanId>, at: Instant): Promise<RulesContext> {
    for (const source of new Set(sources)) await this.plan(source);
    await this.readFacts();
    return this.contextAt(at);
  }

  /**
   * What time goes through on its way to an instant with unit plans that follow these plans. Where the clock is late, a leg up to
   * each fact that it has not come to yet: what was due before happens as it would have then.
   */
  async way(sources: Iterable<PlanId>, at: Instant): Promise<Way> {
    for (const source of new Set(sources)) await this.plan(source);
    for (;;) {
      await this.readFacts();
      const knowing = this.lastFact;
      const turns = await this.turns.upTo(at, () => this.store.earliestWakeUp(this.tenant));
      if (knowing === this.lastFact)
        return { ...this.legTo(at), earlier: turns.map((turn) => this.legTo(justBefore(turn))), knowing };
    }
  }

  private legTo(until: Instant): Leg {
    return { until, context: this.contextAt(until) };
  }

  private contextAt(at: Instant): RulesContext {
    const directory = directoryAt(this.structure, at);
    const { calendar, since } = this.calendars.asOf(at);
    const { facts } = this;
    const isNewest = this.documentsUntil === null || this.documentsUntil <= at;
    const found = new Map<PlanId, RunningPlan>();
    return {
      directory,
      calendar,
      calendarSince: since,
      planOf: (id) => {
        const known = found.get(id);
        if (known) return known;
        const plan = this.running.get(id);
        const running = plan && runningPlanOn(plan, directory);
        if (running) found.set(id, running);
        return running;
      },
      factsOf: (id) => {
        const all = facts.get(id) ?? [];
        return isNewest ? all : all.filter((fact) => fact.at <= at);
      },
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
      this.documentsUntil = last.at;
      this.turns.note(added.map(({ at }) => at));
    }
    return { facts: this.facts, version: this.documentsVersion };
  }

  private async refreshOrganisation(): Promise<void> {
    const read = await this.store.readStream(this.tenant, ORGANISATION_STREAM, this.structure.version);
    const events = read.filter(({ version }) => version > this.structure.version); // others may have folded them meanwhile
    this.turns.note(this.structure.take(events));
    this.lastFact = Math.max(this.lastFact, events.at(-1)?.position ?? 0);
  }
}

/** The last second before an instant. */
export const justBefore = (at: Instant): Instant => instantOfMs(Date.parse(at) - 1_000);

/** Tenants that are kept in mind at once; of others it is read anew. Tenants are named by whoever asks. */
export const TENANTS_KNOWN = 128;

/** One {@link TenantKnowledge} for each tenant that is asked about; the one that was asked about longest ago goes first. */
export class Knowledge {
  private readonly byTenant = new Map<string, TenantKnowledge>();

  constructor(private readonly store: EventStore) {}

  of(tenant: string): TenantKnowledge {
    const known = this.byTenant.get(tenant) ?? new TenantKnowledge(this.store, tenant);
    this.byTenant.delete(tenant); // set again, it stands last
    this.byTenant.set(tenant, known);
    for (const oldest of this.byTenant.keys()) {
      if (this.byTenant.size <= TENANTS_KNOWN) break;
      this.byTenant.delete(oldest);
    }
    return known;
  }
}
