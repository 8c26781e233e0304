import { foldUnitPlan, type Instant, type UnitPlanEvent, type UnitPlanState } from '#engine';
import type { EventStore, RecordedEvent } from '#event-store';

const CHUNK = 10_000;
const UNIT_PLAN = 'unit-plan/';

/** Event types after which people's plans stay as they were. */
const WITHOUT_CONSEQUENCE: ReadonlySet<string> = new Set(['EscalationStepReached']);

/** Unit plans as the log has them up to a position, read once from beginning to end. */
export class Mirror {
  readonly states = new Map<string, UnitPlanState>();
  private position = 0;

  constructor(
    private readonly store: EventStore,
    private readonly tenant: string,
  ) {}

  /** Position up to which the log has been read. */
  get upTo(): number {
    return this.position;
  }

  /** Reads on to a position; answers the streams in which something happened that people react to. */
  async readTo(position: number): Promise<ReadonlySet<string>> {
    const fresh = new Map<string, RecordedEvent[]>();
    while (this.position < position) {
      const events = await this.store.readAll(this.tenant, this.position, Math.min(CHUNK, position - this.position));
      const last = events.at(-1);
      if (!last) break;
      for (const event of events) add(fresh, event);
      this.position = last.position;
    }
    const touched = new Set<string>();
    for (const [stream, events] of fresh) {
      this.states.set(stream, foldUnitPlan(events as unknown as readonly UnitPlanEvent[], this.states.get(stream)));
      if (events.some(({ type }) => !WITHOUT_CONSEQUENCE.has(type))) touched.add(stream);
    }
    return touched;
  }
}

function add(fresh: Map<string, RecordedEvent[]>, event: RecordedEvent): void {
  if (!event.stream.startsWith(UNIT_PLAN)) return;
  const known = fresh.get(event.stream);
  if (known) known.push(event);
  else fresh.set(event.stream, [event]);
}

/** The last second of a day: whatever is to happen by then has happened. */
export const lastSecondOf = (date: string): Instant => `${date}T23:59:59+07:00` as Instant;
