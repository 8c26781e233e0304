import type { Bilingual } from '#contracts';
import { AppError } from '#contracts';
import {
  CALENDAR_STREAM,
  DOCUMENTS_STREAM,
  ORGANISATION_STREAM,
  type CalendarData,
  type DocumentEvent,
  type Instant,
  type OrganisationEvent,
  type PlanId,
  type PlanIssued,
  type UnitId,
  type UnitPlanEvent,
} from '#engine';
import type { RecordedEvent } from '#event-store';
import { describeRejection } from '../../workflow/rejection-texts.js';
import type { UnitPlanRequest } from '../../workflow/unit-plan-service.js';
import type { Workflow } from '../../workflow/workflow.js';
import { commandOf, isAct } from '../acts.js';

const UNIT_PLAN = 'unit-plan/';

/** Something that a person did and that is not possible in the other course of things. */
export interface NotCarried {
  /** Of the event that it led to in the record. */
  readonly position: number;
  readonly at: Instant;
  readonly type: string;
  /** Who acted; null for facts. */
  readonly actor: string | null;
  readonly stream: string;
  readonly code: string;
  readonly what: Bilingual;
}

/** What people do otherwise in the other course. */
export interface Otherwise {
  /** By the plan: the hash of the rules that it is issued with instead. */
  readonly rules: ReadonlyMap<PlanId, string>;
  /** True where calendars of the record are left out. */
  readonly withoutCalendars: boolean;
  /** True where changes of the organisation in the record are left out. */
  readonly withoutOrganisation: boolean;
}

/** Lets what people did in a record happen again, in another world, with its clock. */
export class Reliving {
  readonly notCarried: NotCarried[] = [];

  constructor(
    private readonly workflow: Workflow,
    private readonly tenant: string,
    private readonly otherwise: Otherwise,
    /** Throws where it has taken too long. */
    private readonly check: () => void,
  ) {}

  /** All of them in the order of time, and the clock up to an instant. */
  async through(events: readonly RecordedEvent[], until: Instant): Promise<void> {
    const acts = events.filter((event) => isLived(event) && event.at <= until);
    acts.sort((a, b) => (a.at === b.at ? a.position - b.position : a.at < b.at ? -1 : 1));
    for (let first = 0; first < acts.length; ) {
      const run = runFrom(acts, first);
      await this.runClock(run[0]?.at ?? until);
      await this.perform(run);
      first += run.length;
    }
    await this.runClock(until);
  }

  private async runClock(until: Instant): Promise<void> {
    await this.workflow.clock.runUntil(this.tenant, until, () => {
      this.check();
      return true;
    });
  }

  private async perform(run: readonly RecordedEvent[]): Promise<void> {
    const [event] = run;
    if (!event) return;
    this.check();
    if (event.stream.startsWith(UNIT_PLAN)) return this.acts(run);
    try {
      await this.fact(event, run);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      for (const each of run) this.notCarried.push(notCarried(each, error));
    }
  }

  private async fact(event: RecordedEvent, run: readonly RecordedEvent[]): Promise<void> {
    const { stream, at, actor, data } = event;
    const { workflow, tenant } = this;
    if (stream === ORGANISATION_STREAM) return this.organisation(run, at);
    if (stream === CALENDAR_STREAM) {
      if (!this.otherwise.withoutCalendars) await workflow.organisation.publishCalendar(tenant, data as CalendarData, at);
      return;
    }
    if (stream === DOCUMENTS_STREAM) return this.document(event);
    if (event.type === 'PlanIssued') {
      const { id, rules } = data as PlanIssued;
      await workflow.plans.issue(tenant, { hash: this.otherwise.rules.get(id) ?? rules, actor: actor as UnitId }, at);
      return;
    }
    const known = await workflow.store.readStream(tenant, stream);
    if (known.length === 0) await workflow.store.append(tenant, [{ stream, expected: 0, events: [event] }]);
  }

