import type { Page } from '#contracts';
import { unitPlanStream, type PlanId, type UnitId } from '#engine';
import type { EventStore, RecordedEvent } from '#event-store';
import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { ASKED_LOG, WORKFLOW } from '../tokens.js';
import { NotFound } from '../workflow/faults.js';
import type { Workflow } from '../workflow/workflow.js';
import { CursorInvalid, cursorOf, DEFAULT_LIMIT, keyOfCursor } from './cursor.js';
import { eventView } from './event-view.js';
import { GetItemHistory, type HistoryEntry } from './get-item-history.query.js';
import { type Concern, concernOf } from './item-events.js';
import { RuleLines } from './rule-lines.js';

const LIST = 'history';

@QueryHandler(GetItemHistory)
export class GetItemHistoryHandler implements IQueryHandler<GetItemHistory> {
  constructor(
    @Inject(WORKFLOW) private readonly workflow: Workflow,
    @Inject(ASKED_LOG) private readonly log: EventStore,
  ) {}

  async execute({ tenant, place, page }: GetItemHistory): Promise<Page<HistoryEntry>> {
    const { plan, unit, item } = place;
    const events = await this.log.readStream(tenant, unitPlanStream(plan as PlanId, unit as UnitId));
    if (events.length === 0) throw new NotFound('unit-plan', `${plan}/${unit}`);
    const all = events.flatMap((event) => {
      const concern = concernOf(event, item);
      return concern ? [{ event, concern }] : [];
    });
    if (all.length === 0) throw new NotFound('item', item);
    const after = page.after === undefined ? 0 : versionOf(page.after);
    const rest = all.filter(({ event }) => event.version > after);
    const shown = rest.slice(0, page.limit ?? DEFAULT_LIMIT);
    const last = rest.length > shown.length ? shown.at(-1) : undefined;
    const lines = new RuleLines(this.workflow.knowledge.of(tenant));
    const items = await Promise.all(shown.map(({ event, concern }) => entryOf(event, concern, lines)));
    return { items, next: last ? cursorOf(LIST, String(last.event.version)) : null };
  }
}

function versionOf(cursor: string): number {
  const version = Number(keyOfCursor(LIST, cursor));
  if (!Number.isSafeInteger(version) || version < 0) throw new CursorInvalid(cursor);
  return version;
}

const entryOf = async (event: RecordedEvent, { data, source, task }: Concern, lines: RuleLines): Promise<HistoryEntry> => ({
  ...eventView(event),
  data,
  rule: await lines.ofBecause(event.because),
  task: source !== null && task !== null ? await lines.ofTask(source, task) : null,
});
