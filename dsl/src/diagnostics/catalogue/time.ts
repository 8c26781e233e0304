import { entry } from './entry.js';

/** KH4xxx: when. */
export const TIME = {
  KH4001: entry(
    'error',
    ['Không có ngày {date}.', 'There is no such date as {date}.'],
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
} as const;
