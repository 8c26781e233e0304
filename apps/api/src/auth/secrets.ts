import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const BYTES = 32;

/** A secret that nobody can guess: 256 random bits, as text for headers and addresses. */
export const newSecret = (): string => randomBytes(BYTES).toString('base64url');

/** What is kept of a secret. Fast on purpose: there is nothing to guess in 256 random bits. */
export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** The word that pages of a session send with each write; another site cannot read it. */
export const csrfOf = (session: string): string => createHash('sha256').update(`csrf ${session}`).digest('base64url');

/** Another secret that only whoever has the first can work out. */
export const derivedOf = (secret: string, use: string): string => createHmac('sha256', secret).update(use).digest('base64url');

/** Compares in constant time. */
export function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** An id that says nothing. */
export const newId = (): string => randomBytes(12).toString('base64url').replaceAll(/[-_]/g, 'x');
