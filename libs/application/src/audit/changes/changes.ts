import type { AuditChange, ChangeKind, Page } from '#contracts';
import type { Instant } from '#engine';
import type { RecordedEvent } from '#event-store';
import { isWanted, logEntryOf, type LogFilter, type LogIndex, placeOf, wordsOf } from '#read-models';
import { CursorInvalid, cursorOf, DEFAULT_LIMIT, keyOfCursor } from '../../queries/cursor.js';
import { eventView } from '../../queries/event-view.js';
import { positionAt } from '../as-of/cut.js';
import type { LogReader } from '../log-reader.js';

/** Which changes. */
export interface ChangesAsked {
  /** After this instant, itself not included; from the first on unless told. */
  readonly from?: Instant;
  /** Up to this one, itself included; up to the last unless told. */
  readonly to?: Instant;
  /** Meant by time of recording; by time of effect unless told. */
  readonly recorded?: boolean;
  /** Only of this plan: its cascade where it is a top plan. */
  readonly plan?: string;
  readonly unit?: string;
  readonly kind?: ChangeKind;
  /** Only what names this obligation: `item 1.2`. */
  readonly about?: string;
  /** Only of this person, of people, or of the engine: see {@link LogFilter.who}. */
  readonly who?: string;
}

/** A log, and what finds events in most of it. */
export interface SearchedLog {
  readonly log: LogReader;
  readonly index: LogIndex;
}

const LIST = 'changes';
const NEWEST = 'changes-newest';
/** Events that one page reads of what is not indexed yet, at most: one with few in it may still have a next. */
const MOST_READ = 20_000;
const BATCH = 1_000;

/** What changed between two instants, in the order of recording. Memory is bounded. */
export async function* changes(log: LogReader, tenant: string, asked: ChangesAsked): AsyncGenerator<AuditChange> {
  const { first, last } = await rangeOf(log, tenant, asked);
  for await (const event of wantedIn(log, tenant, { first, last, filter: filterOf(asked) })) yield changeOf(event);
}

/** Which page of them. */
export interface ChangesPageAsked {
  readonly asked: ChangesAsked;
  readonly after?: string;
  /** After this position, where there is no `after`. */
  readonly since?: number;
  readonly limit?: number;
  /** The last recorded first. */
  readonly newest?: boolean;
}

/** A page of them. @throws CursorInvalid */
export async function changesPage(searched: SearchedLog, tenant: string, page: ChangesPageAsked): Promise<Page<AuditChange>> {
  const { asked, after, since = 0, limit = DEFAULT_LIMIT, newest = false } = page;
  const range = await rangeOf(searched.log, tenant, asked);
  const counted = Math.max(range.first, Math.min(range.last, await searched.index.counted(tenant)));
  const reading = { searched, tenant, filter: filterOf(asked), counted, limit };
  const list = newest ? NEWEST : LIST;
  const from = after === undefined ? undefined : positionOf(list, after);
  const { events, next } = newest
    ? await back(reading, { ...range, last: Math.min(range.last, from ?? range.last) })
    : await on(reading, { ...range, first: Math.max(range.first, from ?? since) });
  return { items: events.map(changeOf), next: next === null ? null : cursorOf(list, String(next)) };
}

interface Reading {
  readonly searched: SearchedLog;
  readonly tenant: string;
  readonly filter: LogFilter;
  /** Up to where the index knows the log. */
  readonly counted: number;
  readonly limit: number;
}

/** Events of a page, and the position that the next one is asked for by; null where there is none. */
interface Found {
  readonly events: readonly RecordedEvent[];
  readonly next: number | null;
}

