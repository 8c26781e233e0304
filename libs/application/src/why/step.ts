import {
  localDateOf,
  startOfDay,
  type EscalationRule,
  type EscalationTarget,
  type Instant,
  type LocalDate,
  type ObligationKey,
  type PlanId,
  type Place,
  type Term,
  type UnitId,
} from '#engine';
import { termAfterDue } from './count-rule.js';
import { generationOf, generationsOf, standingBefore, whyDue } from './due.js';
import type { AnyStatement, Evidence } from './explanation.js';
import { statusOf } from './rights.js';
import { say } from './statement.js';
import { doneAtOf } from './state.js';
import type { Turn, UnitPlanCourse } from './unit-plan-course.js';
import type { LoggedCalendar, WhyLog } from './why-log.js';
import type { Deed, StepFacts } from './words/step-words.js';

/** A step of the ladder, or a consequence, as the rules have it. */
export interface StepRule {
  readonly name: string;
  readonly when: 'before' | 'after' | 'on-time';
  /** Null for what follows from being on time. */
  readonly term: Term | null;
  readonly actions: readonly { readonly action: Deed; readonly target: EscalationTarget }[];
  readonly place: Place;
  /** The plan whose ladder it is: the one that sets the work, or the nearest above that has one. */
  readonly plan: PlanId;
  readonly focal: UnitId | null;
  readonly isConsequence: boolean;
}

/** The steps and consequences that count for what a plan sets, in an organisation. */
export function stepRules(log: WhyLog, source: PlanId, directory: Parameters<WhyLog['running']>[1]): readonly StepRule[] {
  const running = log.running(source, directory);
  if (!running) return [];
  const { ladder, followUp } = running;
  const steps = ladder.steps.map(
    ({ step: name, when, amount, unit, actions, place }: EscalationRule): StepRule => ({
      name,
      when,
      term: { amount, unit },
      actions,
      place,
      plan: ladder.plan.id,
      focal: ladder.plan.rules.focal,
      isConsequence: false,
    }),
  );
  const consequences = followUp.rules.map(
    ({ name, rule: { when, term, action, target, place } }): StepRule => ({
      name,
      when,
      term,
      actions: [{ action, target }],
      place,
      plan: followUp.plan.id,
      focal: followUp.plan.rules.focal,
      isConsequence: true,
    }),
  );
  return [...steps, ...consequences];
}

/** When a step lies on the calendar, with the count. */
export interface StepDay {
  readonly nominal: Instant;
  readonly statement: AnyStatement;
}

/** 00:00 of the Nth day before or after a due date; for being on time, of the day after it. */
export function stepDay({ when, term }: StepRule, due: LocalDate, calendar: LoggedCalendar): StepDay {
  const length = when === 'on-time' || term === null ? ({ amount: 1, unit: 'day' } as const) : term;
  const amount = when === 'before' ? -length.amount : length.amount;
  const { steps, end } = termAfterDue({ amount, unit: length.unit }, due, calendar);
  const nominal = startOfDay(end);
  return { nominal, statement: say('step.day', { due, day: end, nominal }, { because: steps }) };
}

/** A step as it happened. */
export interface Reached {
  readonly event: Turn['event'];
  readonly step: string;
  readonly generation: number;
}

/** The event with which a step happened to an obligation in a generation; undefined where it did not. */
export const reachedBy = (
  course: UnitPlanCourse,
  key: ObligationKey,
  { step, generation }: Omit<Reached, 'event'>,
): Turn['event'] | undefined =>
  course.events.find(({ type, data }) => {
    if (type === 'EscalationStepReached') return data.obligation === key && data.step === step && data.generation === generation;
    return type === 'FollowUpReached' && data.obligation === key && data.rule === step && data.generation === generation;
  });

