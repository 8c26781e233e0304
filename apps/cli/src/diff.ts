import { check, diff, diffLines } from '#dsl';
import { EXIT } from './exit-codes.js';
import { readText } from './files.js';
import { printErrors } from './print-errors.js';
import { checkFiles } from './rules-files.js';
import type { Run } from './verb.js';

/** `thac diff OLD NEW`: what a new version changes, for whom. Both are held against the organisation of the new one. */
export const runDiff: Run = async (typed, terminal) => {
  const [oldFile = '', newFile = ''] = typed.words;
  const oldText = await readText(oldFile);
  const [checked] = await checkFiles([newFile], typed);
  if (!checked) return EXIT.refused;
  if (!checked.result.rules) return printErrors(checked.text, checked, terminal);
  const old = check(oldText, checked.env);
  if (!old.rules) return printErrors(oldText, { file: oldFile, result: old }, terminal);
  const found = diff(oldText, checked.text, checked.env);
  if (typed.flag('json')) terminal.out(JSON.stringify(found, null, 2));
  else for (const line of found ? diffLines(found, terminal.language) : []) terminal.out(line);
  return EXIT.ok;
};
