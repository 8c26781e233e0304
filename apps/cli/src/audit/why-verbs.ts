import { JSON_OUTPUT as json, SERVER as server } from '../common-options.js';
import type { Verb, VerbOption } from '../verb.js';

const folder: VerbOption = {
  type: 'string',
  value: 'DIR',
  text: {
    vi: 'Mô phỏng một thư mục kịch bản thay vì hỏi máy chủ.',
    en: 'Live through the scenario of a folder instead of asking a server.',
  },
};
const at: VerbOption = {
  type: 'string',
  value: 'WHEN',
  text: {
    vi: 'Xét tại ngày (hết ngày) hoặc thời điểm ISO 8601; mặc định bây giờ, hoặc cuối kịch bản.',
    en: 'As of a day (its end) or an ISO 8601 instant; now by default, or the end of the scenario.',
  },
};
const step: VerbOption = {
  type: 'string',
  value: 'STEP',
  text: { vi: 'Bậc xử lý hoặc hệ quả, ví dụ after-5wd.', en: 'A step of the ladder or a consequence, such as after-5wd.' },
};
const generation: VerbOption = {
  type: 'string',
  value: 'N',
  text: {
    vi: 'Lần của hạn; mặc định lần đang chạy.',
    en: 'Generation of the deadline; the running one by default.',
  },
};
const flag = (vi: string, en: string): VerbOption => ({ type: 'boolean', text: { vi, en } });

/** Why things are as they are, or are not. Exit code 1: what was asked about is not so. */
export const WHY_VERBS: readonly Verb[] = [
  {
    name: 'audit why',
    usage: 'audit why PLAN UNIT [ITEM|REPORT|"duty N"] [--due|--state|--existence|--report|--late|--rate|--step STEP]',
    text: {
      vi: 'Vì sao: việc, hạn, trạng thái, báo cáo, tỷ lệ, bậc xử lý; mỗi câu có chứng cứ. Mã 1: thực ra không phải vậy.',
      en: 'Why: an item, a date, a state, a report, a rate, a step; each sentence with its evidence. Exit code 1: it is not so.',
    },
    options: {
      due: flag('Chỉ hỏi hạn.', 'Only the due date.'),
      state: flag('Chỉ hỏi trạng thái.', 'Only the state.'),
      existence: flag('Chỉ hỏi vì sao có.', 'Only why it is owed.'),
      report: flag('Chỉ hỏi nội dung và đường gửi của báo cáo.', 'Only what a report covers and where it goes.'),
      late: flag('Vì sao chậm.', 'Why it is late.'),
      rate: flag('Tỷ lệ báo cáo của đơn vị và mọi cấp dưới.', 'Rates of the reports of the unit and all below it.'),
      step,
      generation,
      period: {
        type: 'string',
        value: 'LABEL',
        text: { vi: 'Chỉ tính một kỳ, ví dụ 2022-9M.', en: 'Rates of one period only, such as 2022-9M.' },
      },
      at,
      folder,
      server,
      json,
    },
    words: [2, 3],
    load: async () => (await import('./why.js')).runWhy,
  },
  {
    name: 'audit why-not',
    usage: 'audit why-not PLAN UNIT ITEM|REPORT|"duty N" [--late|--to UNIT|--step STEP]',
    text: {
      vi: 'Vì sao không: không được giao, không chậm, không gửi đến, không bị xử lý; nêu điều kiện đầu tiên không thỏa. Mã 1: thực ra có.',
      en: 'Why not: not owed, not late, not reported to, not escalated; names the first condition that fails. Exit code 1: it is so after all.',
    },
    options: {
      late: flag('Vì sao không chậm.', 'Why it is not late.'),
      to: {
        type: 'string',
        value: 'UNIT',
        text: { vi: 'Vì sao không báo cáo đến đơn vị này.', en: 'Why it is not reported to this unit.' },
      },
      step,
      generation,
      at,
      folder,
      server,
      json,
    },
    words: [3, 3],
    load: async () => (await import('./why.js')).runWhyNot,
  },
];
