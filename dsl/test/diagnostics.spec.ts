import { describe, expect, it } from '@jest/globals';
import {
  CATALOGUE,
  check,
  describe as describeDiagnostic,
  format,
  renderFrame,
  translate,
  type CheckEnv,
  type Code,
} from '../src/index.js';
import { BAD, type BadExample } from './bad-examples.js';
import { smallDirectory } from './directory.js';
import { calendar, env, marked, PARENT_TEXT, planWith, REPORTING_PARENT_TEXT, rulesOf, taskWith } from './texts.js';

const parent = rulesOf(PARENT_TEXT);
const childEnv: CheckEnv = { directory: smallDirectory('2022-07-11'), calendar };
const reporting = rulesOf(REPORTING_PARENT_TEXT);
const envOf = ({ child, orphan, reporting: asks }: BadExample): CheckEnv =>
  child ? { ...childEnv, parent: asks ? reporting : parent } : orphan ? childEnv : env;
const CODES = Object.keys(CATALOGUE) as Code[];

describe('Every code', () => {
  it.each(CODES)('%s is called forth by its bad example, at the exact words', (code) => {
    const example = BAD[code];
    const { diagnostics, rules } = check(example.text, envOf(example));
    const found = diagnostics.filter((diagnostic) => diagnostic.code === code);
    expect(found.map((diagnostic) => marked(example.text, diagnostic))).toContain(example.marks);
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    expect(rules === null).toBe(errors.length > 0);
    expect(found.every(({ severity }) => severity === CATALOGUE[code].severity)).toBe(true);
  });

  it.each(CODES)('%s comes alone: one slip calls forth no second error', (code) => {
    const { diagnostics } = check(BAD[code].text, envOf(BAD[code]));
    const errors = diagnostics.filter(({ severity }) => severity === 'error').map((diagnostic) => diagnostic.code);
    expect(new Set(errors)).toEqual(new Set(CATALOGUE[code].severity === 'error' ? [code] : []));
  });

  it.each(CODES)('%s is worded in both languages, with every gap filled', (code) => {
    const { diagnostics } = check(BAD[code].text, envOf(BAD[code]));
    const diagnostic = diagnostics.find((candidate) => candidate.code === code);
    const { message, hint } = describeDiagnostic(diagnostic!);
    const said = [message.vi, message.en, ...(hint ? [hint.vi, hint.en] : [])];
    for (const words of said) expect(words).toMatch(/^[^{}]{10,}$/);
    expect(message.vi).not.toBe(message.en);
    expect({ code, ...message }).toMatchSnapshot();
  });
});

describe('A target that no task serves', () => {
  it('is told of once, not once more at every task', () => {
    const tasks = [1, 2, 3].map((no) => `nhiệm vụ ${no} "Việc"\nchủ trì: [Sở Nội vụ]\nhạn: thường xuyên`);
    const text = planWith(`chỉ tiêu 1 "Hồ sơ trực tuyến"\nmức: tối thiểu 80 %\n${tasks.join('\n')}`);
    expect(check(text, env).diagnostics.map(({ code }) => code)).toEqual(['KH2015']);
  });
});

describe('Reports of one day that another sums up', () => {
  const daily = (inputs: string, sum: string): string =>
    planWith(
      `chế độ báo cáo "Kết quả"\nkỳ: hằng ngày\nhạn: ${sum} hằng ngày\nmỗi [Huyện] gửi [UBND tỉnh Mẫu]\nmỗi [Xã] gửi cấp trên trực tiếp ${inputs} hằng ngày`,
    );
  const told = (inputs: string, sum: string) =>
    check(daily(inputs, sum), env).diagnostics.map((found) => [found.code, describeDiagnostic(found).message.en]);

  it('may come some hours before it', () => {
    expect(told('trước 15h00', 'trước 16h00')).toEqual([]);
    expect(told('trước 9h00 và 15h00', 'trước 19h00')).toEqual([]);
  });

  it('are told of, with the hours, where they come no earlier', () => {
    const message = (inputs: string, sum: string): string =>
      `The reports of mỗi [Xã] are due on ${inputs} of 01/01/2022, no earlier than the report that sums them up (${sum} of 01/01/2022).`;
    expect(told('trước 16h00', 'trước 16h00')).toEqual([['KH5002', message('16:00', '16:00')]]);
    expect(told('trước 9h00 và 17h00', 'trước 16h00')).toEqual([['KH5002', message('17:00', '16:00')]]);
  });
});

