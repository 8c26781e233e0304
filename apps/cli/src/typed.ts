import { parseArgs } from 'node:util';
import { UsageFault, unknownWord } from './faults.js';
import type { Language } from './terminal.js';
import type { Typed, Verb, VerbOption } from './verb.js';

/** Options that every verb knows. */
export const COMMON_OPTIONS = {
  language: {
    type: 'string',
    value: 'vi|en',
    text: { vi: 'Ngôn ngữ; mặc định theo LANG, rồi tiếng Việt.', en: 'Language; by LANG, else Vietnamese.' },
  },
  help: { type: 'boolean', text: { vi: 'Hướng dẫn cho lệnh này.', en: 'Help on this verb.' } },
} as const satisfies Readonly<Record<string, VerbOption>>;

const TOKEN: VerbOption = {
  type: 'string',
  value: 'TOKEN',
  text: {
    vi: 'Mã truy cập máy chủ; mặc định THAC_TOKEN, rồi mã mà thac login đã giữ.',
    en: 'Token for the server; THAC_TOKEN, else the one that thac login kept.',
  },
};

/** Verbs that ask a server take a token for it. */
export const entryOptions = ({ options }: Verb): Readonly<Record<string, VerbOption>> =>
  'server' in options || 'url' in options ? { token: TOKEN } : {};

type Values = Readonly<Record<string, string | boolean | undefined>>;

/**
 * Reads what was typed after a verb.
 * @throws UsageFault for an unknown option (with a suggestion), a missing value, too few or too many words
 */
export function readTyped(args: readonly string[], verb: Verb): Typed {
  const known: Readonly<Record<string, VerbOption>> = { ...verb.options, ...entryOptions(verb), ...COMMON_OPTIONS };
  const options = Object.fromEntries(Object.entries(known).map(([name, { type }]) => [name, { type }]));
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const option = known[token.name];
    if (!option) throw unknownWord({ vi: 'tùy chọn', en: 'option' }, token.rawName, optionNames(known));
    checkValue(token.rawName, option, token.value);
  }
  if (values['help'] !== true) checkWords(positionals, verb);
  return typed(values as Values, positionals);
}

const typed = (values: Values, words: readonly string[]): Typed => ({
  words,
  flag: (name) => values[name] === true,
  value: (name) => (typeof values[name] === 'string' ? values[name] : undefined),
});

const optionNames = (known: Readonly<Record<string, VerbOption>>): readonly string[] =>
  Object.keys(known).map((name) => `--${name}`);

function checkValue(name: string, { type, value }: VerbOption, given: string | undefined): void {
  if (type === 'string' && (given === undefined || given === '')) {
    throw new UsageFault(
      { vi: `Tùy chọn ${name} cần một giá trị.`, en: `The option ${name} needs a value.` },
      { vi: `Viết ${name} ${value ?? '…'}.`, en: `Write ${name} ${value ?? '…'}.` },
    );
  }
  if (type === 'boolean' && given !== undefined) {
    throw new UsageFault(
      { vi: `Tùy chọn ${name} không nhận giá trị “${given}”.`, en: `The option ${name} takes no value “${given}”.` },
      { vi: `Chỉ viết ${name}.`, en: `Write ${name} alone.` },
    );
  }
}

function checkWords(words: readonly string[], { words: [least, most], usage }: Verb): void {
  const mend = { vi: `Cách dùng: thac ${usage}`, en: `Usage: thac ${usage}` };
  if (words.length < least) throw new UsageFault({ vi: 'Thiếu tham số.', en: 'An argument is missing.' }, mend);
  if (words.length > most) {
    const extra = words.slice(most).join(' ');
    throw new UsageFault({ vi: `Thừa tham số: ${extra}.`, en: `Too many arguments: ${extra}.` }, mend);
  }
}

/** The language that `--language` names, looked for before anything else so that every fault can be told in it. */
export function chosenLanguage(args: readonly string[]): Language | undefined {
  const { values } = parseArgs({
    args: [...args],
    options: { language: { type: 'string' } },
    strict: false,
    allowPositionals: true,
  });
  const { language } = values;
  return language === 'vi' || language === 'en' ? language : undefined;
}

/** @throws UsageFault when `--language` names another one */
export function checkLanguage(typedOptions: Typed): void {
  const language = typedOptions.value('language');
  if (language !== undefined && language !== 'vi' && language !== 'en')
    throw unknownWord({ vi: 'ngôn ngữ', en: 'language' }, language, ['vi', 'en']);
}
