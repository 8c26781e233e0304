import { explain, explanationText } from '#dsl';
import { EXIT } from './exit-codes.js';
import { printErrors } from './print-errors.js';
import { checkFiles } from './rules-files.js';
import type { Run } from './verb.js';

/** `thac explain FILE`: what a text comes to, in sentences or as JSON; the frames of its errors on standard error. */
export const runExplain: Run = async (typed, terminal) => {
  for (const checked of await checkFiles(typed.words, typed)) {
    const explanation = explain(checked.text, checked.env, terminal.language);
    if (!explanation) return printErrors(checked.text, checked, terminal);
    terminal.out(typed.flag('json') ? JSON.stringify(explanation, null, 2) : explanationText(explanation));
  }
  return EXIT.ok;
};
