import { localDateOf, type ObligationKey, type PlanId, type UnitId } from '#engine';
import { generationsOf } from './due.js';
import type { Code } from './explanation.js';
import { firstFailing } from './not-step.js';
import { reachedBy, stepDay, stepRules } from './step.js';
import { obligationIn, type UnitPlanCourse } from './unit-plan-course.js';
import type { WhyLog } from './why-log.js';

/** A step of an obligation in one generation of its deadline. */
export interface StepOf {
  readonly name: string;
  readonly generation: number;
  /** Of a step that happened: the first of its conditions that failed just before; `not.clock-behind` where none did. Null for any other. */
  readonly failing: Code | null;
}

/** Every step and consequence that the rules have for an obligation, in each generation of its deadline: what can be asked about it. */
export async function stepsOf(
  log: WhyLog,
  { plan, unit, key }: { readonly plan: string; readonly unit: string; readonly key: string },
): Promise<readonly StepOf[]> {
  const course = await log.course(plan as PlanId, unit as UnitId);
  const found = course?.obligation(key as ObligationKey);
  if (!course || !found) return [];
  const directory = log.organisation.latest(localDateOf(log.at));
  const names = stepRules(log, found.it.source, directory).map(({ name }) => name);
  return generationsOf(course, key as ObligationKey).flatMap(({ number: generation }) =>
    names.map((name) => ({
      name,
      generation,
      failing: failingBefore(log, course, { key: key as ObligationKey, step: name, generation }),
    })),
  );
}

/** What stood in the way of a step just before it happened. */
function failingBefore(
  log: WhyLog,
  course: UnitPlanCourse,
  asked: { readonly key: ObligationKey; readonly step: string; readonly generation: number },
): Code | null {
  const event = reachedBy(course, asked.key, asked);
  const state = event && course.before(event);
  const obligation = state && obligationIn(state, asked.key);
  const due = obligation?.it.due;
  if (!event || !state || !obligation || !due) return null;
  const rule = stepRules(log, obligation.it.source, log.organisation.at(event)).find(({ name }) => name === asked.step);
  if (!rule) return 'not.no-such-step';
  const { nominal } = stepDay(rule, due, log.calendarOf(event));
  return firstFailing({ log, obligation, state, rule, due, nominal, at: event.at }).code;
}
