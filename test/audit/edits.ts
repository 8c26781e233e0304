import { type EventLine, eventHash, eventLine, type PersonLine, type ProofLine, readLine, WHOLE, writeLine } from '#audit';
import { endedLines, type SealedLog } from '#testing';

/** A damaged export: its bytes, and what was done to it. */
export interface Edited {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Numbers below a bound, the same for the same seed. */
export type Random = (below: number) => number;

export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

type Edit = (log: SealedLog, random: Random) => Buffer;

const bytesOf = ({ lines }: SealedLog): Buffer => Buffer.from(lines.join(''));
const joined = (lines: readonly string[]): Buffer => Buffer.from(lines.join(''));
/** With the counts and the digest that the lines ask for: by somebody who knows the form. */
const fitted = (lines: readonly string[]): Buffer => joined(endedLines(lines));
const splice = (bytes: Buffer, at: number, { drop = 0, put = Buffer.alloc(0) }): Buffer =>
  Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + drop)]);

/** An event of the log, changed in one field. */
function bent(event: EventLine, random: Random): EventLine {
  const fields = ['stream', 'type', 'at', 'recordedAt', 'data'] as const;
  const field = fields[random(fields.length)] ?? 'data';
  const text = event[field];
  const at = random(text.length);
  const changes: readonly Partial<EventLine>[] = [
    { [field]: `${text.slice(0, at)}${text[at] === 'x' ? 'y' : 'x'}${text.slice(at + 1)}` },
    { version: event.version + 1 },
    { v: event.v + 1 },
    { actor: event.actor === null ? 'vn-10' : null },
    { because: event.because === null ? '{}' : null },
  ];
  return { ...event, ...changes[random(changes.length)] };
}

const streamOf = (line: string): string => /"stream":"[^"]+"/.exec(line)?.[0] ?? '';
const eventLines = ({ lines }: SealedLog): readonly number[] =>
  lines.flatMap((line, index) => (line.includes('"kind":"event"') ? [index] : []));

/** A line of the log, chosen among its events, and what stands in it. */
function chosen(log: SealedLog, random: Random): readonly [index: number, event: EventLine] {
  const indexes = eventLines(log);
  const index = indexes[random(indexes.length)] ?? 1;
  return [index, readLine((log.lines[index] ?? '').trimEnd()) as EventLine];
}

/** A line of a kind, chosen among them, and what stands in it; undefined where there is none. */
function chosenOf<K extends 'person' | 'proof'>(
  log: SealedLog,
  kind: K,
  random: Random,
): readonly [index: number, line: K extends 'person' ? PersonLine : ProofLine] | undefined {
  const indexes = log.lines.flatMap((line, index) => (line.startsWith(`{"kind":"${kind}"`) ? [index] : []));
  const index = indexes[random(indexes.length)];
  if (index === undefined) return undefined;
  return [index, readLine((log.lines[index] ?? '').trimEnd()) as K extends 'person' ? PersonLine : ProofLine];
}

/** With a manifest that says how many events there are. */
function counting(lines: readonly string[]): readonly string[] {
  const count = lines.filter((line) => line.startsWith('{"kind":"event"')).length;
  return lines.with(0, (lines[0] ?? '').replace(/"events":\d+/, `"events":${count}`));
}

/** From a line on, events get the positions and hashes that their new order asks for; what was signed or proved stays as it was. */
function renumbered(log: SealedLog, lines: readonly string[]): Buffer {
  if (log.scope !== WHOLE) return fitted(counting(lines));
  let position = 0;
  const written = lines.map((line) => {
    const read = readLine(line.trimEnd());
    if (read?.kind !== 'event') return line;
    const event = { ...read, position: ++position };
    return eventLine(event, eventHash(log.tenant, event));
  });
  return fitted(counting(written.with(0, (written[0] ?? '').replace(/"size":\d+/, `"size":${position}`))));
}

