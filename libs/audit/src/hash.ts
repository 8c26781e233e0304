import { hash } from 'node:crypto';

/** A SHA-256 digest: 32 bytes. */
export type Hash = Uint8Array;

/** Bytes of a digest. */
export const HASH_BYTES = 32;

export const sha256 = (bytes: Uint8Array | string): Buffer => hash('sha256', bytes, 'buffer');

const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);

/** Hash of a leaf (RFC 9162, 2.1.1): SHA-256 of 0x00 and its bytes. */
export const leafHash = (leaf: Uint8Array): Buffer => sha256(Buffer.concat([LEAF, leaf]));

/** Hash of a node (RFC 9162, 2.1.1): SHA-256 of 0x01, what stands left, and what stands right. */
export const nodeHash = (left: Hash, right: Hash): Buffer => sha256(Buffer.concat([NODE, left, right]));

/** Root of the tree without leaves. */
export const EMPTY_ROOT: Hash = sha256('');

export const sameHash = (one: Hash, other: Hash): boolean => Buffer.compare(one, other) === 0;

export const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** What a text in base64 stands for; undefined unless it is the one text for these bytes (RFC 4648, padded). */
export function fromBase64(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : undefined;
}

/** A digest in base64; undefined where the text is none. */
export function hashFrom(text: string): Buffer | undefined {
  const bytes = fromBase64(text);
  return bytes?.length === HASH_BYTES ? bytes : undefined;
}
