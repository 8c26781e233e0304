import { RequestFault } from '../problems/faults.js';

/** The value of a header: of one sent twice, both, as HTTP joins them. */
export const headerOf = (value: string | readonly string[] | undefined): string | undefined =>
  typeof value === 'object' ? value.join(', ') : value;

/** ETag of a version. */
export const etagOf = (version: number): string => `"${version}"`;

/**
 * The version that `If-Match` names; undefined for `*`, which stands for any.
 * @throws RequestFault when it is missing, or not exactly one strong ETag
 */
export function versionOf(ifMatch: string | undefined): number | undefined {
  if (ifMatch === undefined || ifMatch.trim() === '') throw new RequestFault('if-match.missing');
  if (ifMatch.trim() === '*') return undefined;
  const version = /^"(\d{1,9})"$/.exec(ifMatch.trim())?.[1];
  if (version === undefined) throw new RequestFault('if-match.malformed');
  return Number(version);
}

/**
 * The key of a write. `#` is kept for the steps of writes that take several.
 * @throws RequestFault when it is missing or malformed
 */
export function keyOf(header: string | undefined): string {
  if (header === undefined || header.trim() === '') throw new RequestFault('idempotency-key.missing');
  const key = header.trim();
  if (!/^[\x21\x22\x24-\x7E]{1,200}$/.test(key)) throw new RequestFault('idempotency-key.malformed');
  return key;
}
