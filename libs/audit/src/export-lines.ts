import { base64, type Hash } from './hash.js';
import type { LeafEvent } from './leaf.js';

/** First line of an export: whose log it is, what of it is here, and the key that has signed its checkpoints. */
export interface ManifestLine {
  readonly kind: 'manifest';
  readonly format: string;
  readonly version: number;
  readonly tenant: string;
  /** {@link WHOLE}, or what was chosen: `plan:…`, `unit:…`, `event:…`. */
  readonly scope: string;
  /** Events that the newest checkpoint covers. */
  readonly size: number;
  /** Events that are here: all of those, or those chosen. */
  readonly events: number;
  /** As C2SP signed-note writes public keys. */
  readonly key: string;
}

/** An event, and the hash that was sealed of it, in base64; empty where none is kept. */
export interface EventLine extends LeafEvent {
  readonly kind: 'event';
  readonly leaf: string;
}

/** That the event on the line before is in the log of the checkpoint. */
export interface ProofLine {
  readonly kind: 'proof';
  readonly position: number;
  /** In base64, from the leaf up (RFC 9162, 2.1.3). */
  readonly hashes: readonly string[];
}

/** A checkpoint: behind the last event that it covers, or, where events were chosen, before them. */
export interface CheckpointLine {
  readonly kind: 'checkpoint';
  readonly note: string;
}

/** A person whom events name by an opaque id: particulars, encrypted, which are no part of the log. */
export interface PersonLine {
  readonly kind: 'person';
  readonly person: string;
  /** In base64; null where none are kept. */
  readonly sealed: string | null;
  /** Number of the document by which they were erased; null where they were not. */
  readonly erased: string | null;
}

/** The key of the particulars on the line before: only where it was asked for. */
export interface KeyLine {
  readonly kind: 'key';
  readonly person: string;
  /** In base64. */
  readonly key: string;
}

/** Last line: how much there was before it, and the digest of every byte of that. */
export interface EndLine {
  readonly kind: 'end';
  readonly events: number;
  readonly checkpoints: number;
  readonly persons: number;
  /** SHA-256 of all lines before, in base64. */
  readonly sha256: string;
}

export type ExportLine = ManifestLine | EventLine | ProofLine | CheckpointLine | PersonLine | KeyLine | EndLine;

/** What the first line of every export says. */
export const EXPORT_FORMAT = 'thac-audit';
/** Version of the export that is written. */
export const EXPORT_VERSION = 2;
/** Scope of an export of a whole log. */
export const WHOLE = 'whole';
/** Scope of an export of one event alone. */
export const scopeOfEvent = (position: number): string => `event:${position}`;

type FieldKind = 'text' | 'text or null' | 'texts' | 'number';

/** Fields of each kind of line, in the one order in which they are written. */
const FIELDS: Readonly<Record<ExportLine['kind'], Readonly<Record<string, FieldKind>>>> = {
  manifest: {
    format: 'text',
    version: 'number',
    tenant: 'text',
    scope: 'text',
    size: 'number',
    events: 'number',
    key: 'text',
  },
  event: {
    position: 'number',
    stream: 'text',
    version: 'number',
    type: 'text',
    v: 'number',
    at: 'text',
    actor: 'text or null',
    recordedAt: 'text',
    data: 'text',
    because: 'text or null',
    leaf: 'text',
  },
  proof: { position: 'number', hashes: 'texts' },
  checkpoint: { note: 'text' },
  person: { person: 'text', sealed: 'text or null', erased: 'text or null' },
  key: { person: 'text', key: 'text' },
  end: { events: 'number', checkpoints: 'number', persons: 'number', sha256: 'text' },
};

const isText = (value: unknown): boolean => typeof value === 'string' && value.isWellFormed();
const HOLDS: Readonly<Record<FieldKind, (value: unknown) => boolean>> = {
  text: isText,
  'text or null': (value) => value === null || isText(value),
  texts: (value) => Array.isArray(value) && value.every(isText),
  number: (value) => Number.isSafeInteger(value) && Number(value) >= 0,
};

/** A line as it is written, line feed included: JSON without spaces, its fields in their order. */
export function writeLine(line: ExportLine): string {
  const fields = Object.keys(FIELDS[line.kind]).map((name) => [name, line[name as keyof ExportLine]]);
  return `${JSON.stringify({ kind: line.kind, ...Object.fromEntries(fields) })}\n`;
}

/** An event's line. */
export const eventLine = (event: LeafEvent, leaf: Hash | undefined): string =>
  writeLine({ ...event, kind: 'event', leaf: leaf ? base64(leaf) : '' });

/** A line that was read; undefined unless it is, byte for byte, what {@link writeLine} makes of it. */
export function readLine(text: string): ExportLine | undefined {
  const line = parsed(text);
  const kind = (line as { readonly kind?: unknown } | null)?.kind;
  if (typeof kind !== 'string' || !Object.hasOwn(FIELDS, kind)) return undefined;
  const known = line as ExportLine;
  const holds = Object.entries(FIELDS[known.kind]).every(([name, field]) => HOLDS[field](known[name as keyof ExportLine]));
  return holds && writeLine(known) === `${text}\n` ? known : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
