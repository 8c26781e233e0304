import {
  conform,
  deriveCascade,
  effectivePlan,
  localDateOf,
  ownPlanInTheWay,
  planIdOf,
  planStream,
  prefixedPlan,
  succeededPlan,
  unitPlanStream,
  type CascadeWrite,
  type EffectivePlan,
  type Instant,
  type Nonconformity,
  type PlanCascaded,
  type PlanId,
  type PlanIssued,
  type RulesPublished,
  type UnitId,
  type UnitPlanState,
} from '#engine';
import type { AppendOptions, EventStore, StreamWrite } from '#event-store';
import { checkBreadth } from './breadth.js';
import { AS_IT_IS, type OrganisationInOrder } from './organisation-in-order.js';
import { NotFound, Refused } from './faults.js';
import { ownIssueOf, takenPrefix } from './own-plan.js';
import { factWrites } from './plan-facts.js';
import type { Knowledge, TenantKnowledge } from './tenant-knowledge.js';
import { openSession } from './session-opening.js';
import { foldRecorded, type UnitPlanSession } from './unit-plan-session.js';
import { retryOnConflict } from './retry-on-conflict.js';

export interface PlanIssuedResult {
  readonly plan: PlanId;
  readonly position: number;
  readonly replayed: boolean;
  readonly derived: number;
  readonly replaced: number;
  readonly items: number;
  readonly reports: number;
}

const ATTEMPTS = 5;

/** Issues plans and lets them cascade. */
export class PlanService {
  constructor(
    private readonly store: EventStore,
    private readonly knowledge: Knowledge,
    private readonly organisation: OrganisationInOrder = AS_IT_IS,
  ) {}

  /**
   * Issues a published rules document as a plan and derives a unit plan for every unit below, in two appends: the issue, and
   * the whole cascade at once. Should the process die between them, the clock finds the cascade waiting and completes it.
   *
   * @throws NotFound when the rules document has not been published
   * @throws Refused when it is issued already, by somebody else than its issuer, without its parent, or does not conform
   */
  async issue(
    tenant: string,
    { hash, actor }: { readonly hash: string; readonly actor: UnitId },
    at: Instant,
    options: AppendOptions = {},
  ): Promise<PlanIssuedResult> {
    const known = this.knowledge.of(tenant);
    const document = await known.rules(hash);
    if (!document) throw new NotFound('rules', hash);
    const id = planIdOf(document.rules.plan);
    await known.organisation();
    await this.organisation.upTo(tenant, at);
    const earlier = options.idempotencyKey === undefined ? undefined : await this.store.recorded(tenant, options.idempotencyKey);
    const { replayed } = await retryOnConflict(ATTEMPTS, async () => {
      if (earlier) return this.store.append(tenant, [], options);
      const { knowing } = await known.way([], at);
      await this.checkIssue(tenant, document, { actor, at });
      return this.store.append(tenant, await this.issueWrites(known, document, { at, actor }), { ...options, knowing });
    });
    const cascaded = await this.completeCascade(tenant, planStream(id));
    return { plan: id, replayed, ...cascaded };
  }

  /** What issuing would append, without appending it: the same derivation on the same facts. */
  async preview(tenant: string, document: RulesPublished, at: Instant): Promise<readonly CascadeWrite[]> {
    const known = this.knowledge.of(tenant);
    const { rules, hash } = document;
    const parent = (await known.parentOf(rules.implements)) ?? null;
    const held = parent && (await this.store.readStream(tenant, unitPlanStream(parent.root, rules.plan.issuer)));
    const prefix =
      parent && held && held.length > 0
        ? await takenPrefix(known, foldRecorded(held), { parent, number: rules.plan.number })
        : undefined;
    const plan = prefix === undefined ? effectivePlan(rules, hash, parent) : prefixedPlan(rules, { hash, parent, prefix });
    checkBreadth(plan, await known.directory(localDateOf(at)));
    return (await this.derive(known, plan, at)).cascade;
  }

