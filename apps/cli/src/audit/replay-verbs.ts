import { DATA as data, JSON_OUTPUT as json } from '../common-options.js';
import type { Verb, VerbOption } from '../verb.js';

const text = (value: string, vi: string, en: string): VerbOption => ({ type: 'string', value, text: { vi, en } });
const flag = (vi: string, en: string): VerbOption => ({ type: 'boolean', text: { vi, en } });

/** Which log is looked into: the database unless one of them is given. */
const source = {
  server: text('URL', 'Hỏi một máy chủ, theo quyền của người đã đăng nhập.', 'Ask a server, by the rights of who signed in.'),
  folder: text('DIR', 'Mô phỏng một thư mục kịch bản.', 'Live through the scenario of a folder.'),
  export: text('FILE', 'Đọc một bản xuất của audit export.', 'Read a file of audit export.'),
  tenant: text('TENANT', 'Nhật ký của tenant nào, khi có nhiều.', 'Whose log, where there are several.'),
  data,
  json,
} as const;

const recorded = flag(
  'Theo thời điểm ghi: hệ thống biết gì lúc đó. Mặc định theo thời điểm có hiệu lực.',
  'By time of recording: what the system knew then. By time of effect unless told.',
);

/** Earlier states, changes, recomputation, and other courses of things. */
export const REPLAY_VERBS: readonly Verb[] = [
  {
    name: 'audit as-of',
    usage: 'audit as-of PLAN --at WHEN [--unit U [--item N | --report R] | --view VIEW]',
    text: {
      vi: 'Một kế hoạch, đơn vị, việc, báo cáo hay số liệu như tại một thời điểm, tính từ nhật ký.',
      en: 'A plan, a unit, an item, a report or figures as of a moment, worked out from the log.',
    },
    options: {
      at: text('WHEN', 'Ngày (hết ngày) hoặc thời điểm; bắt buộc.', 'A day (its end) or an instant; required.'),
      recorded,
      unit: text('UNIT', 'Mã đơn vị.', 'Id of a unit.'),
      item: text('ITEM', 'Số việc của đơn vị.', 'Number of an item of the unit.'),
      report: text('REPORT', 'Mã báo cáo của đơn vị.', 'Number of a report of the unit.'),
      view: text(
        'VIEW',
        'plan, cascade (mặc định), progress, late, rates hoặc trend.',
        'plan, cascade (by default), progress, late, rates or trend.',
      ),
      ...source,
    },
    words: [1, 1],
    load: async () => (await import('./as-of.js')).runAsOf,
  },
  {
    name: 'audit changes',
    usage: 'audit changes --from WHEN --to WHEN [--plan P] [--unit U] [--kind K]',
    text: {
      vi: 'Những gì đã thay đổi giữa hai thời điểm, theo thứ tự ghi; với --json: mỗi dòng một đối tượng.',
      en: 'What changed between two moments, in the order of recording; with --json one object a line.',
    },
    options: {
      from: text('WHEN', 'Sau thời điểm này.', 'After this moment.'),
      to: text('WHEN', 'Đến thời điểm này.', 'Up to this moment.'),
      recorded,
      plan: text('PLAN', 'Chỉ một kế hoạch gốc.', 'Only of one top plan.'),
      unit: text('UNIT', 'Chỉ một đơn vị.', 'Only of one unit.'),
      kind: text('KIND', 'Chỉ một loại, ví dụ escalation.', 'Only of one sort, such as escalation.'),
      ...source,
    },
    words: [0, 0],
    load: async () => (await import('./changes.js')).runChanges,
  },
  {
    name: 'audit recompute',
    usage: 'audit recompute [PLAN] [--threads N]',
    text: {
      vi: 'Tính lại mọi sự kiện do hệ thống gây ra từ những gì có trước, báo khác biệt đầu tiên và nguyên nhân. Mã 1: có khác biệt.',
      en: 'Recompute every event that the engine caused from what came before; the first difference and its cause. Exit code 1: something differs.',
    },
    options: {
      threads: text('N', 'Số luồng; mặc định theo số lõi.', 'How many threads; as many as there are cores by default.'),
      ...source,
    },
    words: [0, 1],
    load: async () => (await import('./recompute.js')).runRecompute,
  },
  {
    name: 'audit what-if',
    usage: 'audit what-if PLAN [--rules FILE] [--calendar FILE] [--organisation FILE] [--at WHEN]',
    text: {
      vi: 'Lẽ ra thế nào nếu quy tắc, lịch hay tổ chức khác: ai chậm, hạn nào, bậc nào. Không ghi gì. Mã 1: không tính được.',
      en: 'What would have been under other rules, another calendar or organisation: who late, what due, which steps. Records nothing. Exit code 1: it cannot be told.',
    },
    options: {
      rules: text('FILE', 'Văn bản quy tắc khác của cùng kế hoạch.', 'Another text of the same plan.'),
      calendar: text('FILE', 'Lịch làm việc khác.', 'Another calendar.'),
      organisation: text('FILE', 'Cơ cấu khác, hoặc các thay đổi.', 'Another organisation, or changes of it.'),
      at: text('WHEN', 'Rẽ nhánh từ lúc này; mặc định trước khi ban hành.', 'Fork here; before the issue by default.'),
      until: text('WHEN', 'So sánh đến lúc này.', 'Compare up to here.'),
      limit: text('N', 'Số sự kiện nhiều nhất; mặc định 1000000.', 'Most events; 1000000 by default.'),
      ...source,
    },
    words: [1, 1],
    load: async () => (await import('./what-if.js')).runWhatIf,
  },
];