/** In the order of recording: what is indexed, then what was recorded since. */
async function on(
  { searched: { log, index }, tenant, filter, counted, limit }: Reading,
  { first, last }: Stretch,
): Promise<Found> {
  const found = first < counted ? await index.events(tenant, filter, { first, last: counted, limit }) : [];
  const events = [...found];
  if (events.length === limit) return { events, next: beyond(events.at(-1)?.position ?? last, last) };
  let position = Math.max(first, counted);
  for (const end = Math.min(last, position + MOST_READ); position < end; ) {
    for (const event of await log.readAll(tenant, position, Math.min(BATCH, end - position))) {
      position = event.position;
      if (isWanted(logEntryOf(event), filter) && events.push(event) === limit) return { events, next: beyond(position, last) };
    }
  }
  return { events, next: beyond(position, last) };
}

const beyond = (position: number, last: number): number | null => (position < last ? position : null);

/** From the end of the log back. A log has no gaps: what lies before a position is as many events. */
async function back(
  { searched: { log, index }, tenant, filter, counted, limit }: Reading,
  { first, last }: Stretch,
): Promise<Found> {
  const events: RecordedEvent[] = [];
  let position = last;
  for (const end = Math.max(counted, last - MOST_READ); position > end; ) {
    const batch = Math.min(BATCH, position - end);
    for (const event of (await log.readAll(tenant, position - batch, batch)).toReversed()) {
      position = event.position - 1;
      if (isWanted(logEntryOf(event), filter) && events.push(event) === limit) return { events, next: before(position, first) };
    }
  }
  if (position > counted) return { events, next: position };
  const rest = limit - events.length;
  const found = position > first ? await index.events(tenant, filter, { first, last: position, limit: rest, newest: true }) : [];
  events.push(...found);
  return { events, next: found.length === rest ? before((found.at(-1)?.position ?? 1) - 1, first) : null };
}

const before = (position: number, first: number): number | null => (position > first ? position : null);

function positionOf(list: string, cursor: string): number {
  const position = Number(keyOfCursor(list, cursor));
  if (!Number.isSafeInteger(position) || position < 0) throw new CursorInvalid(cursor);
  return position;
}

interface Stretch {
  readonly first: number;
  readonly last: number;
}

/** Events of a stretch that a filter leaves in, read one after another. */
export async function* wantedIn(
  log: LogReader,
  tenant: string,
  { first, last, filter }: Stretch & { readonly filter: LogFilter },
): AsyncGenerator<RecordedEvent> {
  for (let after = first; after < last; ) {
    const events = await log.readAll(tenant, after, Math.min(BATCH, last - after));
    if (events.length === 0) return;
    for (const event of events) if (isWanted(logEntryOf(event), filter)) yield event;
    after = events.at(-1)?.position ?? last;
  }
}

/** Between which positions: by time of effect anywhere in the log. */
export async function rangeOf(log: LogReader, tenant: string, { from, to, recorded }: ChangesAsked): Promise<Stretch> {
  const isMeant = recorded === true;
  const [first, last] = await Promise.all([
    isMeant && from !== undefined ? positionAt(log, tenant, from) : 0,
    isMeant && to !== undefined ? positionAt(log, tenant, to) : log.head(tenant),
  ]);
  return { first, last };
}

/** What events are held against one by one. */
export function filterOf({ from, to, recorded, ...filter }: ChangesAsked): LogFilter {
  if (recorded === true) return filter;
  return { ...filter, ...(from !== undefined && { after: from }), ...(to !== undefined && { until: to }) };
}

function changeOf(event: RecordedEvent): AuditChange {
  const { kind, vi, en } = wordsOf(event.type);
  const subject = subjectOf(event);
  const said = subject === '' ? { vi, en } : { vi: `${vi}: ${subject}`, en: `${en}: ${subject}` };
  return { ...eventView(event), kind, ...placeOf(event), said };
}

/** What an event is about, by its number or name. */
function subjectOf({ data }: RecordedEvent): string {
  const named = data as Readonly<Record<string, unknown>>;
  const about = named['item'] ?? named['obligation'] ?? named['duty'] ?? named['step'] ?? named['event'] ?? named['name'];
  const report = named['report'];
  const id = typeof report === 'object' && report !== null ? (report as { readonly id?: unknown }).id : report;
  const found = about ?? id ?? named['title'];
  return typeof found === 'string' ? found : '';
}
