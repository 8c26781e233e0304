import type { CalendarData, LocalDate, OrganisationEvent, UnitId } from '#engine';
import type { Scenario } from './scenario.js';

/** A scenario with everything that it names, checked: ready to run. */
export interface ScenarioBundle {
  readonly scenario: Scenario;
  readonly organisation: readonly OrganisationEvent[];
  readonly calendar: CalendarData;
  /** Calendars that are published later, by the name of their file. */
  readonly calendars: ReadonlyMap<string, CalendarData>;
  /** Changes of the organisation, by the name of their file. */
  readonly reorganisations: ReadonlyMap<string, readonly OrganisationEvent[]>;
  /** Rules texts by the name of their file. */
  readonly texts: ReadonlyMap<string, string>;
  /** SHA-256 (hex) of all of it: the same hash, the same year. */
  readonly hash: string;
  /** The unit at the top of the organisation: whose tenant this is. */
  readonly top: UnitId;
  /** Day of the first action. */
  readonly begins: LocalDate;
}
