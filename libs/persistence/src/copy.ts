import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type { ClientBase } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

/** What a column can hold; lists become array literals. */
export type Cell = string | number | boolean | null | undefined | readonly string[];

/** Large enough to keep system calls rare, small enough that the server starts to work at once. */
const CHUNK = 1 << 16;
const SPECIAL = /[\\\t\n\r]/;
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** A list as PostgreSQL writes arrays: `{"a","b"}`. */
export const arrayLiteral = (values: readonly string[]): string =>
  values.length === 0 ? '{}' : `{"${values.map((value) => value.replace(/["\\]/g, '\\$&')).join('","')}"}`;

/** A text as COPY's text format writes it. */
export const copyString = (text: string): string =>
  SPECIAL.test(text) ? text.replace(/[\\\t\n\r]/g, (special) => ESCAPES[special] ?? special) : text;

/** A value as COPY's text format writes it. */
export function copyCell(value: Cell): string {
  if (typeof value === 'string') return copyString(value);
  if (value === null || value === undefined) return '\\N';
  if (typeof value === 'boolean') return value ? 't' : 'f';
  return typeof value === 'number' ? String(value) : copyString(arrayLiteral(value));
}

/**
 * COPY … FROM STDIN of lines that are made as they are sent: while the server takes in one chunk, the next is encoded.
 * @returns how many rows the server took
 */
export async function copyLines(client: ClientBase, sql: string, lines: Iterable<string>): Promise<number> {
  const sink = client.query(copyFrom(sql));
  const done = finished(sink);
  done.catch(() => undefined); // a failure met while waiting to write is reported by the await below
  try {
    let chunk = '';
    for (const line of lines) {
      chunk += line;
      if (chunk.length < CHUNK) continue;
      if (!sink.write(Buffer.from(chunk))) await Promise.race([once(sink, 'drain'), done]);
      chunk = '';
    }
    sink.end(Buffer.from(chunk));
  } catch (error) {
    sink.destroy(error as Error); // tells the server that nothing more comes; without it the connection would wait for ever
  }
  await done;
  return sink.rowCount;
}
