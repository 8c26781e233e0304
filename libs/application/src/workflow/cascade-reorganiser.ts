import {
  addDays,
  heirOf,
  localDateOf,
  reorganise,
  sourcesOf,
  unitPlanStream,
  type CascadeReorganised,
  type Directory,
  type EffectivePlan,
  type Instant,
  type LocalDate,
  type PlanId,
  type PlanIssued,
  type ReorganisationEvent,
  type Reorganised,
  type UnitId,
  type UnitPlanState,
} from '#engine';
import type { EventStore, RecordedEvent, StreamWrite } from '#event-store';
import { openSession } from './session-opening.js';
import { justBefore, type Knowledge, type TenantKnowledge } from './tenant-knowledge.js';
import type { UnitPlanSession } from './unit-plan-session.js';

/** Brings the unit plans of a cascade into line with an organisation that has changed: one append for each cascade. */
export class CascadeReorganiser {
  constructor(
    private readonly store: EventStore,
    private readonly knowledge: Knowledge,
  ) {}

  /**
   * What the organisation's changes of an instant do to a plan's cascade, all of it or nothing, and the end of the plan's
   * wake-up. Nothing where none took effect, for plans below another, and where it has been done: a second time finds nothing.
   */
  async reorganise(tenant: string, stream: string, at: Instant): Promise<void> {
    const known = this.knowledge.of(tenant);
    const recorded = await this.store.readStream(tenant, stream);
    const from = (await known.organisationChanges()).get(at);
    const issued = recorded[0]?.data as PlanIssued | undefined;
    const plan = issued?.root === issued?.id ? issued && (await known.plan(issued.id)) : undefined;
    const change = from !== undefined && plan ? await this.changeOf(known, plan, { at, from, recorded }) : NOTHING;
    const closing: StreamWrite = { stream, expected: recorded.length, events: change.events, wakeUp: null };
    await this.store.append(tenant, [...change.writes, closing], change.knowing === null ? {} : { knowing: change.knowing });
  }

  private async changeOf(known: TenantKnowledge, plan: EffectivePlan, { at, from, recorded }: Moment): Promise<Change> {
    const before = await known.directoryAsOf(addDays(from, -1), at);
    const after = await known.directoryAsOf(localDateOf(at), at);
    // What units handed in that ended on an earlier day may still have to be judged, by others.
    const hasChanged = recorded.some(({ type }) => type === 'CascadeReorganised');
    const units = hasChanged ? [...(await known.organisation()).history.lives.keys()] : branchOf(plan, before);
    const loaded = await this.store.readStreams(
      known.tenant,
      units.map((unit) => unitPlanStream(plan.id, unit)),
    );
    if (loaded.size === 0) return NOTHING;
    // What was due by the last second before happened where the work was.
    const session = await openSession(known, loaded, justBefore(at), [plan.id]);
    for (const stream of loaded.keys()) session.catchUp(stream);
    const states = await this.statesOf(session, plan.id, { known, units });
    const sources = new Set([...states.values()].flatMap((state) => [...sourcesOf(state)]));
    const plans = new Map<PlanId, EffectivePlan>();
    for (const source of sources) {
      const found = await known.plan(source);
      if (found) plans.set(source, found);
    }
    const context = await known.rulesContext(sources, at);
    session.moveTo(at, context);
    const { calendar } = context;
    const done = reorganise({ plan, planOf: (id) => plans.get(id), states, before, after, calendar, at });
    for (const { unit, events } of done.unitPlans) session.record(unitPlanStream(plan.id, unit), events);
    const data = summaryOf(plan.id, from, done);
    const event = { type: 'CascadeReorganised', v: 1, data, because: { organisation: after.version }, at, actor: null };
    return { writes: session.writes(), events: done.unitPlans.length > 0 ? [event] : [], knowing: session.knowing };
  }

  /** Unit plans that were loaded, and those of units that ended earlier whose reports theirs take in. */
  private async statesOf(session: UnitPlanSession, plan: PlanId, { known, units }: Loading): Promise<Map<UnitId, UnitPlanState>> {
    const states = new Map<UnitId, UnitPlanState>();
    const keep = (unit: UnitId): void => {
      const state = session.state(plan, unit);
      if (state) states.set(unit, state);
    };
    for (const unit of units) keep(unit);
    const inputs = [...states.values()].flatMap(({ reports }) => [...reports.values()].flatMap((report) => report.inputs));
    const unknown = [...new Set(inputs)].filter((unit) => !states.has(unit));
    const streams = unknown.map((unit) => unitPlanStream(plan, unit));
    const read = streams.length === 0 ? new Map<string, never>() : await this.store.readStreams(known.tenant, streams);
    for (const [stream, events] of read) session.load(stream, events, true);
    for (const unit of unknown) keep(unit);
    return states;
  }
}

interface Moment {
  readonly at: Instant;
  /** First day of what changes. */
  readonly from: LocalDate;
  readonly recorded: readonly RecordedEvent[];
}

interface Loading {
  readonly known: TenantKnowledge;
  readonly units: readonly UnitId[];
}

interface Change {
  readonly writes: readonly StreamWrite[];
  readonly events: StreamWrite['events'];
  readonly knowing: number | null;
}

const NOTHING: Change = { writes: [], events: [], knowing: null };

function branchOf({ rules }: EffectivePlan, before: Directory): readonly UnitId[] {
  const top = heirOf(rules.plan.issuer, before);
  return top === null ? [] : [...before.units.keys()].filter((unit) => before.isWithin(unit, top));
}

function summaryOf(id: PlanId, from: LocalDate, { unitPlans, unresolved }: Reorganised): CascadeReorganised {
  const events = unitPlans.flatMap((unitPlan) => unitPlan.events);
  const count = (type: ReorganisationEvent['type']): number => events.filter((event) => event.type === type).length;
  const handovers = events.flatMap((event) => (event.type === 'UnitPlanTransferred' ? event.data.handovers : []));
  const closed = events.flatMap((event) => (event.type === 'UnitPlanReaddressed' ? event.data.closed : []));
  const ends = [...handovers.filter(({ to }) => to.length === 0), ...closed].map(({ reason }) => reason);
  return {
    id,
    from,
    transferred: count('UnitPlanTransferred'),
    inherited: count('UnitPlanInherited'),
    readdressed: count('UnitPlanReaddressed'),
    handedOver: handovers.length - ends.length + closed.length,
    ended: Object.fromEntries([...Map.groupBy(ends, (reason) => reason)].map(([reason, all]) => [reason, all.length])),
    unresolved,
  };
}
