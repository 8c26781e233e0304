import { createHmac, randomBytes } from 'node:crypto';
import { isSame } from './secrets.js';

/** Time-based one-time passwords (RFC 6238) as every authenticator makes them: SHA-1, six digits, thirty seconds. */
const STEP_S = 30;
const SECRET_BYTES = 20;
/** Steps before and after the present one that are taken: clocks differ. */
const DRIFT = 1;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

export const newTotpSecret = (): Buffer => randomBytes(SECRET_BYTES);

/** The step that an instant lies in. */
export const stepAt = (ms: number): number => Math.floor(ms / 1_000 / STEP_S);

/** The code of a step (RFC 4226). */
export function codeOf(secret: Buffer, step: number, digits = 6): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const hash = createHmac('sha1', secret).update(counter).digest();
  const offset = (hash.at(-1) ?? 0) & 0x0f;
  const number = (hash.readUInt32BE(offset) & 0x7fffffff) % 10 ** digits;
  return String(number).padStart(digits, '0');
}

/** The step whose code was shown, among those that are taken now; undefined for none. */
export function shownStep(secret: Buffer, code: string, ms: number): number | undefined {
  const now = stepAt(ms);
  const steps = Array.from({ length: 2 * DRIFT + 1 }, (_, n) => now - DRIFT + n);
  return steps.filter((step) => isSame(codeOf(secret, step), code)).at(-1);
}

/** Base32 (RFC 4648), without padding, as authenticators are told secrets. */
export function base32(bytes: Buffer): string {
  let text = '';
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    for (bits += 8; bits >= 5; bits -= 5) text += ALPHABET[(held >>> (bits - 5)) & 31];
    held &= (1 << bits) - 1;
  }
  return bits > 0 ? text + ALPHABET[(held << (5 - bits)) & 31] : text;
}

/** What authenticators read from a QR code. */
export const totpAddress = (secret: Buffer, name: string): string =>
  `otpauth://totp/${encodeURIComponent(`Thac:${name}`)}?secret=${base32(secret)}&issuer=Thac`;
