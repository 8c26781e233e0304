import type { Instant, LocalDate } from '../time/local-date.js';

/** The one request for a later day that stands on an item or a report. */
export interface ExtensionRequest {
  /** The last allowed day that is asked for. */
  readonly to: LocalDate;
  readonly reason: string;
  readonly at: Instant;
  /** The answer, where it was no; null while nobody has answered. */
  readonly refusal: { readonly reason: string; readonly at: Instant } | null;
}

interface Owed {
  readonly status: string;
  readonly due: LocalDate | null;
  readonly extension?: ExtensionRequest;
}

/** Where work stands on which there is nothing left to put off. */
const OVER: ReadonlySet<string> = new Set(['submitted', 'completed', 'accepted', 'cancelled', 'transferred']);

/** What is owed, without a request that is over: handed in, ended, passed on, or with a date as late as the one asked for. */
export function withStandingRequest<T extends Owed>(owed: T): T {
  const { extension, due, status } = owed;
  if (!extension) return owed;
  return OVER.has(status) || due === null || due >= extension.to ? withoutRequest(owed) : owed;
}

/** What is owed, once a document has answered by another date. */
export function withoutRequest<T extends Owed>(owed: T): T {
  const { extension: _, ...rest } = owed;
  return rest as T;
}
