import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { check, format, translate, VOCABULARY } from '../src/index.js';
import { meaningOf } from '../src/format/same-meaning.js';
import { lex } from '../src/lexer/lex.js';
import { keywordsIn } from '../src/translate/keywords.js';
import { parse } from '../src/parser/parse.js';
import { displayWidth } from '../src/diagnostics/frame.js';
import { documents } from './arbitrary.js';
import { BAD } from './bad-examples.js';
import { FORMS } from './catalogue.js';
import { env, GROUPS, HEADER, planWith, taskWith } from './texts.js';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const EXAMPLES = '../../examples/';
const rulesFiles = readdirSync(new URL(EXAMPLES, import.meta.url), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.thac'))
  .toSorted();
const TEXTS: readonly (readonly [string, string])[] = [
  ...rulesFiles.map((name) => [name, read(`${EXAMPLES}${name}`)] as const),
  ...['whole.vi.thac', 'whole.en.thac', 'untidy.thac', 'tidy.thac'].map((name) => [name, read(`./golden/${name}`)] as const),
];

const commentsOf = (text: string): readonly string[] =>
  lex(text)
    .comments.map(({ start, end }) => text.slice(start, end).trimEnd())
    .toSorted();

/** Holds one text to all that is promised of the formatter and the translator. */
function expectPromises(text: string): void {
  const formatted = format(text);
  expect(formatted.refused).toBe(false);
  expect(meaningOf(formatted.text)).toBe(meaningOf(text));
  expect(commentsOf(formatted.text)).toEqual(commentsOf(text));
  expect(format(formatted.text).text).toBe(formatted.text);
  for (const language of ['vi', 'en'] as const) {
    const { text: tidy, refused } = format(text, language);
    const { text: there, refused: noWay } = translate(tidy, language === 'vi' ? 'en' : 'vi');
    if (!isAmbiguous(text)) expect([refused, noWay]).toEqual([false, false]);
    if (refused || noWay) continue;
    expect(meaningOf(there)).toBe(meaningOf(text));
    expect(format(there).skipped.length).toBe(format(tidy).skipped.length);
    expect(translate(there, language).text).toBe(tidy);
  }
}

/** “đến hết ngày” is two keywords in English: behind a route, where no good text has one, "runs to" cannot be told from a date. */
function isAmbiguous(text: string): boolean {
  const names = lex(text).tokens.map(({ tokenType }) => tokenType.name);
  return names.some(
    (name, at) => name === 'RUNS_TO' && ['SUPERIOR', 'SECTOR', 'Name', 'Text', 'SEND_TO'].includes(names[at - 1] ?? ''),
  );
}

describe('Formatting', () => {
  it('lays an untidy text out as a person would', () => {
    expect(format(read('./golden/untidy.thac'))).toEqual({ text: read('./golden/tidy.thac'), skipped: [], refused: false });
  });

  it('leaves a text that is laid out as it is', () => {
    expect(format(read('./golden/whole.vi.thac')).text).toBe(read('./golden/whole.vi.thac'));
  });

  it.each(TEXTS)('keeps its promises on %s', (_, text) => expectPromises(text));

  it.each(FORMS.map(({ id, text }) => [id, text] as const))('keeps its promises on %s of the catalogue', (_, text) => {
    expectPromises(text);
    const vietnamese = format(text, 'vi').text;
    expect(format(translate(vietnamese, 'en').text, 'vi').text).toBe(vietnamese);
  });

  it.each(Object.entries(BAD))('keeps its promises on the bad example of %s', (_, { text }) => {
    const formatted = format(text);
    expect(formatted.refused).toBe(false);
    expect(meaningOf(formatted.text)).toBe(meaningOf(text));
    expect(format(formatted.text).text).toBe(formatted.text);
  });

  it('keeps its promises on random texts of the grammar', () => {
    fc.assert(fc.property(documents, expectPromises), { numRuns: 300, seed: 1871, endOnFailure: true });
  });

  it('is tried on texts that hold all there is to say', () => {
    const seen = new Set(
      fc
        .sample(documents, { numRuns: 4000, seed: 1871 })
        .flatMap((text) => lex(text).tokens.flatMap(({ tokenType }) => tokenType.name.split('_or_'))),
    );
    expect(VOCABULARY.filter(({ id }) => !seen.has(id)).map(({ id }) => id)).toEqual([]);
  });

  it('never throws, loses a comment or changes a word on any text at all', () => {
    const tokens = lex(read('./golden/whole.vi.thac')).tokens.map(({ image }) => image);
    const pieces = fc.oneof(fc.constantFrom(...tokens, '// c\n', '@', '"', '[', '\n', '\r\n'), fc.string({ maxLength: 4 }));
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const text = parts.join(' ');
        const formatted = format(text);
        expect(meaningOf(formatted.text)).toBe(meaningOf(text));
        expect(format(formatted.text).refused).toBe(formatted.refused);
        expect(() => translate(text, 'en')).not.toThrow();
      }),
      { numRuns: 200, seed: 94, endOnFailure: true },
    );
  });
});

