import type { Instant } from '#engine';
import { type EventStore, type Frontier, LEADING_SLOT, type SetAside, UnknownFact, type WakeUpSlots } from '#event-store';
import { BatchSize } from './clock-batches.js';
import type { ClockRun, ClockRunner } from './clock-runner.js';
import type { LeadingStreams } from './clock-leading.js';
import { Storm } from './clock-storm.js';
import { retryOnConflict } from './retry-on-conflict.js';
import type { Knowledge } from './tenant-knowledge.js';

const ATTEMPTS = 5;
/** Most leading wake-ups that are taken at once. */
const LEADING_AT_ONCE = 500;

/** Storms in a row that may be ended by facts: more are a fault, which is told and tried again after a pause. */
const MOST_OVERTAKEN = 50;

/** What a share of the clock runs on. */
export interface ShareParts {
  readonly store: EventStore;
  readonly knowledge: Knowledge;
  readonly slots: WakeUpSlots;
  readonly leading: LeadingStreams;
  readonly clock: Pick<ClockRunner, 'isHeld'>;
  /** Milliseconds from any beginning; the machine's unless told. */
  readonly stopwatch?: () => number;
}

/** One worker's part of a tenant's clock, for a turn. */
export interface Turn {
  readonly until: Instant;
  /** Slots that are this worker's. */
  readonly slots: readonly number[];
  /** False ends the turn after the batch under way. */
  readonly keepGoing?: () => boolean;
}

export interface ShareRun extends ClockRun {
  /** True where something of one's own is due that others' work comes before: look again soon. */
  readonly isWaiting: boolean;
}

/**
 * The clock of a tenant as several workers share it. An instant is over when nothing due at it stands in any slot: then, and not
 * before, anybody goes on to the next. At an instant the leading streams come first, by the worker that has their slot; then
 * every worker wakes the unit plans of its own slots. So the log says of each stream what one worker alone would have written.
 * Should two believe that a slot is theirs, the second to write meets a conflict and finds nothing left to do.
 */
export class ClockShareRunner {
  private readonly size = new BatchSize();
  /** Storms in a row that a fact ended. */
  private overtaken = 0;

  constructor(private readonly parts: ShareParts) {}

  /** Does what is due and this worker's to do. Nothing while the tenant's time is held. */
  async run(tenant: string, { until, slots, keepGoing = () => true }: Turn): Promise<ShareRun> {
    let [wakeUps, events] = [0, 0];
    const stuck: SetAside[] = [];
    const ended = (isWaiting: boolean): ShareRun => ({
      wakeUps,
      events,
      isWaiting,
      ...(stuck.length > 0 && { stuck }),
    });
    if (await this.parts.clock.isHeld(tenant)) return ended(false);
    while (keepGoing()) {
      const frontier = await this.parts.slots.frontier(tenant, slots);
      const at = earliest(frontier);
      if (at === undefined || at > until) return ended(false);
      const run = await this.runAt(tenant, frontier, { until: at, slots, keepGoing });
      if (run === undefined) return ended(hasWork(frontier, { until, slots }));
      wakeUps += run.wakeUps;
      events += run.events;
      stuck.push(...(run.stuck ?? []));
      if (run.wakeUps === 0) return ended(true); // somebody else was faster, or a fact came: look again
    }
    return ended(false);
  }

  /** @returns undefined where the instant's work is others' */
  private async runAt(tenant: string, frontier: Frontier, turn: Required<Turn>): Promise<ClockRun | undefined> {
    const { until: at, slots } = turn;
    if (frontier.leading === at) return slots.includes(LEADING_SLOT) ? this.lead(tenant, at) : undefined;
    return frontier.own === at ? this.storm(tenant, { ...turn, slots: frontier.ready }) : undefined;
  }

  private lead(tenant: string, at: Instant): Promise<ClockRun> {
    return retryOnConflict(ATTEMPTS, async () => {
      const due = await this.parts.slots.dueIn(tenant, { slot: LEADING_SLOT, until: at, after: null, limit: LEADING_AT_ONCE });
      const wakeUps = await this.parts.leading.lead(tenant, due);
      if (wakeUps === 0 && due.length > 0) throw new TypeError(`nothing is known to do for ${due[0]?.stream}`);
      return { wakeUps, events: 0 };
    });
  }

  /** A fact recorded meanwhile ends the storm: the leading streams come first. */
  private async storm(tenant: string, { until: at, slots, keepGoing }: Required<Turn>): Promise<ClockRun> {
    const { store, knowledge, slots: wakeUps, stopwatch = () => performance.now() } = this.parts;
    const known = knowledge.of(tenant);
    const storm = new Storm(at, { store, slots: wakeUps, known, size: this.size, keepGoing, stopwatch });
    try {
      const run = await storm.run(slots);
      this.overtaken = 0;
      return run;
    } catch (error) {
      this.overtaken += 1;
      if (error instanceof UnknownFact && this.overtaken < MOST_OVERTAKEN) return storm.soFar;
      throw error;
    }
  }
}

/** Whether anything of one's own is due, though others come first. */
const hasWork = ({ own, leading }: Frontier, { until, slots }: Turn): boolean =>
  (own !== undefined && own <= until) || (slots.includes(LEADING_SLOT) && leading !== undefined && leading <= until);

function earliest({ leading, own, others }: Frontier): Instant | undefined {
  return [leading, own, others].filter((at) => at !== undefined).toSorted()[0];
}
