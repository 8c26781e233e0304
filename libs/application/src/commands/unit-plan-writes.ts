import { unitPlanStream, type UnitPlanCommand } from '#engine';
import { ConcurrencyConflict } from '#event-store';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, WORKFLOW } from '../tokens.js';
import type { Clock } from '../workflow/clock.js';
import { StaleVersion } from '../workflow/faults.js';
import type { Executed } from '../workflow/unit-plan-service.js';
import type { Workflow } from '../workflow/workflow.js';
import { once } from './once.js';
import { keyOf, type UnitPlanTarget } from './scope.js';

/** Carries out commands on unit plans for the handlers: at the clock's now, once per key, on the version that was seen. */
@Injectable()
export class UnitPlanWrites {
  constructor(
    @Inject(WORKFLOW) private readonly workflow: Workflow,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @throws NotFound when the unit plan does not exist
   * @throws StaleVersion when it is not, or no longer, at the version that was seen
   * @throws Refused when the engine refuses the command
   */
  execute(target: UnitPlanTarget, command: UnitPlanCommand): Promise<Executed> {
    return once(this.workflow.store, target, () => this.carryOut(target, command));
  }

  private async carryOut(target: UnitPlanTarget, command: UnitPlanCommand): Promise<Executed> {
    const { tenant, plan, unit, actor, expectedVersion } = target;
    const seen = expectedVersion === undefined ? {} : { expectedVersion };
    try {
      const request = { plan, unit, actor, command };
      return await this.workflow.unitPlans.execute(tenant, request, this.clock.now(), { ...keyOf(target), ...seen });
    } catch (error) {
      const overtaken = error instanceof ConcurrencyConflict && error.stream === unitPlanStream(plan, unit);
      throw overtaken && expectedVersion !== undefined ? new StaleVersion(expectedVersion, error.actual) : error;
    }
  }
}
