import type { Term } from '../../ir/deadline-rule.js';
import type { FollowUpRule } from '../../ir/follow-up-rule.js';
import type { PlanId } from '../../ir/plan-rules.js';
import type { UnitId } from '../../ir/directory.js';
import { dueDate } from '../../time/due-date.js';
import { isPast } from '../../time/due-instant.js';
import { endOfDay, localDateOf, startOfDay, type Instant, type LocalDate } from '../../time/local-date.js';
import type { WorkingCalendar } from '../../time/working-calendar.js';
import { afterSuspensions, endedOf } from '../current-due.js';
import type { DerivedItem, FollowUpReached, ItemId, ObligationKey } from '../events.js';
import { EXPLANATION_TERM, type NamedFollowUp } from '../follow-up-rules.js';
import type { RulesContext, RunningPlan } from '../rules-context.js';
import type { ItemState, ReportState, UnitPlanState } from '../state.js';
import { knownInstants } from './known-instants.js';
import { happensAt } from './ladder.js';
import { firedOf, hasFired, targetUnit, type OpenObligation } from './open-obligations.js';
import { isBeyond, isListed, PHASE, type EffectSource, type Look, type Pending } from './pending.js';

type Subject = Pick<OpenObligation, 'key' | 'source' | 'due' | 'generation'>;

/** One consequence for one obligation. */
interface Consequence {
  readonly subject: Subject;
  readonly follow: NamedFollowUp;
  readonly plan: RunningPlan;
  readonly at: Instant;
}

/**
 * What follows besides the ladder, each once for an obligation, rule and generation. What is late: for whatever is not handed in
 * on the Nth day after its due date (or before it). What is on time: for whatever stands handed in by its due date, not sent back,
 * at 00:00 after that day. An explanation that was demanded is late like any other work; nobody has to explain that, and being on
 * time with it earns nothing.
 */
export const followUps: EffectSource = (look) => {
  if (!hasConsequences(look)) return NONE;
  const found: Consequence[] = [];
  ofOpenWork(look, found);
  ofDoneWork(look, found);
  return found.map((consequence) => pendingOf(consequence, look.state, look.context));
};

const NONE: readonly never[] = [];

/** Most plans have none: asked of the plans, not of every obligation. */
function hasConsequences({ state, context: { planOf } }: Look): boolean {
  let last: PlanId | undefined;
  for (const owed of [state.items, state.reports, state.duties])
    for (const { source } of owed.values()) {
      if (source !== last && (planOf(source)?.followUp.rules.length ?? 0) > 0) return true;
      last = source;
    }
  return false;
}

/** For being on time, and praise whenever it comes: for what is done. All else is for what is not. */
const isForDone = ({ when, action }: FollowUpRule): boolean => when === 'on-time' || action === 'commend';

const isExplanation = ({ key }: Subject): boolean => key.startsWith('item explain:');

function ofOpenWork(look: Look, found: Consequence[]): void {
  for (const subject of look.open) {
    const plan = look.context.planOf(subject.source);
    if (!plan || plan.followUp.rules.length === 0) continue;
    const instants = instantsOf(plan.followUp.rules, subject.due, look.context.calendar);
    for (const [index, follow] of plan.followUp.rules.entries()) {
      const nominal = instants[index];
      const { when } = follow.rule;
      if (nominal === undefined || when === 'on-time' || isForDone(follow.rule)) continue;
      const at = happensAt({ when }, nominal, subject);
      if (at === null || !isNew({ subject, follow, at }, look)) continue;
      if (follow.rule.action !== 'demand-explanation' || !isExplanation(subject))
        addListed({ subject, follow, plan, at }, look, found);
    }
  }
}

function ofDoneWork(look: Look, found: Consequence[]): void {
  for (const { subject, since, doneAt } of doneOnTime(look)) {
    const plan = look.context.planOf(subject.source);
    if (!plan || plan.followUp.rules.length === 0 || isExplanation(subject)) continue;
    const instants = instantsOf(plan.followUp.rules, subject.due, look.context.calendar);
    for (const [index, follow] of plan.followUp.rules.entries()) {
      const nominal = instants[index];
      // "Commend N days before": what was in by then.
      if (nominal === undefined || !isForDone(follow.rule) || (follow.rule.when === 'before' && doneAt >= nominal)) continue;
      const at = nominal > since ? nominal : since;
      if (isNew({ subject, follow, at }, look)) addListed({ subject, follow, plan, at }, look, found);
    }
  }
}

const isNew = ({ subject, follow, at }: Omit<Consequence, 'plan'>, look: Look): boolean =>
  !isBeyond(at, look) && !hasFired(firedOf(look.state, subject.key), follow.name, subject.generation);

function addListed(consequence: Consequence, look: Look, found: Consequence[]): void {
  if (isListed(consequence.at, look)) found.push(consequence);
}

/** 00:00 of the Nth day before or after the due date; for being on time, of the day after it. */
function instantOf({ rule: { when, term } }: NamedFollowUp, due: LocalDate, calendar: WorkingCalendar): Instant {
  if (when === 'on-time' || term === null) return endOfDay(due);
  const kind = when === 'before' ? 'ahead' : 'after';
  const date = dueDate({ kind, date: due, ...term, dayOff: 'none' }, { issuedOn: due, calendar });
  return date === null ? endOfDay(due) : startOfDay(date);
}

