import { CALENDAR_STREAM, ORGANISATION_STREAM, type CalendarData, type Instant, type OrganisationEvent } from '#engine';
import type { Appended, AppendOptions, EventStore, StreamWrite } from '#event-store';

/** Records the organisation's history and the working calendar: facts that everything else is derived from. */
export class OrganisationService {
  constructor(private readonly store: EventStore) {}

  /** Appends changes of the organisation. They must have been validated against its history (see #organisation). */
  async record(
    tenant: string,
    changes: readonly OrganisationEvent[],
    at: Instant,
    options: AppendOptions = {},
  ): Promise<Appended> {
    const version = await this.versionOf(tenant, ORGANISATION_STREAM);
    const events = changes.map(({ type, data }) => ({ type, v: 1, data, because: null, at, actor: null }));
    return this.store.append(tenant, [{ stream: ORGANISATION_STREAM, expected: version, events, isFact: true }], options);
  }

  /** Publishes a calendar; the newest one counts from then on. */
  async publishCalendar(tenant: string, data: CalendarData, at: Instant, options: AppendOptions = {}): Promise<Appended> {
    const version = await this.versionOf(tenant, CALENDAR_STREAM);
    const event = { type: 'CalendarPublished', v: 1, data, because: null, at, actor: null };
    const write: StreamWrite = { stream: CALENDAR_STREAM, expected: version, events: [event], isFact: true };
    // The first calendar moves nothing; each later one is an errand of the clock's.
    return this.store.append(tenant, [version === 0 ? write : { ...write, wakeNoLater: at }], options);
  }

  private async versionOf(tenant: string, stream: string): Promise<number> {
    return (await this.store.readStream(tenant, stream)).at(-1)?.version ?? 0;
  }
}
