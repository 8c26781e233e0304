import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { DeadlineRule, PlanRules } from '#engine';
import { check, describe as describeDiagnostic, peekHeader } from '../src/index.js';
import { CHILD_HEADER, codesOf, env, HEADER, PARENT_TEXT, planWith, REPORTING_PARENT_TEXT, rulesOf, taskWith } from './texts.js';
import { smallDirectory } from './directory.js';

const golden = (name: string): string => readFileSync(new URL(`./golden/${name}`, import.meta.url), 'utf8');

/** Rules without the places in the text they came from: what must not depend on spelling. */
export const withoutPlaces = (rules: PlanRules | null): unknown =>
  JSON.parse(JSON.stringify(rules, (key, value: unknown) => (key === 'place' ? undefined : value)));

const deadlineOf = (due: string): DeadlineRule | null | undefined =>
  rulesOf(taskWith(`chủ trì: [Sở Nội vụ]\nhạn: ${due}`)).tasks[0]?.deadline;

describe('A deadline', () => {
  it.each<[string, DeadlineRule]>([
    ['trước ngày 15/7/2022', { kind: 'before', date: '2022-07-15' as never }],
    ['trước 2022-07-15', { kind: 'before', date: '2022-07-15' as never }],
    ['chậm nhất ngày 15/07/2022', { kind: 'by', date: '2022-07-15' as never }],
    ['trước ngày 15 tháng 7 năm 2022', { kind: 'before', date: '2022-07-15' as never }],
    ['by 15/7/2022', { kind: 'by', date: '2022-07-15' as never }],
    ['trong quý III/2022', { kind: 'quarter', quarter: 3, year: 2022 }],
    ['quý iii / 2022', { kind: 'quarter', quarter: 3, year: 2022 }],
    ['trong quí 3/2022', { kind: 'quarter', quarter: 3, year: 2022 }],
    ['within quarter IV year 2022', { kind: 'quarter', quarter: 4, year: 2022 }],
    ['định kỳ hằng quý', { kind: 'recurring', every: 'quarter' }],
    ['định kì hàng tháng', { kind: 'recurring', every: 'month' }],
    ['hằng năm', { kind: 'recurring', every: 'year' }],
    ['trong 10 ngày làm việc kể từ ngày ban hành', { kind: 'within', amount: 10, unit: 'workday', from: 'issue' }],
    ['within 1 working day from receipt', { kind: 'within', amount: 1, unit: 'workday', from: 'receipt' }],
    ['trong 2 tháng kể từ ngày nhận', { kind: 'within', amount: 2, unit: 'month', from: 'receipt' }],
    ['thường xuyên', { kind: 'standing' }],
    ['theo qui định', { kind: 'as-regulated', reference: null }],
    ['theo quy định tại "Bảng giá đất"', { kind: 'as-regulated', reference: 'Bảng giá đất' }],
  ])('%s', (due, rule) => expect(deadlineOf(due)).toEqual(rule));

  it('after another task counts from the last day of that task', () => {
    const { tasks } = rulesOf(
      planWith(`nhiệm vụ 4.6 "A"
  chủ trì: [Sở Nội vụ]
  hạn: trước ngày 31/8/2022
nhiệm vụ 4.7 "B"
  chủ trì: [Thanh tra tỉnh]
  hạn: trong 3 ngày làm việc sau nhiệm vụ 4.6`),
    );
    expect(tasks[1]?.deadline).toEqual({ kind: 'by', date: '2022-09-06' });
  });
});

describe('A plan', () => {
  it('runs to the end of its year unless it says otherwise', () => {
    expect(rulesOf(HEADER).horizon).toBe('2022-12-31');
    expect(rulesOf(`${HEADER}  đến hết ngày 30/6/2023\n`).horizon).toBe('2023-06-30');
  });

  it('is lowered whole: who, what, when, reports and steps', () => {
    expect(rulesOf(golden('whole.vi.thac'))).toMatchSnapshot();
  });

  it('says the same in both languages', () => {
    const vi = check(golden('whole.vi.thac'), env);
    const en = check(golden('whole.en.thac'), env);
    expect([vi.language, en.language]).toEqual(['vi', 'en']);
    expect(withoutPlaces(en.rules)).toEqual(withoutPlaces(vi.rules));
    expect(codesOf(en)).toEqual(codesOf(vi));
  });

  it('tells who it is before it is checked', () => {
    const ref = { number: '1/KH-UBND', issuedOn: '2022-06-30', issuerName: 'UBND tỉnh Mẫu' };
    expect(peekHeader(HEADER)).toEqual({ ...ref, implements: null });
    expect(peekHeader(CHILD_HEADER)).toEqual({
      number: '9/KH-UBND',
      issuedOn: '2022-07-11',
      issuerName: 'UBND huyện An',
      implements: ref,
    });
    expect(peekHeader('nhiệm vụ 1 "A"')).toBeNull();
    expect(peekHeader(HEADER.replace('30/6', '31/6'))).toBeNull();
  });
});