const instantsOf = knownInstants(instantOf);

interface Done {
  readonly subject: Subject;
  readonly since: Instant;
  readonly doneAt: Instant;
}

const IN_ITEM: ReadonlySet<ItemState['status']> = new Set(['submitted', 'completed']);
const IN_REPORT: ReadonlySet<ReportState['status']> = new Set(['submitted', 'accepted']);

/** What stands handed in by the last moment of its due date. */
function doneOnTime({ state }: Look): readonly Done[] {
  const done: Done[] = [];
  const add = (key: string, owed: Omit<Owed, 'status'>): void => {
    const { due, time, doneAt, source, generation, since } = owed;
    if (due === null || doneAt === null || isPast(due, time, doneAt)) return;
    done.push({ subject: { key: key as ObligationKey, source, due, generation }, since, doneAt });
  };
  for (const item of state.items.values())
    if (IN_ITEM.has(item.status)) add(`item ${item.id}`, { ...item, doneAt: item.submittedAt });
  for (const report of state.reports.values())
    if (IN_REPORT.has(report.status)) add(`report ${report.id}`, { ...report, doneAt: report.submittedAt });
  for (const duty of state.duties.values())
    if (duty.ended === null) add(`duty ${duty.id}`, { ...duty, generation: 1, doneAt: duty.fulfilledAt });
  return done;
}

interface Owed extends Pick<DerivedItem, 'due' | 'time' | 'source'> {
  readonly status: string;
  readonly generation: number;
  readonly since: Instant;
  readonly doneAt: Instant | null;
}

/** A demand opens work, which other consequences count with: nothing may be taken in one go with it. */
const pendingOf = (consequence: Consequence, state: UnitPlanState, context: RulesContext): Pending => ({
  at: consequence.at,
  phase: consequence.follow.rule.action === 'demand-explanation' ? PHASE.demands : PHASE.followUp,
  order: () => `${consequence.subject.key} ${consequence.follow.name}`,
  cause: () => [reached(consequence, state, context)],
});

function reached(consequence: Consequence, state: UnitPlanState, context: RulesContext): FollowUpReached {
  const { subject, follow, plan, at } = consequence;
  const { plan: ruling } = plan.followUp;
  const { name, rule } = follow;
  const { key, due, generation } = subject;
  const [target = null] = targetUnit(rule.target, { state, focal: ruling.rules.focal, context });
  return {
    type: 'FollowUpReached',
    v: 1,
    data: {
      obligation: key,
      rule: name,
      generation,
      due,
      action: rule.action,
      target,
      explanation: rule.action === 'demand-explanation' ? explanationOf(consequence, target, { state, context }) : null,
    },
    because: {
      rules: ruling.hash,
      rule: `consequence ${name}`,
      place: rule.place,
      calendar: context.calendar.version,
      organisation: context.directory.version,
      inputs: { due, rule: name, generation },
    },
    at,
    actor: null,
  };
}

/**
 * The late unit's new item. It goes to whom the rule names, or to the direct superior where that is the late unit itself. Null
 * where it has been demanded already: one lateness is explained once, however often it is asked for.
 */
function explanationOf(
  { subject, follow, at }: Consequence,
  target: UnitId | null,
  { state, context }: { readonly state: UnitPlanState; readonly context: RulesContext },
): DerivedItem | null {
  const id = explanationId(subject);
  if (state.items.has(id)) return null;
  const receiver = target === null || target === state.unit ? superiorOf(state.unit, context) : target;
  return {
    id,
    task: 'explain',
    source: subject.source,
    period: null,
    kind: 'within',
    due: explanationDue(follow.rule.within, localDateOf(at), context.calendar),
    receiver,
    jointLeads: [],
    explains: subject.key,
  };
}

/** `explain:item 1.2#1`: the first generation of item 1.2 was late. */
const explanationId = ({ key, generation }: Pick<Subject, 'key' | 'generation'>): ItemId =>
  `explain:${key}#${generation}` as ItemId;

const superiorOf = (unit: UnitId, { directory }: RulesContext): UnitId | null => directory.units.get(unit)?.superior ?? null;

/** The day of the demand is not counted; a last day off moves to the next working day. */
const explanationDue = (within: Term | null, date: LocalDate, calendar: WorkingCalendar): LocalDate | null =>
  dueDate({ kind: 'after', date, ...(within ?? EXPLANATION_TERM) }, { issuedOn: date, calendar });

/**
 * The date of a demanded explanation, counted anew from the day of the demand. One that came over from a unit that is no more was
 * demanded there, and keeps its date: that it is asked for again here opened nothing.
 */
export function recountedExplanation(
  item: ItemState,
  state: UnitPlanState,
  { planOf, calendar }: RulesContext,
): LocalDate | null {
  if ((item.inherited ?? []).length > 0) return item.due;
  const rules = planOf(item.source)?.followUp.rules ?? [];
  const demands = state.fired.filter(
    ({ obligation, generation }) => obligation === item.explains && explanationId({ key: obligation, generation }) === item.id,
  );
  for (const { step, at } of demands) {
    const demand = rules.find(({ name, rule }) => name === step && rule.action === 'demand-explanation');
    if (!demand || item.basis === 'document') continue;
    const due = explanationDue(demand.rule.within, localDateOf(at), calendar);
    return afterSuspensions(due, endedOf(item), { unit: 'day', calendar });
  }
  return item.due;
}
