import { unitPlanStream, type PlanId, type UnitId } from '#engine';
import type { RecordedEvent } from '#event-store';
import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { WORKFLOW } from '../tokens.js';
import { NotFound } from '../workflow/faults.js';
import type { Workflow } from '../workflow/workflow.js';
import { eventView } from './event-view.js';
import { GetItemHistory, type HistoryEntry } from './get-item-history.query.js';
import { type Concern, concernOf } from './item-events.js';
import { RuleLines } from './rule-lines.js';

@QueryHandler(GetItemHistory)
export class GetItemHistoryHandler implements IQueryHandler<GetItemHistory> {
  constructor(@Inject(WORKFLOW) private readonly workflow: Workflow) {}

  async execute({ tenant, place }: GetItemHistory): Promise<readonly HistoryEntry[]> {
    const { plan, unit, item } = place;
    const events = await this.workflow.store.readStream(tenant, unitPlanStream(plan as PlanId, unit as UnitId));
    if (events.length === 0) throw new NotFound('unit-plan', `${plan}/${unit}`);
    const lines = new RuleLines(this.workflow.knowledge.of(tenant));
    const history: HistoryEntry[] = [];
    for (const event of events) {
      const concern = concernOf(event, item);
      if (concern) history.push(await entryOf(event, concern, lines));
    }
    if (history.length === 0) throw new NotFound('item', item);
    return history;
  }
}

const entryOf = async (event: RecordedEvent, { data, source, task }: Concern, lines: RuleLines): Promise<HistoryEntry> => ({
  ...eventView(event),
  data,
  rule: await lines.ofBecause(event.because),
  task: source !== null && task !== null ? await lines.ofTask(source, task) : null,
});
