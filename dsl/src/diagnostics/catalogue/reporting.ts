import { entry } from './entry.js';

/** KH5xxx: reports and escalation. */
export const REPORTING = {
  KH5001: entry('error', ['Chế độ báo cáo thiếu “{clause}”.', 'The reporting regime lacks “{clause}”.']),
  KH5002: entry(
    'warning',
    [
      'Báo cáo của {inputs} đến hạn ngày {inputDay} của tháng, không sớm hơn báo cáo tổng hợp (ngày {day}).',
      'The reports of {inputs} are due on day {inputDay} of the month, no earlier than the report that sums them up (day {day}).',
    ],
    ['Cho báo cáo đầu vào hạn sớm hơn, như 5 ngày làm việc.', 'Give the inputs an earlier date, such as 5 working days.'],
  ),
  KH5003: entry(
    'error',
    ['Không có kỳ báo cáo “{found}”.', 'There is no reporting period “{found}”.'],
    ['Các kỳ: quý I; 6 tháng; 9 tháng (hoặc quý III); năm.', 'Periods: quarter I; 6 months; 9 months (or quarter III); year.'],
  ),
  KH5004: entry(
    'error',
    ['Bậc xử lý này đã có ở dòng {line}.', 'This step is already given on line {line}.'],
    ['Nối các việc bằng “và”.', 'Join the actions with “and”.'],
  ),
  KH5005: entry(
    'error',
    ['Kế hoạch chưa có đầu mối để {action}.', 'The plan has no focal point to {action}.'],
    ['Thêm “đầu mối: [cơ quan]” vào kế hoạch.', 'Add “focal point: [agency]” to the plan.'],
  ),
  KH5006: entry('info', [
    '{count} nhiệm vụ không có ngày đến hạn (thường xuyên, theo quy định) nằm ngoài các bậc xử lý này.',
    '{count} tasks without a due date (ongoing, as regulated) are outside these steps.',
  ]),
  KH5007: entry(
    'error',
    ['Không {action} “{target}” được.', 'It is not possible to {action} “{target}”.'],
    ['Dùng: chủ trì, đầu mối, cấp trên trực tiếp, hoặc [cơ quan].', 'Use: lead, focal point, direct superior, or [agency].'],
  ),
  KH5008: entry('error', [
    'Bậc xử lý tính theo ngày hoặc ngày làm việc, không theo tháng.',
    'Steps count days or working days, not months.',
  ]),
} as const;
