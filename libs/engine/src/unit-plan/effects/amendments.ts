import { isOwnTask, type EffectivePlan } from '../../cascade/effective-plan.js';
import type { Fact, PlanChange } from '../../plan/documents.js';
import { addDays, localDateOf, startOfDay, type Instant } from '../../time/local-date.js';
import { deadlineKind } from '../../cascade/obligations.js';
import { currentDue } from '../current-due.js';
import { obligationOf } from '../draft.js';
import type { AmendmentApplied, ItemId, ObligationKey, ReportId } from '../events.js';
import type { RulesContext } from '../rules-context.js';
import { CLOSED_ITEM, CLOSED_REPORT, sourcesOf, type ItemState, type UnitPlanState } from '../state.js';
import { PHASE, type EffectSource, type Pending } from './pending.js';

type Amending = Fact & { readonly type: 'PlanAmended' | 'PlanEnded' };
type Effect = Pick<AmendmentApplied['data'], 'extended' | 'suspended' | 'withdrawn' | 'restored'>;

/** What documents that amend, replace or end a plan change in a unit plan: each change once, on its day. */
export const amendments: EffectSource = (look) => {
  const { state, context } = look;
  let pending: Pending[] | undefined;
  for (const source of sourcesOf(state)) {
    for (const fact of context.factsOf(source)) {
      const plan = fact.type === 'OutsideEventDeclared' ? undefined : context.planOf(source)?.effective;
      if (!plan || fact.type === 'OutsideEventDeclared') continue;
      pending ??= [];
      pending.push(...pendingOf(fact, plan, look));
    }
  }
  return pending ?? NONE;
};

const NONE: readonly never[] = [];

interface World {
  readonly state: UnitPlanState;
  readonly context: RulesContext;
}

function pendingOf(fact: Amending, plan: EffectivePlan, world: World): readonly Pending[] {
  const changes: readonly (PlanChange | null)[] = fact.type === 'PlanEnded' ? [null] : fact.data.changes;
  return changes.flatMap((change, index) => {
    const key = `${fact.key}/${index + 1}`;
    const at = change?.kind === 'suspend' ? later(fact.at, startOfDay(change.from)) : fact.at;
    const found: Found[] = change?.kind === 'suspend' ? openedMeanwhile({ change, key, at }, plan, world.state) : [];
    if (!world.state.applied.has(key)) {
      const effect = change === null ? endOf(plan, fact, world) : effectOf(change, plan, { fact, at, state: world.state });
      found.push({ key, at: sentBack(effect, world.state, at), effect });
    }
    return found
      .filter(({ effect }) => Object.values(effect).some((list) => list.length > 0))
      .map((each) => {
        const cause = (): readonly AmendmentApplied[] => [applied({ ...each, fact }, plan, world.context)];
        return { at: each.at, phase: PHASE.amendments, order: () => each.key, cause };
      });
  });
}

/** What was handed in when a document came stays; where it has been sent back since, the document reaches it then. */
function sentBack({ extended, suspended, withdrawn }: Effect, { items, reports }: UnitPlanState, at: Instant): Instant {
  const keys = withdrawn.map(({ obligation }) => obligationOf(obligation));
  const ids = [...extended, ...suspended].map(({ item }) => item);
  const held = [
    ...ids.map((id) => items.get(id)),
    ...keys.map(({ kind, id }) => (kind === 'item' ? items.get(id as ItemId) : reports.get(id as ReportId))),
  ];
  return held.reduce((latest, each) => later(latest, each?.returnedAt ?? latest), at);
}

/** What one change does, when, and the key under which it is noted as done. */
interface Found {
  readonly key: string;
  readonly at: Instant;
  readonly effect: Effect;
}

interface Suspending {
  readonly change: PlanChange & { readonly kind: 'suspend' };
  readonly key: string;
  /** When it begins. */
  readonly at: Instant;
}

/**
 * Occurrences of suspended work that open while the suspension runs stand still as well, each from its first day: until the
 * suspension's own end, or, where it has none, as long as another occurrence has not been let go on.
 */
function openedMeanwhile({ change, key, at }: Suspending, plan: EffectivePlan, state: UnitPlanState): Found[] {
  const task = plan.byNumber.get(change.task)?.key;
  const { from, until } = change;
  const all = [...state.items.values()].filter((item) => item.task === task);
  const stands = all.some(({ status, suspensions }) => status === 'suspended' && suspensions.some((each) => each.from === from));
  const runsAt = ({ since }: ItemState): boolean => (until === null ? stands : since < startOfDay(addDays(until, 1)));
  const isNew = ({ since, period, inherited = [], suspensions }: ItemState): boolean =>
    since > at && period !== null && inherited.length === 0 && suspensions.length === 0;
  return all
    .filter((item) => isNew(item) && isRunning(item) && runsAt(item))
    .map(({ id, since }) => {
      const begins = localDateOf(since) > from ? localDateOf(since) : from;
      return { key: `${key}/${id}`, at: since, effect: { ...NOTHING, suspended: [{ item: id, from: begins, until }] } };
    });
}

