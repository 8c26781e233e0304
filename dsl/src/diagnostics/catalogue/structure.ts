import { entry } from './entry.js';

/** KH2xxx: parts of the document. */
export const STRUCTURE = {
  KH2001: entry(
    'error',
    ['Văn bản không có kế hoạch nào.', 'The text holds no plan.'],
    ['Bắt đầu bằng: kế hoạch "số" ban hành ngày … của [cơ quan].', 'Begin with: plan "number" issued on … of [agency].'],
  ),
  KH2002: entry(
    'error',
    ['Mỗi tệp chỉ có một kế hoạch; đây là kế hoạch thứ hai.', 'A file holds one plan; this is a second one.'],
    ['Chuyển phần này sang tệp khác.', 'Move this part to a file of its own.'],
  ),
  KH2003: entry(
    'error',
    ['“{clause}” đã có ở dòng {line}.', '“{clause}” is already given on line {line}.'],
    ['Gộp lại thành một.', 'Make one of the two.'],
  ),
  KH2004: entry(
    'error',
    ['Nhiệm vụ {no} đã có ở dòng {line}.', 'Task {no} is already given on line {line}.'],
    ['Mỗi nhiệm vụ có một số riêng trong kế hoạch.', 'Each task has a number of its own within the plan.'],
  ),
  KH2005: entry(
    'error',
    ['Nhiệm vụ {no} chưa có cơ quan chủ trì.', 'Task {no} has no lead.'],
    ['Thêm dòng “chủ trì: [cơ quan]”.', 'Add a line “lead: [agency]”.'],
  ),
  KH2006: entry(
    'error',
    ['Nhiệm vụ {no} chưa có thời hạn.', 'Task {no} has no deadline.'],
    [
      'Thêm “hạn: …”; việc không có ngày thì ghi “thường xuyên” hoặc “theo quy định”.',
      'Add “due: …”; where there is no date write “ongoing” or “as regulated”.',
    ],
  ),
  KH2007: entry(
    'error',
    ['Kế hoạch chưa có tên.', 'The plan has no title.'],
    ['Thêm dòng “tên: "…"”.', 'Add a line “title: "…"”.'],
  ),
  KH2008: entry(
    'error',
    ['Nhiệm vụ {no} chưa có tên.', 'Task {no} has no title.'],
    ['Viết tên trong dấu nháy sau số.', 'Write it in quotes after the number.'],
  ),
  KH2009: entry('error', ['Không có nhiệm vụ {no} trong kế hoạch này.', 'This plan has no task {no}.']),
  KH2010: entry('error', ['Nội dung {no} đã có ở dòng {line}.', 'Section {no} is already given on line {line}.']),
  KH2011: entry(
    'error',
    ['“{clause}” không thuộc về phần này.', '“{clause}” does not belong to this part.'],
    [
      'Chuyển dòng này xuống dưới đúng kế hoạch, nhiệm vụ hoặc chế độ của nó.',
      'Move the line below the plan, task or regime it belongs to.',
    ],
  ),
  KH2012: entry(
    'error',
    ['“{clause}” chỉ dùng khi kế hoạch thực hiện một kế hoạch cấp trên.', '“{clause}” needs a parent plan.'],
    ['Thêm dòng “thực hiện kế hoạch "số" ngày … của [cơ quan]”.', 'Add a line “implements plan "number" dated … of [agency]”.'],
  ),
  KH2013: entry('error', ['{what} không để trống.', '{what} must not be empty.']),
  KH2014: entry(
    'error',
    ['Số kế hoạch còn để trống: “{number}”.', 'The number of the plan is still blank: “{number}”.'],
    ['Điền số do văn thư cấp, như "239/KH-UBND".', 'Fill in the number that the registry gives, such as "239/KH-UBND".'],
  ),
  KH2015: entry('info', ['Chỉ tiêu {no} không có nhiệm vụ nào phục vụ.', 'No task serves target {no}.']),
  KH2016: entry('info', ['Nhiệm vụ {no} không phục vụ chỉ tiêu nào.', 'Task {no} serves no target.']),
  KH2017: entry('error', ['Không có chỉ tiêu {no} trong kế hoạch này.', 'This plan has no target {no}.']),
  KH2018: entry('error', ['Chỉ tiêu {no} đã có ở dòng {line}.', 'Target {no} is already given on line {line}.']),
  KH2019: entry(
    'error',
    ['Chỉ tiêu {no} chưa có mức phải đạt.', 'Target {no} has no level to reach.'],
    ['Thêm dòng “mức: tối thiểu 80 %”.', 'Add a line “level: at least 80 %”.'],
  ),
  KH2020: entry(
    'error',
    ['“{clause}” chỉ dùng trong văn bản sửa đổi một kế hoạch.', '“{clause}” belongs to a document that amends a plan.'],
    ['Thêm dòng “sửa đổi kế hoạch "số" ngày … của [cơ quan]”.', 'Add a line “amends plan "number" dated … of [agency]”.'],
  ),
} as const;
