import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Whose particulars they are: they open under no other name. */
export interface Whose {
  readonly tenant: string;
  readonly person: string;
}

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A key for one person's particulars alone. */
export const newPersonKey = (): Buffer => randomBytes(KEY_BYTES);

const boundTo = ({ tenant, person }: Whose): Buffer => Buffer.from(`thac-person/1\n${JSON.stringify([tenant, person])}`);

/** Particulars encrypted (AES-256-GCM): a nonce of 12 bytes, the ciphertext of their JSON, a tag of 16 bytes. */
export function sealParticulars(particulars: Readonly<Record<string, string>>, key: Uint8Array, whose: Whose): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES }).setAAD(boundTo(whose));
  return Buffer.concat([nonce, cipher.update(JSON.stringify(particulars), 'utf8'), cipher.final(), cipher.getAuthTag()]);
}

/** What was encrypted; undefined where the key is another, or anything was changed. */
export function openParticulars(sealed: Uint8Array, key: Uint8Array, whose: Whose): Readonly<Record<string, string>> | undefined {
  if (sealed.length < NONCE_BYTES + TAG_BYTES || key.length !== KEY_BYTES) return undefined;
  const end = sealed.length - TAG_BYTES;
  const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(boundTo(whose)).setAuthTag(sealed.subarray(end));
  try {
    const text = Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, end)), decipher.final()]).toString();
    return JSON.parse(text) as Readonly<Record<string, string>>;
  } catch {
    return undefined;
  }
}
