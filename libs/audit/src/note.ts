import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { base64, fromBase64, HASH_BYTES, sha256 } from './hash.js';

/** Kind of signature in a key of C2SP signed-note: Ed25519. */
const ED25519 = 1;
const ID_BYTES = 4;
const SIGNATURE_BYTES = 64;
const SIGNED_BY = '— ';

/** A public key with the name under which it signs. */
export interface VerifierKey {
  readonly name: string;
  /** First four bytes of SHA-256 of the name, a line feed, the kind and the key. */
  readonly id: Uint8Array;
  /** 32 bytes (RFC 8032). */
  readonly publicKey: Uint8Array;
}

/** A private key with the name under which it signs. */
export interface SigningKey {
  readonly verifier: VerifierKey;
  readonly privateKey: KeyObject;
}

const typed = (publicKey: Uint8Array): Buffer => Buffer.concat([Buffer.of(ED25519), publicKey]);
const idOf = (name: string, publicKey: Uint8Array): Buffer =>
  sha256(Buffer.concat([Buffer.from(`${name}\n`), typed(publicKey)])).subarray(0, ID_BYTES);
const isName = (name: string): boolean => name !== '' && !/[\s+]/u.test(name);

/** A public key under a name. */
export const verifierKey = (name: string, publicKey: Uint8Array): VerifierKey => ({ name, id: idOf(name, publicKey), publicKey });

/** A key as people hand it on (C2SP signed-note): `NAME+ID+KEY`. */
export const keyText = ({ name, id, publicKey }: VerifierKey): string =>
  `${name}+${Buffer.from(id).toString('hex')}+${base64(typed(publicKey))}`;

/** The key that a text stands for; undefined where it is none, or its parts do not belong together. */
export function readKey(text: string): VerifierKey | undefined {
  const [, name = '', key = ''] = /^([^+]+)\+[0-9a-f]{8}\+(.+)$/u.exec(text) ?? [];
  const bytes = fromBase64(key);
  if (!isName(name) || bytes?.length !== 1 + HASH_BYTES || bytes[0] !== ED25519) return undefined;
  const read = verifierKey(name, bytes.subarray(1));
  return keyText(read) === text ? read : undefined;
}

/**
 * The key of a PEM file (PKCS #8) that signs under a name.
 * @throws TypeError where the file holds another kind of key, or the name has a space or a plus
 */
export function signingKey(name: string, pem: string): SigningKey {
  if (!isName(name)) throw new TypeError(`no name for a key: ${name}`);
  const privateKey = createPrivateKey(pem);
  const { x } = createPublicKey(privateKey).export({ format: 'jwk' });
  if (privateKey.asymmetricKeyType !== 'ed25519' || x === undefined) throw new TypeError('not an Ed25519 key');
  return { verifier: verifierKey(name, Buffer.from(x, 'base64url')), privateKey };
}

/** A text, which ends with a line feed, signed (C2SP signed-note). */
export function signNote(text: string, { verifier, privateKey }: SigningKey): string {
  const signature = Buffer.concat([verifier.id, sign(null, Buffer.from(text), privateKey)]);
  return `${text}\n${SIGNED_BY}${verifier.name} ${base64(signature)}\n`;
}

/** The signed text of a note, line feed included; undefined where the key has not signed it. Signatures of others may stand beside. */
export function openNote(note: string, key: VerifierKey): string | undefined {
  const [text, signatures] = partsOf(note) ?? [];
  if (text === undefined || signatures === undefined) return undefined;
  return signatures.some((line) => isSignedBy(key, text, line)) ? text : undefined;
}

function partsOf(note: string): readonly [text: string, signatures: readonly string[]] | undefined {
  const end = note.lastIndexOf('\n\n');
  const lines = note.slice(end + 2).split('\n');
  // oxlint-disable-next-line no-control-regex -- the form of a note forbids them
  const isText = note.isWellFormed() && !/[\u0000-\u0009\u000b-\u001f]/.test(note);
  if (end < 0 || !isText || lines.pop() !== '' || lines.length === 0) return undefined;
  return lines.every((line) => line.startsWith(SIGNED_BY)) ? [note.slice(0, end + 1), lines] : undefined;
}

function isSignedBy({ name, id, publicKey }: VerifierKey, text: string, line: string): boolean {
  const prefix = `${SIGNED_BY}${name} `;
  const bytes = line.startsWith(prefix) ? fromBase64(line.slice(prefix.length)) : undefined;
  if (bytes?.length !== ID_BYTES + SIGNATURE_BYTES || Buffer.compare(bytes.subarray(0, ID_BYTES), id) !== 0) return false;
  const key = createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(publicKey).toString('base64url') },
    format: 'jwk',
  });
  return verify(null, Buffer.from(text), key, bytes.subarray(ID_BYTES));
}

/** The notes of a file in which they stand one after another, blank lines between them or none. */
export function notesOf(text: string): readonly string[] {
  const notes: string[] = [];
  let lines: string[] = [];
  for (const line of text.split('\n')) {
    if (lines.at(-1)?.startsWith(SIGNED_BY) && !line.startsWith(SIGNED_BY)) {
      notes.push(`${lines.join('\n')}\n`);
      lines = [];
    }
    if (line !== '' || lines.length > 0) lines.push(line);
  }
  return lines.length > 0 ? [...notes, lines.join('\n')] : notes;
}
