import { JSON_OUTPUT as json } from './common-options.js';
import { AUDIT_VERBS } from './audit/verbs.js';
import { REPLAY_VERBS } from './audit/replay-verbs.js';
import { WHY_VERBS } from './audit/why-verbs.js';
import { DELIVERIES_VERBS } from './deliveries-verbs.js';
import { DO_VERB } from './do/verb.js';
import { OPERATE_VERBS, TREND_VERB } from './operate-verbs.js';
import { MIGRATE_VERB } from './migrate/verb.js';
import { USER_VERBS } from './user/verbs.js';
import type { Verb, VerbOption } from './verb.js';

const until: VerbOption = {
  type: 'string',
  value: 'YYYY-MM-DD',
  text: { vi: 'Ngày cuối cùng được tính.', en: 'The last day that is lived through.' },
};
const organisation: VerbOption = {
  type: 'string',
  value: 'FILE',
  text: {
    vi: 'Cơ cấu tổ chức; mặc định organisation.json cạnh văn bản.',
    en: 'The organisation; by default organisation.json beside the text.',
  },
};
const calendar: VerbOption = {
  type: 'string',
  value: 'FILE',
  text: {
    vi: 'Lịch làm việc; mặc định lịch Việt Nam kèm sẵn.',
    en: 'The working calendar; by default the one of Vietnam that comes along.',
  },
};
const server: VerbOption = {
  type: 'string',
  value: 'URL',
  text: { vi: 'Hỏi máy chủ đang chạy thay vì mô phỏng thư mục.', en: 'Ask a running server instead of simulating a folder.' },
};

