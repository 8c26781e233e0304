import { foldUnitPlan, type UnitPlanEvent, type UnitPlanState } from '#engine';
import type { Appended, AppendOptions, EventStore, StreamWrite } from '#event-store';
import { stateOf } from './mirror.js';
import { PassingStore } from './passing-store.js';

/** What stands of a unit plan when a write to it comes. */
export interface Standing {
  readonly version: number;
  /** Undefined where the write begins it. */
  readonly state: UnitPlanState | undefined;
}

/** Something wrong in what is recorded: each part is left as it is where it is not given. */
export interface Bend {
  events?(events: readonly UnitPlanEvent[], standing: Standing): readonly UnitPlanEvent[];
  /** A unit plan's write after its events have been bent. */
  write?(write: StreamWrite, standing: Standing): StreamWrite;
  writes?(writes: readonly StreamWrite[]): readonly StreamWrite[];
  options?(options: AppendOptions): AppendOptions;
  /** True where nothing is recorded, and the answer is given all the same. */
  forgets?(writes: readonly StreamWrite[]): boolean;
}

/** A store that records something else than it is given, and folds it as if that had been decided. */
export class BentStore extends PassingStore {
  constructor(
    inner: EventStore,
    private readonly bend: Bend,
  ) {
    super(inner);
  }

  override async append(tenant: string, given: readonly StreamWrite[], options: AppendOptions = {}): Promise<Appended> {
    const { bend, inner } = this;
    if (bend.forgets?.(given)) return { position: await inner.head(tenant), replayed: false };
    const writes: StreamWrite[] = [];
    for (const write of bend.writes?.(given) ?? given) writes.push(await this.bent(tenant, write));
    return inner.append(tenant, writes, bend.options?.(options) ?? options);
  }

  private async bent(tenant: string, write: StreamWrite): Promise<StreamWrite> {
    const { bend, inner } = this;
    if (!write.stream.startsWith('unit-plan/') || (!bend.events && !bend.write)) return write;
    const recorded = await inner.readStream(tenant, write.stream);
    const state = recorded.length > 0 ? stateOf(recorded) : undefined;
    const standing = { version: recorded.length, state };
    const given = write.events as readonly UnitPlanEvent[];
    const events = bend.events?.(given, standing) ?? given;
    const isSame = events === given || events.length === 0;
    const folded = isSame ? write.state : foldUnitPlan(events, state);
    const changed: StreamWrite = { ...write, events, state: folded };
    return bend.write?.(changed, standing) ?? changed;
  }
}
