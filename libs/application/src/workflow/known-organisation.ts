import { localDateOf, startOfDay, type Directory, type Instant, type LocalDate, type OrganisationEvent } from '#engine';
import type { RecordedEvent } from '#event-store';
import { EMPTY_HISTORY, foldOrganisation, snapshot, type OrganisationHistory } from '#organisation';

/** How many snapshots of the organisation are kept: plans of a few dates are worked on at a time. */
const SNAPSHOTS_KEPT = 16;
/** How many earlier states of knowledge are kept: a clock that is late goes through them one after another. */
const EDITIONS_KEPT = 4;

/** What is known of the organisation at some time. */
interface Edition {
  readonly history: OrganisationHistory;
  /** Days from which something is otherwise, in order. */
  readonly changeDates: readonly LocalDate[];
}

const NOTHING: Edition = { history: EMPTY_HISTORY, changeDates: [] };

interface Change {
  readonly event: OrganisationEvent;
  readonly at: Instant;
}

/** The organisation over all its days, as far as it has been recorded, and as it was known at any earlier instant. */
export class KnownOrganisation {
  private readonly recorded: Change[] = [];
  private newest: Edition = NOTHING;
  /** By how many events were known. */
  private readonly earlier = new Map<number, Edition>();
  private readonly snapshots = new Map<string, Directory>();
  /** By the instant at which changes take effect, the first day from which they hold. */
  readonly changes = new Map<Instant, LocalDate>();

  /** How many events have been taken in. */
  get version(): number {
    return this.recorded.length;
  }

  get history(): OrganisationHistory {
    return this.newest.history;
  }

  /**
   * Takes in what has been recorded since.
   * @returns instants at which something came to be known, or takes effect
   */
  take(events: readonly RecordedEvent[]): readonly Instant[] {
    const changes = events.map(({ type, data, at }) => ({ event: { type, data } as OrganisationEvent, at }));
    this.recorded.push(...changes);
    this.newest = withChanges(this.newest, changes);
    return changes.flatMap(({ event, at }) => {
      const { from } = event.data;
      const effective = effectiveAt(from, at);
      const known = this.changes.get(effective);
      if (known === undefined || from < known) this.changes.set(effective, from);
      return [at, effective];
    });
  }

  /** The organisation on a date, as everything tells that has been recorded. */
  on(date: LocalDate): Directory {
    return this.directoryOf(this.newest, date);
  }

  /** The organisation on a date as it was known at an instant; what was recorded first holds before it, too. */
  onAsOf(date: LocalDate, at: Instant): Directory {
    return this.directoryOf(this.editionOf(at), date);
  }

  private editionOf(at: Instant): Edition {
    const last = this.recorded.at(-1);
    if (last === undefined || last.at <= at) return this.newest;
    const first = this.recorded[0]?.at ?? at;
    const count = this.recorded.findLastIndex((change) => change.at <= at || change.at <= first) + 1;
    if (count === this.recorded.length) return this.newest;
    const edition = this.earlier.get(count) ?? withChanges(NOTHING, this.recorded.slice(0, count));
    keep(this.earlier, { key: count, value: edition, most: EDITIONS_KEPT });
    return edition;
  }

  private directoryOf({ history, changeDates }: Edition, date: LocalDate): Directory {
    const epoch = changeDates.findLast((from) => from <= date) ?? date;
    const key = `${history.version}/${epoch}`;
    const found = this.snapshots.get(key) ?? snapshot(history, epoch);
    keep(this.snapshots, { key, value: found, most: SNAPSHOTS_KEPT });
    return found;
  }
}

function withChanges({ history, changeDates }: Edition, changes: readonly Change[]): Edition {
  const events = changes.map(({ event }) => event);
  return {
    history: foldOrganisation(events, history),
    changeDates: [...new Set([...changeDates, ...events.map(({ data }) => data.from)])].sort(),
  };
}

/** Puts what was used last behind all others, and forgets the first where there are too many. */
function keep<K, V>(all: Map<K, V>, { key, value, most }: { readonly key: K; readonly value: V; readonly most: number }): void {
  all.delete(key);
  all.set(key, value);
  const [oldest] = all.keys();
  if (all.size > most && oldest !== undefined) all.delete(oldest);
}

/** Changes take effect on their day, those recorded later when they are. */
export const effectiveAt = (from: LocalDate, recorded: Instant): Instant => {
  const begins = startOfDay(from);
  return begins > recorded ? begins : recorded;
};

/** The organisation on the day of an instant, as it was known then. */
export const directoryAt = (organisation: KnownOrganisation, at: Instant): Directory => organisation.onAsOf(localDateOf(at), at);
