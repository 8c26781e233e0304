import type { Because, CalendarData, Instant, OrganisationEvent } from '#engine';
import type { RecordedEvent } from '#event-store';
import { foldOrganisation } from '#organisation';

type Streams = ReadonlyMap<string, readonly RecordedEvent[]>;

/** What held from an instant on. */
interface Version {
  readonly at: Instant;
  readonly position: number;
  readonly version: string;
}

/**
 * Whatever time has caused says with which calendar and which organisation it was: with those that were known at its instant, not
 * with what came before the clock did.
 */
export function knowledge(streams: Streams): readonly string[] {
  const calendars = (streams.get('calendar') ?? []).map(({ data, ...of }) => ({
    ...of,
    version: (data as CalendarData).version,
  }));
  const organisations = versionsOf(streams.get('organisation') ?? []);
  return [...streams]
    .filter(([stream]) => stream.startsWith('unit-plan/'))
    .flatMap(([stream, events]) =>
      events.flatMap((event) => {
        const { type, at, because, actor } = event;
        const { calendar, organisation } = (because ?? {}) as Partial<Because>;
        if (actor !== null) return [];
        return [...differs(calendar, calendars, event), ...differs(organisation, organisations, event)].map(
          (text) => `${stream}: ${type} of ${at} counts with ${text}`,
        );
      }),
    );
}

/** At one instant what was recorded first came first. */
function differs(told: string | undefined, versions: readonly Version[], { at, position }: RecordedEvent): readonly string[] {
  const held = versions.findLast((each) => each.at < at || (each.at === at && each.position < position))?.version;
  return told === undefined || told === held ? [] : [`${told}, ${held} held`];
}

function versionsOf(events: readonly RecordedEvent[]): readonly Version[] {
  let history = foldOrganisation([]);
  return events.map(({ type, data, at, position }) => {
    history = foldOrganisation([{ type, data } as OrganisationEvent], history);
    return { at, position, version: history.version };
  });
}
