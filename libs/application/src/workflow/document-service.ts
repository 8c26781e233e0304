import {
  deadlineOf,
  DOCUMENTS_STREAM,
  localDateOf,
  sameText,
  type Directory,
  type DocumentEvent,
  type DocumentRef,
  type EffectivePlan,
  type Fact,
  type Instant,
  type LocalDate,
  type PlanChange,
  type PlanId,
  type Rejection,
  type UnitId,
} from '#engine';
import type { Appended, AppendOptions, EventStore } from '#event-store';
import { NotFound, Refused } from './faults.js';
import { retryOnConflict } from './retry-on-conflict.js';
import type { Knowledge, TenantKnowledge } from './tenant-knowledge.js';

const ATTEMPTS = 5;

/** Something that work of a plan waits for has happened. */
export interface EventDeclaration {
  readonly plan: PlanId;
  readonly event: string;
  readonly on: LocalDate;
  readonly document: DocumentRef | null;
  /** Only for these units; null for all. */
  readonly units: readonly UnitId[] | null;
}

/** What a document changes in a plan. */
export interface PlanAmendment {
  readonly plan: PlanId;
  readonly document: DocumentRef;
  readonly changes: readonly PlanChange[];
}

/** A document that ends a plan. */
export interface PlanEnd {
  readonly plan: PlanId;
  readonly how: 'repealed' | 'withdrawn';
  readonly document: DocumentRef;
}

/** Records what documents say of running plans: one fact each, to which every unit plan concerned reacts by itself. */
export class DocumentService {
  constructor(
    private readonly store: EventStore,
    private readonly knowledge: Knowledge,
  ) {}

  /** @throws Refused where nothing waits for the event, it lies ahead, is declared already, or the actor is not in charge */
  declareEvent(tenant: string, actor: UnitId, data: EventDeclaration, options: Asked): Promise<Appended> {
    return this.record(tenant, actor, { type: 'OutsideEventDeclared', data }, options);
  }

  /** @throws Refused where the plan has no such task, holds no longer, or the actor is not in charge */
  amend(tenant: string, actor: UnitId, data: PlanAmendment, options: Asked): Promise<Appended> {
    return this.record(tenant, actor, { type: 'PlanAmended', data: { ...data, by: null } }, options);
  }

  /** @throws Refused where the plan holds no longer, or the actor is not in charge */
  end(tenant: string, actor: UnitId, data: PlanEnd, options: Asked): Promise<Appended> {
    return this.record(tenant, actor, { type: 'PlanEnded', data: { ...data, by: null } }, options);
  }

  private async record(tenant: string, actor: UnitId, event: DocumentEvent, { at, ...options }: Asked): Promise<Appended> {
    const key = options.idempotencyKey;
    if (key !== undefined && (await this.store.recorded(tenant, key))) return this.store.append(tenant, [], options);
    return retryOnConflict(ATTEMPTS, async () => {
      const known = this.knowledge.of(tenant);
      await checkDocument(known, actor, { event, at });
      const { version } = await known.documents();
      // Of all facts, or a calendar that this process has not read would refuse the append for ever.
      await known.calendar();
      const events = [{ ...event, v: 1, because: null, at, actor }];
      const write = { stream: DOCUMENTS_STREAM, expected: version, events, isFact: true, wakeNoLater: at } as const;
      return this.store.append(tenant, [write], { ...options, knowing: known.knowing });
    });
  }
}

/** When, and under which key. */
export type Asked = AppendOptions & { readonly at: Instant };

interface Recording {
  readonly event: DocumentEvent;
  readonly at: Instant;
}

/** @throws Refused where the document cannot stand */
async function checkDocument(known: TenantKnowledge, actor: UnitId, { event, at }: Recording): Promise<void> {
  const plan = await known.plan(event.data.plan);
  if (!plan) throw new NotFound('plan', event.data.plan);
  const directory = await known.directory(localDateOf(at));
  const facts = (await known.documents()).facts.get(plan.id) ?? [];
  checkActor(plan, actor, directory);
  const ended = facts.find((fact) => fact.type === 'PlanEnded');
  if (ended) refuse('plan.ended', { plan: plan.rules.plan.number, status: ended.data.how });
  if (event.data.document) checkReference(event.data.document, directory, at);
  if (event.type === 'PlanAmended') checkTasks(plan, event.data.changes);
  if (event.type === 'OutsideEventDeclared') checkDeclaration(plan, event.data, { facts, at });
}

function checkActor(plan: EffectivePlan, actor: UnitId, directory: Directory): void {
  const allowed = inCharge(plan);
  if (allowed.includes(actor) || directory.isWithin(plan.rules.plan.issuer, actor)) return;
  refuse('plan.not-in-charge', { plan: plan.rules.plan.number, actor, allowed: allowed.join(', ') });
}

function checkReference({ number, date, issuer }: DocumentRef, directory: Directory, at: Instant): void {
  if (date > localDateOf(at)) refuse('document.in-future', { number, date });
  if (!directory.units.has(issuer)) refuse('document.issuer-unknown', { number, issuer });
}

function checkDeclaration(
  plan: EffectivePlan,
  data: EventDeclaration,
  { facts, at }: { readonly facts: readonly Fact[]; readonly at: Instant },
): void {
  const { event, on } = data;
  if (on > localDateOf(at)) refuse('plan.event-in-future', { event, on });
  checkAwaited(plan, data);
  const told = facts.find((fact) => fact.type === 'OutsideEventDeclared' && isSame(fact.data, data));
  if (told?.type === 'OutsideEventDeclared') {
    refuse('plan.event-declared', { plan: plan.rules.plan.number, event: told.data.event, on: told.data.on });
  }
}

function refuse(code: string, args: Rejection['args']): never {
  throw new Refused({ code, args });
}

/** Its issuer, its focal point, and whoever resolves what its text leaves open. */
function inCharge({ rules }: EffectivePlan): readonly UnitId[] {
  const resolvers = [rules.resolver, ...rules.tasks.map(({ resolver }) => resolver)];
  const units = [rules.plan.issuer, rules.focal, ...resolvers];
  return [...new Set(units.filter((unit): unit is UnitId => unit !== undefined && unit !== null))];
}

function checkTasks(plan: EffectivePlan, changes: readonly PlanChange[]): void {
  const unknown = changes.find(({ task }) => !plan.byNumber.has(task));
  if (unknown) refuse('plan.no-such-task', { plan: plan.rules.plan.number, task: unknown.task });
}

function checkAwaited(plan: EffectivePlan, { event }: EventDeclaration): void {
  const events = awaitedBy(plan);
  if (events.some((each) => sameText(each, event))) return;
  refuse('plan.no-such-event', {
    plan: plan.rules.plan.number,
    event,
    events: events.map((each) => `“${each}”`).join(', ') || '–',
  });
}

/** A declaration for some units leaves room for others. */
const isSame = (a: EventDeclaration, b: EventDeclaration): boolean =>
  sameText(a.event, b.event) && (a.units === null || b.units?.some((unit) => a.units?.includes(unit)) === true);

/** Everything outside that tasks of a plan wait for, and the cases that they are bound to, as its text names them. */
export function awaitedBy(plan: EffectivePlan): readonly string[] {
  const named = plan.tasks.flatMap(({ rule }) => {
    const deadline = deadlineOf(rule);
    const parts = deadline?.kind === 'then' ? [deadline.first, deadline.next] : [deadline];
    return [rule.condition, ...parts.map((part) => (part && 'event' in part ? part.event : undefined))];
  });
  return [...new Set(named.filter((text) => text !== undefined))];
}
