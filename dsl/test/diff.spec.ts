import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { diff, diffLines, format, translate } from '../src/index.js';
import { env, planWith } from './texts.js';

const whole = readFileSync(new URL('./golden/whole.vi.thac', import.meta.url), 'utf8');
const TASK = 'nhiệm vụ 1 "Tuyên truyền"\n  chủ trì: mỗi [Xã]\n  phối hợp: [Sở Nội vụ]\n  hạn: trước ngày 15/7/2022\n';
const between = (before: string, after: string) => {
  const found = diff(planWith(before), planWith(after), env);
  if (!found) throw new Error('a text has errors');
  return found;
};

describe('A difference', () => {
  it('of a text and itself, laid out and in the other language, is none', () => {
    const found = diff(whole, translate(format(whole).text, 'en').text, env);
    expect(found).toMatchObject({ duties: [], rules: [], units: { count: 0 } });
    expect(found?.unchanged).toBeGreaterThan(20);
    expect(found && diffLines(found, 'en')).toEqual(['Nothing changes.']);
  });

  it('tells whose deadline moves, from when to when', () => {
    const { duties, rules } = between(TASK, TASK.replace('15/7', '10/7'));
    expect(duties).toEqual([
      {
        change: 'moved',
        what: 'item',
        no: '1',
        period: null,
        title: 'Tuyên truyền',
        from: '2022-07-14',
        to: '2022-07-09',
        for: [{ kind: 'peoples-committee', tier: 'commune', count: 3, first: ['UBND xã Ánh', 'UBND xã Ấm', 'UBND xã Biên'] }],
        count: 3,
      },
    ]);
    expect(rules).toEqual([{ rule: 'task', no: '1', change: 'reworded', parts: ['deadline'] }]);
  });

  it('tells who gains and who loses work', () => {
    const { duties, units } = between(TASK, TASK.replace('mỗi [Xã]', 'mỗi [Huyện]').replace('Nội vụ', 'Tài chính'));
    expect(duties.map(({ change, what, for: who }) => [change, what, who.map(({ tier, count }) => `${count} ${tier}`)])).toEqual([
      ['added', 'item', ['2 district']],
      ['withdrawn', 'item', ['3 commune']],
      ['withdrawn', 'support', ['1 province']],
      ['added', 'support', ['1 province']],
    ]);
    expect(units.count).toBe(7);
  });

  it('tells a task that is new, and one that is gone', () => {
    const second = 'nhiệm vụ 2 "Thu gom rác"\n  chủ trì: [Sở Nội vụ]\n  hạn: định kỳ hằng quý\n';
    expect(between(TASK, TASK + second).duties.map(({ change, period, to }) => [change, period, to])).toEqual([
      ['added', '2022-Q3', '2022-09-30'],
      ['added', '2022-Q4', '2022-12-31'],
    ]);
    expect(between(TASK + second, TASK).duties.map(({ change, from }) => [change, from])).toEqual([
      ['withdrawn', '2022-09-30'],
      ['withdrawn', '2022-12-31'],
    ]);
  });

  it('tells reports that go elsewhere or fall due on another day, and steps that change', () => {
    const regime =
      'chế độ báo cáo "Kết quả"\n  kỳ: năm\n  hạn: trước ngày 15 của tháng cuối kỳ báo cáo\n  mỗi [Huyện] gửi [UBND tỉnh Mẫu] qua [Sở Nội vụ]\n';
    const ladder = 'xử lý quá hạn\n  quá hạn 3 ngày thì nhắc chủ trì\n';
    const before = TASK + regime + ladder;
    expect(between(before, before.replace('qua [Sở Nội vụ]', 'qua [Sở Tài chính]')).duties).toMatchObject([
      { change: 'rerouted', what: 'report', no: '1', period: '2022-Y', count: 2 },
    ]);
    expect(between(before, before.replace('ngày 15 của', 'ngày 10 của')).duties).toMatchObject([
      { change: 'moved', what: 'report', from: '2022-12-14', to: '2022-12-09', count: 2 },
    ]);
    const { duties, rules } = between(before, before.replace('quá hạn 3', 'quá hạn 4'));
    expect(duties).toEqual([]);
    expect(rules).toEqual([
      { rule: 'step', no: 'after-3d', change: 'withdrawn', parts: [] },
      { rule: 'step', no: 'after-4d', change: 'added', parts: [] },
    ]);
  });

  const LEVEL = 'chỉ tiêu 1 "Hồ sơ"\n  mức: tối thiểu 80 %\n';
  const CRITICISE = 'xử lý quá hạn\n  quá hạn 3 ngày thì phê bình chủ trì\n';
  it.each<[string, string, string, string, string]>([
    ['a target', LEVEL, LEVEL.replace('80', '90'), '* Chỉ tiêu 1 sửa: mức', '* Target 1 changed: levels'],
    [
      'what follows on being late',
      CRITICISE,
      CRITICISE.replace('phê bình', 'biểu dương'),
      '* Hệ quả “quá hạn 3 ngày: phê bình” bỏ',
      '* Consequence “3 days overdue: criticise” withdrawn',
    ],
    [
      'a step of the ladder',
      CRITICISE.replace('phê bình', 'nhắc'),
      CRITICISE.replace('3 ngày thì phê bình', '1 ngày làm việc thì nhắc'),
      '* Bậc xử lý “quá hạn 1 ngày làm việc” thêm mới',
      '* Step “1 working day overdue” added',
    ],
    [
      'what is reported in some case',
      '',
      'trường hợp "vướng mắc" thì mỗi [Xã] gửi cấp trên trực tiếp\n',
      '* Trường hợp “vướng mắc” thêm mới',
      '* Case “vướng mắc” added',
    ],
    [
      'who names an open date',
      TASK,
      `${TASK}  cơ quan xác định: [Sở Tài chính]\n`,
      '* Nhiệm vụ 1 sửa: cơ quan xác định',
      '* Task 1 changed: resolver',
    ],
  ])('tells that %s changed, in words', (...row) => {
    const [, before, after, vi, en] = row;
    const found = between(before, after);
    expect(diffLines(found, 'vi')).toContain(vi);
    expect(diffLines(found, 'en')).toContain(en);
  });

  it.each<[string, string]>([
    ['trước ngày gồm cả ngày đó', 'cách tính ngày'],
    ['tầm nhìn đến năm 2045', 'tầm nhìn'],
    ['viện dẫn theo văn bản mới nhất', 'viện dẫn theo văn bản mới nhất'],
    ['thay thế kế hoạch "7/KH" ngày 03/01/2021 của [UBND tỉnh Mẫu]', 'kế hoạch bị thay thế'],
  ])('tells what the plan says of itself: %s', (line, said) => {
    const text = planWith(TASK);
    const found = diff(text, text.replace('  đầu mối', `  ${line}\n  đầu mối`), env);
    expect(found && diffLines(found, 'vi')).toContain(`* Kế hoạch sửa: ${said}`);
  });

  it('reads as lines in both languages', () => {
    const found = between(TASK, TASK.replace('15/7', '10/7').replace('mỗi [Xã]', 'mỗi [Xã]; [Sở Tài chính]'));
    expect(diffLines(found, 'vi')).toMatchSnapshot();
    expect(diffLines(found, 'en')).toMatchSnapshot();
  });

  it('is not told where a text has errors', () => expect(diff(whole, 'kế hoạch', env)).toBeNull());
});
