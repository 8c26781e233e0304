import type { OrganisationEvent, UnitId } from '#engine';
import type { OrganisationHistory } from './history.js';
import type { Problems } from './problem.js';

/** An event, and where each of its fields stands in the data that it was read from. */
export interface LocatedEvent {
  readonly event: OrganisationEvent;
  at(field: string): string;
}

/** What the checks share. */
export interface Inspection {
  /** The history before the events, and after them. */
  readonly before: OrganisationHistory;
  readonly history: OrganisationHistory;
  readonly problems: Problems;
  /** Where it is said that a unit's field holds from a date. */
  placeOf(unit: UnitId, field: string, from: string): string;
}
