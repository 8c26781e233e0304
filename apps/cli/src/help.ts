import { unknownWord } from './faults.js';
import { EXIT, EXIT_TEXTS } from './exit-codes.js';
import { styled, type Terminal } from './terminal.js';
import { COMMON_OPTIONS, entryOptions } from './typed.js';
import type { Run, Verb, VerbOption } from './verb.js';

/** `thac help [VERB | CODE]`, on all the verbs that there are. */
export const helpOn =
  (verbs: readonly Verb[]): Run =>
  async ({ words }, terminal) => {
    if (words.length === 0) return printHelp(verbs, terminal);
    const name = words.join(' ');
    if (/^kh\d+$/i.test(name)) return (await import('./code-help.js')).printCodeHelp(name.toUpperCase(), terminal);
    const verb = verbs.find((each) => each.name === name);
    if (verb) return printVerbHelp(verb, terminal);
    const names = verbs.map((each) => each.name);
    throw unknownWord({ vi: 'lệnh', en: 'verb' }, name, names);
  };

/** Prints help on all verbs, with the table of exit codes. */
export const printHelp = (verbs: readonly Verb[], terminal: Terminal): number => print(wholeHelp(verbs, terminal), terminal);

/** Prints help on a verb. */
export const printVerbHelp = (verb: Verb, terminal: Terminal): number => print(verbHelp(verb, terminal), terminal);

function print(lines: readonly string[], terminal: Terminal): number {
  for (const line of lines) terminal.out(line);
  return EXIT.ok;
}

function wholeHelp(verbs: readonly Verb[], terminal: Terminal): readonly string[] {
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
    ...columns(verbs.map(({ usage, text }) => [usage, text[language]])),
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
