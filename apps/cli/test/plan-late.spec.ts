import { describe, expect, it } from '@jest/globals';
import type { LateEntry, LateList } from '#contracts';
import { lateLines } from '../src/plan-late.js';
import type { Terminal } from '../src/terminal.js';

const unit = { id: 'b', name: 'UBND xã B', tier: 'commune', kind: 'peoples-committee', superior: 'p' };
const entry: LateEntry = {
  unit,
  obligation: 'item 1',
  title: 'Việc một',
  due: '2022-07-29',
  dueTime: null,
  daysLate: 14,
  steps: [{ step: 'after-1d', at: '2022-07-30T00:00:00+07:00', actions: [{ action: 'notify', target: 'p' }] }],
  explanation: { item: 'explain:item 1#1', due: '2022-08-10', status: 'assigned', submittedAt: null },
};
const list = {
  plan: { number: '1/KH' },
  asOf: '2022-08-12T12:00:00+07:00',
  total: 1,
  late: [entry],
  next: null,
} as unknown as LateList;
const terminal = (language: 'vi' | 'en') => ({ language, colour: false, color: false }) as unknown as Terminal;

describe('The late list on a terminal', () => {
  it.each([
    [
      'en',
      [
        '1/KH · late on 2022-08-12: 1',
        'UBND xã B · item 1 Việc một · due 2022-07-29, 14 days late',
        '  2022-07-30 after-1d: notify → p',
        '  explanation: not in, due 2022-08-10',
      ],
    ],
    [
      'vi',
      [
        '1/KH · chậm đến 12/8/2022: 1',
        'UBND xã B · item 1 Việc một · hạn 29/7/2022, chậm 14 ngày',
        '  30/7/2022 after-1d: notify → p',
        '  giải trình: chưa gửi, hạn 10/8/2022',
      ],
    ],
  ] as const)('says who is late and what was done about it: %s', (language, lines) => {
    expect(lateLines(list, terminal(language))).toEqual(lines);
  });
});
