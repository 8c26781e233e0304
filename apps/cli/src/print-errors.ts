import { renderFrame, type CheckResult } from '#dsl';
import { EXIT } from './exit-codes.js';
import type { Terminal } from './terminal.js';

/** Prints the frames of a text's errors on standard error, and answers the exit code of a text that does not hold. */
export function printErrors(
  text: string,
  { file, result }: { readonly file: string; readonly result: CheckResult },
  terminal: Terminal,
): number {
  const { language } = terminal;
  const errors = result.diagnostics.filter(({ severity }) => severity === 'error');
  for (const error of errors) terminal.err(`${renderFrame(text, error, { language, file })}\n`);
  return EXIT.refused;
}
