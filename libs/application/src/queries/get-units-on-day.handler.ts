import type { UnitsOnDay } from '#contracts';
import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { WORKFLOW } from '../tokens.js';
import type { Workflow } from '../workflow/workflow.js';
import { GetUnitsOnDay } from './get-units-on-day.query.js';

@QueryHandler(GetUnitsOnDay)
export class GetUnitsOnDayHandler implements IQueryHandler<GetUnitsOnDay> {
  constructor(@Inject(WORKFLOW) private readonly workflow: Workflow) {}

  async execute({ tenant, on, superior }: GetUnitsOnDay): Promise<UnitsOnDay> {
    const { units } = await this.workflow.knowledge.of(tenant).directory(on);
    const below = new Map<string | null, number>();
    for (const unit of units.values()) below.set(unit.superior, (below.get(unit.superior) ?? 0) + 1);
    const isTop = (above: string | null): boolean => above === null || !units.has(above as never);
    const chosen = [...units.values()].filter((unit) => (superior === null ? isTop(unit.superior) : unit.superior === superior));
    return {
      on,
      units: chosen.map(({ id, name, tier, kind, superior: above }) => ({
        unit: { id, name, tier, kind, superior: above },
        below: below.get(id) ?? 0,
      })),
    };
  }
}
