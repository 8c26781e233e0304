import { base64, type Hash, hashFrom } from './hash.js';
import { openNote, type SigningKey, signNote, type VerifierKey } from './note.js';

/** That a log of a tenant had so many events, and this root over them (C2SP tlog-checkpoint). */
export interface Checkpoint {
  /** Name of the log: that of the key, which ends with the tenant. */
  readonly origin: string;
  /** Events. */
  readonly size: number;
  readonly root: Hash;
}

/** The name of a tenant's log, and of the key that signs it. @param installation whose log it is, such as `thac.laocai.gov.vn` */
export const originOf = (installation: string, tenant: string): string => `${installation}/${encodeURIComponent(tenant)}`;

/** Whether a log of this name is one of a tenant. */
export const isOriginOf = (origin: string, tenant: string): boolean => origin.endsWith(`/${encodeURIComponent(tenant)}`);

/** A checkpoint as its key signs it. */
export const signCheckpoint = (size: number, root: Hash, key: SigningKey): string =>
  signNote(`${key.verifier.name}\n${size}\n${base64(root)}\n`, key);

/** What a note says; undefined where it is no checkpoint of this key's log, or the key has not signed it. */
export function openCheckpoint(note: string, key: VerifierKey): Checkpoint | undefined {
  const lines = openNote(note, key)?.split('\n') ?? [];
  const [origin = '', size = '', root = '', ...rest] = lines;
  const hash = hashFrom(root);
  if (origin !== key.name || !/^(0|[1-9]\d{0,15})$/.test(size) || !hash || rest.pop() !== '' || rest.includes(''))
    return undefined;
  return Number.isSafeInteger(Number(size)) ? { origin, size: Number(size), root: hash } : undefined;
}

/** The same for a note of exactly three lines and one signature: whose every byte is held to something. */
export function openExactCheckpoint(note: string, key: VerifierKey): Checkpoint | undefined {
  return note.split('\n').length === LINES_OF_ONE ? openCheckpoint(note, key) : undefined;
}

/** Three lines, an empty one, one signature, and what follows the last line feed. */
const LINES_OF_ONE = 6;