/** Why a step happened: the rule, the due date and the count from it, that the work was not in, and who was told. */
export function whyStep(
  log: WhyLog,
  course: UnitPlanCourse,
  { key, event }: { readonly key: ObligationKey; readonly event: Turn['event'] },
): AnyStatement {
  if (event.type !== 'EscalationStepReached' && event.type !== 'FollowUpReached') throw new TypeError(`no step: ${event.type}`);
  const { data } = event;
  const name = 'step' in data ? data.step : data.rule;
  const { generation, due } = data;
  const on = localDateOf(event.at);
  const directory = log.organisation.at(event);
  const standing = standingBefore(course, event, key);
  const rule = standing && stepRules(log, standing.it.source, directory).find((each) => each.name === name);
  const told = 'step' in data ? data.actions : [{ action: data.action, target: data.target }];
  const actions = told.map(({ action, target }) => ({
    action,
    target: target === null ? null : log.organisation.name(target, on),
  }));
  const facts: StepFacts['step.happened'] = { step: name, obligation: key, generation, due, at: event.at, actions };
  const place = rule && log.rule(log.plan(rule.plan), `${rule.isConsequence ? 'consequence' : 'step'} ${name}`, rule.place);
  const because = rule
    ? [
        ruleStatement(rule, standing.it.source, place),
        ...dayStatements(log, event, { rule, due }),
        ...openStatements(log, course, { key, event, due }),
        ...rule.actions.map((each) => targetStatement(log, course, { event, rule, place, ...each })),
        whyDue(log, course, { key, upTo: event.version }),
      ]
    : [];
  return say('step.happened', facts, { evidence: [log.event(event), place], because });
}

const ruleStatement = ({ name, when, term, plan }: StepRule, source: PlanId, place: Evidence | undefined): AnyStatement =>
  say(
    'step.rule',
    { step: name, when, amount: term?.amount ?? null, unit: term?.unit ?? null, ladder: plan === source ? 'own' : 'above' },
    { evidence: [place] },
  );

interface OfStep {
  readonly rule: StepRule;
  readonly due: LocalDate;
}

function dayStatements(log: WhyLog, event: Turn['event'], { rule, due }: OfStep): readonly AnyStatement[] {
  const { nominal, statement } = stepDay(rule, due, log.calendarOf(event));
  if (nominal === event.at) return [statement];
  return [statement, say('step.in-hand', { nominal, since: event.at, at: event.at }, { evidence: [log.event(event)] })];
}

interface OfEvent {
  readonly key: ObligationKey;
  readonly event: Turn['event'];
  readonly due: LocalDate;
}

/** How the work stood when the step came: not in, or in by its day. */
function openStatements(log: WhyLog, course: UnitPlanCourse, { key, event, due }: OfEvent): readonly AnyStatement[] {
  const standing = standingBefore(course, event, key);
  if (!standing) return [];
  const doneAt = doneAtOf(standing);
  const last = course.turnsOf(key).findLast((turn) => turn.event.version < event.version);
  const evidence = [last && log.event(last.event)];
  const how =
    doneAt === null
      ? say('step.open', { status: statusOf(standing.it), since: standing.it.since, due }, { evidence })
      : say('step.done-on-time', { doneAt, due }, { evidence });
  const generations = generationsOf(course, key);
  const number = generationOf(standing.it);
  const generation = generations.find((each) => each.number === number);
  return generations.length < 2 || !generation
    ? [how]
    : [
        how,
        say('generation', { generation: number, since: generation.since }, { evidence: [log.event(generation.first.event)] }),
      ];
}

interface Telling {
  readonly event: Turn['event'];
  readonly rule: StepRule;
  readonly place: Evidence | undefined;
  readonly action: Deed;
  readonly target: EscalationTarget;
}

/** Who is told, and why that unit on that day. */
function targetStatement(log: WhyLog, { state }: UnitPlanCourse, { event, rule, place, action, target }: Telling): AnyStatement {
  const on = localDateOf(event.at);
  const directory = log.organisation.at(event);
  const { unit } = state;
  const told: Readonly<Record<EscalationTarget['kind'], UnitId | null>> = {
    lead: unit,
    focal: rule.focal,
    superior: directory.units.get(unit)?.superior ?? null,
    unit: target.kind === 'unit' ? target.unit : null,
  };
  const found = told[target.kind];
  const facts = {
    action,
    target: found === null ? null : log.organisation.name(found, on),
    as: target.kind,
    on,
    unit: log.organisation.name(unit, on),
  };
  return say('step.target', facts, { evidence: [place, log.organisation.evidence(unit, directory, on)] });
}
