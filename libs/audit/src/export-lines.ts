import { base64, type Hash } from './hash.js';
import type { LeafEvent } from './leaf.js';

/** First line of an export: whose log it is, of how many events, and the key that has signed its checkpoints. */
export interface ManifestLine {
  readonly kind: 'manifest';
  readonly format: string;
  readonly version: number;
  readonly tenant: string;
  readonly size: number;
  /** As C2SP signed-note writes public keys. */
  readonly key: string;
}

/** An event, and the hash that was sealed of it, in base64; empty where none is kept. */
export interface EventLine extends LeafEvent {
  readonly kind: 'event';
  readonly leaf: string;
}

/** A checkpoint, behind the last event that it covers. */
export interface CheckpointLine {
  readonly kind: 'checkpoint';
  readonly note: string;
}

/** Last line: how much there was before it. */
export interface EndLine {
  readonly kind: 'end';
  readonly events: number;
  readonly checkpoints: number;
}

export type ExportLine = ManifestLine | EventLine | CheckpointLine | EndLine;

/** What the first line of every export says. */
export const EXPORT_FORMAT = 'thac-audit';
/** Version of the export that is written. */
export const EXPORT_VERSION = 1;

type FieldKind = 'text' | 'text or null' | 'number';

/** Fields of each kind of line, in the one order in which they are written. */
const FIELDS: Readonly<Record<ExportLine['kind'], Readonly<Record<string, FieldKind>>>> = {
  manifest: { format: 'text', version: 'number', tenant: 'text', size: 'number', key: 'text' },
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
  checkpoint: { note: 'text' },
  end: { events: 'number', checkpoints: 'number' },
};

const isText = (value: unknown): boolean => typeof value === 'string' && value.isWellFormed();
const HOLDS: Readonly<Record<FieldKind, (value: unknown) => boolean>> = {
  text: isText,
  'text or null': (value) => value === null || isText(value),
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
