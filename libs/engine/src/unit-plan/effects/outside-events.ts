import { sameText } from '../../plan/same-text.js';
import type { EffectivePlan } from '../../cascade/effective-plan.js';
import type { Fact } from '../../plan/documents.js';
import type { Instant, LocalDate } from '../../time/local-date.js';
import { currentDue } from '../current-due.js';
import type { ClocksStarted } from '../events.js';
import type { RulesContext } from '../rules-context.js';
import { CLOSED_ITEM, type ItemState, type UnitPlanState } from '../state.js';
import { PHASE, type EffectSource, type Pending } from './pending.js';

type Declared = Fact & { readonly type: 'OutsideEventDeclared' };

interface Started {
  readonly fact: Declared;
  readonly items: ItemState[];
}

/**
 * Clocks that wait for something outside, and start when it is declared of the plan that sets the work, or of one above it. The
 * first declaration counts.
 */
export const outsideEvents: EffectSource = ({ state, context }) => {
  let started: Map<string, Started> | undefined;
  for (const item of state.items.values()) {
    if (item.awaits === undefined || item.startedOn !== null || CLOSED_ITEM.has(item.status)) continue;
    const fact = declarationFor(item, state, context);
    if (!fact) continue;
    started ??= new Map();
    const at = later(fact.at, item.since);
    const group = started.get(`${at} ${fact.key}`);
    if (group) group.items.push(item);
    else started.set(`${at} ${fact.key}`, { fact, items: [item] });
  }
  return started ? [...started.values()].map((group) => pendingOf(group, state, context)) : [];
};

const later = (a: Instant, b: Instant): Instant => (a > b ? a : b);

function declarationFor(item: ItemState, { unit }: UnitPlanState, { planOf, factsOf }: RulesContext): Declared | undefined {
  for (let plan: EffectivePlan | null = planOf(item.source)?.effective ?? null; plan; plan = plan.parent) {
    for (const fact of factsOf(plan.id)) {
      const isMeant = fact.type === 'OutsideEventDeclared' && sameText(fact.data.event, item.awaits ?? '');
      if (isMeant && (fact.data.units === null || fact.data.units.includes(unit))) return fact;
    }
  }
  return undefined;
}

const pendingOf = (group: Started, state: UnitPlanState, context: RulesContext): Pending => {
  const at = group.items.reduce<Instant>((latest, { since }) => later(latest, since), group.fact.at);
  return {
    at,
    phase: PHASE.outsideEvents,
    order: () => group.fact.key,
    cause: () => [clocksStarted(group, { at, state, context })],
  };
};

function clocksStarted(
  { fact, items }: Started,
  { at, state, context }: { readonly at: Instant; readonly state: UnitPlanState; readonly context: RulesContext },
): ClocksStarted {
  const { event, on, document } = fact.data;
  const { calendar, directory, planOf } = context;
  return {
    type: 'ClocksStarted',
    v: 1,
    data: { event, on, items: items.map((item) => ({ item: item.id, due: dueFrom(item, on, context) })) },
    because: {
      rules: planOf(items[0]?.source ?? state.source)?.hash ?? '',
      rule: `event ${event}`,
      place: null,
      calendar: calendar.version,
      organisation: directory.version,
      inputs: { on, document: document?.number ?? null },
    },
    at,
    actor: null,
  };
}

function dueFrom(item: ItemState, startedOn: LocalDate, { planOf, calendar }: RulesContext): LocalDate | null {
  const task = planOf(item.source)?.effective.byKey.get(item.task);
  return task ? currentDue({ ...item, startedOn }, task, calendar) : null;
}
