import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { check, createLanguageService, type Completion } from '../src/index.js';
import { lex } from '../src/lexer/lex.js';
import { smallDirectory } from './directory.js';
import { BAD } from './bad-examples.js';
import { calendar, CHILD_HEADER, env, GROUPS, HEADER, PARENT_TEXT, planWith, rulesOf, taskWith } from './texts.js';

const whole = readFileSync(new URL('./golden/whole.vi.thac', import.meta.url), 'utf8');
const service = createLanguageService(env);
const lower = createLanguageService({ directory: smallDirectory('2022-07-11'), calendar, parent: rulesOf(PARENT_TEXT) });

/** A text with its caret, written `<|>`. */
function caret(marked: string): { readonly text: string; readonly offset: number } {
  const offset = marked.indexOf('<|>');
  if (offset < 0) throw new Error('no <|> in the text');
  return { text: marked.replace('<|>', ''), offset };
}

const completions = (marked: string, from = service): readonly Completion[] => {
  const { text, offset } = caret(marked);
  return from.complete(text, offset);
};
const labels = (marked: string, from = service): readonly string[] => completions(marked, from).map(({ label }) => label);
const applied = (marked: string, label: string): string => {
  const { text } = caret(marked);
  const found = completions(marked).find((completion) => completion.label === label);
  if (!found) throw new Error(`no ${label}`);
  return `${text.slice(0, found.start)}${found.text}<|>${text.slice(found.end)}`;
};

describe('Completion of keywords', () => {
  it('offers the lines that a task may have, in the language of the text, with the other beside', () => {
    const found = completions(planWith('nhiệm vụ 1 "A"\n  <|>')).filter(({ kind }) => kind === 'keyword');
    expect(found.map(({ label }) => label)).toEqual(
      expect.arrayContaining([
        'chủ trì',
        'phối hợp',
        'hạn',
        'sản phẩm',
        'căn cứ',
        'báo cáo về',
        'cụ thể hóa nhiệm vụ',
        'nhiệm vụ',
      ]),
    );
    expect(found.map(({ label }) => label)).not.toEqual(expect.arrayContaining(['kỳ']));
    expect(found.find(({ label }) => label === 'chủ trì')).toMatchObject({ detail: 'lead', text: 'chủ trì: ' });
    expect(labels('plan "1" issued on 30/6/2022 of [A]\n<|>')).toEqual(expect.arrayContaining(['title', 'focal point', 'task']));
  });

  it.each<[string, readonly string[]]>([
    ['nhiệm vụ 1 "A"\n  chu t<|>', ['chủ trì']],
    ['nhiệm vụ 1 "A"\n  lead<|>', ['chủ trì']],
    ['nhiệm vụ 1 "A"\n  hạn: trong 5 <|>', ['tháng', 'ngày làm việc', 'ngày']],
    ['nhiệm vụ 1 "A"\n  hạn: trong 5 ngày kể từ ngày b<|>', ['kể từ ngày ban hành']],
    ['xử lý quá hạn\n  quá hạn 5 ngày thì nhắc <|>', ['chủ trì', 'phối hợp', 'đầu mối', 'cấp trên trực tiếp']],
    ['xử lý quá hạn\n  quá hạn 5 ngày <|>', ['thì']],
    ['nhóm [A] gồm <|>', ['gồm mọi']],
    ['nhiệm vụ 1 "A"\n  chủ trì: xyzzy<|>', []],
    ['nhiệm vụ 1 "chủ <|>', []],
    ['// chủ <|>', []],
  ])('after %j offers %j', (lines, expected) => {
    const found = completions(planWith(lines)).filter(({ kind }) => kind === 'keyword');
    expect(found.map(({ label }) => label)).toEqual(expect.arrayContaining([...expected]));
    if (expected.length === 0) expect(found).toEqual([]);
  });

  it('takes the place of all the words that are typed of it', () => {
    expect(applied(planWith('nhiệm vụ 1 "A"\n  hạn: dinh k<|>'), 'định kỳ')).toBe(planWith('nhiệm vụ 1 "A"\n  hạn: định kỳ<|>'));
    expect(applied(planWith('nhiệm vụ 1 "A"\n  chủ t<|>: [A]'), 'chủ trì')).toBe(planWith('nhiệm vụ 1 "A"\n  chủ trì<|>: [A]'));
  });

  it('never offers what the grammar would refuse', () => {
    const { tokens } = lex(whole);
    for (const token of tokens) {
      const end = token.startOffset + token.image.length;
      const found = service.complete(whole, token.startOffset).filter(({ kind }) => kind === 'keyword');
      const next = token.tokenType.name;
      if (/^[A-Z_]+$/.test(next) && !next.includes('_or_')) {
        const image = whole.slice(token.startOffset, end);
        expect({ image, found: found.map(({ label }) => label) }).toMatchObject({ found: expect.arrayContaining([image]) });
      }
    }
  });

  it('never throws, and every completion lies before the caret', () => {
    fc.assert(
      fc.property(fc.nat(whole.length), fc.string({ maxLength: 6 }), (at, typed) => {
        const text = whole.slice(0, at) + typed;
        for (const { start, end } of service.complete(text, text.length)) {
          expect(start).toBeLessThanOrEqual(text.length);
          expect(end).toBe(text.length);
        }
      }),
      { numRuns: 150, seed: 153 },
    );
  });
});

