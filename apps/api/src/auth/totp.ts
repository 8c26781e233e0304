import { randomBytes } from 'node:crypto';
import { generateSync, generateURI, ScureBase32Plugin, verifySync } from 'otplib';

/** Time-based one-time passwords (RFC 6238) as every authenticator makes them: SHA-1, six digits, thirty seconds. */
const STEP_S = 30;
const SECRET_BYTES = 20;
const BASE32 = new ScureBase32Plugin();

export const newTotpSecret = (): Buffer => randomBytes(SECRET_BYTES);

/** The step that an instant lies in. */
export const stepAt = (ms: number): number => Math.floor(ms / 1_000 / STEP_S);

/** The code of a step (RFC 4226). */
export const codeOf = (secret: Buffer, step: number, digits: 6 | 8 = 6): string =>
  generateSync({ strategy: 'hotp', secret, counter: step, digits });

/** The step whose code was shown: the present one, or one before or after it, for clocks differ; undefined for none. */
export function shownStep(secret: Buffer, code: string, ms: number): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined;
  const found = verifySync({ secret, token: code, epoch: ms / 1_000, period: STEP_S, epochTolerance: STEP_S });
  return found.valid && 'timeStep' in found ? found.timeStep : undefined;
}

/** Base32 (RFC 4648), without padding, as authenticators are told secrets. */
export const base32 = (bytes: Buffer): string => BASE32.encode(bytes);

/** What authenticators read from a QR code. */
export const totpAddress = (secret: Buffer, name: string): string =>
  generateURI({ issuer: 'Thac', label: name, secret: base32(secret) });