/** The bad example in English: its own where no translation says it, such as that of a misspelt keyword. */
const englishOf = (code: Code): string => BAD[code].english ?? translate(BAD[code].text, 'en').text;

/** Texts of which no word is read count as Vietnamese. */
const WORDLESS: ReadonlySet<Code> = new Set(['KH1007', 'KH2001']);

describe('Every code in an English text', () => {
  it.each(CODES)('%s is called forth by the same slip, and comes alone', (code) => {
    const text = englishOf(code);
    const { diagnostics, language } = check(text, envOf(BAD[code]));
    const { severity } = CATALOGUE[code];
    expect(language).toBe(WORDLESS.has(code) ? 'vi' : 'en');
    expect(diagnostics.filter((diagnostic) => diagnostic.code === code)).not.toEqual([]);
    const errors = diagnostics.filter((diagnostic) => diagnostic.severity === 'error').map((diagnostic) => diagnostic.code);
    expect(new Set(errors)).toEqual(new Set(severity === 'error' ? [code] : []));
  });
});

describe('Every fix', () => {
  const fixOf = (text: string, code: Code) =>
    check(text, envOf(BAD[code])).diagnostics.find((diagnostic) => diagnostic.code === code && diagnostic.fix)?.fix;
  const mended = (text: string, code: Code): string => {
    const { start, end, text: instead } = fixOf(text, code)!;
    return text.slice(0, start) + instead + text.slice(end);
  };
  const withFix = CODES.filter((code) => fixOf(BAD[code].text, code));

  it('is offered where one is safe, in both languages', () => {
    const words = ['KH1001', 'KH1004', 'KH1006', 'KH3001', 'KH3004', 'KH3005', 'KH3007', 'KH3008', 'KH3011'];
    expect(withFix).toEqual([...words, 'KH4001', 'KH4005', 'KH4008', 'KH4011', 'KH5002']);
    expect(CODES.filter((code) => fixOf(englishOf(code), code))).toEqual(withFix);
  });

  it.each(withFix)('%s: applying it leaves nothing to say', (code) => {
    for (const text of [BAD[code].text, englishOf(code)]) {
      const after = check(mended(text, code), envOf(BAD[code]));
      expect(after.diagnostics.filter(({ severity }) => severity !== 'info').map((diagnostic) => diagnostic.code)).toEqual([]);
      expect(after.diagnostics.map((diagnostic) => diagnostic.code)).not.toContain(code);
      expect(after.language).toBe(check(text, envOf(BAD[code])).language);
    }
  });

  it.each(withFix)('%s: it is written as the formatter writes', (code) => {
    for (const text of [BAD[code].text, englishOf(code)]) {
      const { text: instead } = fixOf(text, code)!;
      expect(format(mended(text, code)).text).toContain(instead);
    }
  });

  it.each(withFix)('%s: it says in both languages what it does', (code) => {
    const { title } = fixOf(BAD[code].text, code)!;
    expect(title.vi).toMatch(/^\p{Lu}.{4,}/u);
    expect(title.en).toMatch(/^\p{Lu}.{4,}/u);
  });
});

describe('A group that the text does not name', () => {
  const HEADER = 'kế hoạch "1/KH-UBND" ban hành ngày 30/6/2022 của [UBND tỉnh Mẫu]\n  tên: "Kế hoạch mẫu"\n';
  it.each([
    ['mỗi [UBND các huyện, thành phố]', 'nhóm [UBND các huyện, thành phố] gồm mọi ủy ban nhân dân cấp huyện'],
    ['[Ubnd cap xa]', 'nhóm [Ubnd cap xa] gồm mọi ủy ban nhân dân cấp xã'],
    ['mỗi [Sở, ngành]', 'nhóm [Sở, ngành] gồm mọi cơ quan chuyên môn cấp tỉnh'],
    ['mỗi [Đoàn thể]', undefined],
  ])('is added where its name says what it is of: %s', (lead, line) => {
    const text = `${HEADER}\nnhiệm vụ 1 "Việc"\n  chủ trì: ${lead}\n  hạn: thường xuyên\n`;
    const { diagnostics } = check(text, env);
    const fix = diagnostics.find(({ severity }) => severity === 'error')?.fix;
    expect(fix?.text).toBe(line && `\n\n${line}`);
    if (fix) expect(text.slice(0, fix.start)).toBe(HEADER.trimEnd());
  });
});