describe('Completion of names and numbers', () => {
  it.each<[string, string]>([
    ['chủ trì: [so noi<|>', 'Sở Nội vụ'],
    ['chủ trì: [snv<|>', 'Sở Nội vụ'],
    ['chủ trì: so tai c<|>', 'Sở Tài chính'],
    ['chủ trì: [Sở N<|>ội vụ]', 'Sở Nội vụ'],
  ])('%j finds %j without marks, by initials, without a bracket', (line, name) => {
    const marked = taskWith(line);
    expect(labels(marked)[0]).toBe(name);
    expect(applied(marked, name)).toContain(`chủ trì: [${name}]<|>`);
  });

  it('offers groups after “mỗi”, and adds the word where it is missing', () => {
    expect(labels(taskWith('chủ trì: mỗi [<|>'))).toEqual(['Sở', 'Xã', 'Huyện']);
    expect(applied(taskWith('chủ trì: [xa<|>'), 'Xã')).toContain('chủ trì: mỗi [Xã]<|>');
    expect(labels(planWith('chế độ báo cáo "A"\n  mỗi [Xã] gửi cấp trên trực tiếp qua [phong<|>'))).toContain('Phòng Nội vụ');
    expect(labels(`${HEADER}nhóm [<|>`)).toEqual([]);
  });

  it('offers classes by their usual names before the text has them, and units near the issuer first', () => {
    const bare = `${HEADER}\nnhiệm vụ 1 "A"\n`;
    expect(applied(`${bare}  chủ trì: mỗi [ubnd cap h<|>`, 'UBND cấp huyện')).toContain('chủ trì: mỗi [UBND cấp huyện]<|>');
    expect(labels(`${bare}  chủ trì: [ubnd<|>`).slice(0, 4)).toEqual([
      'UBND cấp xã',
      'UBND cấp huyện',
      'UBND tỉnh Mẫu',
      'UBND huyện An',
    ]);
  });

  it('offers the tasks of the text, those of the plan above, and the next number', () => {
    expect(labels(`${whole}\nnhiệm vụ 3.1 "A"\n  hạn: trong 5 ngày sau nhiệm vụ <|>`)).toContain('2.2');
    expect(labels(`${CHILD_HEADER}nhiệm vụ 1 "A"\n  cụ thể hóa nhiệm vụ <|>`, lower)).toEqual(['1', '2', '3']);
    expect(labels(`${whole}\nnhiệm vụ <|>`)).toEqual(['2.6']);
  });
});

