import { effectivePlan, planIdOf, type EffectivePlan, type EffectiveTask, type PlanRef, type PlanRules } from '#engine';

/** The plan above, with all that it passes on. */
export class Parent {
  readonly plan: EffectivePlan;

  constructor(given: PlanRules | EffectivePlan) {
    this.plan = 'byNumber' in given ? given : effectivePlan(given, planIdOf(given.plan), null);
  }

  get ref(): PlanRef {
    return this.plan.rules.plan;
  }

  /** The number by which a lower plan names a task. */
  numberOf(task: EffectiveTask): string {
    const numbers = [...this.plan.byNumber].filter(([, known]) => known === task).map(([number]) => number);
    return numbers.find((number) => /^[\d.]+$/.test(number)) ?? task.key;
  }

  /** A task by the number that the parent's text gives it. */
  task(no: string): EffectiveTask | undefined {
    return this.plan.byNumber.get(no);
  }
}