  /** How a lower plan falls short of the parent that it cites; empty where it conforms or cites none. */
  async nonconformities(tenant: string, document: RulesPublished): Promise<readonly Nonconformity[]> {
    const known = this.knowledge.of(tenant);
    const parent = await known.parentOf(document.rules.implements);
    if (!parent) return [];
    const directory = await known.directory(document.rules.plan.issuedOn);
    return conform(succeededPlan(parent, directory), document.rules, { directory, calendar: await known.calendar() });
  }

  /** Derives what a plan's issue still owes; nothing where its cascade is whole. One append: all of it or nothing. */
  async completeCascade(tenant: string, stream: string): Promise<Omit<PlanIssuedResult, 'plan' | 'replayed'>> {
    return retryOnConflict(ATTEMPTS, async () => {
      const events = await this.store.readStream(tenant, stream);
      const [issue, done] = [events[0], events.find(({ type }) => type === 'PlanCascaded')];
      if (!issue) throw new NotFound('plan', stream);
      if (done) return { ...(done.data as PlanCascaded), position: done.position };
      const known = this.knowledge.of(tenant);
      const plan = await known.plan((issue.data as PlanIssued).id);
      if (!plan) throw new NotFound('plan', stream);
      const { cascade, session } = await this.derive(known, plan, issue.at);
      for (const { unit, event } of cascade) session.record(unitPlanStream(plan.root, unit), [event]);
      const summary = summaryOf(plan.id, cascade);
      const closing: StreamWrite = {
        stream,
        expected: events.length,
        events: [
          {
            type: 'PlanCascaded',
            v: 1,
            data: summary,
            because: { rules: plan.hash, rule: 'cascade' },
            at: issue.at,
            actor: null,
          },
        ],
        wakeUp: await nextChange(known, issue.at),
      };
      const { position } = await this.store.append(tenant, [...session.writes(), closing], { knowing: session.knowing });
      return { ...summary, position };
    });
  }

  /**
   * Everything that can refuse a plan's issue.
   * @throws Refused when it is issued already, by somebody else than its issuer, without its parent, or does not conform
   */
  async checkIssue(
    tenant: string,
    document: RulesPublished,
    { actor, at }: { readonly actor: UnitId; readonly at: Instant },
  ): Promise<void> {
    const known = this.knowledge.of(tenant);
    const { rules } = document;
    const id = planIdOf(rules.plan);
    if (await known.issued(id)) throw new Refused({ code: 'plan.already-issued', args: { plan: rules.plan.number } });
    if (actor !== rules.plan.issuer) {
      throw new Refused({ code: 'plan.not-issuer', args: { plan: rules.plan.number, issuer: rules.plan.issuer, actor } });
    }
    if (rules.plan.issuedOn > localDateOf(at)) {
      const { number, issuedOn } = rules.plan;
      throw new Refused({ code: 'plan.dated-ahead', args: { plan: number, issuedOn, today: localDateOf(at) } });
    }
    const parent = await known.parentOf(rules.implements);
    checkBreadth(effectivePlan(rules, document.hash, parent ?? null), await known.directory(localDateOf(at)));
    if (!rules.implements) return;
    if (!parent) throw new Refused({ code: 'plan.parent-unknown', args: { parent: rules.implements.number } });
    const held = await this.store.readStream(tenant, unitPlanStream(parent.root, rules.plan.issuer));
    if (held.length === 0)
      throw new Refused({ code: 'plan.not-addressed', args: { parent: rules.implements.number, issuer: rules.plan.issuer } });
    const issued = ownPlanInTheWay(foldRecorded(held), ownIssueOf(rules, parent.id));
    if (issued) {
      const { plan, year } = issued;
      throw new Refused({ code: 'own-plan.already-issued', args: { unit: actor, plan, year: String(year) } });
    }
    const problems = await this.nonconformities(tenant, document);
    if (problems.length > 0) {
      const tasks = problems.map(({ code, task }) => `${task} (${code})`).join(', ');
      throw new Refused({ code: 'plan.nonconforming', args: { tasks } }, problems);
    }
  }

