import {
  localDateOf,
  type Because,
  type Directory,
  type LocalDate,
  type OrganisationEvent,
  type UnitEntry,
  type UnitId,
} from '#engine';
import type { RecordedEvent } from '#event-store';
import { EMPTY_HISTORY, foldOrganisation, snapshot, type OrganisationHistory } from '#organisation';
import type { Evidence } from './explanation.js';
import type { UnitName } from './named.js';

/** The organisation as it was known after some of its changes. */
interface Known {
  readonly history: OrganisationHistory;
  /** Position of the last change in it. */
  readonly position: number;
  /** Days on which anything changes, in order. */
  readonly days: readonly LocalDate[];
}

const NOTHING: Known = { history: EMPTY_HISTORY, position: 0, days: [] };

/** What caused an event, as far as the organisation is concerned. */
export interface Moment {
  readonly at: RecordedEvent['at'];
  readonly position: number;
  readonly because?: unknown;
}

/** The organisation as the log had it when each event was caused. */
export class OrganisationLog {
  private readonly known: readonly Known[];
  private readonly snapshots = new Map<string, Directory>();

  /** @param changes the stream of the organisation, in order */
  constructor(private readonly changes: readonly RecordedEvent[]) {
    const known: Known[] = [NOTHING];
    // Changes of one instant were recorded together: nothing was caused between them.
    for (const together of Map.groupBy(changes, ({ at }) => at).values()) {
      const before = known.at(-1) ?? NOTHING;
      const events = together as unknown as readonly OrganisationEvent[];
      const days = new Set([...before.days, ...events.map(({ data }) => data.from)]);
      const history = foldOrganisation(events, before.history);
      known.push({ history, position: together.at(-1)?.position ?? 0, days: [...days].sort() });
    }
    this.known = known;
  }

  /** All that is known of it. */
  get history(): OrganisationHistory {
    return (this.known.at(-1) ?? NOTHING).history;
  }

  /** The organisation on the day of an event, of the version that caused it; where it names none, as known by then. */
  at({ at, position, because }: Moment): Directory {
    const version = (because as Because | null | undefined)?.organisation;
    const named = version === undefined ? undefined : this.known.find(({ history }) => history.version === version);
    return this.on(named ?? this.known.findLast((each) => each.position <= position) ?? NOTHING, localDateOf(at));
  }

  /** The organisation on a day, by all that is known. */
  latest(date: LocalDate): Directory {
    return this.on(this.known.at(-1) ?? NOTHING, date);
  }

  private on({ history, days }: Known, date: LocalDate): Directory {
    const epoch = days.findLast((day) => day <= date) ?? date;
    const key = `${history.version}/${epoch}`;
    const found = this.snapshots.get(key) ?? snapshot(history, epoch);
    this.snapshots.set(key, found);
    return found;
  }

  /** The name that a unit bears on a day, or bore last; its id where nobody knows it. */
  name(unit: UnitId, date: LocalDate): UnitName {
    const names = this.history.lives.get(unit)?.names ?? [];
    return { id: unit, name: names.findLast(({ from }) => from <= date)?.value ?? names[0]?.value ?? unit };
  }

  /** A unit as evidence; undefined where it does not exist then. */
  evidence(unit: UnitId, directory: Directory, on: LocalDate): Evidence | undefined {
    const entry = directory.units.get(unit);
    return entry && this.entry(entry, directory, on);
  }

  private entry({ id, name, tier, kind, superior }: UnitEntry, directory: Directory, on: LocalDate): Evidence {
    const above = superior === null ? null : { id: superior, name: directory.units.get(superior)?.name ?? superior };
    return {
      kind: 'unit',
      organisation: directory.version,
      on,
      unit: { id, name },
      tier,
      unitKind: kind,
      superior: above,
    };
  }

  /** A unit and those above it up to another one, as evidence that it lies below that one. */
  branch(
    unit: UnitId,
    top: UnitId,
    { directory, on }: { readonly directory: Directory; readonly on: LocalDate },
  ): readonly Evidence[] {
    const found: Evidence[] = [];
    for (let at: UnitId | null = unit; at !== null; ) {
      const entry: UnitEntry | undefined = directory.units.get(at);
      if (!entry) break;
      found.push(this.entry(entry, directory, on));
      if (at === top) break;
      at = entry.superior;
    }
    return found;
  }

  /** The recorded change that ended a unit, or founded it. */
  change(type: 'UnitFounded' | 'UnitDissolved', unit: UnitId): RecordedEvent | undefined {
    return this.changes.find((event) => event.type === type && (event.data as { readonly id: UnitId }).id === unit);
  }
}
