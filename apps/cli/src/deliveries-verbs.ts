import type { Verb, VerbOption } from './verb.js';

const server: VerbOption = {
  type: 'string',
  value: 'URL',
  text: { vi: 'Máy chủ; mặc định http://localhost:3000.', en: 'The server; http://localhost:3000 by default.' },
};
const json: VerbOption = { type: 'boolean', text: { vi: 'In JSON ra đầu ra chuẩn.', en: 'Print JSON on standard output.' } };

/** What can be done about notices that did not arrive. */
export const DELIVERIES_VERBS: readonly Verb[] = [
  {
    name: 'deliveries dead',
    usage: 'deliveries dead [--server URL]',
    text: { vi: 'Những thông báo không gửi được.', en: 'Notices that could not be delivered.' },
    options: { server, json },
    words: [0, 0],
    load: async () => (await import('./deliveries.js')).runDeadDeliveries,
  },
  {
    name: 'deliveries retry',
    usage: 'deliveries retry ID [--server URL]',
    text: { vi: 'Gửi lại một thông báo không gửi được.', en: 'Send a notice again that could not be delivered.' },
    options: {
      server,
      key: {
        type: 'string',
        value: 'KEY',
        text: { vi: 'Khóa chống lặp; mặc định một khóa mới.', en: 'The idempotency key; a new one by default.' },
      },
      json,
    },
    words: [1, 1],
    load: async () => (await import('./deliveries.js')).runRetryDelivery,
  },
];
