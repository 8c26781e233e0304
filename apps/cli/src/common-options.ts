import type { VerbOption } from './verb.js';

/** Options that several verbs take, each with one meaning. */
export const JSON_OUTPUT: VerbOption = {
  type: 'boolean',
  text: { vi: 'In JSON ra đầu ra chuẩn.', en: 'Print JSON on standard output.' },
};

export const DATA: VerbOption = {
  type: 'string',
  value: 'DIR',
  text: {
    vi: 'Thư mục dữ liệu khi không có DATABASE_URL; mặc định .thac.',
    en: 'Data folder without DATABASE_URL; .thac by default.',
  },
};

/** For verbs that always ask a running server. */
export const SERVER: VerbOption = {
  type: 'string',
  value: 'URL',
  text: { vi: 'Máy chủ; mặc định http://localhost:3000.', en: 'The server; http://localhost:3000 by default.' },
};
