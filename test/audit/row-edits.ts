import type { Random } from './edits.js';

/** Events of the log whose rows are changed, and after how many of them it was sealed. */
export const SEALED_AT: readonly number[] = [20, 45, 60];
const LAST = SEALED_AT.at(-1) ?? 0;

/** What somebody does to rows of the database behind its triggers; `$1` is the tenant. */
export interface RowEdit {
  readonly name: string;
  readonly statements: readonly string[];
  /** First event that is not what it was. */
  readonly position: number;
}

const at = (change: string, position: number): string =>
  `update event set ${change} where tenant = $1 and position = ${position}`;
const away = (from: number): string => `update event set position = -position where tenant = $1 and position >= ${from}`;
const back = (by: number): string => `update event set position = -position + ${by} where tenant = $1 and position < 0`;
const gone = (which: string): string => `delete from event where tenant = $1 and ${which}`;

/** A hash of a leaf in its tile, made to be another. */
const tile = (position: number): string =>
  `update seal_tile set hashes = overlay(hashes placing sha256('x') from ${1 + (position - 1) * 32} for 32) where tenant = $1 and level = 0`;

/** Fields of an event, each with a change that no event has already. */
const FIELDS: readonly ((random: Random) => string)[] = [
  (random) => `data = overlay(data placing 'ẩ' from ${1 + random(8)} for 1)`,
  () => 'data = left(data, -1)',
  () => "data = data || ' '",
  () => "because = case when because is null then 'null' end",
  (random) => `recorded_at = recorded_at + ${1 + random(10_000)} * interval '1 microsecond'`,
  () => "at = '2022-06-30T08:00:00+07:00'",
  () => "actor = case when actor is null then '' end",
  () => "type = type || 'x'",
  () => "stream = stream || 'x'",
  () => 'version = version + 1000',
  () => 'v = v + 1',
];

type Made = Omit<RowEdit, 'name'>;
type Maker = (position: number, random: Random) => Made;

const MAKERS: Readonly<Record<string, Maker>> = {
  'an event altered': (position, random) => {
    const change = FIELDS[random(FIELDS.length)] ?? (() => 'v = v + 1');
    return { position, statements: [at(change(random), position)] };
  },
  'an event altered, the hash of its leaf too': (position, random) => {
    const change = FIELDS[random(FIELDS.length)] ?? (() => 'v = v + 1');
    return { position, statements: [at(change(random), position), tile(position)] };
  },
  'an event deleted': (position) => ({ position, statements: [gone(`position = ${position}`)] }),
  'an event deleted, the gap closed': (position) => ({
    position,
    statements: [gone(`position = ${position}`), away(position + 1), back(-1)],
  }),
  'an event inserted': (position) => ({
    position,
    statements: [
      away(position),
      back(1),
      `insert into event (position, version, v, tenant, stream, type, at, actor, data, because, recorded_at)
       select ${position}, version + 1000, v, tenant, stream, type, at, actor, data, because, recorded_at
       from event where tenant = $1 and position = ${position + 1}`,
    ],
  }),
  'two events exchanged': (one, random) => {
    const other = 1 + ((one - 1 + 1 + random(LAST - 1)) % LAST);
    return {
      position: Math.min(one, other),
      statements: [at('position = 9999', one), at(`position = ${one}`, other), at(`position = ${other}`, 9_999)],
    };
  },
  'an event moved out of the log': (position) => ({ position, statements: [at('position = 9999', position)] }),
  'the end cut off': (position) => ({ position, statements: [gone(`position >= ${position}`)] }),
  'the whole rolled back to an older seal': (_, random) => {
    const size = SEALED_AT[random(SEALED_AT.length - 1)] ?? 0;
    return {
      position: size + 1,
      statements: [
        gone(`position > ${size}`),
        `delete from seal_checkpoint where tenant = $1 and size > ${size}`,
        `update seal_tile set hashes = substr(hashes, 1, ${size * 32}) where tenant = $1 and level = 0`,
        `update seal_head set position = ${size}, checkpoint = ${size} where tenant = $1`,
        `update tenant_head set position = ${size} where tenant = $1`,
      ],
    };
  },
};

/** Ways to change rows, one kind after another, without end. */
export function* rowEdits(random: Random): Generator<RowEdit> {
  for (;;) for (const [name, make] of Object.entries(MAKERS)) yield { name, ...make(1 + random(LAST), random) };
}
