import { workingCalendar, type CalendarData, type Instant, type WorkingCalendar } from '#engine';
import type { RecordedEvent } from '#event-store';

/** One calendar that was published. */
export interface CalendarEdition {
  readonly at: Instant;
  readonly calendar: WorkingCalendar;
  readonly data: CalendarData;
  /** When it took the place of another; null for the first. */
  readonly since: Instant | null;
}

const NO_DECREE: CalendarData = { version: 'undecreed', years: {} };
const NONE: CalendarEdition = { at: '' as Instant, calendar: workingCalendar(NO_DECREE), data: NO_DECREE, since: null };

/** A calendar of the same data is the same: what was found with it is found. */
const KNOWN = new WeakMap<CalendarData, WorkingCalendar>();

function calendarOf(data: CalendarData): WorkingCalendar {
  const calendar = KNOWN.get(data) ?? workingCalendar(data);
  KNOWN.set(data, calendar);
  return calendar;
}

/** Every calendar that has been published: each holds from then on, the first also before. */
export class KnownCalendars {
  private readonly editions: CalendarEdition[] = [];

  /** How many have been taken in. */
  get version(): number {
    return this.editions.length;
  }

  /** Takes in what has been published since. @returns when that was */
  take(events: readonly RecordedEvent[]): readonly Instant[] {
    for (const { at, data: published } of events) {
      const since = this.editions.length > 0 ? at : null;
      const data = published as CalendarData;
      this.editions.push({ at, calendar: calendarOf(data), data, since });
    }
    return events.map(({ at }) => at);
  }

  get newest(): CalendarEdition {
    return this.editions.at(-1) ?? NONE;
  }

  /** The one that held at an instant. */
  asOf(at: Instant): CalendarEdition {
    return this.editions.findLast((edition) => edition.at <= at) ?? this.editions[0] ?? NONE;
  }
}
