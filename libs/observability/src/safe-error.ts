/** What may be written down of something thrown: where it happened and what kind it was, without the values it was about. */
export interface SafeError {
  readonly name: string;
  readonly code?: string;
  /** Without what stands in quotation marks, where a database said it: that may be what somebody wrote. */
  readonly message: string;
  /** Places in the program, the innermost first. */
  readonly stack: readonly string[];
  readonly cause?: SafeError;
}

const DEPTH = 4;
const FRAMES = 12;
const LONGEST = 500;

/** @param depth causes of causes that are still told */
export function safeError(thrown: unknown, depth = DEPTH): SafeError {
  if (!(thrown instanceof Error)) return { name: typeof thrown, message: '', stack: [] };
  const { code } = thrown as { readonly code?: unknown };
  return {
    name: thrown.name,
    ...(typeof code === 'string' && { code }),
    message: safeMessage(thrown),
    stack: framesOf(thrown),
    ...(thrown.cause !== undefined && depth > 0 && { cause: safeError(thrown.cause, depth - 1) }),
  };
}

/** PostgreSQL quotes values in its messages, and its errors carry whole rows as `detail`. */
const safeMessage = (error: Error): string =>
  (isOfDatabase(error) ? error.message.replaceAll(/"[^"]*"/g, '"…"') : error.message).slice(0, LONGEST);

const isOfDatabase = (error: Error): boolean => 'severity' in error && 'routine' in error;

function framesOf({ stack = '' }: Error): readonly string[] {
  const lines = stack.split('\n').map((line) => line.trim());
  return lines.filter((line) => line.startsWith('at ')).slice(0, FRAMES);
}
