import type { Bilingual } from '#contracts';
import {
  CATALOGUE,
  check,
  describe,
  format,
  renderFrame,
  type CheckEnv,
  type Code,
  type Diagnostic,
  type Severity,
} from '../../src/index.js';
import { BAD, type BadExample } from '../bad-examples.js';
import { smallDirectory } from '../directory.js';
import { calendar, env, PARENT_TEXT, REPORTING_PARENT_TEXT, rulesOf } from '../texts.js';
import { REPORTS_AND_CONFORMANCE } from './notes/reports-and-conformance.js';
import type { Note } from './notes/note.js';
import { WHO_AND_WHEN } from './notes/who-and-when.js';
import { WORDS_AND_PARTS } from './notes/words-and-parts.js';
import { table } from './table.js';

/** What a person adds to the catalogue, by code. */
export const NOTES: Readonly<Record<string, Note>> = { ...WORDS_AND_PARTS, ...WHO_AND_WHEN, ...REPORTS_AND_CONFORMANCE };

const FAMILIES: Readonly<Record<string, Bilingual>> = {
  KH1: { vi: 'Chữ và dấu', en: 'Words and signs' },
  KH2: { vi: 'Các phần của văn bản', en: 'Parts of the document' },
  KH3: { vi: 'Cơ quan', en: 'Agencies' },
  KH4: { vi: 'Thời gian', en: 'Time' },
  KH5: { vi: 'Báo cáo và xử lý quá hạn', en: 'Reports and escalation' },
  KH6: { vi: 'Đối chiếu với kế hoạch cấp trên', en: 'Against the plan above' },
};
const SEVERITIES: Readonly<Record<Severity, Bilingual>> = {
  error: { vi: 'lỗi', en: 'error' },
  warning: { vi: 'cảnh báo', en: 'warning' },
  info: { vi: 'lưu ý', en: 'note' },
};
/** A page shows no example longer than this. */
const SHOWN = 2000;

/** Every code of the catalogue. */
export const CODES = Object.keys(CATALOGUE) as Code[];

/** A page per code, and their index; by file name. */
export const diagnosticPages = (made: string): Readonly<Record<string, string>> => ({
  'README.md': indexPage(made),
  ...Object.fromEntries(CODES.map((code) => [`${code}.md`, codePage(code, made)])),
});

function indexPage(made: string): string {
  const families = Object.entries(FAMILIES).flatMap(([family, { vi, en }]) => {
    const rows = CODES.filter((code) => code.startsWith(family)).map((code) => {
      const { severity, message } = CATALOGUE[code];
      return [
        `[${code}](${code}.md)`,
        `${SEVERITIES[severity].vi} · ${SEVERITIES[severity].en}`,
        blanked(message.vi),
        blanked(message.en),
      ];
    });
    return ['', `## ${family}xxx · ${vi} · ${en}`, '', ...table([['', '', 'Tiếng Việt', 'English'], ...rows])];
  });
  return `${[
    '# Thông báo · Diagnostics',
    '',
    made,
    '',
    'Mỗi thông báo của `thac check` có một mã và một trang: vì sao, ví dụ sai, ví dụ đúng, cách sửa. Xem ngay ở dòng lệnh:',
    '`thac help KH3001`. Lỗi thì chưa có quy tắc để chạy; cảnh báo thường là nhầm; lưu ý là điều nên biết.',
    '',
    'Everything that `thac check` says has a code and a page: why, a bad example, a good one, how to mend it. On the command line:',
    '`thac help KH3001`. With an error there are no rules to run; a warning is probably a slip; a note is worth knowing.',
    ...families,
  ].join('\n')}\n`;
}

/** `{name}` in a wording, as a reader without an example sees it. */
const blanked = (text: string): string =>
  text
    .replaceAll(/\{\w+\}/g, '…')
    .replaceAll('……', '…')
    .replaceAll('|', '\\|');

