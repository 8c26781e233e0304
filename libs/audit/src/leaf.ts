import { leafHash, sha256 } from './hash.js';

/** An event as it stands in the log, with the very texts that are stored. */
export interface LeafEvent {
  /** From 1, without gaps within its tenant. */
  readonly position: number;
  readonly stream: string;
  readonly version: number;
  readonly type: string;
  readonly v: number;
  readonly at: string;
  readonly actor: string | null;
  /** When it was recorded: UTC, ISO 8601, with six digits of a second. */
  readonly recordedAt: string;
  /** JSON, as it was written. */
  readonly data: string;
  /** JSON, as it was written; null for people's own acts. */
  readonly because: string | null;
}

/** First bytes of every leaf: what it is, and the version of its form. */
const FORM = Buffer.from('thac-leaf/1\n');
/** Stands for the length of a field that is null. */
const NULL = 0xffff_ffff;
const LENGTH_BYTES = 4;

/**
 * The leaf of an event, version 1: its form, then each field as four bytes of length (big endian) and as many bytes of UTF-8; null
 * is the length 0xffffffff alone. Of `data` and `because` it holds the SHA-256 of their bytes, so a leaf can be checked, and a
 * proof carried, without them.
 */
export function leafBytes(tenant: string, event: LeafEvent): Buffer {
  const { position, stream, version, type, v, at, actor, recordedAt, data, because } = event;
  const fields: readonly (Uint8Array | null)[] = [
    ...[tenant, String(position), stream, String(version), type, String(v), at].map((text) => Buffer.from(text)),
    actor === null ? null : Buffer.from(actor),
    Buffer.from(recordedAt),
    sha256(data),
    because === null ? null : sha256(because),
  ];
  const length = fields.reduce((sum, field) => sum + LENGTH_BYTES + (field?.length ?? 0), FORM.length);
  const bytes = Buffer.allocUnsafe(length);
  let place = FORM.copy(bytes);
  for (const field of fields) {
    place = bytes.writeUInt32BE(field?.length ?? NULL, place);
    if (field) {
      bytes.set(field, place);
      place += field.length;
    }
  }
  return bytes;
}

/** Hash of an event's leaf. */
export const eventHash = (tenant: string, event: LeafEvent): Buffer => leafHash(leafBytes(tenant, event));
