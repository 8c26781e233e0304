import { entry } from './entry.js';

/** KH1xxx: words and signs. */
export const SYNTAX = {
  KH1001: entry(
    'error',
    ['Không có từ khóa “{found}”; có phải “{expected}”?', 'There is no keyword “{found}”; is “{expected}” meant?'],
    ['Từ khóa phải viết đủ dấu.', 'Keywords are written in full, with their marks.'],
  ),
  KH1002: entry(
    'error',
    ['Không hiểu “{found}”.', 'This is not understood: “{found}”.'],
    [
      'Mỗi dòng bắt đầu bằng một từ khóa; tên cơ quan đặt trong [ ], câu chữ đặt trong dấu nháy.',
      'Every line begins with a keyword; names stand in [ ], texts in quotes.',
    ],
  ),
  KH1003: entry('error', ['Gặp “{found}”, ở đây cần {expected}.', 'Found “{found}” where {expected} is needed.']),
  KH1004: entry(
    'error',
    ['Thiếu dấu {closer} ở cuối.', 'The closing {closer} is missing.'],
    ['Tên và câu chữ phải nằm trọn trên một dòng.', 'A name or a text stands on one line.'],
  ),
  KH1005: entry('error', ['Dấu “{found}” không dùng được ở đây.', 'The sign “{found}” has no meaning here.']),
  KH1006: entry('error', [
    'Các cơ quan ngăn cách bằng dấu “;”, không phải “{found}”.',
    'Agencies are parted by “;”, not “{found}”.',
  ]),
  KH1007: entry(
    'error',
    [
      'Văn bản dài {found} ký tự, quá {most} ký tự đọc được.',
      'The text is {found} characters long; no more than {most} are read.',
    ],
    [
      'Mỗi văn bản quy tắc là một kế hoạch: chia thành nhiều tệp, hoặc bỏ phần dán nhầm.',
      'A rules document is one plan: split it into several files, or take out what was pasted by mistake.',
    ],
  ),
} as const;