function codePage(code: Code, made: string): string {
  const { vi, en } = SEVERITIES[CATALOGUE[code].severity];
  const family = FAMILIES[code.slice(0, 3)] ?? { vi: '', en: '' };
  return `${[
    `# ${code} · ${vi} · ${en}`,
    '',
    made,
    '',
    `[${family.vi} · ${family.en}](README.md)`,
    '',
    ...languageSection(code, 'vi', ['Tiếng Việt', 'Vì sao', 'Cách sửa']),
    '',
    ...languageSection(code, 'en', ['English', 'Why', 'How to mend it']),
    '',
    ...exampleSection(code),
  ].join('\n')}\n`;
}

function languageSection(
  code: Code,
  language: 'vi' | 'en',
  [title, why, how]: readonly [string, string, string],
): readonly string[] {
  const found = foundIn(BAD[code].text, envOf(BAD[code]), code);
  if (!found) throw new Error(`${code}: its bad example in dsl/test/bad-examples.ts does not call it forth`);
  const { fix } = found;
  const { message, hint } = describe(found);
  const quick = { vi: 'Sửa nhanh trong trình soạn thảo', en: 'Quick fix in the editor' }[language];
  const note = NOTES[code]?.why[language];
  return [
    `## ${title}`,
    '',
    `**${message[language]}**`,
    ...(note === undefined ? [] : ['', `${why}: ${note}`]),
    ...(hint ? ['', `${how}: ${hint[language]}`] : []),
    ...(fix ? ['', `${quick}: ${fix.title[language]}.`] : []),
  ];
}

function exampleSection(code: Code): readonly string[] {
  const [bad, good] = [badOf(code), goodOf(code)];
  const needsParent = NOTES[code]?.needsParent === true;
  const found = foundIn(bad, envOf(BAD[code]), code);
  const frames = found && bad.length <= SHOWN ? [framed(bad, found, 'vi'), '', framed(bad, found, 'en')] : [];
  return [
    '## Ví dụ · Example',
    ...(isBelow(code) ? block('Kế hoạch cấp trên · The plan above:', 'thac parent', parentTextOf(BAD[code])) : []),
    ...block(needsParent ? 'Không có kế hoạch cấp trên bên cạnh · Without the plan above:' : 'Sai · Wrong:', 'thac bad', bad),
    ...(frames.length > 0 ? block('`thac check` nói · says:', 'text', frames.join('\n')) : []),
    ...block(needsParent ? 'Có kế hoạch cấp trên bên cạnh · With the plan above:' : 'Đúng · Right:', 'thac good', good),
  ];
}

const isBelow = (code: Code): boolean => BAD[code].child === true || NOTES[code]?.needsParent === true;

const block = (title: string, info: string, text: string): readonly string[] =>
  text.length > SHOWN
    ? ['', `${title} ${text.length} chữ, không in ở đây · ${text.length} characters, not printed here.`]
    : ['', title, '', `\`\`\`${info}`, text.trimEnd(), '```'];

const framed = (text: string, diagnostic: Diagnostic, language: 'vi' | 'en'): string =>
  renderFrame(text, diagnostic, { language, file: 'vi-du.thac' });

const foundIn = (text: string, against: CheckEnv, code: Code): Diagnostic | undefined =>
  check(text, against).diagnostics.find((diagnostic) => diagnostic.code === code);

/** The bad example of a code, laid out. */
export const badOf = (code: Code): string => laidOut(BAD[code].text);

/**
 * The good example: the bad one with its quick fix, else with the changes of its note.
 * @throws Error where a change does not find its words: the bad example is another one now
 */
export function goodOf(code: Code): string {
  const { mends, needsParent } = NOTES[code] ?? { mends: [] };
  const { text } = BAD[code];
  if (needsParent === true) return laidOut(text);
  const fix = foundIn(text, envOf(BAD[code]), code)?.fix;
  if (fix) return laidOut(text.slice(0, fix.start) + fix.text + text.slice(fix.end));
  if (mends.length > 0) return laidOut(mends.reduce((mended, mend) => replaced(mended, mend, code), text));
  throw new Error(`${code} has no quick fix: dsl/test/reference/notes must say how its bad example is made good`);
}

function replaced(text: string, [from, to]: readonly [string, string], code: Code): string {
  if (!text.includes(from))
    throw new Error(`${code}: “${from.slice(0, 40)}” is not in the bad example; mend dsl/test/reference/notes`);
  return text.replace(from, () => to);
}

const laidOut = (text: string): string => (text.length > SHOWN ? text : format(text).text);

const childEnv: CheckEnv = { directory: smallDirectory('2022-07-11'), calendar };

/** Text of the plan above an example. */
export const parentTextOf = ({ reporting }: BadExample): string =>
  laidOut(reporting === true ? REPORTING_PARENT_TEXT : PARENT_TEXT);

/** What an example is checked against. */
export function envOf(example: BadExample, { withParent = example.child === true } = {}): CheckEnv {
  if (withParent) return { ...childEnv, parent: rulesOf(parentTextOf(example)) };
  return example.orphan === true ? childEnv : env;
}
