import { describe, expect, it } from '@jest/globals';
import { deadLines, retryLine, type ShownDelivery } from '../src/deliveries.js';
import type { Terminal } from '../src/terminal.js';

const delivery: ShownDelivery = {
  id: 'a1',
  recipient: 'vn-10',
  subject: 'notify',
  plan: 'p',
  unit: 'vn-10.1',
  obligation: 'item 1',
  step: 'after-1d',
  due: '2022-07-29',
  state: 'dead',
  attempts: 7,
  lastError: 'no such mailbox',
};
const terminal = (language: 'vi' | 'en') => ({ language, colour: false, color: false }) as unknown as Terminal;

describe('Notices that could not be delivered, on a terminal', () => {
  it.each([
    [
      'en',
      [
        'Notices that could not be delivered: 1',
        'a1 notify → vn-10 · vn-10.1 · item 1 · after-1d · due 2022-07-29',
        '  7 attempts, the last: no such mailbox',
      ],
    ],
    [
      'vi',
      [
        'Thông báo không gửi được: 1',
        'a1 notify → vn-10 · vn-10.1 · item 1 · after-1d · hạn 29/7/2022',
        '  7 lần, lần cuối: no such mailbox',
      ],
    ],
  ] as const)('say for whom, about what, and why: %s', (language, lines) => {
    expect(deadLines([delivery], terminal(language))).toEqual(lines);
  });

  it('say what asking again does', () => {
    expect(retryLine({ ...delivery, state: 'again' }, terminal('en'))).toBe('a1: will be sent again.');
    expect(retryLine({ ...delivery, state: 'sent' }, terminal('vi'))).toBe('a1: không cần gửi lại (sent).');
  });
});
