import {
  localDateOf,
  obligationOf,
  type Inherited,
  type Instant,
  type ItemId,
  type ObligationKey,
  type PlanId,
  type PlanIssued,
  type ReportId,
  type UnitId,
} from '#engine';
import type { StreamReader } from '../audit/opened-log.js';
import { NotFound } from '../workflow/faults.js';
import { answerOf, type Case } from './answer.js';
import { generationOf } from './due.js';
import { WHY_FORMAT, type Aspect, type Explanation } from './explanation.js';
import type { UnitPlanCourse } from './unit-plan-course.js';
import { WhyLog, type LoggedPlan } from './why-log.js';

/** A question of “why” or “why not”, as it is put. */
export interface WhyQuestion {
  readonly negated: boolean;
  /** Key of a plan: of the one at the top, or of any below it. */
  readonly plan: string;
  /** Id or name of a unit. */
  readonly unit: string;
  /** `1.2`, `1@2022-9M`, `item 1.2`; absent: the unit’s reports as a whole. */
  readonly obligation?: string;
  /** What is asked of it; absent: everything, or of a negated question whether it is owed. */
  readonly aspect?: Aspect;
  /** A step of the ladder or a consequence: `after-5wd`. */
  readonly step?: string;
  /** Which generation of the deadline; the running one unless told. */
  readonly generation?: number;
  /** Id or name of the unit that a report was expected by. */
  readonly to?: string;
  /** Label of a period, for rates. */
  readonly period?: string;
  readonly at: Instant;
}

/**
 * Answers “why” and “why not” from the log alone: the same for the same log, whatever the store. Reads the unit plan, the plans that
 * set anything in it, the facts of the tenant and, for reports and rates, the unit plans whose reports count.
 *
 * @throws NotFound where the plan or the unit is not known at the instant of the question
 */
export async function explainWhy(store: StreamReader, tenant: string, question: WhyQuestion): Promise<Explanation> {
  const log = await WhyLog.open(store, tenant, question.at);
  return explainIn(log, question);
}

/** {@link explainWhy} in a log that is open: many questions of one instant read its facts once. */
export async function explainIn(log: WhyLog, question: WhyQuestion): Promise<Explanation> {
  const asked = await find(log, question);
  const { isSo, statements } = await answerOf(asked);
  const name = (unit: UnitId) => log.organisation.name(unit, localDateOf(log.at));
  const { aspect, plan, unit, key, step, generation, to } = asked;
  return {
    format: WHY_FORMAT,
    asked: {
      negated: question.negated,
      aspect,
      plan: plan.name.id,
      unit: name(unit),
      obligation: key,
      step,
      generation,
      to: to === null ? null : name(to),
      at: log.at,
    },
    holds: isSo !== question.negated,
    answer: statements,
  };
}

/** Finds in the log what a question names. @throws NotFound */
async function find(log: WhyLog, question: WhyQuestion): Promise<Case> {
  const plan = await log.load(question.plan as PlanId);
  if (!plan) throw new NotFound('plan', question.plan);
  const { root } = plan.issued.data as PlanIssued;
  await log.load(root);
  const unit = unitOf(log, question.unit, plan);
  const course = await log.course(root, unit);
  const key = question.obligation === undefined ? null : keyOf(question.obligation, course);
  if (course && key) await loadOthers(log, course, key);
  const aspect = aspectOf(question, key);
  return {
    log,
    plan,
    followed: (course && log.plan(course.state.source)) ?? plan,
    root,
    unit,
    course,
    key,
    aspect,
    to: question.to === undefined ? null : unitOf(log, question.to, plan),
    period: question.period ?? null,
    step: question.step ?? null,
    generation: aspect === 'step' ? (question.generation ?? runningGeneration(course, key)) : null,
  };
}

function aspectOf({ aspect, step, to, negated }: WhyQuestion, key: ObligationKey | null): Aspect {
  if (aspect !== undefined) return aspect;
  if (key === null) return 'rate';
  if (step !== undefined) return 'step';
  if (to !== undefined) return 'recipient';
  return negated ? 'existence' : 'all';
}

/** The generation in which the deadline of an obligation runs; a duty has one alone. */
function runningGeneration(course: UnitPlanCourse | undefined, key: ObligationKey | null): number {
  const it = key === null ? undefined : course?.obligation(key)?.it;
  return it ? generationOf(it) : 1;
}

/** A unit by its id, or by the name that it bears now or bore when the plan was issued. @throws NotFound */
function unitOf({ organisation, at }: WhyLog, sought: string, { name, effective }: LoggedPlan): UnitId {
  if (organisation.history.lives.has(sought as UnitId)) return sought as UnitId;
  const near = effective.rules.plan.issuer;
  const days = [localDateOf(at), name.issuedOn];
  for (const day of days) {
    const found = organisation.latest(day).find(sought, near);
    if (found) return found.id;
  }
  throw new NotFound('unit', sought);
}

const KIND = /^(item|report|duty) /;

/** The key of what is asked about: as it stands, or with the kind of what bears the id; what nobody bears is taken for what it looks like. */
export function keyOf(sought: string, course: UnitPlanCourse | undefined): ObligationKey {
  if (KIND.test(sought)) return sought as ObligationKey;
  const { state } = course ?? {};
  if (state?.items.has(sought as ItemId)) return `item ${sought}` as ObligationKey;
  if (state?.reports.has(sought as ReportId)) return `report ${sought}` as ObligationKey;
  const isReport = /(^|:)[^@:]+@(\d{4}|midterm|final)/.test(sought) && !sought.includes('.');
  return `${isReport ? 'report' : 'item'} ${sought}` as ObligationKey;
}

/** Reads the unit plans that an obligation's answer speaks of: those that it came over from, and those whose reports it takes in. */
async function loadOthers(log: WhyLog, course: UnitPlanCourse, key: ObligationKey): Promise<void> {
  const it = course.obligation(key)?.it;
  const inputs = it && 'inputs' in it ? it.inputs : [];
  await log.coursesOf(course.state.plan, inputs);
  await loadPredecessors(log, course.state.plan, it?.inherited ?? []);
}

async function loadPredecessors(log: WhyLog, plan: PlanId, inherited: readonly Inherited[]): Promise<void> {
  if (inherited.length === 0) return;
  const courses = await log.coursesOf(plan, [...new Set(inherited.map(({ unit }) => unit))]);
  for (const { unit, obligation } of inherited) {
    const { kind, id } = obligationOf(obligation);
    const before = courses.get(unit)?.obligation(`${kind} ${id}` as ObligationKey)?.it;
    await loadPredecessors(log, plan, before?.inherited ?? []);
  }
}
