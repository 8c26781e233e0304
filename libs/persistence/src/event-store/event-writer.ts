import { type NewEvent, reasonsText, type StreamWrite } from '#event-store';
import { type Cell, copyCell } from '../copy.js';
import type { Batch } from './batch.js';

/** Events as the columns of {@link APPEND_EVENTS}. */
export function columnsOf(writes: readonly StreamWrite[]): unknown[][] {
  const columns: unknown[][] = [[], [], [], [], [], [], [], []];
  for (const { stream, expected, events } of writes) {
    events.forEach((event, index) => {
      const row = [stream, expected + index + 1, ...cellsOf(event)];
      row.forEach((cell, column) => columns[column]?.push(cell));
    });
  }
  return columns;
}

/** What {@link APPEND_ONE} asks for, where all there is to append is one event without a key. */
export function askedByOne({ tenant, writes, options, count, columns }: Ready): unknown[] | undefined {
  const [write] = writes;
  if (!write || count !== 1 || writes.length > 1 || options.idempotencyKey !== undefined) return undefined;
  return [tenant, options.knowing ?? null, write.stream, write.expected, ...columns.slice(2).map(([cell]) => cell)];
}

const cellsOf = (event: NewEvent): unknown[] => [
  event.type,
  event.v,
  JSON.stringify(event.data ?? null),
  reasonsText(event),
  event.at,
  event.actor,
];

/** No events as columns: for whoever copies them once positions have been taken. */
export const NO_COLUMNS: readonly unknown[][] = [[], [], [], [], [], [], [], []];

/** A batch whose events have been put into columns: nothing in it can fail to be sent. */
export interface Ready extends Batch {
  readonly columns: readonly unknown[][];
}

export const ready = (batch: Batch): Ready => ({ ...batch, columns: columnsOf(batch.writes) });

/** What several appends of one tenant ask of {@link APPEND_EVENTS}, without the columns of events. */
export function askedBy(tenant: string, batches: readonly Batch[]): unknown[] {
  const writes = batches.flatMap((batch) => batch.writes);
  const known = batches.flatMap(({ options: { knowing } }) => (knowing === undefined ? [] : [knowing]));
  const checked = [writes.map(({ stream }) => stream), writes.map(({ expected }) => expected)];
  let offset = 0;
  const keys: [string[], (string | null)[], number[]] = [[], [], []];
  for (const batch of batches) {
    offset += batch.count;
    const { idempotencyKey, fingerprint } = batch.options;
    if (idempotencyKey === undefined) continue;
    keys[0].push(idempotencyKey);
    keys[1].push(fingerprint ?? null);
    keys[2].push(offset);
  }
  const isFact = writes.some((write) => write.isFact);
  return [tenant, offset, isFact, known.length === 0 ? null : Math.min(...known), ...checked, ...keys];
}

/** Events as lines of {@link COPY_EVENTS}, from a position on. */
export function* eventLines({ tenant, writes }: Batch, first: number): Generator<string> {
  const leading = copyCell(tenant);
  let position = first;
  for (const { stream, expected, events } of writes) {
    let version = expected;
    const name = copyCell(stream);
    for (const event of events) {
      const { type, v, data, at, actor } = event;
      version += 1;
      const body = `${jsonCell(JSON.stringify(data ?? null))}\t${jsonCell(reasonsText(event))}`;
      yield `${leading}\t${name}\t${version}\t${copyCell(type)}\t${v}\t${body}\t${at}\t${copyCell(actor)}\t${position}\n`;
      position += 1;
    }
  }
}

/** Events of several appends as lines of {@link COPY_EVENTS}, without the positions that come last: those are not taken yet. */
export function eventHeads(tenant: string, batches: readonly Ready[]): readonly string[] {
  const leading = copyCell(tenant);
  return batches.flatMap(({ count, columns: [streams, versions, types, vs, datas, becauses, ats, actors] }) =>
    Array.from({ length: count }, (_, index) => {
      const at = (column: readonly unknown[] | undefined): Cell => column?.[index] as Cell;
      const body = `${jsonCell(at(datas) as string)}\t${jsonCell(at(becauses) as string | null)}`;
      return `${leading}\t${copyCell(at(streams))}\t${at(versions)}\t${copyCell(at(types))}\t${at(vs)}\t${body}\t${at(ats)}\t${copyCell(at(actors))}\t`;
    }),
  );
}

/** JSON has no raw line feeds or tabs: only its backslashes need doubling. */
const jsonCell = (text: string | null): string =>
  text === null ? '\\N' : text.includes('\\') ? text.replaceAll('\\', '\\\\') : text;
