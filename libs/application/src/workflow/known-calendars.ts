import { workingCalendar, type CalendarData, type Instant, type WorkingCalendar } from '#engine';
import type { RecordedEvent } from '#event-store';

/** One calendar that was published. */
export interface CalendarEdition {
  readonly at: Instant;
  readonly calendar: WorkingCalendar;
  /** When it took the place of another; null for the first. */
  readonly since: Instant | null;
}

const NONE: CalendarEdition = { at: '' as Instant, calendar: workingCalendar({ version: 'undecreed', years: {} }), since: null };

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
    for (const { at, data } of events) {
      const since = this.editions.length > 0 ? at : null;
      this.editions.push({ at, calendar: calendarOf(data as CalendarData), since });
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
