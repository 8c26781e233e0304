import type { AuditChange, Page } from '#contracts';
import type { Instant } from '#engine';
import type { RecordedEvent } from '#event-store';
import { CursorInvalid, cursorOf, DEFAULT_LIMIT, keyOfCursor } from '../../queries/cursor.js';
import { eventView } from '../../queries/event-view.js';
import { positionAt } from '../as-of/cut.js';
import type { LogReader } from '../log-reader.js';
import { type ChangeKind, wordsOf } from './event-kinds.js';

/** Which changes. */
export interface ChangesAsked {
  /** After this instant, itself not included. */
  readonly from: Instant;
  /** Up to this one, itself included. */
  readonly to: Instant;
  /** Meant by time of recording; by time of effect unless told. */
  readonly recorded?: boolean;
  /** Only of this plan: its cascade where it is a top plan. */
  readonly plan?: string;
  readonly unit?: string;
  readonly kind?: ChangeKind;
}

const LIST = 'changes';
const NEWEST = 'changes-newest';
/** Events that one page looks at, at most: one with few in it may still have a next. */
const MOST_READ = 20_000;
const BATCH = 1_000;

/** What changed between two instants, in the order of recording. Memory is bounded. */
export async function* changes(log: LogReader, tenant: string, asked: ChangesAsked): AsyncGenerator<AuditChange> {
  const { first, last } = await rangeOf(log, tenant, asked);
  for (let after = first; after < last; ) {
    const events = await log.readAll(tenant, after, Math.min(BATCH, last - after));
    if (events.length === 0) return;
    for (const event of events) if (isAsked(event, asked)) yield changeOf(event);
    after = events.at(-1)?.position ?? last;
  }
}

/** Which page of them. */
export interface ChangesPageAsked {
  readonly asked: ChangesAsked;
  readonly after?: string;
  readonly limit?: number;
  /** The last recorded first. */
  readonly newest?: boolean;
}

/** A page of them. @throws CursorInvalid */
export async function changesPage(log: LogReader, tenant: string, page: ChangesPageAsked): Promise<Page<AuditChange>> {
  if (page.newest === true) return newestPage(log, tenant, page);
  const { asked, after, limit = DEFAULT_LIMIT } = page;
  const { first, last } = await rangeOf(log, tenant, asked);
  let position = after === undefined ? first : Math.max(first, positionOf(LIST, after));
  const items: AuditChange[] = [];
  for (let read = 0; position < last && items.length < limit && read < MOST_READ; ) {
    const events = await log.readAll(tenant, position, Math.min(BATCH, last - position));
    if (events.length === 0) break;
    for (const event of events) {
      if (items.length >= limit) break;
      if (isAsked(event, asked)) items.push(changeOf(event));
      position = event.position;
      read += 1;
    }
  }
  return { items, next: position < last ? cursorOf(LIST, String(position)) : null };
}

/** The same from the end of the log back. A log has no gaps: what lies before a position is as many events. */
async function newestPage(
  log: LogReader,
  tenant: string,
  { asked, after, limit = DEFAULT_LIMIT }: ChangesPageAsked,
): Promise<Page<AuditChange>> {
  const { first, last } = await rangeOf(log, tenant, asked);
  let position = after === undefined ? last : Math.min(last, positionOf(NEWEST, after));
  const items: AuditChange[] = [];
  for (let read = 0; position > first && items.length < limit && read < MOST_READ; ) {
    const batch = Math.min(BATCH, position - first);
    const events = await log.readAll(tenant, position - batch, batch);
    if (events.length === 0) break;
    for (const event of events.toReversed()) {
      if (items.length >= limit) break;
      if (isAsked(event, asked)) items.push(changeOf(event));
      position = event.position - 1;
      read += 1;
    }
  }
  return { items, next: position > first ? cursorOf(NEWEST, String(position)) : null };
}

function positionOf(list: string, cursor: string): number {
  const position = Number(keyOfCursor(list, cursor));
  if (!Number.isSafeInteger(position) || position < 0) throw new CursorInvalid(cursor);
  return position;
}

/** Between which positions: by time of effect anywhere in the log. */
async function rangeOf(
  log: LogReader,
  tenant: string,
  { from, to, recorded }: ChangesAsked,
): Promise<{ readonly first: number; readonly last: number }> {
  if (recorded !== true) return { first: 0, last: await log.head(tenant) };
  return { first: await positionAt(log, tenant, from), last: await positionAt(log, tenant, to) };
}

function isAsked(event: RecordedEvent, { from, to, recorded, plan, unit, kind }: ChangesAsked): boolean {
  if (recorded !== true && (event.at <= from || event.at > to)) return false;
  const place = placeOf(event);
  if (plan !== undefined && place.plan !== plan) return false;
  if (unit !== undefined && place.unit !== unit) return false;
  return kind === undefined || wordsOf(event.type).kind === kind;
}

interface EventPlace {
  readonly plan: string | null;
  readonly unit: string | null;
}

/** Whose event it is: of a unit under a top plan, of a plan, or of a unit of the organisation. */
function placeOf({ stream, data }: RecordedEvent): EventPlace {
  const [kind, plan = null, unit = null] = stream.split('/');
  const { plan: named = null, id = null } = data as { readonly plan?: string; readonly id?: string };
  switch (kind) {
    case 'unit-plan':
      return { plan, unit };
    case 'plan':
      return { plan, unit: null };
    case 'documents':
      return { plan: named, unit: null };
    case 'organisation':
      return { plan: null, unit: id };
    default:
      return { plan: null, unit: null };
  }
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