describe('However a text is typed', () => {
  const whole = read('./golden/whole.vi.thac').replace(/^\/\/.*\n/, '');
  const upper = (text: string): string => {
    const parsed = parse(text);
    const keywords = keywordsIn(parsed);
    let out = '';
    let at = 0;
    for (const token of parsed.lexed.tokens) {
      const end = (token.endOffset ?? token.startOffset) + 1;
      out += text.slice(at, token.startOffset) + (keywords.has(token) ? token.image.toUpperCase() : token.image);
      at = end;
    }
    return out + text.slice(at);
  };

  it.each<[string, string]>([
    ['NFD', whole.normalize('NFD')],
    ['capitals', upper(whole)],
    ['non-breaking spaces', whole.replaceAll(' ', '\u00a0')],
    ['curly quotes', whole.replace(/"([^"\n]*)"/g, '“$1”')],
    ['one line', whole.replace(/\s+/g, ' ')],
    ['no indentation', whole.replace(/^ +/gm, '')],
    ['a byte order mark', `\ufeff${whole}`],
  ])('%s: it is laid out the same', (_, text) => expect(format(text).text).toBe(whole));

  it('CRLF stays CRLF', () => {
    const text = whole.replaceAll('\n', '\r\n');
    expect(format(text).text).toBe(text);
  });
});

describe('A text with errors', () => {
  it('is laid out but for the items that hold them', () => {
    const text = `${HEADER}${GROUPS}
nhiệm vụ   1 "A"
 chủ trì:[Sở Nội vụ]
 hạn:    xyzzy
nhiệm vụ   2 "B"
 chủ trì:[Sở Nội vụ]
 hạn :thường xuyên`;
    const { text: tidy, skipped } = format(text);
    expect(tidy.slice(HEADER.length + GROUPS.length + 1)).toBe(`
nhiệm vụ   1 "A"
 chủ trì:[Sở Nội vụ]
 hạn:    xyzzy

nhiệm vụ 2 "B"
  chủ trì: [Sở Nội vụ]
  hạn: thường xuyên
`);
    expect(skipped.map(({ line }) => line)).toEqual([8]);
  });

  it.each(['', '\n\n', '  // chỉ một ghi chú  \n\n', '"', '@@'])('or none at all is no trouble: %j', (text) => {
    expect(meaningOf(format(text).text)).toBe(meaningOf(text));
  });
});

describe('A comment', () => {
  const task = 'nhiệm vụ 1 "A"\n  chủ trì: [Sở Nội vụ]\n  hạn: thường xuyên';
  it.each<[string, string]>([
    [
      'stays at the end of its line',
      `${HEADER}\nnhiệm vụ 1 "A" // một\n  chủ trì: [Sở Nội vụ] // hai\n  hạn: thường xuyên // ba\n`,
    ],
    ['stays before the line it is about', `${HEADER}\n// về nhiệm vụ\nnhiệm vụ 1 "A"\n  // về hạn\n  hạn: thường xuyên\n`],
    ['stays within a list', `${HEADER}\nnhiệm vụ 1 "A"\n  chủ trì: [A]; // một\n    // hai\n    [B]\n`],
    ['stays with the item above when it is set in and parted', `${HEADER}\n${task}\n  // hết việc 1\n\nnhiệm vụ 2 "B"\n`],
    ['stays at the end', `${HEADER}\n${task}\n\n// hết\n`],
  ])('%s', (_, text) => expect(format(text).text).toBe(text));
});

