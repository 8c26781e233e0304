import { entry } from './entry.js';

/** KH4xxx: when. */
export const TIME = {
  KH4001: entry(
    'error',
    ['Không có ngày {date}.{why}', 'There is no such date as {date}.{why}'],
    ['Viết ngày/tháng/năm, như 30/6/2022.', 'Write day/month/year, such as 30/6/2022.'],
  ),
  KH4002: entry(
    'error',
    [
      'Thời hạn đã qua khi ban hành: ngày cuối là {last}, kế hoạch ban hành ngày {issued}.',
      'The deadline had passed at issue: its last day is {last}, the plan is of {issued}.',
    ],
    ['“trước ngày” không tính chính ngày đó.', '“before” excludes the day it names.'],
  ),
  KH4003: entry('info', [
    'Ngày cuối của thời hạn, {last}, là ngày nghỉ; ngày làm việc cuối là {workday}.',
    'The last day, {last}, is a day off; the last working day is {workday}.',
  ]),
  KH4004: entry('error', ['Thời hạn quay vòng: {cycle}.', 'The deadlines go round in a circle: {cycle}.']),
  KH4005: entry(
    'warning',
    [
      'Thời hạn {last} nằm sau ngày cuối của kế hoạch, {horizon}.',
      'The deadline {last} lies after the last day of the plan, {horizon}.',
    ],
    ['Thêm “đến hết ngày …” nếu kế hoạch kéo dài hơn.', 'Add “runs to …” where the plan goes on longer.'],
  ),
  KH4006: entry('error', [
    'Kế hoạch kết thúc ngày {horizon}, trước ngày ban hành {issued}.',
    'The plan ends on {horizon}, before its issue on {issued}.',
  ]),
  KH4007: entry(
    'error',
    ['Chưa tính được thời hạn này: {why}.', 'This deadline cannot be computed: {why}.'],
    ['Viết một ngày cụ thể.', 'Write a date.'],
  ),
  KH4008: entry('error', [
    '{what} phải từ {least} đến {most}, không phải {found}.',
    '{what} must be {least} to {most}, not {found}.',
  ]),
  KH4009: entry(
    'error',
    ['Không hiểu thời hạn “{found}”.', 'The deadline “{found}” is not understood.'],
    [
      'Viết “trước ngày …”, “chậm nhất ngày …”, “trong quý …”, “trong N ngày làm việc kể từ …”, “định kỳ hằng quý”, “thường xuyên” hoặc “theo quy định”.',
      'Write “before …”, “no later than …”, “within quarter …”, “within N working days from …”, “recurring quarterly”, “ongoing” or “as regulated”.',
    ],
  ),
  KH4010: entry(
    'error',
    ['Kiểu thời hạn này không dùng được ở đây.', 'This form of deadline cannot be used here.'],
    ['{form}', '{form}'],
  ),
  KH4011: entry(
    'warning',
    [
      '“{found}” nói hai điều: “chậm nhất” tính cả ngày đó, “trước ngày” thì không.',
      '“{found}” says two things: “no later than” takes the day in, “before” does not.',
    ],
    ['Được đọc là “trước ngày”; viết một trong hai.', 'It is read as “before”; write one of the two.'],
  ),
  KH4012: entry('info', [
    'Thời hạn rất gấp: từ ngày ban hành {issued} đến hết {last} chỉ còn {days} ngày làm việc.',
    'The deadline is very near: from the issue on {issued} to the end of {last} there are {days} working days.',
  ]),
  KH4013: entry('error', [
    'Khoảng thời gian ngược: từ {from} đến {until}.',
    'The stretch of time runs backward: from {from} to {until}.',
  ]),
  KH4014: entry(
    'error',
    ['Tháng {month} của năm nào?', 'Month {month} of which year?'],
    ['Viết “tháng 12/2025”, hoặc “tháng 12 hằng năm”.', 'Write “month 12/2025”, or “month 12 yearly”.'],
  ),
  KH4015: entry(
    'error',
    ['Không có giờ {time}.', 'There is no such time as {time}.'],
    ['Viết giờ như 16h00, từ 0h00 đến 23h59.', 'Write a time such as 16:00, from 0:00 to 23:59.'],
  ),
  KH4016: entry(
    'warning',
    [
      'Việc kéo dài từ {from} đến {until} mà không có mốc kiểm tra nào ở giữa.',
      'The work runs from {from} to {until} with no checkpoint between.',
    ],
    ['Thêm dòng “mốc kiểm tra: năm 2026; năm 2027”.', 'Add a line “checkpoints: year 2026; year 2027”.'],
  ),
  KH4017: entry(
    'warning',
    [
      '“Định kỳ” nhưng không nói bao lâu một lần: hạn coi như chưa biết.',
      '“Recurring” without saying how often: the deadline counts as unknown.',
    ],
    ['Thêm “hằng tháng”, “hằng quý” hoặc “hằng năm”.', 'Add “monthly”, “quarterly” or “yearly”.'],
  ),
} as const;
