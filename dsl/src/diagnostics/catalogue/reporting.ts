import { entry } from './entry.js';

/** KH5xxx: reports and escalation. */
export const REPORTING = {
  KH5001: entry('error', ['Chế độ báo cáo thiếu “{clause}”.', 'The reporting regime lacks “{clause}”.']),
  KH5002: entry(
    'warning',
    [
      'Báo cáo của {inputs} đến hạn {inputDay}, không sớm hơn báo cáo tổng hợp ({day}).',
      'The reports of {inputs} are due on {inputDay}, no earlier than the report that sums them up ({day}).',
    ],
    ['Cho báo cáo đầu vào hạn sớm hơn, như 5 ngày làm việc.', 'Give the inputs an earlier date, such as 5 working days.'],
  ),
  KH5003: entry(
    'error',
    ['Không có kỳ báo cáo “{found}”.', 'There is no reporting period “{found}”.'],
    [
      'Các kỳ: quý I đến quý IV; 6 tháng; 9 tháng; năm; hằng tháng; hằng tuần; hằng ngày; sơ kết; tổng kết; khi có yêu cầu.',
      'Periods: quarter I to IV; 6 months; 9 months; year; monthly; weekly; daily; midterm report; final report; on request.',
    ],
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
    '{tasks} không có ngày đến hạn (thường xuyên, theo quy định) nằm ngoài các bậc xử lý này.',
    'These steps do not reach {tasks} without a due date (ongoing, as regulated).',
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
  KH5009: entry(
    'warning',
    ['Nghĩa vụ báo cáo không có kỳ, không có ngày: “{found}”.', 'A duty to report with neither period nor date: “{found}”.'],
    ['Viết một ngày, hoặc “hằng quý”, hoặc lập chế độ báo cáo.', 'Write a date, or “quarterly”, or set up a reporting regime.'],
  ),
  KH5010: entry(
    'error',
    [
      'Báo cáo tổng hợp đến hạn {day}, trước khi có báo cáo của {inputs} ({inputDay}).',
      'The report that sums up is due on {day}, before those of {inputs} ({inputDay}).',
    ],
    ['Cho báo cáo đầu vào hạn sớm hơn báo cáo tổng hợp.', 'Give the inputs an earlier date than the report that sums them up.'],
  ),
  KH5011: entry(
    'warning',
    [
      'Kỳ số liệu chồng nhau: ngày {until} vừa kết thúc kỳ này vừa thuộc kỳ sau (từ ngày {from}).',
      'The data windows overlap: day {until} ends one period, and the next begins on day {from}.',
    ],
    [
      'Kỳ sau bắt đầu ngay sau ngày kết thúc kỳ trước, như 15 và 14.',
      'Begin the day after the last period ends, such as 15 and 14.',
    ],
  ),
  KH5012: entry('warning', [
    'Kỳ số liệu bị hở: kết thúc ngày {until}, kỳ sau lại bắt đầu ngày {from}.',
    'The data windows leave a gap: one ends on day {until}, the next begins on day {from}.',
  ]),
  KH5013: entry(
    'error',
    ['Hạn này chỉ dùng cho báo cáo {needs}.', 'This due date is for {needs} reports only.'],
    [
      'Đổi “kỳ”, hoặc viết “trước ngày N của tháng cuối kỳ báo cáo”.',
      'Change the periods, or write “before N of the last month of the reporting period”.',
    ],
  ),
} as const;
