import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { explain, explanationText, translate } from '../src/index.js';
import { smallDirectory } from './directory.js';
import { calendar, CHILD_HEADER, env, PARENT_TEXT, planWith, rulesOf, taskWith } from './texts.js';

const whole = readFileSync(new URL('./golden/whole.vi.thac', import.meta.url), 'utf8');
const sentencesOf = (text: string, language: 'vi' | 'en' = 'vi', against = env): readonly string[] => {
  const explanation = explain(text, against, language);
  if (!explanation) throw new Error('the text has errors');
  return explanation.rules.flatMap(({ sentences }) => sentences);
};

describe('An explanation', () => {
  it.each(['vi', 'en'] as const)('of a whole plan, in %s', (language) => {
    const explanation = explain(whole, env, language);
    expect(explanation && explanationText(explanation)).toMatchSnapshot();
  });

  it('is the same whatever the language of the text', () => {
    const en = translate(whole, 'en').text;
    expect(sentencesOf(en)).toEqual(sentencesOf(whole));
    expect(sentencesOf(en, 'en')).toEqual(sentencesOf(whole, 'en'));
  });

  it('points at the rules in the text that was given, however that is laid out', () => {
    const text = whole.replaceAll('\n', '\n\n');
    const task = explain(text, env, 'en')?.rules.find(({ kind }) => kind === 'task');
    expect(task && text.slice(task.place.start).startsWith('nhiệm vụ 1.1')).toBe(true);
  });

  it('gives as data whom a rule reaches and by when', () => {
    const rules = explain(taskWith('chủ trì: mỗi [Xã]\nhạn: trước ngày 15/7/2022'), env, 'en')?.rules;
    expect(rules?.find(({ kind }) => kind === 'task')).toMatchObject({
      units: { count: 3, first: ['UBND xã Ánh', 'UBND xã Ấm', 'UBND xã Biên'] },
      lastDays: ['2022-07-14'],
    });
  });

  it.each<[string, string]>([
    [
      'trước ngày 15/7/2022',
      'Hạn: trước ngày 15/7/2022 — ngày cuối cùng được tính: 14/7/2022 (thứ Năm); không tính ngày 15/7/2022.',
    ],
    [
      'chậm nhất ngày 15/7/2022',
      'Hạn: chậm nhất ngày 15/7/2022 — ngày cuối cùng được tính: 15/7/2022 (thứ Sáu); kể cả ngày 15/7/2022.',
    ],
    ['thường xuyên', 'Hạn: thường xuyên — không có ngày kết thúc, trả lời qua báo cáo.'],
    [
      'định kỳ hằng quý',
      'Hạn: định kỳ hằng quý — 2 lần đến hạn: 30/9/2022 (thứ Sáu), 31/12/2022 (thứ Bảy, ngày nghỉ; ngày làm việc liền trước: 30/12/2022).',
    ],
  ])('says what “%s” comes to', (due, said) => {
    expect(sentencesOf(taskWith(`chủ trì: [Sở Nội vụ]\nhạn: ${due}`))).toContain(said);
  });

  it('of a lower plan says where the deadline stays that of the plan above', () => {
    const against = { directory: smallDirectory('2022-07-11'), calendar, parent: rulesOf(PARENT_TEXT) };
    const text = `${CHILD_HEADER}nhận mọi nhiệm vụ được giao\nnhiệm vụ 1\n  cụ thể hóa nhiệm vụ 1\n`;
    expect(sentencesOf(text, 'en', against)).toContain(
      'The deadline stays that of the plan above — the last day that counts: 29/9/2022 (Thursday).',
    );
  });

  it('is not given of a text with errors', () => {
    expect(explain(planWith('nhiệm vụ 1 "A"'), env, 'vi')).toBeNull();
  });
});
