import { readOwnFile } from '#persistence';
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { EntryFault } from './entry-fault.js';

const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const CIPHER = 'aes-256-gcm';

/** Seals secrets that have to be read again: whoever has the database alone cannot. */
export interface SecretBox {
  /** @param about what it belongs to; it opens for nothing else */
  seal(secret: Buffer, about: string): Buffer;
  open(sealed: Buffer, about: string): Buffer;
}

/** Where no key is set: nothing can be sealed. */
export const NO_BOX: SecretBox = {
  seal: () => {
    throw new EntryFault('second-factor.no-key');
  },
  open: () => {
    throw new EntryFault('second-factor.no-key');
  },
};

/** Over a key of 32 bytes. */
export function secretBox(key: Buffer): SecretBox {
  return {
    seal(secret, about) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv(CIPHER, key, iv).setAAD(Buffer.from(about));
      return Buffer.concat([iv, cipher.update(secret), cipher.final(), cipher.getAuthTag()]);
    },
    open(sealed, about) {
      const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, IV_BYTES)).setAAD(Buffer.from(about));
      decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
      return Buffer.concat([decipher.update(sealed.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]);
    },
  };
}

/** Where the key comes from. */
export interface KeyPlace {
  /** 32 bytes in base64 (`THAC_IDENTITY_KEY`). */
  readonly key?: string | undefined;
  /** A file with them (`THAC_IDENTITY_KEY_FILE`), readable by its owner alone. */
  readonly file?: string | undefined;
  /** Whether the file is made where it is not there. */
  readonly makes?: boolean;
}

/**
 * The box over the key that is set; {@link NO_BOX} where none is.
 * @throws EntryFault `identity.key` where it is no key, or others may read its file
 */
export async function openSecretBox({ key, file, makes = false }: KeyPlace): Promise<SecretBox> {
  if (key !== undefined && key !== '') return secretBox(bytesOf(key));
  if (file === undefined || file === '') return NO_BOX;
  if (makes) await makeKey(file);
  const text = await readOwnFile(file);
  if (text === undefined) throw new EntryFault('identity.key');
  return secretBox(bytesOf(text));
}

async function makeKey(file: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, `${randomBytes(KEY_BYTES).toString('base64')}\n`, { mode: 0o600, flag: 'wx' }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    },
  );
}

function bytesOf(text: string): Buffer {
  const bytes = Buffer.from(text.trim(), 'base64');
  if (bytes.length !== KEY_BYTES) throw new EntryFault('identity.key');
  return bytes;
}
