import {
  CALENDAR_STREAM,
  DOCUMENTS_STREAM,
  effectivePlan,
  foldDocuments,
  ORGANISATION_STREAM,
  planStream,
  prefixedPlan,
  rulesStream,
  runningPlan,
  runningPlanOn,
  sourcesOf,
  unitPlanStream,
  workingCalendar,
  type Because,
  type CalendarData,
  type Directory,
  type DocumentEvent,
  type EffectivePlan,
  type Facts as DocumentFacts,
  type Instant,
  type Place,
  type PlanId,
  type PlanIssued,
  type RulesPublished,
  type RunningPlan,
  type UnitId,
  type UnitPlanEvent,
  type WorkingCalendar,
} from '#engine';
import type { RecordedEvent } from '#event-store';
import type { StreamReader } from '../audit/opened-log.js';
import type { Evidence } from './explanation.js';
import type { PlanName } from './named.js';
import { OrganisationLog } from './organisation-log.js';
import { UnitPlanCourse } from './unit-plan-course.js';

/** A plan as it was issued. */
export interface LoggedPlan {
  readonly effective: EffectivePlan;
  readonly running: RunningPlan;
  readonly name: PlanName;
  readonly title: string;
  readonly issued: RecordedEvent;
  readonly lines: readonly string[];
}

/** A calendar as it was published. */
export interface LoggedCalendar {
  readonly data: CalendarData;
  readonly calendar: WorkingCalendar;
  /** Null where none was ever published: every day is then as the law has it. */
  readonly published: RecordedEvent | null;
}

interface Facts {
  readonly organisation: OrganisationLog;
  readonly calendars: readonly LoggedCalendar[];
  readonly documents: DocumentFacts;
  readonly documentEvents: readonly RecordedEvent[];
}

/**
 * A tenant's log as it stood at an instant: of what took effect later nothing is known. Facts are read once; plans and unit plans
 * as they are asked for. Reads streams only, so any store will do.
 */
export class WhyLog {
  private readonly plans = new Map<PlanId, LoggedPlan | null>();
  private readonly courses = new Map<string, UnitPlanCourse | null>();

  private constructor(
    private readonly store: StreamReader,
    readonly tenant: string,
    readonly at: Instant,
    private readonly facts: Facts,
  ) {}

  /** Reads the facts of a tenant: three streams. */
  static async open(store: StreamReader, tenant: string, at: Instant): Promise<WhyLog> {
    const streams = await store.readStreams(tenant, [ORGANISATION_STREAM, CALENDAR_STREAM, DOCUMENTS_STREAM]);
    const upTo = (stream: string): readonly RecordedEvent[] => (streams.get(stream) ?? []).filter((event) => event.at <= at);
    const documents = upTo(DOCUMENTS_STREAM);
    return new WhyLog(store, tenant, at, {
      organisation: new OrganisationLog(upTo(ORGANISATION_STREAM)),
      calendars: upTo(CALENDAR_STREAM).map((published) => {
        const data = published.data as CalendarData;
        return { data, calendar: workingCalendar(data), published };
      }),
      documents: foldDocuments(
        new Map(),
        documents.map(({ type, data, at: on, version }) => ({ event: { type, data } as DocumentEvent, at: on, version })),
      ),
      documentEvents: documents,
    });
  }

  get organisation(): OrganisationLog {
    return this.facts.organisation;
  }

  get documents(): DocumentFacts {
    return this.facts.documents;
  }

  /** The recorded document behind the key of a fact, `000000001` or `000000001/1`. */
  documentOf(key: string): RecordedEvent | undefined {
    return this.facts.documentEvents.find(({ version }) => version === Number(key.split('/')[0]));
  }

  /** The calendar that an event was counted with; the latest known by then where it names none. */
  calendarOf({ because, position }: Pick<RecordedEvent, 'because' | 'position'>): LoggedCalendar {
    const version = (because as Because | null)?.calendar;
    const { calendars } = this.facts;
    return (
      calendars.findLast(({ data }) => data.version === version) ??
      calendars.findLast(({ published }) => (published?.position ?? 0) <= position) ??
      NO_CALENDAR
    );
  }

  /** The calendar that counts now. */
  get calendar(): LoggedCalendar {
    return this.facts.calendars.at(-1) ?? NO_CALENDAR;
  }

  /** Reads a plan and those above it; undefined where it has not been issued by then. */
  async load(id: PlanId): Promise<LoggedPlan | undefined> {
    const known = this.plans.get(id);
    if (known !== undefined) return known ?? undefined;
    const read = await this.readPlan(id);
    this.plans.set(id, read ?? null);
    return read;
  }

