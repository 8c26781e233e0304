import { addDays, type Instant, type LocalDate } from '#engine';
import type { LogFilter } from '#read-models';
import { positionAt } from '../as-of/cut.js';
import { type ChangesAsked, filterOf, rangeOf, type SearchedLog, wantedIn } from './changes.js';

/** How many changes there are, and where each page of them begins: any page is then one look, however far down it lies. */
export interface ChangesOutline {
  readonly count: number;
  /** Position of the last event that was looked at. */
  readonly upTo: number;
  /** Position of the first change of each page, in the order of recording. */
  readonly pages: readonly number[];
  /** Who did them, by opaque ids, those with the most first. */
  readonly people: readonly { readonly person: string; readonly count: number }[];
}

/** Works it out once for a filter. @param every changes of a page */
export async function changesOutline(
  { log, index }: SearchedLog,
  tenant: string,
  { asked, every }: { readonly asked: ChangesAsked; readonly every: number },
): Promise<ChangesOutline> {
  const filter = filterOf(asked);
  const { first, last } = await rangeOf(log, tenant, asked);
  const counted = Math.max(first, Math.min(last, await index.counted(tenant)));
  const stretch = { first, last: counted };
  const [outline, found] = await Promise.all([
    isOfAll(filter) ? evenly(stretch, every) : index.outline(tenant, filter, { ...stretch, every }),
    index.people(tenant, filter, stretch),
  ]);
  let { count } = outline;
  const pages = [...outline.pages];
  const people = new Map(found.map((each) => [each.person, each.count]));
  for await (const { position, by } of wantedIn(log, tenant, { first: counted, last, filter })) {
    if (count % every === 0) pages.push(position);
    count += 1;
    if (by) people.set(by.person, (people.get(by.person) ?? 0) + 1);
  }
  return { count, upTo: last, pages, people: [...people].map(([person, of]) => ({ person, count: of })) };
}

const isOfAll = (filter: LogFilter): boolean => Object.values(filter).every((value) => value === undefined);

/** A log has no gaps: where everything is wanted, pages begin at even distances. */
function evenly({ first, last }: { readonly first: number; readonly last: number }, every: number) {
  const count = last - first;
  return { count, pages: Array.from({ length: Math.ceil(count / every) }, (_, page) => first + 1 + page * every) };
}

/** Position of the first event of a day or later: recorded, or of effect; null where there is none yet. */
export async function firstOfDay(
  { log, index }: SearchedLog,
  tenant: string,
  { day, recorded = false }: { readonly day: LocalDate; readonly recorded?: boolean },
): Promise<number | null> {
  const before = `${addDays(day, -1)}T23:59:59+07:00` as Instant;
  const last = await log.head(tenant);
  if (recorded) {
    const position = await positionAt(log, tenant, before);
    return position < last ? position + 1 : null;
  }
  const counted = Math.min(last, await index.counted(tenant));
  const found = await index.firstAfter(tenant, before, { first: 0, last: counted });
  if (found !== undefined) return found;
  for await (const { position } of wantedIn(log, tenant, { first: counted, last, filter: { after: before } })) return position;
  return null;
}