describe('Hovering', () => {
  const said = (marked: string, from = service): readonly string[] => {
    const { text, offset } = caret(marked);
    return from.hover(text, offset)?.lines.map(({ vi }) => vi) ?? [];
  };

  it('tells the last day of a deadline, whether the named day counts, and days off', () => {
    expect(said(taskWith('hạn: tr<|>ước ngày 15/7/2022'))).toEqual([
      'trước ngày · before',
      'Ngày cuối cùng được tính: 14/7/2022 (thứ Năm); không tính ngày 15/7/2022',
    ]);
    expect(said(taskWith('hạn: chậm nhất ngày 02/9<|>/2022'))).toEqual([
      '02/9/2022 (thứ Sáu, ngày nghỉ; ngày làm việc liền trước: 31/8/2022)',
      'Ngày cuối cùng được tính: 02/9/2022 (thứ Sáu, ngày nghỉ; ngày làm việc liền trước: 31/8/2022); kể cả ngày 02/9/2022',
    ]);
    expect(said(taskWith('hạn: trong 1<|>0 ngày làm việc kể từ ngày ban hành'))).toEqual([
      'Ngày cuối cùng được tính: 14/7/2022 (thứ Năm)',
    ]);
  });

  it('tells what a name means', () => {
    expect(said(taskWith('chủ trì: [Sở<|> Nội vụ]'))).toEqual([
      'Sở Nội vụ',
      'cơ quan chuyên môn cấp tỉnh',
      'Cấp trên trực tiếp: UBND tỉnh Mẫu',
    ]);
    expect(said(taskWith('chủ trì: mỗi [X<|>ã]'))).toEqual([
      'Xã: ủy ban nhân dân cấp xã',
      '3 đơn vị: UBND xã Ánh, UBND xã Ấm, UBND xã Biên',
    ]);
    expect(said(taskWith('chủ trì: [Không<|> có]'))).toEqual([]);
  });

  it('tells which task a number means', () => {
    expect(said(whole.replace('sau nhiệm vụ 2.2', 'sau nhiệm vụ 2<|>.2'))[0]).toBe('Nhiệm vụ 2.2 “Bồi dưỡng cán bộ”');
    expect(said(`${CHILD_HEADER}nhiệm vụ 1\n  cụ thể hóa nhiệm vụ 2<|>`, lower)).toEqual([
      'Nhiệm vụ 2 “Thu gom rác”',
      '1/KH-UBND · 30/6/2022',
    ]);
  });
});

describe('Going to, finding and renaming', () => {
  const at = (marked: string) => caret(marked);

  it('goes from a use to what defines it', () => {
    const { text, offset } = at(taskWith('chủ trì: mỗi [X<|>ã]\nhạn: thường xuyên'));
    const found = service.definition(text, offset);
    expect(found && text.slice(found.start - 5, found.end)).toBe('nhóm [Xã]');
    const after = at(whole.replace('sau nhiệm vụ 2.2', 'sau nhiệm vụ <|>2.2'));
    const task = service.definition(after.text, after.offset);
    expect(task && after.text.slice(task.start - 9, task.end)).toBe('nhiệm vụ 2.2');
    expect(service.definition(text, text.indexOf('[Sở Nội vụ]') + 2)).toBeNull();
  });

  it('finds a unit under each of its names', () => {
    const { text, offset } = at(planWith('nhiệm vụ 1 "A"\nchủ trì: [S<|>NV]\nbáo cáo về [Sở Nội vụ] trước ngày 30/9/2022'));
    expect(service.references(text, offset).map(({ start, end }) => text.slice(start, end))).toEqual([
      '[Sở Nội vụ]',
      '[SNV]',
      '[Sở Nội vụ]',
    ]);
  });

  const renamed = (marked: string, to: string): string => {
    const { text, offset } = at(marked);
    const answer = service.rename(text, offset, to);
    if (!answer.ok) return answer.why.en;
    return answer.edits
      .toSorted((a, b) => b.start - a.start)
      .reduce((now, { start, end, text: by }) => now.slice(0, start) + by + now.slice(end), text);
  };

  it('renames a group and renumbers a task wherever they are meant', () => {
    const xa = renamed(whole.replace('nhóm [Xã]', 'nhóm [X<|>ã]'), 'UBND xã');
    expect(xa).toBe(whole.replaceAll('[Xã]', '[UBND xã]'));
    const number = renamed(whole.replace('sau nhiệm vụ 2.2', 'sau nhiệm vụ 2.2<|>'), '2.9');
    expect(number).toBe(whole.replaceAll('nhiệm vụ 2.2', 'nhiệm vụ 2.9'));
    expect(check(xa, env).rules).not.toBeNull();
    expect(check(number, env).rules).not.toBeNull();
  });

  it.each([
    ['nhóm [X<|>ã]', 'Huyện', 'The name “Huyện” is taken.'],
    ['nhóm [X<|>ã]', 'a]b', 'A name is not empty and holds no [ ].'],
  ])('refuses %s as %j', (marked, to, why) => {
    expect(renamed(whole.replace('nhóm [Xã]', marked), to)).toBe(why);
  });

  it('refuses a number that is taken or none, and what the text does not define', () => {
    const task = whole.replace('nhiệm vụ 2.2 "', 'nhiệm vụ <|>2.2 "');
    expect(renamed(task, '2.1')).toBe('There is a task 2.1 already.');
    expect(renamed(task, 'hai')).toBe('“hai” is no number of a task (such as 1.2).');
    expect(renamed(task, '2.2')).toBe(whole);
    expect(renamed(whole.replace('đầu mối: [Sở', 'đầu mối: [S<|>ở'), 'X')).toBe(
      'Only numbers of tasks and targets, and groups, of this text can be renamed.',
    );
    expect(service.renamable(whole, whole.indexOf('nhóm [Xã]') + 7)).toEqual({
      start: whole.indexOf('nhóm [Xã]') + 6,
      end: whole.indexOf('nhóm [Xã]') + 8,
    });
  });
});

