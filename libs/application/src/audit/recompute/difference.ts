import type { Bilingual } from '#contracts';
import type { Instant, LocalDate } from '#engine';
import type { NewEvent } from '#event-store';

/**
 * Why the log is not what the engine makes of the human events in it: an event was altered, taken out or put in; the rules, a
 * calendar or the organisation are not those that it was made with; or somebody did what the engine would have refused.
 */
export type Cause = 'altered' | 'missing' | 'extra' | 'rules' | 'calendar' | 'organisation' | 'refused';

/** An event without its place in the log. */
export type Version = Pick<NewEvent, 'type' | 'data' | 'because' | 'at' | 'actor'>;

/** The first place where a log is not what the engine makes of the human events in it. */
export interface Difference {
  readonly cause: Cause;
  /** Of the recorded event; of what is missing, the first event that should have come after it, or the end. */
  readonly position: number;
  readonly stream: string;
  /** Of the recorded or missing event in its stream. */
  readonly version: number;
  /** What the engine makes of what came before; null where nothing was to come here. */
  readonly computed: Version | null;
  /** What the log says; null where nothing stands there. */
  readonly recorded: Version | null;
  /** Where both differ, as JSON Pointers into an event; empty where one of them is not there. */
  readonly paths: readonly string[];
  /** Days of the calendar any one of which, counted otherwise, makes the log hold as a whole; empty where none does. */
  readonly days: readonly LocalDate[];
  /** The code of the refusal, of an act that the engine would have refused. */
  readonly refusal: string | null;
  readonly said: Bilingual;
}

/** What a recomputation came to. */
export interface Recomputed {
  readonly tenant: string;
  /** The plan at the top of the one cascade that was looked at; null for all. */
  readonly plan: string | null;
  /** Events read. */
  readonly events: number;
  /** Of those: caused by the engine, recomputed, and found the same. */
  readonly recomputed: number;
  /** Of those: acts of people, decided again, and found possible and the same. */
  readonly acts: number;
  /** Up to when it is known that nothing is missing at the end; null where only what stands between others was looked for. */
  readonly until: Instant | null;
  /** False where it was ended before the log was. */
  readonly whole: boolean;
  /** Null where all is as it must be, as far as it was read. */
  readonly difference: Difference | null;
}

export const versionOf = ({ type, data, because, at, actor }: NewEvent): Version => ({ type, data, because, at, actor });

/** Ends a recomputation. */
export class Apart extends Error {
  constructor(
    readonly difference: Omit<Difference, 'said'>,
    /** Days of the calendar that may be behind it. */
    readonly suspects: readonly LocalDate[] = [],
  ) {
    super(difference.cause);
  }
}
