import { JSON_OUTPUT as json, SERVER as server } from './common-options.js';
import type { Verb } from './verb.js';

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
