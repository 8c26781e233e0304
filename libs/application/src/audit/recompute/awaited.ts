import type { NewEvent } from '#event-store';
import type { Engine } from './engine.js';
import type { Foresight } from './foresight.js';
import { isSame } from './same-event.js';

/** What works something out: the engine as the log has it, or one that knows something else. */
export interface Means {
  readonly engine: Engine;
  readonly foresight: Foresight;
}

/** What a stream waits for, and how that was found: so that it can be found again with other facts. */
export class Awaited {
  private met = 0;

  constructor(
    private readonly events: readonly NewEvent[],
    private readonly again: (means: Means) => Promise<readonly NewEvent[]>,
  ) {}

  /** What has to come next; undefined where nothing has. */
  get first(): NewEvent | undefined {
    return this.events[this.met];
  }

  /** What has to come after that. */
  get rest(): readonly NewEvent[] {
    return this.events.slice(this.met + 1);
  }

  get isOver(): boolean {
    return this.met >= this.events.length;
  }

  /** True for an event that has come already. */
  hasMet(event: NewEvent): boolean {
    return this.events.slice(0, this.met).some((each) => isSame(each, event));
  }

  meet(): void {
    this.met += 1;
  }

  /** What would have to come next by other means. */
  async firstBy(means: Means): Promise<NewEvent | undefined> {
    return (await this.again(means))[this.met];
  }
}