  private async readPlan(id: PlanId): Promise<LoggedPlan | undefined> {
    const [issued] = await this.store.readStream(this.tenant, planStream(id));
    if (!issued || issued.at > this.at) return undefined;
    const { rules: hash, parent, prefix, title, ref } = issued.data as PlanIssued;
    const [published] = await this.store.readStream(this.tenant, rulesStream(hash));
    if (!published) return undefined;
    const { rules, text } = published.data as RulesPublished;
    const above = parent === null ? null : ((await this.load(parent))?.effective ?? null);
    const effective =
      prefix === undefined ? effectivePlan(rules, hash, above) : prefixedPlan(rules, { hash, parent: above, prefix });
    const name = { id, number: ref.number, issuedOn: ref.issuedOn };
    return { effective, running: runningPlan(effective), name, title, issued, lines: text.split(/\r\n|\r|\n/) };
  }

  /** A plan that has been loaded. */
  plan(id: PlanId): LoggedPlan | undefined {
    return this.plans.get(id) ?? undefined;
  }

  /** Every plan that has been loaded, in the order of loading. */
  loaded(): readonly LoggedPlan[] {
    return [...this.plans.values()].filter((plan) => plan !== null);
  }

  /** A loaded plan as it ran in an organisation. */
  running(id: PlanId, directory: Directory): RunningPlan | undefined {
    const plan = this.plan(id);
    return plan && runningPlanOn(plan.running, directory);
  }

  /** Reads a unit plan, with every plan that ever set anything in it; undefined where there was none by then. */
  async course(plan: PlanId, unit: UnitId): Promise<UnitPlanCourse | undefined> {
    return (await this.coursesOf(plan, [unit])).get(unit);
  }

  /** Reads unit plans of one cascade in one go; those that do not exist are absent. */
  async coursesOf(plan: PlanId, units: readonly UnitId[]): Promise<ReadonlyMap<UnitId, UnitPlanCourse>> {
    const missing = units.map((unit) => unitPlanStream(plan, unit)).filter((stream) => !this.courses.has(stream));
    const read = missing.length === 0 ? new Map<string, never>() : await this.store.readStreams(this.tenant, missing);
    for (const stream of missing) {
      const events = (read.get(stream) ?? []).filter(({ at }) => at <= this.at) as (RecordedEvent & UnitPlanEvent)[];
      const course = events.length === 0 ? null : new UnitPlanCourse(events);
      this.courses.set(stream, course);
      if (course) for (const source of plansIn(course)) await this.load(source);
    }
    return new Map(
      units.flatMap((unit) => {
        const course = this.courses.get(unitPlanStream(plan, unit));
        return course ? [[unit, course] as const] : [];
      }),
    );
  }

  /** A unit plan that has been read. */
  known(plan: PlanId, unit: UnitId): UnitPlanCourse | undefined {
    return this.courses.get(unitPlanStream(plan, unit)) ?? undefined;
  }

  /** An event as evidence. */
  event({ position, stream, version, type, at, actor }: RecordedEvent): Evidence {
    const by = actor === null ? null : this.organisation.name(actor as UnitId, at.slice(0, 10) as never);
    return { kind: 'event', position, stream, version, type, at, actor: by };
  }

  /** A place of a plan's text as evidence; undefined where there is none. */
  rule(plan: LoggedPlan | undefined, rule: string, place: Place | null): Evidence | undefined {
    if (!plan || !place) return undefined;
    const { line, column } = place;
    const text = WITH_CLAUSES.test(rule) ? blockAt(plan.lines, line) : (plan.lines[line - 1] ?? '').trim();
    return { kind: 'rule', plan: plan.name, rules: plan.effective.hash, rule, line, column, text };
  }

  /** A loaded plan by the hash of its text. */
  planOfRules(hash: string): LoggedPlan | undefined {
    return [...this.plans.values()].find((plan) => plan?.effective.hash === hash) ?? undefined;
  }
}

/** Rules whose clauses stand on lines of their own below the heading. */
const WITH_CLAUSES = /^(task|duty) /;
const MOST_LINES = 20;

/** A line and those below it that are indented further, without the indentation. */
function blockAt(lines: readonly string[], line: number): string {
  const indentOf = (text: string): number => text.length - text.trimStart().length;
  const [head = '', ...rest] = lines.slice(line - 1, line - 1 + MOST_LINES);
  const end = rest.findIndex((each) => each.trim() === '' || indentOf(each) <= indentOf(head));
  return [head, ...rest.slice(0, end === -1 ? rest.length : end)].map((each) => each.trim()).join('\n');
}

const UNDECREED: CalendarData = { version: 'undecreed', years: {} };
const NO_CALENDAR: LoggedCalendar = { data: UNDECREED, calendar: workingCalendar(UNDECREED), published: null };

/** Every plan that a unit plan's events speak of. */
function plansIn({ state, events }: UnitPlanCourse): ReadonlySet<PlanId> {
  const found = new Set(sourcesOf(state));
  for (const { data, type } of events) {
    if (type === 'UnitPlanReplaced') found.add(data.by).add(data.previous);
    if (type === 'OwnPlanIssued') found.add(data.plan);
    const { source } = data as { readonly source?: PlanId };
    if (source !== undefined) found.add(source);
  }
  return found;
}