describe('A lower plan', () => {
  const parent = rulesOf(PARENT_TEXT);
  const against = { directory: smallDirectory('2022-07-11'), parent };
  const child = (lines: string): string => `${CHILD_HEADER}${lines}\n`;

  it('takes from the parent what it does not state, and leaves the deadline to it', () => {
    const { tasks } = rulesOf(child('nhận mọi nhiệm vụ được giao\nnhiệm vụ 1\n  cụ thể hóa nhiệm vụ 1'), against);
    const above = parent.tasks[0]!;
    expect(tasks[0]).toMatchObject({
      title: above.title,
      leads: above.leads,
      supports: above.supports,
      deadline: null,
      refines: '1',
    });
  });

  it('keeps the parent’s deadline where it adds only a date to report by', () => {
    const text = child(
      'nhận mọi nhiệm vụ được giao\nnhiệm vụ 1\n  cụ thể hóa nhiệm vụ 1\n  báo cáo về [Sở Nội vụ] trước ngày 15/10/2022',
    );
    expect(rulesOf(text, against).tasks[0]?.deadline).toEqual(parent.tasks[0]?.deadline);
  });

  it('may omit a task with a reason, and must name every other', () => {
    const whole = rulesOf(child('không thực hiện nhiệm vụ 2 vì "Không có bãi rác"\nnhiệm vụ 1\ncụ thể hóa nhiệm vụ 1'), against);
    expect(whole.omits).toMatchObject([{ task: '2', reason: 'Không có bãi rác' }]);
    expect(codesOf(check(child('không thực hiện nhiệm vụ 2 vì "Không có"'), against))).toEqual(['KH6002']);
  });

  it('names both dates where it loosens a deadline', () => {
    const text = child('nhận mọi nhiệm vụ được giao\nnhiệm vụ 1\ncụ thể hóa nhiệm vụ 1\nhạn: trước ngày 15/10/2022');
    expect(check(text, against).diagnostics).toMatchObject([
      { code: 'KH6003', args: { task: '1', parentDue: '2022-09-29', childDue: '2022-10-14' } },
    ]);
  });
});

describe('A lower plan that falls short', () => {
  const parentText = planWith(`nhiệm vụ 1 "Công khai"
  chủ trì: mỗi [Xã]
  hạn: định kỳ hằng quý
nhiệm vụ 2 "Góp ý"
  chủ trì: mỗi [Huyện]
  hạn: trong 10 ngày kể từ ngày nhận`);
  const against = { directory: smallDirectory('2022-07-11'), parent: rulesOf(parentText) };
  const saidOf = (lines: string, language: 'vi' | 'en'): readonly string[] =>
    check(`${CHILD_HEADER}nhận mọi nhiệm vụ được giao\n${lines}\n`, against).diagnostics.map(
      (diagnostic) => `${diagnostic.code} ${describeDiagnostic(diagnostic).message[language]}`,
    );

  it.each<[string, string, string]>([
    [
      'nhiệm vụ 1\ncụ thể hóa nhiệm vụ 1\nhạn: hằng năm',
      'KH6003 Thời hạn nhiệm vụ 1 lùi so với kế hoạch 1/KH-UBND: cấp trên “định kỳ hằng quý”, ở đây “định kỳ hằng năm”.',
      'KH6003 The deadline of task 1 is looser than in 1/KH-UBND: “recurring quarterly” there, “recurring yearly” here.',
    ],
    [
      'nhiệm vụ 1\ncụ thể hóa nhiệm vụ 1\nhạn: thường xuyên',
      'KH6003 Thời hạn nhiệm vụ 1 lùi so với kế hoạch 1/KH-UBND: cấp trên “định kỳ hằng quý”, ở đây “thường xuyên”.',
      'KH6003 The deadline of task 1 is looser than in 1/KH-UBND: “recurring quarterly” there, “ongoing” here.',
    ],
  ])('in a deadline without a date is told in the words of both plans', (lines, vi, en) => {
    expect(saidOf(lines, 'vi')).toEqual([vi]);
    expect(saidOf(lines, 'en')).toEqual([en]);
  });

  describe('of what it has to report', () => {
    const reporting = { ...against, parent: rulesOf(REPORTING_PARENT_TEXT) };
    const found = (lines: string): readonly string[] =>
      codesOf(check(`${CHILD_HEADER}nhận mọi nhiệm vụ được giao\n${lines}\n`, reporting));
    const passedOn = 'nhóm [Xã] gồm mọi ủy ban nhân dân cấp xã\nnhiệm vụ 1 "A"\nchủ trì: mỗi [Xã]\nhạn: thường xuyên\n';

    it('asks for reports from below, of a plan that gives work further down', () => {
      expect(found(passedOn)).toEqual(['KH6007']);
      expect(found('nhiệm vụ 1 "A"\nchủ trì: [UBND huyện An]\nhạn: thường xuyên')).toEqual([]);
      expect(found(`${passedOn}báo cáo về [UBND huyện An] trước ngày 30/11/2022`)).toEqual([]);
      const regime = 'chế độ báo cáo "B"\nkỳ: năm\nhạn: trước ngày 10 của tháng cuối kỳ báo cáo\nmỗi [Xã] gửi cấp trên trực tiếp';
      expect(found(`${passedOn}${regime}`)).toEqual([]);
    });

    it('holds a task’s report to the addressee and the date of the plan above', () => {
      const refined = (line: string): readonly string[] => found(`nhiệm vụ 4\ncụ thể hóa nhiệm vụ 4\n${line}`);
      expect(refined('báo cáo về [Sở Nội vụ] trước ngày 15/8/2022')).toEqual(['KH4003']);
      expect(refined('báo cáo về [Sở Nội vụ] trước ngày 15/9/2022')).toEqual(['KH6009']);
      expect(refined('báo cáo về [Sở Tài chính] chậm nhất ngày 12/8/2022')).toEqual(['KH6008']);
      const both = 'báo cáo về [Sở Tài chính] chậm nhất ngày 12/8/2022\nbáo cáo về [Sở Nội vụ] chậm nhất ngày 12/8/2022';
      expect(refined(both)).toEqual([]);
    });
  });
});

