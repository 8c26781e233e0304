import type { UnitView } from './views.js';

/** What those who look after an installation look at. Instants are ISO 8601. */

/** How one tenant's work goes on in the background. */
export interface Operations {
  /** Of all machines: who keeps the clock, and until when their word holds, in UTC. */
  readonly workers: readonly { readonly worker: string; readonly until: string }[];
  /** Wake-ups that are due, by how late they are: less than a second, ten seconds, a minute, ten minutes, and longer. */
  readonly lateness: {
    readonly second: number;
    readonly seconds: number;
    readonly minute: number;
    readonly minutes: number;
    readonly longer: number;
  };
  readonly projections: readonly {
    readonly projection: string;
    readonly generation: number;
    /** Events that are recorded and not taken in yet, and the age in seconds of the first of them. */
    readonly positions: number;
    readonly seconds: number;
  }[];
  /** How far the newest checkpoint is behind the log; null where the log is not sealed. */
  readonly seal: { readonly events: number; readonly seconds: number } | null;
  /** Unit plans that the clock has set aside. */
  readonly stuck: number;
  /** Notices that could not be delivered. */
  readonly dead: number;
  /** Size of the whole database. */
  readonly databaseBytes: number;
}

/** A unit plan at which the clock fails each time. */
export interface StuckPlan {
  readonly stream: string;
  /** When it was due. */
  readonly at: string;
  readonly reason: string;
  /** When it was set aside, in UTC. */
  readonly since: string;
}

/** A working calendar that was published: it holds until the next one does. */
export interface CalendarView {
  readonly version: string;
  /** When it was published. */
  readonly at: string;
  /** By year: weekdays that are not worked, and weekend days that are. */
  readonly years: Readonly<Record<string, { readonly off: readonly string[]; readonly makeup: readonly string[] }>>;
}

/** The units directly below one on a day; the tops where none is named. */
export interface UnitsOnDay {
  readonly on: string;
  readonly units: readonly {
    readonly unit: UnitView;
    /** How many stand directly below it on that day. */
    readonly below: number;
  }[];
}

/** A unit, as it is called on the day that is meant. */
export interface NamedUnit {
  readonly id: string;
  readonly name: string;
}

/** What becomes otherwise in the organisation on a day. */
export interface OrganisationChange {
  readonly from: string;
  readonly kind: 'founded' | 'renamed' | 'moved' | 'ended';
  readonly unit: NamedUnit;
  /** The name before, or the superior before and then; null for a founding, an end, and the top. */
  readonly before: string | null;
  readonly after: string | null;
  /** Who takes over from a unit that ends. */
  readonly successors: readonly NamedUnit[];
}

/** The first of them by day, and how many there are. */
export interface OrganisationChanges {
  readonly total: number;
  readonly changes: readonly OrganisationChange[];
}

/** Open obligations of one unit that go the same way: to the same units, or to their end. */
export interface WayForeseen {
  readonly unit: NamedUnit;
  /** Empty where they end. */
  readonly to: readonly NamedUnit[];
  readonly reason: string;
  readonly items: number;
  readonly reports: number;
  /** Duties to issue plans. */
  readonly duties: number;
}

/** What changes of the organisation would do to one running cascade. */
export interface CascadeForetold {
  /** The plan at the top, and its number. */
  readonly id: string;
  readonly number: string;
  readonly transferred: number;
  readonly inherited: number;
  readonly readdressed: number;
  readonly handedOver: number;
  /** By reason. */
  readonly ended: Readonly<Record<string, number>>;
  readonly unresolved: readonly { readonly unit: NamedUnit; readonly obligation: string; readonly reason: string }[];
  readonly ways: readonly WayForeseen[];
}

/** What recording changes of the organisation would do. */
export interface OrganisationForeseen {
  /** The first five hundred changes, by day. */
  readonly changes: readonly OrganisationChange[];
  readonly cascades: readonly CascadeForetold[];
  /** Numbers of plans that could not be looked at within the limits. */
  readonly left: readonly string[];
}