  private async organisation(run: readonly RecordedEvent[], at: Instant): Promise<void> {
    if (this.otherwise.withoutOrganisation) return;
    const { workflow, tenant } = this;
    const changes = run.map(({ type, data }) => ({ type, data }) as OrganisationEvent);
    const known = await workflow.store.readStream(tenant, ORGANISATION_STREAM);
    if (known.length === 0) await workflow.organisation.record(tenant, changes, at);
    else await workflow.reorganisations.apply(tenant, changes, at);
  }

  /** What a plan's issue does to others comes with its issue. */
  private async document({ type, data, actor, at }: RecordedEvent): Promise<void> {
    const { documents } = this.workflow;
    const event = { type, data } as DocumentEvent;
    if (event.type === 'OutsideEventDeclared') await documents.declareEvent(this.tenant, actor as UnitId, event.data, { at });
    else if (event.data.by !== null) return;
    else if (event.type === 'PlanAmended') await documents.amend(this.tenant, actor as UnitId, event.data, { at });
    else if (event.data.how !== 'replaced') {
      const { how } = event.data;
      await documents.end(this.tenant, actor as UnitId, { ...event.data, how }, { at });
    }
  }

  /** Acts of one instant, those that are possible. */
  private async acts(run: readonly RecordedEvent[]): Promise<void> {
    const { store } = this.workflow;
    const there = await store.readStreams(
      this.tenant,
      run.map(({ stream }) => stream),
    );
    const asked = new Map<UnitPlanRequest, RecordedEvent>();
    for (const event of run) {
      const request = requestOf(event);
      if (!request) continue;
      if (there.has(event.stream)) asked.set(request, event);
      else this.notCarried.push({ ...placeOf(event), code: 'not-found', what: NO_UNIT_PLAN });
    }
    const [first] = run;
    if (asked.size === 0 || !first) return;
    const { refusals } = await this.workflow.unitPlans.executeBatch(this.tenant, [...asked.keys()], first.at);
    for (const { request, rejection } of refusals) {
      const event = asked.get(request);
      if (event) this.notCarried.push({ ...placeOf(event), code: rejection.code, what: describeRejection(rejection).what });
    }
  }
}

const NO_UNIT_PLAN: Bilingual = {
  vi: 'Đơn vị không có việc theo kế hoạch này trong diễn biến giả định.',
  en: 'The unit has no work under this plan in the other course of things.',
};

const placeOf = ({ position, at, type, actor, stream }: RecordedEvent) => ({ position, at, type, actor, stream });

const notCarried = (event: RecordedEvent, { code, what }: AppError): NotCarried => ({ ...placeOf(event), code, what });

/** What people did, and facts: own plans are recorded with the plan that they are. */
const isLived = (event: RecordedEvent): boolean =>
  event.type !== 'OwnPlanIssued' && (isAct(event) || event.stream === ORGANISATION_STREAM || event.stream === CALENDAR_STREAM);

/** Acts on unit plans, or changes of the organisation, that belong to one instant; everything else goes alone. */
function runFrom(acts: readonly RecordedEvent[], first: number): readonly RecordedEvent[] {
  const begin = acts[first];
  if (!begin) return [];
  const kind = kindOf(begin);
  if (kind === null) return [begin];
  const end = acts.findIndex((event, index) => index > first && (event.at !== begin.at || kindOf(event) !== kind));
  return acts.slice(first, end === -1 ? acts.length : end);
}

const kindOf = ({ stream }: RecordedEvent): string | null =>
  stream.startsWith(UNIT_PLAN) ? UNIT_PLAN : stream === ORGANISATION_STREAM ? ORGANISATION_STREAM : null;

function requestOf(event: RecordedEvent): UnitPlanRequest | undefined {
  const command = commandOf(event as unknown as UnitPlanEvent);
  const [, plan, unit] = event.stream.split('/');
  return command && { plan: plan as PlanId, unit: unit as UnitId, actor: event.actor as UnitId, command };
}
