import type { Bilingual } from '#contracts';

/** Something worth writing down. Never holds bodies, keys or names of people. */
export interface LogEntry {
  readonly level: 'info' | 'error';
  readonly message: Bilingual;
  /** Id of the request, as told in problem documents. */
  readonly traceId?: string;
  readonly error?: unknown;
}

/** Where entries go. */
export type Log = (entry: LogEntry) => void;

/** One line of JSON per entry, to the standard error. */
export const jsonLog: Log = ({ error, ...entry }) => {
  const cause = error instanceof Error ? { error: String(error.stack), cause: String(error.cause ?? '') } : {};
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), ...entry, ...cause })}\n`);
};
