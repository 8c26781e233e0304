import { renderFrame } from '#dsl';
import { EXIT } from './exit-codes.js';
import { checkFiles } from './rules-files.js';
import type { Run } from './verb.js';

/** `thac compile FILE`: the rules that the engine runs, or the frames of the errors on standard error. */
export const runCompile: Run = async (typed, terminal) => {
  const { language } = terminal;
  for (const { file, text, result } of await checkFiles(typed.words, typed)) {
    if (result.rules) {
      terminal.out(JSON.stringify(result.rules, null, typed.flag('json') ? undefined : 2));
      continue;
    }
    const errors = result.diagnostics.filter(({ severity }) => severity === 'error');
    for (const error of errors) terminal.err(`${renderFrame(text, error, { language, file })}\n`);
    return EXIT.refused;
  }
  return EXIT.ok;
};