  /** The issue, and in the same append the issuer's own plan under the one above: of two plans at once, one is issued. */
  private async issueWrites(
    known: TenantKnowledge,
    document: RulesPublished,
    { at, actor }: { readonly at: Instant; readonly actor: UnitId },
  ): Promise<readonly StreamWrite[]> {
    const data = await this.issuedEvent(known, document, at);
    const issueOf = (issued: PlanIssued): StreamWrite => {
      const event = { type: 'PlanIssued', v: 1, data: issued, because: null, at, actor };
      return { stream: planStream(data.id), expected: 0, events: [event], wakeUp: at };
    };
    const facts = await factWrites(known, document.rules, { at, actor });
    const parent = await known.parentOf(document.rules.implements);
    if (!parent) return [issueOf(data), ...facts];
    const own = unitPlanStream(data.root, data.ref.issuer);
    const session = await openSession(known, await this.store.readStreams(known.tenant, [own]), at);
    const decision = session.decide(
      own,
      { type: 'RecordOwnPlan', plan: data.id, ...ownIssueOf(document.rules, data.parent) },
      actor,
    );
    if (decision && !decision.ok) throw new Refused(decision.rejection);
    const state = session.state(data.root, data.ref.issuer);
    const prefix = state && (await takenPrefix(known, state, { parent, number: data.ref.number }));
    return [issueOf({ ...data, ...(prefix !== undefined && { prefix }) }), ...facts, ...session.writes()];
  }

  private async issuedEvent(known: TenantKnowledge, { rules, hash }: RulesPublished, at: Instant): Promise<PlanIssued> {
    const parent = await known.parentOf(rules.implements);
    const id = planIdOf(rules.plan);
    const [directory, calendar] = [await known.directory(localDateOf(at)), await known.calendar()];
    return {
      id,
      ref: rules.plan,
      title: rules.title,
      rules: hash,
      root: parent?.root ?? id,
      parent: parent?.id ?? null,
      organisation: directory.version,
      calendar: calendar.version,
    };
  }

  /** The cascade, and a session that holds the unit plans which it continues, each caught up with time first. */
  private async derive(
    known: TenantKnowledge,
    plan: EffectivePlan,
    at: Instant,
  ): Promise<{ readonly cascade: readonly CascadeWrite[]; readonly session: UnitPlanSession }> {
    const { directory, calendar } = await known.rulesContext([plan.id], at);
    const below = plan.parent
      ? [...directory.units.keys()].filter((unit) => directory.isWithin(unit, plan.rules.plan.issuer))
      : [];
    const streams = below.map((unit) => unitPlanStream(plan.root, unit));
    const loaded = below.length > 0 ? await this.store.readStreams(known.tenant, streams) : new Map<string, never>();
    const session = await openSession(known, loaded, at, [plan.root, plan.id]);
    for (const stream of loaded.keys()) session.catchUp(stream);
    const states = new Map(below.flatMap((unit) => pair(unit, session.state(plan.root, unit))));
    return { cascade: deriveCascade(plan, { directory, calendar, at, states }), session };
  }
}

/** A change of the organisation that a cascade issued before it has yet to live through; null where none is known. */
async function nextChange(known: TenantKnowledge, issued: Instant): Promise<Instant | null> {
  const [next = null] = [...(await known.organisationChanges()).keys()].filter((at) => at > issued).sort();
  return next;
}

const pair = (unit: UnitId, state: UnitPlanState | undefined): readonly (readonly [UnitId, UnitPlanState])[] =>
  state ? [[unit, state]] : [];

function summaryOf(id: PlanId, cascade: readonly CascadeWrite[]): PlanCascaded {
  let [derived, replaced, items, reports] = [0, 0, 0, 0];
  for (const { event } of cascade) {
    const added = event.type === 'UnitPlanDerived' ? event.data : event.data.added;
    if (event.type === 'UnitPlanDerived') derived += 1;
    else replaced += 1;
    items += added.items.length;
    reports += added.reports.length;
  }
  return { id, derived, replaced, items, reports };
}
