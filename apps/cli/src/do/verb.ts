import { JSON_OUTPUT } from '../common-options.js';
import type { Verb, VerbOption } from '../verb.js';
import { DEEDS, isOfOthers, type Deed, type Field } from './deeds.js';

const option = (value: string, vi: string, en: string): VerbOption => ({ type: 'string', value, text: { vi, en } });
const date = (vi: string, en: string): VerbOption => option('YYYY-MM-DD', vi, en);

/** Options that go into the body, by the names that scenarios use. */
const FIELDS: Readonly<Record<Field, VerbOption>> = {
  note: option('TEXT', 'Ghi chú cho người nghiệm thu.', 'A note for whoever accepts it.'),
  reason: option('TEXT', 'Lý do.', 'Why.'),
  content: option('TEXT', 'Nội dung báo cáo.', 'The report itself.'),
  to: date('Hạn mới.', 'The new last allowed day.'),
  due: date('Hạn được ấn định.', 'The last allowed day.'),
  from: date('Ngày đầu tạm dừng.', 'First day of the suspension.'),
  until: date('Ngày cuối tạm dừng; bỏ trống: đến khi có văn bản mới.', 'Its last day; absent: until further notice.'),
  on: date('Ngày chạy tiếp, hoặc ngày sự việc xảy ra.', 'Day on which the clock runs again, or the event happened.'),
  event: option('TEXT', 'Sự việc, như kế hoạch ghi.', 'The event, as the plan names it.'),
  how: option('repealed|withdrawn', 'Bãi bỏ hay thu hồi.', 'Repealed or withdrawn.'),
  units: option('U,U…', 'Chỉ các đơn vị này.', 'Only for these units.'),
  changes: option(
    'CHANGES',
    'Các thay đổi: "extend 4.6 2022-10-15; suspend 4.1 2022-08-01 2022-08-15; withdraw 5.2".',
    'The changes: "extend 4.6 2022-10-15; suspend 4.1 2022-08-01 2022-08-15; withdraw 5.2".',
  ),
  title: option('TEXT', 'Báo cáo về việc gì.', 'What the report is about.'),
  time: option('HH:MM', 'Giờ của ngày hết hạn; mặc định hết ngày.', 'Clock time of the last day; by default its end.'),
  kind: option('KIND', 'Loại đơn vị: peoples-committee…', 'Kind of the units: peoples-committee …'),
  tier: option('TIER', 'Cấp: province, district, commune…', 'Tier of the units: province, district, commune …'),
  within: option('UNIT', 'Chỉ các đơn vị thuộc đơn vị này.', 'Only units at or below this one.'),
  condition: option('TEXT', 'Trường hợp, như kế hoạch ghi.', 'The case, as the plan words it.'),
  document: option(
    '"NUMBER, DATE, ISSUER"',
    'Văn bản làm căn cứ: số, ngày, mã cơ quan ban hành.',
    'The document that orders it: number, date, id of the issuer.',
  ),
};

const flags = ({ subject, route, needs, may }: Deed): string => {
  const address = { 'unit plan': ['unit'], item: ['unit', 'item'], report: ['unit', 'report'], plan: [] }[subject];
  const actor = isOfOthers(route) ? ['actor'] : [];
  const needed = ['plan', ...address, ...actor, ...needs].map((name) => `--${name}`);
  return [...needed, ...may.map((name) => `[--${name}]`)].join(' ');
};

/** `thac do DEED …`. */
export const DO_VERB: Verb = {
  name: 'do',
  usage: 'do DEED --plan P …',
  text: {
    vi: 'Thực hiện một việc trên máy chủ đang chạy: nhận, nộp, trả lại, gia hạn…',
    en: 'Do something on a running server: receive, submit, return, extend …',
  },
  choices: Object.entries(DEEDS).map(([name, deed]) => {
    const [vi, en] = [deed.text.vi, deed.text.en].map((text) => `${text} ${flags(deed)}`);
    return [name, { vi: vi ?? '', en: en ?? '' }];
  }),
  options: {
    url: option('URL', 'Máy chủ; mặc định http://localhost:3000.', 'The server; http://localhost:3000 by default.'),
    plan: option('PLAN', 'Mã kế hoạch (thac plan list).', 'Key of the plan (thac plan list).'),
    unit: option('UNIT', 'Mã đơn vị.', 'Id of the unit.'),
    item: option('ITEM', 'Số của việc.', 'Number of the item.'),
    report: option('REPORT', 'Số của báo cáo.', 'Number of the report.'),
    actor: option(
      'UNIT',
      'Đơn vị thực hiện; mặc định cơ quan ban hành văn bản, rồi đơn vị của việc.',
      'The unit that acts; by default the issuer of the document, else the unit.',
    ),
    ...FIELDS,
    key: option(
      'KEY',
      'Khóa chống lặp; dùng lại khóa cũ để gửi lại mà không làm hai lần.',
      'Key of the act; use it again to repeat a request without a second effect.',
    ),
    json: JSON_OUTPUT,
  },
  words: [1, 1],
  load: async () => (await import('./do.js')).runDo,
};
