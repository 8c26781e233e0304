import { unknownWord } from './faults.js';
import { EXIT, EXIT_TEXTS } from './exit-codes.js';
import { styled, type Terminal } from './terminal.js';
import { COMMON_OPTIONS, entryOptions } from './typed.js';
import type { Run, Verb, VerbOption } from './verb.js';
import { VERBS } from './verbs.js';

/** `thac help [VERB | CODE]`. */
export const runHelp: Run = async ({ words }, terminal) => {
  if (words.length === 0) return printHelp(undefined, terminal);
  const name = words.join(' ');
  if (/^kh\d+$/i.test(name)) return (await import('./code-help.js')).printCodeHelp(name.toUpperCase(), terminal);
  const verb = VERBS.find((each) => each.name === name);
  if (!verb)
    throw unknownWord(
      { vi: 'lệnh', en: 'verb' },
      name,
      VERBS.map((each) => each.name),
    );
  return printHelp(verb, terminal);
};

/** Prints help on a verb, or on all of them with the table of exit codes. */
export function printHelp(verb: Verb | undefined, terminal: Terminal): number {
  for (const line of verb ? verbHelp(verb, terminal) : wholeHelp(terminal)) terminal.out(line);
  return EXIT.ok;
}

function wholeHelp(terminal: Terminal): readonly string[] {
  const { language } = terminal;
  const title = {
    vi: 'thac — máy chạy kế hoạch giao việc nhiều cấp',
    en: 'thac — runs plans that cascade down the levels of government',
  };
  const head = { vi: ['Cách dùng: thac LỆNH …', 'Lệnh:', 'Mã kết thúc:'], en: ['Usage: thac VERB …', 'Verbs:', 'Exit codes:'] }[
    language
  ];
  const more = {
    vi: 'Chi tiết: thac help LỆNH. Một mã thông báo: thac help KH3001. Ngôn ngữ: --language vi|en.',
    en: 'More: thac help VERB. The code of a diagnostic: thac help KH3001. Language: --language vi|en.',
  };
  return [
    styled(title[language], 'bold', terminal),
    '',
    head[0] ?? '',
    '',
    head[1] ?? '',
    ...columns(VERBS.map(({ usage, text }) => [usage, text[language]])),
    '',
    head[2] ?? '',
    ...columns(EXIT_TEXTS.map(([code, text]) => [String(code), text[language]])),
    '',
    more[language],
  ];
}

function verbHelp(verb: Verb, terminal: Terminal): readonly string[] {
  const { usage, text, options, choices = [] } = verb;
  const { language } = terminal;
  const all: readonly (readonly [string, VerbOption])[] = Object.entries({
    ...options,
    ...entryOptions(verb),
    ...COMMON_OPTIONS,
  });
  return [
    styled(`thac ${usage}`, 'bold', terminal),
    text[language],
    '',
    ...(choices.length > 0 ? [...columns(choices.map(([word, said]) => [word, said[language]])), ''] : []),
    ...columns(all.map(([name, option]) => [`--${name}${option.value ? ` ${option.value}` : ''}`, option.text[language]])),
  ];
}

function columns(rows: readonly (readonly [left: string, right: string])[]): readonly string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
