/**
 * The file of a backup: a line that says what it is and in which format, then a stream of frames, compressed as a whole with
 * Zstandard and its checksum. A frame is a letter, four bytes of length (big endian), and as many bytes.
 */
export const MAGIC = 'thac-backup ';
/** The format that is written. */
export const FORMAT = 1;

/** What a frame holds. `header` and `manifest` (the last one) are JSON, as `table` (its beginning) and `end`; `data` is COPY's text. */
export const KINDS = { header: 'H', table: 'T', data: 'D', end: 'E', manifest: 'M' } as const;
export type FrameKind = keyof typeof KINDS;

export interface Frame {
  readonly kind: FrameKind;
  readonly content: Buffer;
}

/** First frame. */
export interface Header {
  /** When the snapshot was taken, UTC. */
  readonly at: string;
  /** Names of the migrations that the database had run, in order. */
  readonly migrations: readonly string[];
}

/** Beginning of a table. */
export interface TableBegin {
  readonly table: string;
  readonly columns: readonly string[];
}

/** End of a table: what was written since its beginning. */
export interface TableEnd {
  readonly table: string;
  readonly rows: number;
  /** SHA-256 of the data frames' content, hexadecimal. */
  readonly sha256: string;
}

/** Last frame: without it a file is cut. */
export interface Manifest {
  readonly tables: readonly TableEnd[];
  /** Position of the last event of each tenant. */
  readonly heads: Readonly<Record<string, number>>;
}

const HEAD_BYTES = 5;
/** Longest content of a frame that is believed: COPY's chunks are far smaller. */
const LONGEST = 64 * 1_048_576;

export function frame(kind: FrameKind, content: Buffer | object): Buffer {
  const bytes = Buffer.isBuffer(content) ? content : Buffer.from(JSON.stringify(content));
  const head = Buffer.alloc(HEAD_BYTES);
  head.write(KINDS[kind], 0, 'latin1');
  head.writeUInt32BE(bytes.length, 1);
  return Buffer.concat([head, bytes]);
}

/** Thrown inside a reader: the bytes are no frames. */
export class NoFrame extends Error {}

/** Frames of a stream of bytes, each given once it is whole. Ends quietly where the bytes end between two frames. */
export async function* framesOf(bytes: AsyncIterable<Buffer>): AsyncGenerator<Frame> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of bytes) {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    for (let next = frameAt(rest); next; next = frameAt(rest)) {
      yield next.frame;
      rest = rest.subarray(next.length);
    }
  }
  if (rest.length > 0) throw new NoFrame('cut within a frame');
}

function frameAt(bytes: Buffer): { readonly frame: Frame; readonly length: number } | undefined {
  if (bytes.length < HEAD_BYTES) return undefined;
  const letter = bytes.toString('latin1', 0, 1);
  const kind = (Object.keys(KINDS) as FrameKind[]).find((each) => KINDS[each] === letter);
  const length = bytes.readUInt32BE(1);
  if (!kind || length > LONGEST) throw new NoFrame('not a frame');
  if (bytes.length < HEAD_BYTES + length) return undefined;
  return { frame: { kind, content: bytes.subarray(HEAD_BYTES, HEAD_BYTES + length) }, length: HEAD_BYTES + length };
}
