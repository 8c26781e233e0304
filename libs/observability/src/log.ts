import type { Bilingual } from '#contracts';
import type { LogLine } from './otlp-logs.js';
import { safeError } from './safe-error.js';

/** From what only a developer asks for to what somebody must look at. */
export const LOG_LEVELS = ['debug', 'info', 'warn', 'error'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Something worth writing down. Never holds bodies, keys or names of people. */
export interface LogEntry {
  readonly level: LogLevel;
  readonly message: Bilingual;
  /** Id of the request, as told in problem documents and in the header `X-Request-Id`. */
  readonly traceId?: string;
  readonly tenant?: string | null;
  /** Numbers and names of routes, projections, queues: never what somebody wrote. */
  readonly facts?: Readonly<Record<string, string | number>>;
  readonly error?: unknown;
}

/** Where entries go. */
export type Log = (entry: LogEntry) => void;

/** How lines are written. */
export interface LogOptions {
  /** The program that speaks: `api`, `worker`. */
  readonly service: string;
  /** Entries below this are passed over; `info` unless told. */
  readonly level?: LogLevel;
  /** Takes a line without its end; the standard error unless told. */
  readonly write?: (line: string) => void;
  /** Told of each line besides: to send it on. */
  readonly also?: (line: LogLine) => void;
  /** Wall clock, ISO 8601, UTC. */
  readonly now?: () => string;
}

/** One line of JSON for each entry: `at`, `level`, `service`, `message` in both languages, and what is known besides. */
export function createLog({ service, level = 'info', write = toStandardError, also, now = isoNow }: LogOptions): Log {
  const least = LOG_LEVELS.indexOf(level);
  return ({ level: own, error, facts, tenant, ...entry }) => {
    if (LOG_LEVELS.indexOf(own) < least) return;
    const line = {
      at: now(),
      level: own,
      service,
      ...entry,
      ...(tenant !== undefined && tenant !== null && { tenant }),
      ...(facts !== undefined && { facts }),
      ...(error !== undefined && { error: safeError(error) }),
    };
    write(JSON.stringify(line));
    also?.(line);
  };
}

/** The level that a setting names; `info` for anything else. */
export const logLevelOf = (text: string | undefined): LogLevel => LOG_LEVELS.find((level) => level === text) ?? 'info';

const isoNow = (): string => new Date().toISOString();
const toStandardError = (line: string): void => {
  process.stderr.write(`${line}\n`);
};
