import type { Verb, VerbOption } from './verb.js';

const json: VerbOption = { type: 'boolean', text: { vi: 'In JSON ra đầu ra chuẩn.', en: 'Print JSON on standard output.' } };

/** `thac plan trend`. */
export const TREND_VERB: Verb = {
  name: 'plan trend',
  usage: 'plan trend [PLAN] [--server URL]',
  text: {
    vi: 'Từng ngày: đến hạn, đúng hạn, chậm, còn mở, quá hạn, đôn đốc.',
    en: 'Day by day: due, on time, late, open, overdue, steps taken.',
  },
  options: {
    server: {
      type: 'string',
      value: 'URL',
      text: { vi: 'Máy chủ; mặc định http://localhost:3000.', en: 'The server; http://localhost:3000 by default.' },
    },
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
export const OPERATE_VERBS: readonly Verb[] = [];
