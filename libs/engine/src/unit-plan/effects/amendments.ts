import type { EffectivePlan } from '../../cascade/effective-plan.js';
import type { Fact, PlanChange } from '../../plan/documents.js';
import { startOfDay, type Instant } from '../../time/local-date.js';
import type { AmendmentApplied, ObligationKey } from '../events.js';
import type { RulesContext } from '../rules-context.js';
import { CLOSED_ITEM, CLOSED_REPORT, sourcesOf, type ItemState, type UnitPlanState } from '../state.js';
import { PHASE, type EffectSource, type Pending } from './pending.js';

type Amending = Fact & { readonly type: 'PlanAmended' | 'PlanEnded' };
type Effect = Pick<AmendmentApplied['data'], 'extended' | 'suspended' | 'withdrawn'>;

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
    if (world.state.applied.has(key)) return [];
    const effect = change === null ? endOf(plan, fact, world.state) : effectOf(change, plan, { fact, state: world.state });
    if (Object.values(effect).every((list) => list.length === 0)) return [];
    const at = change?.kind === 'suspend' ? later(fact.at, startOfDay(change.from)) : fact.at;
    const cause = (): readonly AmendmentApplied[] => [applied({ key, fact, effect, at }, plan, world.context)];
    return [{ at, phase: PHASE.amendments, order: () => key, cause }];
  });
}

const later = (a: Instant, b: Instant): Instant => (a > b ? a : b);
const isOpen = ({ status }: ItemState): boolean => !CLOSED_ITEM.has(status);

/** Only what the amended plan itself has set is put off: a date that a lower plan tightened is that plan's to move. */
function effectOf(
  change: PlanChange,
  plan: EffectivePlan,
  { fact, state }: { readonly fact: Amending; readonly state: UnitPlanState },
): Effect {
  const key = plan.byNumber.get(change.task)?.key;
  const items = [...state.items.values()].filter((item) => item.task === key && isOpen(item) && item.status !== 'submitted');
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
 * The end of a plan ends what it alone asks for: its own tasks, reports and duties. A task that it took over from the plan above,
 * tightened or not, is still that plan's.
 */
function endOf(plan: EffectivePlan, fact: Amending, state: UnitPlanState): Effect {
  const reason = reasonOf(fact);
  const isOwn = (item: ItemState): boolean => plan.byKey.has(item.task) && !plan.parent?.byKey.has(item.task);
  const items = [...state.items.values()].filter((item) => isOpen(item) && item.status !== 'submitted' && isOwn(item));
  const reports = [...state.reports.values()].filter(
    ({ source, status }) => source === plan.id && status !== 'submitted' && !CLOSED_REPORT.has(status),
  );
  const duties = [...state.duties.values()].filter(
    ({ source, fulfilledAt, ended }) => source === plan.id && fulfilledAt === null && ended === null,
  );
  const keys = [
    ...items.map(({ id }) => `item ${id}`),
    ...reports.map(({ id }) => `report ${id}`),
    ...duties.map(({ id }) => `duty ${id}`),
  ] as ObligationKey[];
  return { ...NOTHING, withdrawn: keys.map((obligation) => ({ obligation, reason })) };
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