describe('The shape of a text', () => {
  it('is outlined with tasks below their sections', () => {
    const names = service.outline(whole).map(({ kind, name, children }) => [kind, name, children.length]);
    expect(names).toEqual([
      ['plan', 'kế hoạch "1/KH-UBND" ban hành ngày 30/6/2022 của [UBND tỉnh Mẫu]', 0],
      ['group', 'nhóm [Sở] gồm mọi cơ quan chuyên môn cấp tỉnh', 0],
      ['group', 'nhóm [Huyện] gồm mọi ủy ban nhân dân cấp huyện', 0],
      ['group', 'nhóm [Xã] gồm mọi ủy ban nhân dân cấp xã', 0],
      ['group', 'nhóm [Chủ tịch huyện] gồm mọi chủ tịch ủy ban nhân dân cấp huyện', 0],
      ['section', 'nội dung 1 "Công khai"', 2],
      ['section', 'nội dung 2 "Đối thoại"', 5],
      ['duty', 'yêu cầu mỗi [Sở]; mỗi [Huyện]', 0],
      ['duty', 'yêu cầu mỗi [Xã]', 0],
      ['regime', 'chế độ báo cáo "Kết quả thực hiện"', 0],
      ['escalation', 'xử lý quá hạn', 0],
    ]);
  });

  it('folds sections, tasks and runs of comments', () => {
    const text = `// một\n// hai\n${HEADER}${GROUPS}nội dung 1 "A"\nnhiệm vụ 1 "B"\n  hạn: thường xuyên\n`;
    expect(service.folds(text)).toEqual([
      { from: 1, to: 2, kind: 'comment' },
      { from: 3, to: 5, kind: 'item' },
      { from: 9, to: 11, kind: 'item' },
      { from: 10, to: 11, kind: 'item' },
    ]);
  });

  it('is marked word by word', () => {
    const text = `${HEADER}${GROUPS}// c\nnhiệm vụ 1 "A"\n  chủ trì: mỗi [Xã] @\n`;
    const from = text.indexOf('// c');
    const marks = service.semanticTokens(text).filter(({ start }) => start >= from);
    expect(marks.map(({ start, end, kind, isDefinition }) => [text.slice(start, end), kind, isDefinition])).toEqual([
      ['// c', 'comment', false],
      ['nhiệm vụ', 'label', false],
      ['1', 'number', true],
      ['"A"', 'text', false],
      ['chủ trì', 'label', false],
      ['mỗi', 'keyword', false],
      ['[Xã]', 'group', false],
      ['@', 'unread', false],
    ]);
  });
});

describe('Mending', () => {
  it('offers the fixes of the diagnostics that are touched, and no others', () => {
    const { text } = BAD.KH3001;
    const [start, end] = [text.indexOf('[Sở Nội vu]'), text.indexOf('[Sở Nội vu]') + 3];
    const [action, ...others] = service.codeActions(text, { start, end });
    expect(others).toEqual([]);
    expect(action).toMatchObject({ code: 'KH3001', title: { en: expect.stringContaining('[Sở Nội vụ]') } });
    expect(service.codeActions(text, { start: 0, end: 3 })).toEqual([]);
  });

  it.each(['', '"', '[', '// c', 'nhiệm vụ', '\u0000', 'chủ trì: mỗi', '@@@'])('no question throws on %j', (text) => {
    for (let offset = 0; offset <= text.length; offset++) {
      service.complete(text, offset);
      service.hover(text, offset);
      service.references(text, offset);
      service.rename(text, offset, '1');
    }
    expect([service.outline(text), service.folds(text), service.semanticTokens(text)].every(Array.isArray)).toBe(true);
  });
});