/** The ways in which a file is changed by accident, and those in which somebody changes it who knows its form. */
const EDITS: Readonly<Record<string, Edit>> = {
  'a byte changed': (log, random) => {
    const bytes = bytesOf(log);
    const at = random(bytes.length);
    return splice(bytes, at, { drop: 1, put: Buffer.of((bytes[at] ?? 0) ^ (1 + random(255))) });
  },
  'a byte lost': (log, random) => splice(bytesOf(log), random(bytesOf(log).length), { drop: 1 }),
  'a byte more': (log, random) => splice(bytesOf(log), random(bytesOf(log).length), { put: Buffer.of(random(256)) }),
  'bytes lost': (log, random) => splice(bytesOf(log), random(bytesOf(log).length), { drop: 2 + random(2_000) }),
  cut: (log, random) => bytesOf(log).subarray(0, random(bytesOf(log).length)),
  'cut between lines': (log, random) => joined(log.lines.slice(0, random(log.lines.length))),
  'a line lost': (log, random) => joined(log.lines.toSpliced(random(log.lines.length), 1)),
  'a line twice': (log, random) => {
    const at = random(log.lines.length);
    return joined(log.lines.toSpliced(random(log.lines.length + 1), 0, log.lines[at] ?? ''));
  },
  'two lines exchanged': (log, random) => {
    const [one, other] = [random(log.lines.length), random(log.lines.length)];
    return joined(log.lines.with(one, log.lines[other] ?? '').with(other, log.lines[one] ?? ''));
  },
  'an event altered': (log, random) => {
    const [index, event] = chosen(log, random);
    return joined(log.lines.with(index, writeLine(bent(event, random))));
  },
  'an event altered, with its hash': (log, random) => {
    const [index, event] = chosen(log, random);
    const changed = bent(event, random);
    return fitted(log.lines.with(index, eventLine(changed, eventHash(log.tenant, changed))));
  },
  'an event altered, the digest made to fit': (log, random) => {
    const [index, event] = chosen(log, random);
    return fitted(log.lines.with(index, writeLine(bent(event, random))));
  },
  'a proof altered, the digest made to fit': (log, random) => {
    const found = chosenOf(log, 'proof', random);
    if (!found) return bytesOf(log);
    const [index, proof] = found;
    const at = random(Math.max(1, proof.hashes.length));
    const other = Buffer.from(
      [...Buffer.from(proof.hashes[at] ?? '', 'base64')].map((byte, place) => (place === 3 ? byte ^ 8 : byte)),
    );
    const hashes = [proof.hashes.with(at, other.toString('base64')), proof.hashes.slice(1), [...proof.hashes, ...proof.hashes]];
    return fitted(log.lines.with(index, writeLine({ ...proof, hashes: hashes[random(hashes.length)] ?? [] })));
  },
  'an event and its proof left out, the rest made to fit': (log, random) => {
    const found = chosenOf(log, 'proof', random);
    if (!found) return bytesOf(log);
    const isLast = !log.lines.slice(found[0] + 1).some((line) => line.includes(streamOf(log.lines[found[0] - 1] ?? '')));
    const lines = log.lines.toSpliced(found[0] - 1, 2);
    // What is left out at the end of a stream nothing shows: there the manifest still says how many there were.
    return fitted(isLast ? lines : counting(lines));
  },
  'a person altered': (log, random) => {
    const found = chosenOf(log, 'person', random);
    if (!found) return bytesOf(log);
    const [index, person] = found;
    const changes = [{ erased: person.erased === null ? '1' : null }, { sealed: 'AAAA' }, { person: `${person.person}0` }];
    return joined(log.lines.with(index, writeLine({ ...person, ...changes[random(changes.length)] })));
  },
  'an event deleted, the rest made to fit': (log, random) => renumbered(log, log.lines.toSpliced(chosen(log, random)[0], 1)),
  'an event inserted, the rest made to fit': (log, random) => {
    const [index, event] = chosen(log, random);
    return renumbered(log, log.lines.toSpliced(index, 0, writeLine(bent(event, random))));
  },
  'two events exchanged, with their hashes': (log, random) => {
    const [[one], [other]] = [chosen(log, random), chosen(log, random)];
    return renumbered(log, log.lines.with(one, log.lines[other] ?? '').with(other, log.lines[one] ?? ''));
  },
};

/** Damaged exports without end, one kind of edit after another; those that change nothing are left out. */
export function* editsOf(log: SealedLog, random: Random): Generator<Edited> {
  const original = bytesOf(log);
  for (;;) {
    for (const [name, edit] of Object.entries(EDITS)) {
      const bytes = edit(log, random);
      if (Buffer.compare(bytes, original) !== 0) yield { name, bytes };
    }
  }
}

/** First line, from 1, in which a damaged export differs, and the event that stands or would stand there; the manifest last. */
export function firstDifference({ lines }: SealedLog, bytes: Buffer): { readonly line: number; readonly position: number } {
  const found = bytes.toString('latin1').split(/(?<=\n)/);
  const at = lines.findIndex((line, index) => index > 0 && Buffer.from(line).toString('latin1') !== found[index]);
  const line = at > 0 ? at : lines.length < found.length ? lines.length : 0;
  const before = lines.slice(0, line).filter((each) => each.startsWith('{"kind":"event"'));
  return { line: line + 1, position: before.length + 1 };
}
