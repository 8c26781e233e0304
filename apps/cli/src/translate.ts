import { writeFile } from 'node:fs/promises';
import { translate, type Language } from '#dsl';
import { EXIT } from './exit-codes.js';
import { unknownWord, UsageFault } from './faults.js';
import { readText } from './files.js';
import type { Run, Typed } from './verb.js';

/** `thac translate FILE --to vi|en`: the text with its keywords in a language, on standard output or, with `--write`, in place. */
export const runTranslate: Run = async (typed, terminal) => {
  const to = targetOf(typed);
  const [file = ''] = typed.words;
  const { text, untouched, refused } = translate(await readText(file), to);
  for (const { line, column } of untouched) terminal.err(`${file}:${line}:${column}: ${UNTOUCHED[terminal.language]}`);
  if (refused) {
    terminal.err(`${file}: ${REFUSED[terminal.language]}`);
    return EXIT.refused;
  }
  if (typed.flag('write')) await writeFile(file, text);
  else terminal.out(text.replace(/\n$/, ''));
  return EXIT.ok;
};

const REFUSED = {
  vi: 'bản dịch sẽ đổi nghĩa văn bản: hãy sửa các lỗi mà thac check chỉ ra rồi dịch lại',
  en: 'the translation would say something else: mend what thac check finds, then translate again',
};
const UNTOUCHED = { vi: 'từ khóa chưa hiểu được, giữ nguyên', en: 'a keyword that is not understood was left as it is' };

/** @throws UsageFault where `--to` is missing or names no language */
function targetOf(typed: Typed): Language {
  const to = typed.value('to');
  if (to === 'vi' || to === 'en') return to;
  if (to !== undefined) throw unknownWord({ vi: 'ngôn ngữ', en: 'language' }, to, ['vi', 'en']);
  throw new UsageFault(
    { vi: 'Chưa nói dịch sang ngôn ngữ nào.', en: 'The language to translate to is missing.' },
    { vi: 'Thêm --to vi hoặc --to en.', en: 'Add --to vi or --to en.' },
  );
}
