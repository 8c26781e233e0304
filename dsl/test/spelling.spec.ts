import { describe, expect, it } from '@jest/globals';
import { format, translate } from '../src/index.js';
import { planWith, taskWith } from './texts.js';

/** As it is typed, as it is written in Vietnamese, as it is written in English. */
type Reading = readonly [typed: string, vi: string, en: string];

const LIMITS: readonly Reading[] = [
  ['trước 16h00 ngày 15/7/2022', 'trước 16h00 ngày 15/7/2022', 'before 16h00 on 15/7/2022'],
  ['trước 12h00 thứ năm hằng tuần', 'trước 12h00 thứ Năm hằng tuần', 'before 12h00 Thursday weekly'],
  ['trước ngày thứ sáu hằng tuần', 'trước thứ Sáu hằng tuần', 'before Friday weekly'],
  ['trước quý III/2022', 'trước quý III/2022', 'before quarter III/2022'],
  ['before 25 monthly', 'trước ngày 25 hằng tháng', 'before day 25 monthly'],
  [
    'chậm nhất 05 ngày làm việc kể từ ngày ban hành',
    'chậm nhất 05 ngày làm việc kể từ ngày ban hành',
    'no later than 05 working days from issue',
  ],
  ['chậm nhất 1 ngày trước khi "họp"', 'chậm nhất 1 ngày trước khi "họp"', 'no later than 1 day ahead of "họp"'],
  ['chậm nhất là ngày tháng 12/2022', 'chậm nhất tháng 12/2022', 'no later than month 12/2022'],
  ['chậm nhất 17/12/2022', 'chậm nhất ngày 17/12/2022', 'no later than 17/12/2022'],
  [
    'chậm nhất là trước ngày 16h00 ngày 15/7/2022',
    'chậm nhất trước 16h00 ngày 15/7/2022',
    'no later than before 16h00 on 15/7/2022',
  ],
];
const STRETCHES: readonly Reading[] = [
  ['từ 15/11/2022 đến 15/12/2022', 'từ ngày 15/11/2022 đến ngày 15/12/2022', 'from 15/11/2022 to 15/12/2022'],
  ['từ tháng 3 đến hết tháng 11 hằng năm', 'từ tháng 3 đến tháng 11 hằng năm', 'from month 3 to month 11 yearly'],
  ['từ nay đến năm 2022', 'từ nay đến hết năm 2022', 'from now to year 2022'],
  ['đến năm 2025', 'đến hết năm 2025', 'up to year 2025'],
  ['đến ngày 30/9/2022', 'đến hết ngày 30/9/2022', 'up to 30/9/2022'],
];
const EVENTS: readonly Reading[] = [
  ['định kỳ hằng năm sau khi "có kế hoạch"', 'định kỳ hằng năm khi "có kế hoạch"', 'recurring yearly when "có kế hoạch"'],
  ['khi "có quy chế"', 'sau khi "có quy chế"', 'after "có quy chế"'],
  ['thường xuyên khi có yêu cầu', 'thường xuyên theo yêu cầu', 'ongoing on request'],
  ['theo lộ trình "Kế hoạch năm"', 'theo kế hoạch "Kế hoạch năm"', 'as scheduled in "Kế hoạch năm"'],
  [
    'trong ngày làm việc tiếp theo kể từ ngày nhận',
    'trong ngày làm việc tiếp theo kể từ ngày nhận',
    'within the next working day from receipt',
  ],
];
const LEVELS: readonly Reading[] = [
  ['phấn đấu tăng 3%', 'phấn đấu tăng 3%', 'strive for an increase of 3%'],
  ['bảo đảm đạt 60%', 'bảo đảm đạt 60%', 'ensure reaching 60%'],
  ['giảm ít nhất 1 bậc', 'giảm tối thiểu 1 bậc', 'decrease of at least 1 rank'],
  ['tăng hằng năm', 'tăng hằng năm', 'increase yearly'],
  ['tăng 10 đến 13%', 'tăng 10 đến 13%', 'increase of 10 to 13%'],
];
const STEPS: readonly Reading[] = [
  [
    'quá hạn 1 ngày thì nhắc chủ trì và thông báo đầu mối',
    'quá hạn 1 ngày thì nhắc chủ trì và thông báo đầu mối',
    'overdue 1 day then remind the lead and notify the focal point',
  ],
  [
    'quá hạn 2 ngày thì thông báo cấp trên trực tiếp',
    'quá hạn 2 ngày thì thông báo cấp trên trực tiếp',
    'overdue 2 days then notify the direct superior',
  ],
  [
    'quá hạn 3 ngày thì yêu cầu giải trình chủ trì',
    'quá hạn 3 ngày thì yêu cầu giải trình từ chủ trì',
    'overdue 3 days then demand an explanation from the lead',
  ],
];
const LINES: readonly Reading[] = [
  ['kỳ: tuần; tháng; 6 tháng', 'kỳ: tuần; tháng; 6 tháng', 'periods: week; month; 6 months'],
  ['kỳ: quý II cùng 6 tháng', 'kỳ: quý II cùng với 6 tháng', 'periods: quarter II together with 6 months'],
  [
    'số liệu: từ 15 của tháng trước kỳ báo cáo đến 14 của tháng cuối kỳ báo cáo',
    'số liệu: từ ngày 15 của tháng trước kỳ báo cáo đến ngày 14 của tháng cuối kỳ báo cáo',
    'data: from day 15 of the month before the reporting period to day 14 of the last month of the reporting period',
  ],
  [
    'mỗi [Xã] gửi cấp trên trực tiếp đồng gửi [Sở Nội vụ]',
    'mỗi [Xã] gửi cấp trên trực tiếp đồng gửi [Sở Nội vụ]',
    'each [Xã] sends to the direct superior with a copy to [Sở Nội vụ]',
  ],
];
const DUTIES: readonly Reading[] = [
  ['yêu cầu mỗi [Xã] ban hành kế hoạch', 'ban hành kế hoạch', 'to issue its own plan'],
  ['yêu cầu mỗi [Xã]; mỗi [Sở] ban hành kế hoạch', 'ban hành kế hoạch', 'to issue their own plans'],
];

