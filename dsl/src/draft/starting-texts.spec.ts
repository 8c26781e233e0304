import type { LocalDate } from '#engine';
import { describe, expect, it } from '@jest/globals';
import { format } from '../format/format.js';
import { parse } from '../parser/parse.js';
import { amendingText, newPlanText, replacingText } from './starting-texts.js';

const beginning = { number: '2/KH-UBND', issuedOn: '2022-09-20' as LocalDate, issuer: 'UBND tỉnh Mẫu' };
const EARLIER = `// Lời đầu.
kế hoạch "1/KH-UBND" ban hành ngày 30/6/2022 của [UBND tỉnh Mẫu]
  tên: "Việc mẫu" // tên
  đầu mối: [Sở Nội vụ]

nhiệm vụ 1 "Việc"
  chủ trì: [Sở Nội vụ]
  hạn: trước ngày 15/7/2022
`;

describe('Starting texts', () => {
  it.each(['vi', 'en'] as const)('are read without fault and laid out, in %s', (language) => {
    for (const text of [newPlanText({ ...beginning, language }), amendingText(EARLIER, { ...beginning, language })]) {
      expect(parse(text!).findings).toEqual([]);
      expect(format(text!).refused).toBe(false);
    }
    expect(format(newPlanText({ ...beginning, language })).text).toBe(newPlanText({ ...beginning, language }));
  });

  it('name the plan that they change', () => {
    const text = amendingText(EARLIER, { ...beginning, language: 'vi' })!;
    expect(text).toContain('  sửa đổi kế hoạch "1/KH-UBND" ngày 30/6/2022 của [UBND tỉnh Mẫu]');
    const used = text.replace('// gia hạn nhiệm vụ 1 đến ngày', 'gia hạn nhiệm vụ 1 đến ngày');
    expect(parse(used).findings).toEqual([]);
    expect(parse(used).document.items[0]).toMatchObject({ clauses: [{ kind: 'title' }, { kind: 'amends' }, { kind: 'extend' }] });
  });

  it('take the place of a plan, and keep the rest of it byte for byte', () => {
    expect(replacingText(EARLIER, beginning)).toBe(
      EARLIER.replace('"1/KH-UBND" ban hành ngày 30/6/2022', '"2/KH-UBND" ban hành ngày 20/9/2022').replace(
        'đầu mối: [Sở Nội vụ]',
        'đầu mối: [Sở Nội vụ]\n  thay thế kế hoạch "1/KH-UBND" ngày 30/6/2022 của [UBND tỉnh Mẫu]',
      ),
    );
  });

  it('are none where a text names no plan', () => {
    expect(amendingText('nhiệm vụ 1 "Việc"', { ...beginning, language: 'vi' })).toBeNull();
    expect(replacingText('', beginning)).toBeNull();
  });
});
