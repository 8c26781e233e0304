import {
  DOCUMENTS_STREAM,
  localDateOf,
  planIdOf,
  type DocumentChange,
  type DocumentEvent,
  type DocumentRef,
  type EffectivePlan,
  type Instant,
  type PlanChange,
  type PlanRef,
  type PlanRules,
  type UnitId,
} from '#engine';
import type { StreamWrite } from '#event-store';
import { Refused } from './faults.js';
import type { TenantKnowledge } from './tenant-knowledge.js';

interface Issue {
  readonly at: Instant;
  readonly actor: UnitId;
}

/**
 * What a plan's issue does to earlier ones that it amends, replaces or repeals, as its text says: facts, in the append of the
 * issue. Plans that were never recorded here (older than the system) are passed over.
 * @throws Refused where an earlier plan is not this issuer's to change, or has no task that is changed
 */
export async function factWrites(
  known: TenantKnowledge,
  rules: PlanRules,
  { at, actor }: Issue,
): Promise<readonly StreamWrite[]> {
  const events = await documentEvents(known, rules, at);
  if (events.length === 0) return [];
  const { version } = await known.documents();
  const recorded = events.map((event) => ({ ...event, v: 1, because: null, at, actor }));
  return [{ stream: DOCUMENTS_STREAM, expected: version, events: recorded, isFact: true, wakeNoLater: at }];
}

async function documentEvents(known: TenantKnowledge, rules: PlanRules, at: Instant): Promise<readonly DocumentEvent[]> {
  const { issuer, number, issuedOn } = rules.plan;
  const stamp = { by: planIdOf(rules.plan), document: { number, date: issuedOn, issuer } satisfies DocumentRef };
  const amended = await earlierPlans(known, rules, { refs: rules.amends ?? [], at });
  const events = amendments(rules, amended).map(
    ({ plan, changes }): DocumentEvent => ({ type: 'PlanAmended', data: { plan: plan.id, changes, ...stamp } }),
  );
  for (const how of ['replaced', 'repealed'] as const) {
    const refs = (how === 'replaced' ? rules.replaces : rules.repeals) ?? [];
    for (const { id } of await earlierPlans(known, rules, { refs, at })) {
      events.push({ type: 'PlanEnded', data: { plan: id, how, ...stamp } });
    }
  }
  return events;
}

interface Amended {
  readonly plan: EffectivePlan;
  readonly changes: readonly PlanChange[];
}

/** Each amended plan with the changes to its own tasks. */
function amendments(rules: PlanRules, plans: readonly EffectivePlan[]): readonly Amended[] {
  const changes = rules.changes ?? [];
  const lost = changes.find(({ task }) => plans.length > 0 && !plans.some(({ byNumber }) => byNumber.has(task)));
  if (lost) throw new Refused({ code: 'plan.no-such-task', args: { plan: rules.amends?.[0]?.number ?? '', task: lost.task } });
  return plans
    .map((plan) => ({ plan, changes: changes.filter(({ task }) => plan.byNumber.has(task)).map(withoutPlace) }))
    .filter((each) => each.changes.length > 0);
}

const withoutPlace = (change: DocumentChange): PlanChange => {
  const kept: Partial<DocumentChange> = { ...change };
  delete (kept as { place?: unknown }).place;
  return kept as PlanChange;
};

/** Those of the plans named that are recorded here and still hold. */
async function earlierPlans(
  known: TenantKnowledge,
  rules: PlanRules,
  { refs, at }: { readonly refs: readonly PlanRef[]; readonly at: Instant },
): Promise<readonly EffectivePlan[]> {
  const { facts } = await known.documents();
  const directory = await known.directory(localDateOf(at));
  const found: EffectivePlan[] = [];
  for (const ref of refs) {
    const plan = await known.plan(planIdOf(ref));
    if (!plan || facts.get(plan.id)?.some(({ type }) => type === 'PlanEnded')) continue;
    const { issuer } = rules.plan;
    if (!directory.isWithin(ref.issuer, issuer)) {
      throw new Refused({ code: 'plan.not-in-charge', args: { plan: ref.number, actor: issuer, allowed: ref.issuer } });
    }
    found.push(plan);
  }
  return found;
}
