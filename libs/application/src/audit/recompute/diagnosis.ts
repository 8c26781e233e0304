import { CALENDAR_STREAM, type CalendarData, type LocalDate } from '#engine';
import type { NewEvent, RecordedEvent } from '#event-store';
import { pathsApart, sameJson } from '../same-json.js';
import type { Awaited } from './awaited.js';
import { daysAround, likeliest, withDayTurned } from './calendar-day.js';
import { Apart, type Cause, versionOf } from './difference.js';
import { Engine } from './engine.js';
import { Foresight } from './foresight.js';
import { HeldStates } from './held-states.js';
import { isSame } from './same-event.js';

/** Unit plans that are held while a day is tried. */
const MOST_HELD = 1_000;
/** Most days that a whole log is read again for. */
const MOST_SUSPECTS = 12;

/** Finds out why an event is not what it must be. */
export class Diagnosis {
  constructor(
    private readonly engine: Engine,
    private readonly states: HeldStates,
  ) {}

  /** An act that the engine would have refused. */
  refused(event: RecordedEvent, refusal: string): Apart {
    return apart(event, null, { cause: 'refused', refusal });
  }

  /** A consolidation that says it took in what was not there. */
  unfounded(event: RecordedEvent): Apart {
    return apart(event, null, { cause: 'altered' });
  }

  /** An event for which there is no reason. */
  extra(event: RecordedEvent): Apart {
    return apart(event, null, { cause: 'extra' });
  }

  /** An event that is not the one awaited. */
  async of(event: RecordedEvent, awaited: Awaited | null): Promise<Apart> {
    const computed = awaited?.first;
    const named = computed && causeNamed(computed, event);
    if (computed && named) return apart(event, computed, { cause: named });
    const suspects = awaited ? await this.suspects(event, awaited) : [];
    if (!awaited || !computed || awaited.hasMet(event)) return apart(event, null, { cause: 'extra', suspects });
    if (!awaited.rest.some((later) => isSame(later, event))) return apart(event, computed, { cause: 'altered', suspects });
    const gone = { ...place(event), cause: 'missing', computed: versionOf(computed), recorded: null } as const;
    return new Apart(gone, suspects);
  }

  /** Days with which, were one of them counted otherwise, the engine would have made here what is recorded. */
  private async suspects(event: RecordedEvent, awaited: Awaited): Promise<readonly LocalDate[]> {
    const published = this.engine.store.last(CALENDAR_STREAM);
    if (!published) return [];
    const found: LocalDate[] = [];
    const calendar = published.data as CalendarData;
    for (const day of likeliest(daysAround(awaited.first, event), calendar)) {
      const data = withDayTurned(calendar, day);
      const store = this.engine.store.withLast(CALENDAR_STREAM, { ...published, data });
      const engine = new Engine(store, this.engine.tenant);
      await engine.knowPlansOf(this.engine);
      const foresight = new Foresight(engine, new HeldStates(store, engine.tenant, MOST_HELD, this.states.streams));
      const computed = await awaited.firstBy({ engine, foresight });
      if (computed && isSame(computed, event)) found.push(day);
      if (found.length >= MOST_SUSPECTS) break;
    }
    return found;
  }
}

/** What both versions name as that which they were made with, where that differs. */
function causeNamed(computed: NewEvent, recorded: NewEvent): Cause | undefined {
  const [ours, theirs] = [computed, recorded].map(({ because, data }) => ({
    ...(data as object),
    ...(because as object | null),
  }));
  for (const name of ['rules', 'organisation', 'calendar'] as const) {
    const [a, b] = [(ours as Named)[name], (theirs as Named)[name]];
    if (typeof a === 'string' && typeof b === 'string' && !sameJson(a, b)) return name;
  }
  return undefined;
}

type Named = Readonly<Partial<Record<'rules' | 'organisation' | 'calendar', unknown>>>;

const place = ({ position, stream, version }: Pick<RecordedEvent, 'position' | 'stream' | 'version'>) => ({
  position,
  stream,
  version,
  paths: [] as readonly string[],
  days: [],
  refusal: null,
});

interface Found {
  readonly cause: Cause;
  readonly refusal?: string;
  readonly suspects?: readonly LocalDate[];
}

const apart = (event: RecordedEvent, computed: NewEvent | null, { suspects = [], ...found }: Found): Apart => {
  const recorded = versionOf(event);
  const paths = computed ? pathsApart(versionOf(computed), recorded) : [];
  return new Apart({ ...place(event), computed: computed && versionOf(computed), recorded, paths, ...found }, suspects);
};