/** Line by line, as it is written. */
const linesOf = (text: string): readonly string[] => text.split('\n').map((line) => line.trim());

function expectReads(text: string, [, vi, en]: Reading): void {
  const vietnamese = format(text, 'vi');
  const english = format(text, 'en');
  expect([vietnamese.refused, english.refused, vietnamese.skipped, english.skipped]).toEqual([false, false, [], []]);
  expect(linesOf(vietnamese.text)).toContain(vi);
  expect(linesOf(english.text)).toContain(en);
  expect(translate(translate(vietnamese.text, 'en').text, 'vi').text).toBe(vietnamese.text);
  expect(translate(translate(english.text, 'vi').text, 'en').text).toBe(english.text);
}

describe('The spelling of a word', () => {
  it.each([...LIMITS, ...STRETCHES, ...EVENTS])('of a deadline hangs on what follows and what is before: %s', (...reading) => {
    const [typed, vi, en] = reading;
    expectReads(taskWith(`chủ trì: [Sở Nội vụ]\nhạn: ${typed}`), [typed, `hạn: ${vi}`, `due: ${en}`]);
  });

  it.each(LEVELS)('of a target reads as a figure is said: %s', (...reading) => {
    const [typed, vi, en] = reading;
    expectReads(planWith(`chỉ tiêu 1 "A"\nmức: ${typed}`), [typed, `mức: ${vi}`, `level: ${en}`]);
  });

  it.each(STEPS)('of a step names whom it is for: %s', (...reading) =>
    expectReads(planWith(`xử lý quá hạn\n${reading[0]}`), reading),
  );

  it.each(LINES)('of a regime: %s', (...reading) => expectReads(planWith(`chế độ báo cáo "A"\n${reading[0]}`), reading));

  it.each(DUTIES)('of a duty counts who has it: %s', (...reading) => expectReads(planWith(reading[0]), reading));

  it('of a stretch that a change ends on', () => {
    const lines = 'sửa đổi kế hoạch "7/KH" ngày 03/01/2022 của [UBND tỉnh Mẫu]\ntạm dừng nhiệm vụ 1.3 từ 01/8/2022 đến 15/8/2022';
    const text = planWith('').replace('  đầu mối', `  ${lines}\n  đầu mối`);
    expectReads(text, [
      '',
      'tạm dừng nhiệm vụ 1.3 từ ngày 01/8/2022 đến ngày 15/8/2022',
      'suspend task 1.3 from 01/8/2022 to 15/8/2022',
    ]);
  });
});
