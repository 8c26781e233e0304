import {
  startOfDay,
  type Instant,
  type ItemState,
  type LocalDate,
  type ObligationKey,
  type Suspension,
  type UnitPlanState,
} from '#engine';
import { generationOf, generationsOf, whyDue, type Generation } from './due.js';
import type { AnyStatement, Code, Evidence } from './explanation.js';
import { statusOf } from './rights.js';
import { say } from './statement.js';
import { doneAtOf } from './state.js';
import { reachedBy, stepDay, stepRules, type StepRule } from './step.js';
import type { Obligation, UnitPlanCourse } from './unit-plan-course.js';
import type { WhyLog } from './why-log.js';
import type { Facts } from './words/facts.js';

/** A step of an obligation, in one generation of its deadline. */
export interface StepQuestion {
  readonly key: ObligationKey;
  readonly step: string;
  readonly generation: number;
}

/** An obligation as it stood at an instant, for which the conditions of a step are gone through. */
export interface Standing {
  readonly log: WhyLog;
  readonly obligation: Obligation;
  readonly state: UnitPlanState;
  readonly rule: StepRule;
  readonly due: LocalDate;
  readonly nominal: Instant;
  readonly at: Instant;
}

/** What fails first, as data. */
export type Failing = { readonly [C in Code]: { readonly code: C; readonly facts: Facts[C] } }[Code];

/**
 * Why a step has not happened: the first condition of the rule that fails. Goes through the same conditions as the engine, in the
 * order in which a person would ask them.
 */
export function whyNotStep(
  log: WhyLog,
  course: UnitPlanCourse,
  { key, step, generation }: StepQuestion,
): readonly AnyStatement[] {
  const generations = generationsOf(course, key);
  const current = generations.at(-1);
  const found = generations.find((each) => each.number === generation);
  if (!current) return [];
  if (!found) return [say('not.no-generation', { generation, now: current.number }, { because: [whyDue(log, course, { key })] })];
  const obligation = { kind: course.obligation(key)?.kind, it: found.last.after } as Obligation;
  const directory = log.organisation.latest(log.at.slice(0, 10) as LocalDate);
  const rules = stepRules(log, obligation.it.source, directory);
  const rule = rules.find((each) => each.name === step);
  if (!rule)
    return [say('not.no-such-step', { step, known: rules.map(({ name }) => name) }, { evidence: [planPlace(log, obligation)] })];
  const place = log.rule(log.plan(rule.plan), `step ${step}`, rule.place);
  const why = failure(log, course, { key, obligation, rule, found, place });
  return [why, ...earlier(log, course, { key, step, generation })];
}

const planPlace = (log: WhyLog, { it }: Obligation): Evidence | undefined => {
  const plan = log.plan(it.source);
  return log.rule(plan, 'plan', plan?.effective.rules.place ?? null);
};

interface Looking {
  readonly key: ObligationKey;
  readonly obligation: Obligation;
  readonly rule: StepRule;
  readonly found: Generation;
  readonly place: Evidence | undefined;
}

function failure(log: WhyLog, course: UnitPlanCourse, { key, obligation, rule, found, place }: Looking): AnyStatement {
  const due = obligation.it.due;
  const evidence = [place, log.event(found.last.event)];
  const counted = () => whyDue(log, course, { key, upTo: found.last.event.version });
  if (due === null) {
    const failing = withoutDate(key, obligation);
    return say(failing.code, failing.facts, { evidence, because: [counted()] });
  }
  const at = found.endedBy?.event.at ?? log.at;
  const { nominal, statement } = stepDay(rule, due, log.calendar);
  if (found.endedBy && nominal >= at) {
    const now = generationOf(found.endedBy.after);
    const facts = { generation: found.number, now, at, nominal };
    return say('not.superseded', facts, { evidence: [place, log.event(found.endedBy.event)], because: [statement, counted()] });
  }
  const failing = firstFailing({ log, obligation, state: course.state, rule, due, nominal, at });
  const doneAt = doneAtOf(obligation);
  const done = course.turnsOf(key).find(({ event }) => event.at === doneAt && event.actor !== null);
  const shown = done ? [place, log.event(done.event)] : evidence;
  return say(failing.code, failing.facts, { evidence: shown, because: [statement, counted()] });
}

/** Of a step that happened in an earlier generation of the deadline, that it did. */
function earlier(log: WhyLog, course: UnitPlanCourse, { key, step, generation }: StepQuestion): readonly AnyStatement[] {
  return generationsOf(course, key).flatMap(({ number }) => {
    const event = number < generation ? reachedBy(course, key, { step, generation: number }) : undefined;
    return event ? [say('not.earlier-generation', { generation: number, at: event.at }, { evidence: [log.event(event)] })] : [];
  });
}

function withoutDate(key: ObligationKey, { kind, it }: Obligation): Failing {
  const status = statusOf(it);
  if (kind === 'item' && it.status === 'dormant' && it.awaits !== undefined)
    return { code: 'not.dormant', facts: { awaits: it.awaits } };
  const form = kind === 'item' ? it.kind : kind === 'report' ? 'as-regulated' : 'duty';
  return { code: 'not.no-deadline', facts: { obligation: key, kind: form, status } };
}