describe('A long list', () => {
  const long = Array.from({ length: 4 }, (_, index) => `[Sở Lao động - Thương binh và Xã hội ${index}]`);

  it('stands one to a line, and no other line is cut', () => {
    const { text } = format(planWith(`nhiệm vụ 1 "A"\nchủ trì: ${long.join('; ')}\nhạn: thường xuyên`));
    expect(text).toContain(`  chủ trì:\n    ${long.join(';\n    ')}\n  hạn: thường xuyên`);
  });

  it('is set in further where the line goes on after it', () => {
    const { text } = format(planWith(`yêu cầu ${long.join('; ')} ban hành kế hoạch`));
    expect(text).toContain(`yêu cầu ${long.join(';\n    ')}\n  ban hành kế hoạch`);
    expect(Math.max(...text.split('\n').map(displayWidth))).toBeLessThanOrEqual(100);
  });
});

describe('A date', () => {
  it.each([
    ['5/7/2022', '05/7/2022'],
    ['3-1-2025', '3-1-2025'],
    ['2025-01-03', '03/01/2025'],
    ['15/07/2022', '15/7/2022'],
    ['15 tháng 07 năm 2022', '15/7/2022'],
    ['31/02/2022', '31/02/2022'],
  ])('%s is written %s', (written, tidy) => {
    expect(format(taskWith(`hạn: trước ngày ${written}`)).text).toContain(`trước ngày ${tidy}\n`);
  });
});

describe('English', () => {
  it.each([
    ['trong 1 ngày làm việc kể từ ngày nhận', 'within 1 working day from receipt'],
    ['trong 10 ngày làm việc kể từ ngày nhận', 'within 10 working days from receipt'],
    ['trong 1 ngày kể từ ngày ban hành', 'within 1 day from issue'],
    ['trong 01 tháng sau nhiệm vụ 1', 'within 01 month after task 1'],
    ['trước ngày 25 hằng tháng', 'before day 25 monthly'],
    ['trước ngày 25/7/2022', 'before 25/7/2022'],
  ])('says %s as %s, and back', (vi, en) => {
    expect(translate(`nhiệm vụ 1 hạn: ${vi}`, 'en').text).toBe(`task 1 due: ${en}`);
    expect(translate(`task 1 due: ${en}`, 'vi').text).toBe(`nhiệm vụ 1 hạn: ${vi}`);
  });

  it('has one or several who send', () => {
    const regime = (who: string): string => `chế độ báo cáo "A"\n  ${who} gửi cấp trên trực tiếp`;
    expect(translate(regime('mỗi [A]'), 'en').text).toContain('each [A] sends to the direct superior');
    expect(translate(regime('[A]; [B]'), 'en').text).toContain('[A]; [B] send to the direct superior');
    expect(translate('yêu cầu [A] ban hành kế hoạch và gửi [B]', 'en').text).toBe(
      'require [A] to issue its own plan and send to [B]',
    );
  });

  it('is not given of a text that would then say something else', () => {
    const text = 'task 1 "A"\n  consolidate: [A] sends to direct superior\n  runs to 30/9/2022\n';
    expect(translate(text, 'vi')).toMatchObject({ text, refused: true });
    expect(format(text, 'vi')).toMatchObject({ text, refused: true });
    expect(format(text).refused).toBe(false);
  });

  it('leaves what it does not understand, and says where', () => {
    const text = 'kế hoạch "1" ban hành ngày 30/6/2022 của [A]\n  chủ tri: [B]\n  xyzzy của nó';
    const { text: english, untouched } = translate(text, 'en');
    expect(english).toBe('plan "1" issued on 30/6/2022 of [A]\n  chủ tri: [B]\n  xyzzy của nó');
    expect(untouched.map(({ start, end }) => text.slice(start, end))).toEqual(['chủ tri', 'của']);
  });

  it('checks as the Vietnamese does', () => {
    const vi = check(read('./golden/whole.vi.thac'), env);
    const en = check(translate(read('./golden/whole.vi.thac'), 'en').text, env);
    expect(en.language).toBe('en');
    expect(en.diagnostics.map(({ code }) => code)).toEqual(vi.diagnostics.map(({ code }) => code));
    expect(en.rules?.tasks.length).toBe(vi.rules?.tasks.length);
  });
});
