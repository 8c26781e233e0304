import { foldUnitPlan, type UnitPlanEvent, type UnitPlanState } from '#engine';
import type { RecordedEvent } from '#event-store';

/** How many are kept: those of a few batches of the clock. */
const MOST_KEPT = 2000;

interface Known {
  /** Position of the last event that was folded. */
  readonly position: number;
  readonly state: UnitPlanState;
}

/**
 * Unit plans as they were folded last. Logs only grow: what comes after the events that were folded then is all that is folded
 * when one is read again. The longest unused is forgotten first.
 */
export class KnownStates {
  private readonly known = new Map<string, Known>();

  /** The state after a stream's events, one at least. */
  of(stream: string, recorded: readonly RecordedEvent[]): UnitPlanState {
    const known = this.known.get(stream);
    const last = recorded.at(-1);
    const state = folded(known, recorded);
    this.known.delete(stream);
    this.known.set(stream, { position: last?.position ?? 0, state });
    const [oldest] = this.known.keys();
    if (this.known.size > MOST_KEPT && oldest !== undefined) this.known.delete(oldest);
    return state;
  }
}

/** What was folded then is taken for what was read now only where the event that it ended with stands in its place. */
function folded(known: Known | undefined, recorded: readonly RecordedEvent[]): UnitPlanState {
  const version = known?.state.version ?? 0;
  const events = recorded as unknown as readonly UnitPlanEvent[];
  if (!known || recorded[version - 1]?.position !== known.position) return foldUnitPlan(events);
  return version === recorded.length ? known.state : foldUnitPlan(events.slice(version), known.state);
}
