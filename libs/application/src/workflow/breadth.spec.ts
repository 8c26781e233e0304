import { describe, expect, it } from '@jest/globals';
import { check } from '#dsl';
import { effectivePlan, type LocalDate } from '#engine';
import { countryDirectory } from '#testing';
import { checkBreadth, MOST_ASSIGNMENTS } from './breadth.js';

const directory = countryDirectory('2022-06-30' as LocalDate);
const head = `kế hoạch "1/KH" ban hành ngày 30/6/2022 của [${directory.units.get('vn' as never)?.name}]
  tên: "Rộng"
nhóm [UBND cấp xã] gồm mọi ủy ban nhân dân cấp xã
`;
const tasks = (count: number): string =>
  Array.from(
    { length: count },
    (_, no) => `nhiệm vụ ${no + 1} "Việc ${no + 1}"\n  chủ trì: mỗi [UBND cấp xã]\n  hạn: thường xuyên\n`,
  ).join('');
const planOf = (count: number) => {
  const { rules } = check(head + tasks(count), { directory });
  if (!rules) throw new Error('does not check');
  return effectivePlan(rules, 'hash', null);
};

describe('The breadth of a plan', () => {
  it('may be that of a real plan over the whole country', () => {
    expect(() => checkBreadth(planOf(39), directory)).not.toThrow();
  });

  it('is refused past the limit, with both figures', () => {
    const args = { plan: '1/KH', count: String(95 * 10_599), limit: String(MOST_ASSIGNMENTS) };
    expect(() => checkBreadth(planOf(95), directory)).toThrow(
      expect.objectContaining({ rejection: { code: 'plan.too-wide', args } }),
    );
  });
});
