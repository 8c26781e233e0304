import { describe, expect, it } from '@jest/globals';
import { CATALOGUE, check, describe as describeDiagnostic, renderFrame, type CheckEnv, type Code } from '../src/index.js';
import { BAD, type BadExample } from './bad-examples.js';
import { smallDirectory } from './directory.js';
import { calendar, env, marked, PARENT_TEXT, planWith, rulesOf } from './texts.js';

const parent = rulesOf(PARENT_TEXT);
const childEnv: CheckEnv = { directory: smallDirectory('2022-07-11'), calendar };
const envOf = ({ child, orphan }: BadExample): CheckEnv => (child ? { ...childEnv, parent } : orphan ? childEnv : env);
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

describe('Every fix', () => {
  const withFix = CODES.filter((code) =>
    check(BAD[code].text, envOf(BAD[code])).diagnostics.some((d) => d.code === code && d.fix),
  );

  it('is offered where one is safe', () => {
    expect(withFix).toEqual(['KH1001', 'KH1004', 'KH1006', 'KH3001', 'KH3004', 'KH3005', 'KH4011', 'KH5002']);
  });

  it.each(withFix)('%s: applying it leaves nothing to say of that code', (code) => {
    const example = BAD[code];
    const { diagnostics } = check(example.text, envOf(example));
    const { start, end, text } = diagnostics.find((d) => d.code === code)!.fix!;
    const mended = example.text.slice(0, start) + text + example.text.slice(end);
    const after = check(mended, envOf(example)).diagnostics.filter(({ severity }) => severity !== 'info');
    expect(after.map((diagnostic) => diagnostic.code)).toEqual([]);
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
