import { foldUnitPlan, type UnitPlanEvent, type UnitPlanState } from '#engine';
import type { Appended, AppendOptions, RecordedEvent, StreamWrite } from '#event-store';
import { unitPlanRows, type UnitPlanRows } from '#read-models';
import { PassingStore } from './passing-store.js';

/** What is kept of one unit plan beside the log, as the projection in a database would have it. */
export interface Mirrored {
  readonly state: UnitPlanState;
  readonly items: Map<string, UnitPlanRows['items'][number]>;
  readonly reports: Map<string, UnitPlanRows['reports'][number]>;
  readonly duties: Map<string, UnitPlanRows['duties'][number]>;
  readonly escalations: UnitPlanRows['escalations'][number][];
}

/** Passes everything on, and keeps rows up to date in the same step as each append, from nothing but what the append brings. */
export class MirroringStore extends PassingStore {
  readonly unitPlans = new Map<string, Mirrored>();

  override async append(tenant: string, writes: readonly StreamWrite[], options?: AppendOptions): Promise<Appended> {
    const appended = await this.inner.append(tenant, writes, options);
    if (!appended.replayed) for (const write of writes) this.project(write);
    return appended;
  }

  private project({ stream, events, state }: StreamWrite): void {
    if (events.length === 0 || !stream.startsWith('unit-plan/')) return;
    const rows = unitPlanRows(state as UnitPlanState, events as readonly UnitPlanEvent[]);
    const next: Mirrored = { ...(this.unitPlans.get(stream) ?? emptyRows()), state: state as UnitPlanState };
    for (const row of rows.items) next.items.set(row.id, row);
    for (const row of rows.reports) next.reports.set(row.id, row);
    for (const row of rows.duties) next.duties.set(row.id, row);
    next.escalations.push(...rows.escalations);
    this.unitPlans.set(stream, next);
  }
}

const emptyRows = (): Omit<Mirrored, 'state'> => ({
  items: new Map(),
  reports: new Map(),
  duties: new Map(),
  escalations: [],
});

/** A unit plan's state, made from its events and nothing else. */
export const stateOf = (events: readonly RecordedEvent[]): UnitPlanState =>
  foldUnitPlan(events as unknown as readonly UnitPlanEvent[]);