describe('The issuer of a plan', () => {
  it.each([
    ['[UBND tỉnh Mẫu]', ''],
    ['[UBND tỉnh Mẫu]; mỗi [Xã]', 'phối hợp: mỗi [Xã]'],
    ['mỗi [Xã]; [UBND tỉnh Mẫu]', 'phối hợp: mỗi [Xã]'],
    ['mỗi [Xã]; [UBND tỉnh Mẫu]; mỗi [Huyện]', 'phối hợp: mỗi [Xã]; mỗi [Huyện]'],
  ])('among those who support its own task is told, and taken out of %s', (supports, left) => {
    const text = taskWith(`chủ trì: [Sở Nội vụ]\nphối hợp: ${supports}\nhạn: thường xuyên`);
    const [diagnostic, ...others] = check(text, env).diagnostics;
    expect([diagnostic?.code, diagnostic && marked(text, diagnostic), others]).toEqual(['KH3011', '[UBND tỉnh Mẫu]', []]);
    const { start, end, text: instead } = diagnostic!.fix!;
    const after = text.slice(0, start) + instead + text.slice(end);
    expect(after).toBe(taskWith(`chủ trì: [Sở Nội vụ]\n${left}\nhạn: thường xuyên`));
    expect(check(after, env).diagnostics).toEqual([]);
  });
});

describe('Several named leads', () => {
  const codes = (lead: string): readonly string[] =>
    check(taskWith(`chủ trì: ${lead}\nhạn: thường xuyên`), env).diagnostics.map(({ code }) => code);

  it('are noted as sharing one item; each unit of a group has its own, and so it is said', () => {
    expect(codes('[Sở Nội vụ]; [Sở Tài chính]')).toEqual(['KH3012']);
    expect(codes('mỗi [Huyện]; mỗi [Xã]')).toEqual([]);
    expect(codes('[Sở Nội vụ]; mỗi [Xã]')).toEqual([]);
    expect(codes('[Sở Nội vụ]')).toEqual([]);
  });
});

describe('A year that is short or far off', () => {
  const told = (date: string): readonly (string | undefined)[] => {
    const [diagnostic] = check(taskWith(`chủ trì: [Sở Nội vụ]\nhạn: trước ngày ${date}`), env).diagnostics;
    return [diagnostic?.code, diagnostic && describeDiagnostic(diagnostic).message.en, diagnostic?.fix?.text];
  };

  it.each([
    ['15/7/22', 'The year “22” lacks some of its four digits.', '15/7/2022'],
    ['15/7/022', 'The year “022” lacks some of its four digits.', undefined],
    ['15/7/2202', 'The year 2202 lies outside 2000 to 2100.', '15/7/2022'],
    ['15/7/20222', 'The year 20222 lies outside 2000 to 2100.', '15/7/2022'],
    ['15/7/9999', 'The year 9999 lies outside 2000 to 2100.', undefined],
  ])('%s is said to be so, and mended where that is sure', (date, why, fix) => {
    expect(told(date)).toEqual(['KH4001', `There is no such date as ${date}. ${why}`, fix]);
  });

  it('is no matter where the day is none', () => {
    expect(told('31/9/2022')).toEqual(['KH4001', 'There is no such date as 31/9/2022.', undefined]);
  });
});

