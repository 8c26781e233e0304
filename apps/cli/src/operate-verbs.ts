import { DATA as data, JSON_OUTPUT as json, SERVER as server } from './common-options.js';
import type { Verb } from './verb.js';

/** `thac plan trend`. */
export const TREND_VERB: Verb = {
  name: 'plan trend',
  usage: 'plan trend [PLAN] [--server URL]',
  text: {
    vi: 'Từng ngày: đến hạn, đúng hạn, chậm, còn mở, quá hạn, đôn đốc.',
    en: 'Day by day: due, on time, late, open, overdue, steps taken.',
  },
  options: {
    server,
    from: {
      type: 'string',
      value: 'YYYY-MM-DD',
      text: { vi: 'Ngày đầu; mặc định 29 ngày trước ngày cuối.', en: 'The first day; 29 days before the last by default.' },
    },
    until: {
      type: 'string',
      value: 'YYYY-MM-DD',
      text: { vi: 'Ngày cuối; mặc định hôm nay.', en: 'The last day; today by default.' },
    },
    within: {
      type: 'string',
      value: 'UNIT',
      text: {
        vi: 'Một đơn vị và cấp dưới của nó; mặc định nơi ban hành.',
        en: 'A unit and all below it; the issuer by default.',
      },
    },
    json,
  },
  words: [0, 1],
  load: async () => (await import('./plan-trend.js')).runPlanTrend,
};

/** What keeps an installation in order. */
export const OPERATE_VERBS: readonly Verb[] = [
  {
    name: 'backup',
    usage: 'backup FILE',
    text: {
      vi: 'Sao lưu toàn bộ cơ sở dữ liệu vào một tệp, trong khi mọi người vẫn làm việc.',
      en: 'Back the whole database up to a file, while people go on working.',
    },
    options: { data, json },
    words: [1, 1],
    load: async () => (await import('./backup/backup.js')).runBackup,
  },
  {
    name: 'restore',
    usage: 'restore FILE',
    text: {
      vi: 'Khôi phục vào cơ sở dữ liệu trống, rồi kiểm chứng bằng cách chạy lại nhật ký. Mã 1: tệp hỏng, hoặc nơi nhận không trống.',
      en: 'Restore into an empty database, then verify by replaying the log. Exit code 1: a damaged file, or a database that is not empty.',
    },
    options: { data, json },
    words: [1, 1],
    load: async () => (await import('./backup/restore.js')).runRestore,
  },
  {
    name: 'rebuild',
    usage: 'rebuild [TENANT]',
    text: {
      vi: 'Dựng lại các bảng để xem từ nhật ký, trong khi mọi người vẫn làm việc.',
      en: 'Make what people read anew from the log, while they go on working.',
    },
    options: {
      check: {
        type: 'boolean',
        text: {
          vi: 'Chỉ so sánh, không thay gì; mã 1 khi có khác biệt.',
          en: 'Only compare, replace nothing; exit code 1 where something differs.',
        },
      },
      anew: {
        type: 'boolean',
        text: {
          vi: 'Bỏ phần mà lần bị ngắt đã dựng, làm lại từ đầu.',
          en: 'Forget what an interrupted rebuild had built, and begin anew.',
        },
      },
      data,
      json,
    },
    words: [0, 1],
    load: async () => (await import('./backup/rebuild.js')).runRebuild,
  },
  {
    name: 'clock stuck',
    usage: 'clock stuck',
    text: {
      vi: 'Những kế hoạch đơn vị mà đồng hồ đã để riêng vì không xử lý được.',
      en: 'Unit plans that the clock has set aside because it cannot deal with them.',
    },
    options: { data, json },
    words: [0, 0],
    load: async () => (await import('./clock/stuck.js')).runStuck,
  },
  {
    name: 'clock retry',
    usage: 'clock retry [TENANT [STREAM]]',
    text: {
      vi: 'Cho đồng hồ xử lý lại những gì đã để riêng; tất cả, nếu không nêu.',
      en: 'Have the clock deal again with what it has set aside; all of it unless told.',
    },
    options: { data, json },
    words: [0, 2],
    load: async () => (await import('./clock/stuck.js')).runRetryStuck,
  },
];
