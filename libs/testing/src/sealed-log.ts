import { createPrivateKey } from 'node:crypto';
import {
  eventHash,
  eventLine,
  EXPORT_FORMAT,
  EXPORT_VERSION,
  GrowingTree,
  keyText,
  type LeafEvent,
  originOf,
  signCheckpoint,
  type SigningKey,
  signingKey,
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

/** Seals events with a checkpoint after each so many of them, and after the last. */
export function sealedLog(
  events: readonly LeafEvent[],
  { tenant = 'vn-10', every = 10, key = knownKey(tenant) } = {},
): SealedLog {
  const tree = new GrowingTree();
  const notes: string[] = [];
  const text = keyText(key.verifier);
  const lines = [
    writeLine({ kind: 'manifest', format: EXPORT_FORMAT, version: EXPORT_VERSION, tenant, size: events.length, key: text }),
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
  lines.push(writeLine({ kind: 'end', events: events.length, checkpoints: notes.length }));
  return { tenant, events, key, keyText: text, notes, lines };
}