/** All verbs, in the order of help. */
export const VERBS: readonly Verb[] = [
  {
    name: 'check',
    usage: 'check FILE…',
    text: { vi: 'Kiểm tra văn bản quy tắc.', en: 'Check rules texts.' },
    options: {
      strict: { type: 'boolean', text: { vi: 'Cảnh báo cũng là lỗi.', en: 'Warnings are errors too.' } },
      json,
      organisation,
      calendar,
    },
    words: [1, Number.POSITIVE_INFINITY],
    load: async () => (await import('./check.js')).runCheck,
  },
  {
    name: 'compile',
    usage: 'compile FILE',
    text: {
      vi: 'In quy tắc mà máy thi hành, dạng JSON (theo docs/reference/language/ir.schema.json).',
      en: 'Print the rules that the engine runs, as JSON (by docs/reference/language/ir.schema.json).',
    },
    options: { json: { type: 'boolean', text: { vi: 'JSON trên một dòng.', en: 'JSON on one line.' } }, organisation, calendar },
    words: [1, 1],
    load: async () => (await import('./compile.js')).runCompile,
  },
  {
    name: 'fmt',
    usage: 'fmt FILE…',
    text: { vi: 'Trình bày lại văn bản, không đổi nghĩa.', en: 'Lay texts out, without a change of meaning.' },
    options: {
      check: {
        type: 'boolean',
        text: { vi: 'Chỉ kiểm tra, không ghi tệp.', en: 'Only say which are not laid out; write nothing.' },
      },
    },
    words: [1, Number.POSITIVE_INFINITY],
    load: async () => (await import('./fmt.js')).runFmt,
  },
  {
    name: 'translate',
    usage: 'translate FILE --to vi|en',
    text: { vi: 'Đổi từ khóa sang tiếng Việt hoặc tiếng Anh.', en: 'Write the keywords in Vietnamese or English.' },
    options: {
      to: { type: 'string', value: 'vi|en', text: { vi: 'Ngôn ngữ của từ khóa.', en: 'Language of the keywords.' } },
      write: { type: 'boolean', text: { vi: 'Ghi đè lên tệp.', en: 'Write the file itself.' } },
    },
    words: [1, 1],
    load: async () => (await import('./translate.js')).runTranslate,
  },
  {
    name: 'explain',
    usage: 'explain FILE',
    text: {
      vi: 'Diễn giải văn bản: ai làm gì, ngày nào là hạn cuối.',
      en: 'Say in sentences who does what, and which days are the last.',
    },
    options: { json, organisation, calendar },
    words: [1, 1],
    load: async () => (await import('./explain.js')).runExplain,
  },
  {
    name: 'diff',
    usage: 'diff OLD NEW',
    text: { vi: 'Bản mới thay đổi gì, với những ai.', en: 'What a new version changes, for whom.' },
    options: { json, organisation, calendar },
    words: [2, 2],
    load: async () => (await import('./diff.js')).runDiff,
  },
  {
    name: 'lsp',
    usage: 'lsp',
    text: {
      vi: 'Máy chủ ngôn ngữ cho trình soạn thảo, qua đầu vào và ra chuẩn.',
      en: 'A language server for editors, over standard input and output.',
    },
    options: {
      stdio: {
        type: 'boolean',
        text: { vi: 'Mặc định; có để trình soạn thảo truyền vào.', en: 'The default; editors pass it.' },
      },
      organisation,
      calendar,
    },
    words: [0, 0],
    load: async () => (await import('./lsp.js')).runLsp,
  },
  {
    name: 'deadline',
    usage: 'deadline "PHRASE" --issued D | deadline --batch',
    text: { vi: 'Đọc một cụm thời hạn tiếng Việt như người ta gõ.', en: 'Read a Vietnamese time phrase as people type it.' },
    options: {
      issued: { type: 'string', value: 'YYYY-MM-DD', text: { vi: 'Ngày ban hành.', en: 'The day of issue.' } },
      received: { type: 'string', value: 'YYYY-MM-DD', text: { vi: 'Ngày nhận.', en: 'The day of receipt.' } },
      batch: {
        type: 'boolean',
        text: {
          vi: 'Đọc từng dòng JSON {phrase, issued, received} từ đầu vào chuẩn, in mỗi dòng một kết quả.',
          en: 'Read JSON lines {phrase, issued, received} from standard input, print one reading a line.',
        },
      },
      json,
      calendar,
    },
    words: [0, 1],
    load: async () => (await import('./deadline.js')).runDeadline,
  },
  {
    name: 'simulate',
    usage: 'simulate DIR',
    text: { vi: 'Chạy kịch bản trong thời gian ảo.', en: 'Live through a scenario in virtual time.' },
    options: {
      until,
      json,
      postgres: {
        type: 'boolean',
        text: { vi: 'Chạy trên một cơ sở dữ liệu PostgreSQL tạm.', en: 'In a throw-away PostgreSQL database.' },
      },
    },
    words: [1, 1],
    load: async () => (await import('./simulate.js')).runSimulate,
  },
  {
    name: 'start',
    usage: 'start',
    text: {
      vi: 'Mở cơ sở dữ liệu, nạp ví dụ, chạy máy chủ và đồng hồ.',
      en: 'Open the database, load the example, serve, run the clock.',
    },
    options: {
      port: { type: 'string', value: 'N', text: { vi: 'Cổng; mặc định 3000.', en: 'Port; 3000 by default.' } },
      host: { type: 'string', value: 'H', text: { vi: 'Địa chỉ; mặc định 127.0.0.1.', en: 'Address; 127.0.0.1 by default.' } },
      data: {
        type: 'string',
        value: 'DIR',
        text: { vi: 'Thư mục dữ liệu; mặc định .thac.', en: 'Data folder; .thac by default.' },
      },
      'no-example': { type: 'boolean', text: { vi: 'Không nạp ví dụ.', en: 'Do not load the example.' } },
      reset: {
        type: 'boolean',
        text: {
          vi: 'Xoá cơ sở dữ liệu kèm sẵn trong thư mục dữ liệu rồi bắt đầu lại.',
          en: 'Delete the embedded database of the data folder first.',
        },
      },
    },
    words: [0, 0],
    load: async () => (await import('./start/start.js')).runStart,
  },
  MIGRATE_VERB,
  {
    name: 'plan tree',
    usage: 'plan tree [DIR | --server URL PLAN]',
    text: { vi: 'Vẽ cây giao việc của một kế hoạch.', en: 'Draw the cascade of a plan as a tree.' },
    options: { until, server, json },
    words: [0, 1],
    load: async () => (await import('./plan-tree.js')).runPlanTree,
  },
  {
    name: 'plan list',
    usage: 'plan list [DIR | --server URL]',
    text: { vi: 'Liệt kê các kế hoạch.', en: 'List the plans.' },
    options: { until, server, json },
    words: [0, 1],
    load: async () => (await import('./plan-list.js')).runPlanList,
  },
  ...DELIVERIES_VERBS,
  {
    name: 'plan late',
    usage: 'plan late [PLAN] [--server URL]',
    text: {
      vi: 'Ai đang chậm, từ ngày nào, đã đôn đốc và giải trình ra sao.',
      en: 'Who is late, since when, what was done about it and explained.',
    },
    options: {
      server: {
        type: 'string',
        value: 'URL',
        text: { vi: 'Máy chủ; mặc định http://localhost:3000.', en: 'The server; http://localhost:3000 by default.' },
      },
      'as-of': {
        type: 'string',
        value: 'YYYY-MM-DD',
        text: { vi: 'Tính đến ngày; mặc định hôm nay.', en: 'On that day; today by default.' },
      },
      json,
    },
    words: [0, 1],
    load: async () => (await import('./plan-late.js')).runPlanLate,
  },
  TREND_VERB,
  DO_VERB,
  {
    name: 'organisation apply',
    usage: 'organisation apply FILE --actor UNIT',
    text: {
      vi: 'Thay đổi tổ chức trên máy chủ đang chạy; việc dở dang chuyển cho đơn vị kế thừa.',
      en: 'Change the organisation of a running server; open work goes to successors.',
    },
    options: {
      url: {
        type: 'string',
        value: 'URL',
        text: { vi: 'Máy chủ; mặc định http://localhost:3000.', en: 'The server; http://localhost:3000 by default.' },
      },
      actor: { type: 'string', value: 'UNIT', text: { vi: 'Đơn vị thực hiện.', en: 'The unit that acts.' } },
      key: {
        type: 'string',
        value: 'KEY',
        text: { vi: 'Khóa chống lặp.', en: 'Key of the act; use it again to repeat a request without a second effect.' },
      },
      wait: {
        type: 'string',
        value: 'SECONDS',
        text: { vi: 'Chờ trả lời lâu nhất; mặc định 1800 giây.', en: 'Longest wait for the answer; 1800 seconds by default.' },
      },
      json,
    },
    words: [1, 1],
    load: async () => (await import('./organisation-apply.js')).runOrganisationApply,
  },
  {
    name: 'events',
    usage: 'events [DIR | --server URL]',
    text: { vi: 'In nhật ký sự kiện.', en: 'Print the log.' },
    options: {
      until,
      server,
      json: { type: 'boolean', text: { vi: 'Mỗi dòng một sự kiện JSON.', en: 'One JSON event a line.' } },
      stream: { type: 'string', value: 'S', text: { vi: 'Chỉ luồng có tên chứa S.', en: 'Only streams whose name contains S.' } },
      type: { type: 'string', value: 'T', text: { vi: 'Chỉ sự kiện loại T.', en: 'Only events of type T.' } },
    },
    words: [0, 1],
    load: async () => (await import('./events.js')).runEvents,
  },
  ...OPERATE_VERBS,
  ...AUDIT_VERBS,
  ...WHY_VERBS,
  ...REPLAY_VERBS,
  ...USER_VERBS,
  {
    name: 'help',
    usage: 'help [VERB | CODE]',
    text: { vi: 'Hướng dẫn; hoặc giải thích một mã thông báo.', en: 'This help; or what the code of a diagnostic means.' },
    options: {},
    words: [0, 2],
    load: async () => (await import('./help.js')).helpOn(VERBS),
  },
];
