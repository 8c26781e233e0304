import { CALENDAR_STREAM, type CalendarData, type LocalDate } from '#engine';
import type { NewEvent, RecordedEvent } from '#event-store';
import { pathsApart, sameJson } from '../same-json.js';
import type { Awaited } from './awaited.js';
import { daysBetween, withDayTurned } from './calendar-day.js';
import { Apart, type Cause, versionOf } from './difference.js';
import { Engine } from './engine.js';
import { Foresight } from './foresight.js';
import { HeldStates } from './held-states.js';
import { isSame } from './same-event.js';

/** Unit plans that are held while a day is tried. */
const MOST_HELD = 1_000;

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
    if (!awaited || !computed) return this.extra(event);
    if (awaited.rest.some((later) => isSame(later, event))) {
      const { position, stream, version } = event;
      return new Apart({
        ...place({ position, stream, version }),
        cause: 'missing',
        computed: versionOf(computed),
        recorded: null,
      });
    }
    const named = causeNamed(computed, event);
    if (named) return apart(event, computed, { cause: named });
    const day = await this.dayBetween(event, awaited);
    return apart(event, computed, day ? { cause: 'calendar', day } : { cause: 'altered' });
  }

  /** The one day of the calendar with which the engine would have made what is recorded. */
  private async dayBetween(event: RecordedEvent, awaited: Awaited): Promise<LocalDate | null> {
    const published = this.engine.store.last(CALENDAR_STREAM);
    const { first } = awaited;
    if (!published || !first || first.type !== event.type) return null;
    for (const day of daysBetween(first, event)) {
      const data = withDayTurned(published.data as CalendarData, day);
      if (!data) continue;
      const store = this.engine.store.withLast(CALENDAR_STREAM, { ...published, data });
      const engine = new Engine(store, this.engine.tenant);
      await engine.knowPlansOf(this.engine);
      const foresight = new Foresight(engine, new HeldStates(store, engine.tenant, MOST_HELD, this.states.streams));
      const computed = await awaited.firstBy({ engine, foresight });
      if (computed && isSame(computed, event)) return day;
    }
    return null;
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
  day: null,
  refusal: null,
});

const apart = (
  event: RecordedEvent,
  computed: NewEvent | null,
  found: { readonly cause: Cause; readonly day?: LocalDate; readonly refusal?: string },
): Apart => {
  const recorded = versionOf(event);
  const paths = computed ? pathsApart(versionOf(computed), recorded) : [];
  return new Apart({ ...place(event), computed: computed && versionOf(computed), recorded, paths, ...found });
};
