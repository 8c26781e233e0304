import { createHash, createPrivateKey } from 'node:crypto';
import {
  base64,
  carryOut,
  eventHash,
  eventLine,
  EXPORT_FORMAT,
  EXPORT_VERSION,
  type ExportLine,
  GrowingTree,
  inclusionPlan,
  keyText,
  type LeafEvent,
  originOf,
  type PersonLine,
  readLine,
  signCheckpoint,
  type SigningKey,
  signingKey,
  Tiles,
  TileWriter,
  WHOLE,
  writeLine,
} from '#audit';

/** What stands before the 32 bytes of an Ed25519 seed in PKCS #8. */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** A key whose seed is one byte, again and again, as PEM: for tests and examples, and known to everybody. */
export const knownPem = (byte = 7): string =>
  createPrivateKey({ key: Buffer.concat([PKCS8, Buffer.alloc(32, byte)]), format: 'der', type: 'pkcs8' })
    .export({ format: 'pem', type: 'pkcs8' })
    .toString();

/** The key of {@link knownPem} under the name of a tenant's log. */
export const knownKey = (tenant: string, byte = 7): SigningKey => signingKey(originOf('thac', tenant), knownPem(byte));

/** A log with its seals, and how it is exported. */
export interface SealedLog {
  readonly tenant: string;
  readonly events: readonly LeafEvent[];
  /** What of the log is in its export. */
  readonly scope: string;
  readonly key: SigningKey;
  /** The key as people hand it on. */
  readonly keyText: string;
  /** Notes of its checkpoints, the last one over all events. */
  readonly notes: readonly string[];
  /** Lines of its export, each with its line feed. */
  readonly lines: readonly string[];
}

/** Invented events of a log. */
export const leafEvents = (count: number): readonly LeafEvent[] =>
  Array.from({ length: count }, (_, index) => ({
    position: index + 1,
    stream: `unit-plan/kế hoạch/${index % 3}`,
    version: 1 + Math.floor(index / 3),
    type: index % 2 === 0 ? 'ItemSubmitted' : 'ItemEscalated',
    v: 1,
    at: `2022-07-01T08:00:${String(index % 60).padStart(2, '0')}+07:00`,
    actor: index % 2 === 0 ? 'vn-10.086' : null,
    recordedAt: `2022-07-01T01:00:${String(index % 60).padStart(2, '0')}.123456Z`,
    data: JSON.stringify({ item: `${index}`, note: 'Đã nộp\t"xong"\u2028\u007f' }),
    because: index % 2 === 0 ? null : JSON.stringify({ rule: 'after-1wd', line: index }),
  }));

/** Invented persons: one known, one whose key was destroyed, one of whom nothing is kept. */
export const sealedPersons = (): readonly PersonLine[] => [
  { kind: 'person', person: 'p-1', sealed: Buffer.alloc(40, 1).toString('base64'), erased: null },
  { kind: 'person', person: 'p-2', sealed: Buffer.alloc(50, 2).toString('base64'), erased: '7/QĐ' },
  { kind: 'person', person: 'p-3', sealed: null, erased: null },
];

/** Lines of an export with the end that belongs to them, in place of whatever end they have. */
export function endedLines(lines: readonly string[]): readonly string[] {
  const kept = lines.at(-1)?.startsWith('{"kind":"end"') ? lines.slice(0, -1) : lines;
  const count = (kind: ExportLine['kind']): number => kept.filter((line) => line.startsWith(`{"kind":"${kind}"`)).length;
  const sha256 = createHash('sha256').update(kept.join('')).digest('base64');
  const counts = { events: count('event'), checkpoints: count('checkpoint'), persons: count('person') };
  return [...kept, writeLine({ kind: 'end', ...counts, sha256 })];
}

/** Seals events with a checkpoint after each so many of them, and after the last. */
export function sealedLog(
  events: readonly LeafEvent[],
  { tenant = 'vn-10', every = 10, key = knownKey(tenant), persons = [] as readonly PersonLine[] } = {},
): SealedLog {
  const tree = new GrowingTree();
  const notes: string[] = [];
  const text = keyText(key.verifier);
  const size = events.length;
  const lines = [
    writeLine({
      kind: 'manifest',
      format: EXPORT_FORMAT,
      version: EXPORT_VERSION,
      tenant,
      scope: WHOLE,
      size,
      events: size,
      key: text,
    }),
  ];
  for (const event of events) {
    const hash = eventHash(tenant, event);
    tree.add(hash);
    lines.push(eventLine(event, hash));
    if (tree.size % every !== 0 && tree.size !== events.length) continue;
    const note = signCheckpoint(tree.size, tree.root(), key);
    notes.push(note);
    lines.push(writeLine({ kind: 'checkpoint', note }));
  }
  lines.push(...persons.map(writeLine));
  return { tenant, events, scope: WHOLE, key, keyText: text, notes, lines: endedLines(lines) };
}

/** The export of those events of a log that are chosen, by the names of their streams or their positions, under its last checkpoint. */
export function chosenFrom(log: SealedLog, scope: string, isChosen: (stream: string, position: number) => boolean): SealedLog {
  const { tenant, events, notes, key } = log;
  const writer = new TileWriter(0, []);
  for (const event of events) writer.add(eventHash(tenant, event));
  const { hashOf } = new Tiles(writer.changed());
  const size = events.length;
  const chosen = events.filter(({ stream, position }) => isChosen(stream, position));
  const note = notes.at(-1) ?? '';
  const manifest = readLine((log.lines[0] ?? '').trimEnd()) as Extract<ExportLine, { kind: 'manifest' }>;
  const lines = [
    writeLine({ ...manifest, scope, size, events: chosen.length }),
    writeLine({ kind: 'checkpoint', note }),
    ...chosen.flatMap((event) => {
      const hashes = carryOut(inclusionPlan(event.position - 1, size), hashOf).map(base64);
      return [eventLine(event, eventHash(tenant, event)), writeLine({ kind: 'proof', position: event.position, hashes })];
    }),
    ...log.lines.filter((line) => /^{"kind":"(person|key)"/.test(line)),
  ];
  return { ...log, scope, key, notes: [note], lines: endedLines(lines) };
}