describe('A slip', () => {
  it('in a keyword is read as what was meant, so that nothing else is said', () => {
    const slips = ['chu trì', 'chủ trì', 'CHỦ CHÌ', 'chủ tri', 'lead', 'leed'].map((word) =>
      check(taskWith(`${word}: [Sở Nội vụ]\nhạn: thường xuyên`), env),
    );
    expect(slips.map(codesOf)).toEqual([['KH1001'], [], ['KH1001'], ['KH1001'], [], ['KH1001']]);
  });

  it('in an item’s own keyword does not give its lines to the item before', () => {
    const text = planWith(`nhiệm vụ 1 "A"
  chủ trì: [Sở Nội vụ]
  hạn: thường xuyên
nhiêm vu 2 "B"
  chủ trì: [Sở Tài chính]
  hạn: theo quy dinh`);
    expect(codesOf(check(text, env))).toEqual(['KH1001', 'KH1001']);
  });

  it.each([
    ['chủ trì: Sở Nội vụ', 'KH1003'],
    ['chủ trì: [Sở Nội vụ] với [Sở Tài chính]', 'KH1002'],
  ])('in %j gets no far-fetched hint', (line, code) => {
    expect(codesOf(check(taskWith(`${line}\nhạn: thường xuyên`), env))).toEqual([code]);
  });

  it('in one line does not hide that the next is not understood either', () => {
    const text = planWith(
      'Theo đề nghị của giám đốc\nvà ý kiến các bên\nnhiệm vụ 1 "A"\nchủ trì: [Sở Nội vụ]\nhạn: thường xuyên',
    );
    const found = check(text, env).diagnostics.map(({ code, place }) => `${place.line} ${code}`);
    expect(found).toEqual(['9 KH1002', '10 KH1002']);
  });

  it('of many kinds in one text is found each in its place', () => {
    const text = planWith(`nhiệm vụ 1 "A"
  chủ trì: [Sở Không có]
  hạn: trước ngày 30/2/2023
nhiệm vụ 1 "B"
  phối hợp: mỗi [Xã]
  hạn:
nhiệm vụ 3 "C"
  chủ trì [Sở Nội vụ]
  hạn: trước ngày 01/5/2022`);
    const found = check(text, env).diagnostics.map(({ code, place }) => `${place.line} ${code}`);
    expect(found).toEqual(['10 KH3001', '11 KH4001', '12 KH2005', '12 KH2004', '15 KH1003', '16 KH1003', '17 KH4002']);
  });

  it.each(['', ' ', '//', '"', '[', '\u0000', 'kế hoạch', '\ufeff', '1.2.3', ';;;'])('leaves %j readable as no plan', (text) => {
    const { rules, diagnostics } = check(text, env);
    expect(rules).toBeNull();
    expect(diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
  });
});
