import { writeFile } from 'node:fs/promises';
import { format } from '#dsl';
import { EXIT } from './exit-codes.js';
import { readText } from './files.js';
import type { Terminal } from './terminal.js';
import type { Run } from './verb.js';

/**
 * `thac fmt FILE…`: lays files out in place and names those that changed. With `--check` nothing is written, and the exit code is 1
 * where a file is not laid out.
 */
export const runFmt: Run = async ({ words, flag }, terminal) => {
  const isCheck = flag('check');
  let untidy = 0;
  for (const file of words) {
    const text = await readText(file);
    const { text: tidy, skipped, refused } = format(text);
    for (const { line } of skipped) terminal.err(`${file}:${line}: ${SKIPPED[terminal.language]}`);
    if (refused) terminal.err(`${file}: ${REFUSED[terminal.language]}`);
    if (tidy === text) continue;
    untidy += 1;
    if (!isCheck) await writeFile(file, tidy);
    terminal.out(file);
  }
  if (isCheck) terminal.out(summary(untidy, words.length, terminal));
  return isCheck && untidy > 0 ? EXIT.refused : EXIT.ok;
};

const SKIPPED = { vi: 'phần này có lỗi, giữ nguyên', en: 'this part has errors and was left as it is' };
const REFUSED = {
  vi: 'trình bày lại sẽ đổi nghĩa văn bản, giữ nguyên (xin báo lỗi này)',
  en: 'laying it out would change what it says; it was left as it is (please report this)',
};

const summary = (untidy: number, files: number, { language }: Terminal): string =>
  ({
    vi: `${files} tệp: ${untidy} tệp chưa đúng cách trình bày.`,
    en: `${files} ${files === 1 ? 'file' : 'files'}: ${untidy} not laid out.`,
  })[language];