const later = (a: Instant, b: Instant): Instant => (a > b ? a : b);
const isOpen = ({ status }: ItemState): boolean => !CLOSED_ITEM.has(status);
const isRunning = (item: ItemState): boolean => isOpen(item) && item.status !== 'submitted' && item.status !== 'suspended';

/**
 * Only what the amended plan itself has set is put off: a date that a lower plan tightened is that plan's to move. Work that opens
 * later is not meant.
 */
function effectOf(
  change: PlanChange,
  plan: EffectivePlan,
  { fact, at, state }: { readonly fact: Amending; readonly at: Instant; readonly state: UnitPlanState },
): Effect {
  const key = plan.byNumber.get(change.task)?.key;
  const isMeant = (item: ItemState): boolean => item.task === key && item.since <= at;
  const items = [...state.items.values()].filter((item) => isMeant(item) && isOpen(item) && item.status !== 'submitted');
  switch (change.kind) {
    case 'extend': {
      const own = items.filter(({ source, due }) => source === plan.id && due !== change.until);
      return { ...NOTHING, extended: own.map(({ id, due }) => ({ item: id, from: due, to: change.until })) };
    }
    case 'suspend': {
      const running = items.filter(({ status }) => status !== 'suspended');
      return { ...NOTHING, suspended: running.map(({ id }) => ({ item: id, from: change.from, until: change.until })) };
    }
    default:
      return { ...NOTHING, withdrawn: items.map(({ id }) => ({ obligation: itemKey(id), reason: reasonOf(fact) })) };
  }
}

const NOTHING: Effect = { extended: [], suspended: [], withdrawn: [] };
const itemKey = (id: string): ObligationKey => `item ${id}` as ObligationKey;
const reasonOf = (fact: Amending): string =>
  `${fact.type === 'PlanEnded' ? fact.data.how : 'withdrawn'}: ${fact.data.document.number}`;

/**
 * The end of a plan ends what it alone asks for: its own tasks, reports and duties. A task that it took over from the plan above is
 * still that plan's, and where it was tightened is due again as that plan says. What is asked for after the end stands.
 */
function endOf(plan: EffectivePlan, fact: Amending, { state, context }: World): Effect {
  const reason = reasonOf(fact);
  const wasThere = ({ since }: { readonly since: Instant }): boolean => since <= fact.at;
  const isOwn = (item: ItemState): boolean => isOwnTask(plan, item.task) && wasThere(item);
  const items = [...state.items.values()].filter((item) => isOpen(item) && item.status !== 'submitted' && isOwn(item));
  const reports = [...state.reports.values()].filter(
    (report) =>
      report.source === plan.id && report.status !== 'submitted' && !CLOSED_REPORT.has(report.status) && wasThere(report),
  );
  const duties = [...state.duties.values()].filter(
    (duty) => duty.source === plan.id && duty.fulfilledAt === null && duty.ended === null && wasThere(duty),
  );
  const keys = [
    ...items.map(({ id }) => `item ${id}`),
    ...reports.map(({ id }) => `report ${id}`),
    ...duties.map(({ id }) => `duty ${id}`),
  ] as ObligationKey[];
  const restored = restoredOf(plan, state, context);
  const withdrawn = keys.map((obligation) => ({ obligation, reason }));
  return { ...NOTHING, withdrawn, ...(restored.length > 0 && { restored }) };
}

/** A date that a document has set stands; all else is counted anew by the nearest plan above that has not ended. */
function restoredOf(plan: EffectivePlan, state: UnitPlanState, context: RulesContext): NonNullable<Effect['restored']> {
  const above = runningAbove(plan, context);
  return [...state.items.values()].flatMap((item) => {
    const task = item.source === plan.id && isOpen(item) ? above?.byKey.get(item.task) : undefined;
    if (!task || task.source === plan.id) return [];
    const kind = task.rule.deadline?.kind === 'recurring' ? item.kind : deadlineKind(task);
    const to = currentDue({ ...item, kind }, task, context.calendar);
    return [{ item: item.id, from: item.due, to, source: task.source, kind }];
  });
}

function runningAbove({ parent }: EffectivePlan, { factsOf }: RulesContext): EffectivePlan | null {
  let above = parent;
  while (above?.parent && factsOf(above.id).some(({ type }) => type === 'PlanEnded')) above = above.parent;
  return above;
}

interface Application {
  readonly key: string;
  readonly fact: Amending;
  readonly effect: Effect;
  readonly at: Instant;
}

function applied({ key, fact, effect, at }: Application, plan: EffectivePlan, context: RulesContext): AmendmentApplied {
  const { by, document } = fact.data;
  return {
    type: 'AmendmentApplied',
    v: 1,
    data: { fact: key, by, document, ...effect },
    because: {
      rules: plan.hash,
      rule: `document ${document.number}`,
      place: null,
      calendar: context.calendar.version,
      organisation: context.directory.version,
      inputs: { fact: key },
    },
    at,
    actor: null,
  };
}