describe('A name without its marks', () => {
  const fixesOf = (line: string): readonly (string | undefined)[] =>
    check(taskWith(line), env)
      .diagnostics.filter(({ severity }) => severity === 'error')
      .map(({ fix }) => fix?.text);

  it.each([
    ['chủ trì: [so noi vu]\nhạn: thường xuyên', '[Sở Nội vụ]'],
    ['chủ trì: [UBND XA AM]\nhạn: thường xuyên', '[UBND xã Ấm]'],
    ['chủ trì: mỗi [huyen]\nhạn: thường xuyên', '[Huyện]'],
    ['chủ trì: [xa]\nhạn: thường xuyên', 'mỗi [Xã]'],
    ['chủ trì: mỗi [so tai chinh]\nhạn: thường xuyên', '[Sở Tài chính]'],
    ['chủ trì: [Sở Nội vụ]\nbáo cáo về [so] trước ngày 15/8/2022', undefined],
  ])('in “%s” is told as what may stand there', (line, fix) => expect(fixesOf(line)).toEqual([fix]));

  it('that a report passes through may be that of each unit’s own division', () => {
    const text = planWith(
      'chế độ báo cáo "A"\nkỳ: năm\nhạn: trước ngày 15 của tháng cuối kỳ báo cáo\nmỗi [Xã] gửi cấp trên trực tiếp qua [phong noi vu]',
    );
    expect(check(text, env).diagnostics.map(({ code, fix }) => [code, fix?.text])).toEqual([['KH3001', '[Phòng Nội vụ]']]);
  });
});

describe('A code frame', () => {
  it('shows the line, marks the words and tells the fix', () => {
    const text = planWith('nhiệm vụ 1 "Việc"\n  chủ trì: [Sở Nội vu]\n  hạn: thường xuyên');
    const [diagnostic] = check(text, env).diagnostics;
    expect(renderFrame(text, diagnostic!, { language: 'vi', file: 'a.thac' })).toBe(
      [
        'lỗi KH3001: Không có cơ quan nào tên [Sở Nội vu] vào ngày 30/6/2022. Có phải [Sở Nội vụ]?',
        '  --> a.thac:10:12',
        '   |',
        '10 |   chủ trì: [Sở Nội vu]',
        '   |            ^^^^^^^^^^^',
        '   = gợi ý: Tên phải như trong danh mục tổ chức.',
        '   = sửa nhanh: Sửa thành [Sở Nội vụ]',
      ].join('\n'),
    );
  });

  it('counts combining marks as nothing, wide characters as two and tabs as four', () => {
    const text = 'kế hoạch "計画" @'.normalize('NFD');
    const sign = check(`\t${text}`, env).diagnostics.find(({ code }) => code === 'KH1005');
    const lines = renderFrame(`\t${text}`, sign!, { language: 'en', file: 'a' }).split('\n');
    expect(lines[4]).toBe(`  | ${' '.repeat(4 + 'kế hoạch "'.normalize('NFC').length + 4 + 2)}^`);
  });

  it('shows the marked part of a line that is too long to be read', () => {
    const text = `${'x '.repeat(5_000)}@${' y'.repeat(5_000)}`;
    const sign = check(text, env).diagnostics.find(({ code }) => code === 'KH1005');
    const lines = renderFrame(text, sign!, { language: 'en', file: 'a' }).split('\n');
    expect(lines[3]!.length).toBeLessThan(200);
    expect(lines[3]).toMatch(/^1 \| ….*…$/);
    expect(lines[3]!.charAt(lines[4]!.indexOf('^'))).toBe('@');
  });

  it('lets no text steer the terminal or turn its words around', () => {
    const text = planWith('nhiệm vụ 1 "Việc"\n  chủ trì: [\u001b]0;x\u0007\u202eSở]\n  hạn: thường xuyên');
    const frames = check(text, env).diagnostics.map((one) => renderFrame(text, one, { language: 'vi', file: 'a' }));
    expect(frames.join('\n')).toContain('\uFFFD');
    for (const steering of ['\u001b', '\u0007', '\u202e']) expect(frames.join('\n')).not.toContain(steering);
  });

  it('is coloured only when asked', () => {
    const [diagnostic] = check('', env).diagnostics;
    expect(renderFrame('', diagnostic!, { language: 'en', file: 'a' })).not.toContain('\u001b');
    expect(renderFrame('', diagnostic!, { language: 'en', file: 'a', colour: true })).toContain(
      '\u001b[1;31merror KH2001\u001b[0m',
    );
  });
});
