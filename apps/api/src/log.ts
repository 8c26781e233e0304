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

const stackOf = (thrown: unknown): string =>
  thrown instanceof Error ? (thrown.stack ?? thrown.message) : JSON.stringify(thrown);

/** One line of JSON per entry, to the standard error. */
export const jsonLog: Log = ({ error, ...entry }) => {
  const cause = error === undefined ? {} : { error: stackOf(error) };
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), ...entry, ...cause })}\n`);
};
