import {
  foldUnitPlan,
  obligationOf,
  type DutyState,
  type ItemId,
  type ItemState,
  type ObligationKey,
  type ReportId,
  type ReportState,
  type UnitPlanEvent,
  type UnitPlanState,
} from '#engine';
import type { RecordedEvent } from '#event-store';

/** What an obligation's key names, as it stands. */
export type Obligation =
  | { readonly kind: 'item'; readonly it: ItemState }
  | { readonly kind: 'report'; readonly it: ReportState }
  | { readonly kind: 'duty'; readonly it: DutyState };

/** An event that changed an obligation, with how it stood before and after. */
export interface Turn<O extends Obligation['it'] = Obligation['it']> {
  readonly event: RecordedEvent & UnitPlanEvent;
  /** The whole unit plan before it; null where it begins with this event. */
  readonly stateBefore: UnitPlanState | null;
  readonly before: O | null;
  readonly after: O;
}

/** A unit plan over its whole course up to an instant. */
export class UnitPlanCourse {
  private readonly states: readonly UnitPlanState[];
  private readonly turns = new Map<ObligationKey, readonly Turn[]>();

  /** @param events one at least */
  constructor(readonly events: readonly (RecordedEvent & UnitPlanEvent)[]) {
    const states: UnitPlanState[] = [];
    for (const event of events) states.push(foldUnitPlan([event], states.at(-1)));
    this.states = states;
  }

  /** As it stands at the end. */
  get state(): UnitPlanState {
    return this.states.at(-1) as UnitPlanState;
  }

  /** As it stood before one of its events; null before the first. */
  before(event: RecordedEvent): UnitPlanState | null {
    return this.states[this.events.findIndex(({ version }) => version === event.version) - 1] ?? null;
  }

  /** The obligation of a key; undefined where there is none. */
  obligation(key: ObligationKey): Obligation | undefined {
    return obligationIn(this.state, key);
  }

  /** The events that changed an obligation, in order; the first brought it. Folding leaves alone what an event does not change. */
  turnsOf(key: ObligationKey): readonly Turn[] {
    const known = this.turns.get(key) ?? this.findTurns(key);
    this.turns.set(key, known);
    return known;
  }

  private findTurns(key: ObligationKey): readonly Turn[] {
    const found: Turn[] = [];
    let before: Obligation['it'] | null = null;
    for (const [index, event] of this.events.entries()) {
      const state = this.states[index];
      const after = state && obligationIn(state, key)?.it;
      if (after && after !== before) found.push({ event, stateBefore: this.states[index - 1] ?? null, before, after });
      before = after ?? before;
    }
    return found;
  }
}

/** The obligation of a key in a unit plan; undefined where there is none. */
export function obligationIn(state: UnitPlanState, key: ObligationKey): Obligation | undefined {
  const { kind, id } = obligationOf(key);
  if (kind === 'item') return wrapped('item', state.items.get(id as ItemId));
  return kind === 'report' ? wrapped('report', state.reports.get(id as ReportId)) : wrapped('duty', state.duties.get(id));
}

const wrapped = <K extends Obligation['kind']>(kind: K, it: Obligation['it'] | undefined): Obligation | undefined =>
  it && ({ kind, it } as Obligation);
