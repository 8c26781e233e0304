import { finished } from 'node:stream/promises';
import type { Pool, PoolClient } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { Instant } from '#engine';
import type { RecordedEvent } from '#event-store';
import { REPLAY } from './read-events.sql.js';

/**
 * The tenant's log after a position, in order, as fast as it can be read: one COPY, parsed as it arrives, in batches of what
 * one piece of the network's stream holds. One snapshot: what is appended meanwhile is not in it.
 */
export async function* replay(pool: Pool, tenant: string, after: number): AsyncGenerator<readonly RecordedEvent[]> {
  const client = await pool.connect();
  let whole = false;
  try {
    for await (const lines of linesOf(client, REPLAY(client.escapeLiteral(tenant), after))) {
      yield lines.map((line) => recordedLine(line, tenant));
    }
    whole = true;
  } finally {
    client.release(!whole); // a COPY that nobody reads to its end leaves its connection in the middle of it
  }
}

async function* linesOf(client: PoolClient, sql: string): AsyncGenerator<readonly string[]> {
  const source = client.query(copyTo(sql));
  let rest: Buffer = NOTHING;
  for await (const chunk of source) {
    const bytes = rest.length === 0 ? (chunk as Buffer) : Buffer.concat([rest, chunk as Buffer]);
    const end = bytes.lastIndexOf(LINE_FEED); // characters of several bytes never hold one
    rest = bytes.subarray(end + 1);
    if (end >= 0) yield bytes.toString('utf8', 0, end).split('\n');
  }
  await finished(source);
}

const NOTHING = Buffer.alloc(0);
const LINE_FEED = 10;

const UNESCAPED: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

/** A cell as it was before COPY wrote it. */
const cell = (text: string): string =>
  text.includes('\\') ? text.replace(/\\(.)/g, (_, special: string) => UNESCAPED[special] ?? special) : text;

/** Columns in the order of {@link REPLAY}. */
function recordedLine(line: string, tenant: string): RecordedEvent {
  const [position, stream, version, type, v, data, because, at, actor, recordedAt] = line.split('\t') as Columns;
  return {
    tenant,
    stream: cell(stream),
    version: Number(version),
    position: Number(position),
    type: cell(type),
    v: Number(v),
    data: JSON.parse(cell(data)),
    because: because === '\\N' ? null : JSON.parse(cell(because)),
    at: at as Instant,
    actor: actor === '\\N' ? null : cell(actor),
    recordedAt,
  };
}

type Columns = [string, string, string, string, string, string, string, string, string, string];
