import type { RecordedEvent } from '#event-store';
import type { ChangeKind } from '#contracts';
import type { LogEntry } from './log-entry.js';

/** Which events of a log. What is absent does not matter. */
export interface LogFilter {
  readonly plan?: string;
  readonly unit?: string;
  readonly kind?: ChangeKind;
  /** The obligation that they name: `item 1.2`. */
  readonly about?: string;
  /** Who did it: a person by the opaque id, {@link ANYBODY}, or {@link ENGINE}. */
  readonly who?: string;
  /** That took effect after this instant … */
  readonly after?: string;
  /** … and up to this one. */
  readonly until?: string;
}

/** Words for `who` that are nobody's id: whatever the engine did not do by itself, and what it did. */
export const ANYBODY = '@people';
export const ENGINE = '@engine';

/** A stretch of positions: after the first, up to the last. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
}

/** How many events of a stretch there are, and where each page of them begins. */
export interface LogOutline {
  readonly count: number;
  /** Position of the first event of each page, in order. */
  readonly pages: readonly number[];
}

/** Somebody, and how many events are theirs. */
export interface PersonCount {
  readonly person: string;
  readonly count: number;
}

/** Finds events of a log by what they are about, without reading the others. It follows the log some moments behind. */
export interface LogIndex {
  /** Up to which position the log can be looked through: what lies beyond is read from the log itself. */
  counted(tenant: string): Promise<number>;
  /** Events of a stretch, at most `limit`: its first ones, or its last ones in reverse. */
  events(tenant: string, filter: LogFilter, page: Stretch & LogPage): Promise<readonly RecordedEvent[]>;
  outline(tenant: string, filter: LogFilter, stretch: Stretch & { readonly every: number }): Promise<LogOutline>;
  /** Who did the events of a stretch, those with the most first: a hundred at most. */
  people(tenant: string, filter: LogFilter, stretch: Stretch): Promise<readonly PersonCount[]>;
  /** Position of the first event of a stretch that took effect after an instant; undefined where none did. */
  firstAfter(tenant: string, at: string, stretch: Stretch): Promise<number | undefined>;
}

interface LogPage {
  readonly limit: number;
  readonly newest?: boolean;
}

/** Where nothing is looked through beforehand. */
export const NO_LOG_INDEX: LogIndex = {
  counted: async () => 0,
  events: async () => [],
  outline: async () => ({ count: 0, pages: [] }),
  people: async () => [],
  firstAfter: async () => undefined,
};

/** True for an event that a filter leaves in: what the index finds, without it. */
export function isWanted(entry: LogEntry, filter: LogFilter): boolean {
  const { plan, unit, kind, about, who, after, until } = filter;
  const same = (wanted: string | undefined, found: string | null): boolean => wanted === undefined || wanted === found;
  if (!same(plan, entry.plan) || !same(unit, entry.unit) || !same(kind, entry.kind) || !same(about, entry.about)) return false;
  if ((after !== undefined && entry.at <= after) || (until !== undefined && entry.at > until)) return false;
  if (who === undefined) return true;
  if (who === ENGINE) return entry.is_engine;
  return who === ANYBODY ? !entry.is_engine : who === entry.person;
}
