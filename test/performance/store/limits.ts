import type { Pool } from 'pg';
import { seconds } from '../benchmark.js';
import { bodyOf, concurrently, STREAM_LENGTH, streamName, type Writers } from './append.js';

/** What one would write by hand: a table, a unique (stream, version), nothing else. */
export const EVENTS_TABLE = `create table plain_event (
  position bigint generated always as identity primary key,
  stream text not null,
  version int not null,
  type text not null,
  data jsonb not null,
  recorded timestamptz not null default now(),
  unique (stream, version)
)`;

const APPEND = {
  name: 'limit-append',
  text: `insert into plain_event (stream, version, type, data)
    select $1, $2::int + n, type, data from unnest($3::text[], $4::jsonb[]) with ordinality as e (type, data, n)
    where coalesce((select max(version) from plain_event where stream = $1), 0) = $2::int`,
};

const APPEND_ONE = {
  name: 'limit-append-one',
  text: `insert into plain_event (stream, version, type, data)
    select $1, $2::int + 1, $3, $4::jsonb
    where coalesce((select max(version) from plain_event where stream = $1), 0) = $2::int`,
};

/** Events a second of one prepared INSERT a command, each command its own commit. */
export async function appendLimit(pool: Pool, { writers, step, streams }: Writers): Promise<number> {
  await pool.query(EVENTS_TABLE);
  const write = async (stream: number): Promise<void> => {
    for (let version = 0; version < STREAM_LENGTH; version += step) {
      const events = Array.from({ length: step }, (_, index) => bodyOf(stream, version + index));
      const data = events.map((event) => JSON.stringify(event.data));
      const types = events.map(({ type }) => type);
      const { rowCount } = await pool.query(
        step === 1
          ? { ...APPEND_ONE, values: [streamName(stream), version, types[0], data[0]] }
          : { ...APPEND, values: [streamName(stream), version, types, data] },
      );
      if (rowCount !== step) throw new Error('unexpected version conflict');
    }
  };
  return (streams * STREAM_LENGTH) / (await seconds(() => concurrently(writers, streams, write)));
}

const FILL = 2_500;

/** The same events as {@link fill} appends, by statements of 2,500. */
export async function fillLimit(pool: Pool, streams: number): Promise<void> {
  await pool.query(EVENTS_TABLE);
  for (let version = 0; version < STREAM_LENGTH; version++) {
    for (let first = 0; first < streams; first += FILL) {
      const some = Array.from({ length: Math.min(FILL, streams - first) }, (_, index) => first + index);
      const events = some.map((stream) => bodyOf(stream, version));
      await pool.query(
        `insert into plain_event (stream, version, type, data)
         select x.stream, $2::int, x.type, x.data from unnest($1::text[], $3::text[], $4::jsonb[]) as x (stream, type, data)`,
        [some.map(streamName), version + 1, events.map(({ type }) => type), events.map(({ data }) => JSON.stringify(data))],
      );
    }
  }
  await pool.query('vacuum analyze plain_event');
}

const PAGE = 10_000;

/** Events a second of a keyset read of the whole table, in pages, folding a counter for each stream. */
export async function replayLimit(pool: Pool, events: number): Promise<number> {
  const counters = new Map<string, number>();
  let seen = 0;
  const took = await seconds(async () => {
    let after = 0;
    for (let more = true; more; ) {
      const { rows } = await pool.query<{ position: number; stream: string }>({
        name: 'limit-replay',
        text: `select position, stream, version, type, data, recorded from plain_event where position > $1 order by position limit ${PAGE}`,
        values: [after],
      });
      for (const row of rows) counters.set(row.stream, (counters.get(row.stream) ?? 0) + 1);
      seen += rows.length;
      after = rows.at(-1)?.position ?? after;
      more = rows.length === PAGE;
    }
  });
  if (seen !== events) throw new Error(`${seen} events read, expected ${events}`);
  return events / took;
}