/**
 * The first condition of a step that fails at an instant; `not.clock-behind` where none does: the step is then due, and its
 * event must follow.
 */
export function firstFailing(standing: Standing): Failing {
  const { obligation, rule } = standing;
  const isExplanation = obligation.kind === 'item' && obligation.it.explains !== undefined;
  const action = rule.actions[0]?.action;
  if (rule.isConsequence && isExplanation && (action === 'demand-explanation' || isForDone(rule)))
    return { code: 'not.explanation', facts: { obligation: obligation.it.id } };
  return isForDone(rule) ? failingForDone(standing) : failingForOpen(standing);
}

/** For being on time, and praise whenever it comes: for what is done. All else is for what is not. */
const isForDone = ({ when, actions, isConsequence }: StepRule): boolean =>
  isConsequence && (when === 'on-time' || actions[0]?.action === 'commend');

function failingForDone({ log, obligation, state, rule, due, nominal, at }: Standing): Failing {
  const doneAt = doneAtOf(obligation);
  const { it } = obligation;
  const time = 'time' in it ? it.time : undefined;
  if (doneAt === null || isTooLate(doneAt, due, time)) return { code: 'not.not-on-time', facts: { doneAt, due } };
  if (rule.when === 'before' && doneAt >= nominal) return { code: 'not.not-by-then', facts: { doneAt, nominal } };
  const happens = nominal > it.since ? nominal : it.since;
  if (state.transferredAt !== null && happens >= state.transferredAt) return ended(log, state, state.transferredAt);
  return toCome(happens, at);
}

/** First moment that is too late: the clock time of the last day, or its end. Compared as text, which is the order of time. */
const isTooLate = (done: Instant, due: LocalDate, time: string | undefined): boolean =>
  time === undefined ? done.slice(0, 10) > due : done.slice(0, 16) >= `${due}T${time}`;

const toCome = (happens: Instant, at: Instant): Failing =>
  happens > at
    ? { code: 'not.reached', facts: { nominal: happens, at } }
    : { code: 'not.clock-behind', facts: { due: happens, at } };

const ended = (log: WhyLog, { unit }: UnitPlanState, at: Instant): Failing => ({
  code: 'not.unit-ended',
  facts: { unit: log.organisation.name(unit, at.slice(0, 10) as LocalDate), at },
});

const OPEN: ReadonlySet<string> = new Set(['assigned', 'received', 'in-progress', 'returned', 'expected', 'owed']);

function failingForOpen(standing: Standing): Failing {
  const { obligation, rule, nominal, at } = standing;
  const status = statusOf(obligation.it);
  const inHand = inHandOf(obligation);
  if (OPEN.has(status)) {
    if (nominal < inHand && rule.when === 'before') return { code: 'not.made-up', facts: { nominal, since: inHand } };
    return toCome(nominal < inHand ? inHand : nominal, at);
  }
  const doneAt = doneAtOf(obligation);
  if (doneAt === null) return notOpen(standing, status, inHand);
  if (doneAt < nominal) return { code: 'not.done-before', facts: { doneAt, nominal } };
  if (nominal < inHand && rule.when === 'before') return { code: 'not.made-up', facts: { nominal, since: inHand } };
  const still = stillAt(obligation, nominal);
  if (still) return { code: 'not.suspended', facts: still };
  const { since } = obligation.it;
  if (since >= doneAt) return { code: 'not.in-meanwhile', facts: { doneAt, nominal, since } };
  return toCome(nominal < inHand ? inHand : nominal, at);
}

/** When the work last came into the unit’s hands: with the date that stands, or when its result was sent back. */
const inHandOf = ({ kind, it }: Obligation): Instant =>
  kind !== 'duty' && it.returnedAt !== null && it.returnedAt > it.since ? it.returnedAt : it.since;

/** Suspended, cancelled or gone over: nothing happens to it, unless it was due before. */
function notOpen({ obligation, rule, nominal, at, log, state }: Standing, status: string, inHand: Instant): Failing {
  if (nominal < inHand && rule.when === 'before') return { code: 'not.made-up', facts: { nominal, since: inHand } };
  const still = stillAt(obligation, nominal) ?? runningSuspension(obligation);
  if (still && status === 'suspended') return { code: 'not.suspended', facts: still };
  if (state.transferredAt !== null && (status === 'transferred' || status === 'cancelled'))
    return ended(log, state, state.transferredAt);
  return { code: 'not.closed', facts: { status, at } };
}

type Still = Facts['not.suspended'];

/** The suspension that runs, or ran last. */
export const runningSuspensionOf = ({ suspensions }: Pick<ItemState, 'suspensions'>): Still | undefined =>
  spanOf(suspensions.at(-1));

/** Only the days: the ledger may note more. */
const spanOf = (suspension: Suspension | undefined): Still | undefined =>
  suspension && { from: suspension.from, until: suspension.until };

const runningSuspension = ({ kind, it }: Obligation): Still | undefined =>
  kind === 'item' ? runningSuspensionOf(it as ItemState) : undefined;

/** The suspension that covered an instant. */
function stillAt({ kind, it }: Obligation, at: Instant): Still | undefined {
  if (kind !== 'item') return undefined;
  return spanOf(it.suspensions.find(({ from, until }) => startOfDay(from) <= at && (until === null || at.slice(0, 10) <= until)));
}
