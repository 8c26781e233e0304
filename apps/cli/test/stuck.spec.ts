import { describe, expect, it } from '@jest/globals';
import { stuckLines } from '../src/clock/stuck.js';
import type { Terminal } from '../src/terminal.js';

const STUCK = [
  {
    tenant: 'vn',
    stream: 'unit-plan/p/u',
    at: '2022-10-01T00:00:00+07:00' as never,
    reason: 'TypeError: no task 7',
    since: '2022-10-02T00:00:00.000Z',
  },
];
const terminal = (language: 'vi' | 'en') => ({ language, colour: false, environment: {} }) as unknown as Terminal;

describe('Unit plans that the clock has set aside', () => {
  it('are listed in both languages, each with its instant and what it fails with', () => {
    expect(stuckLines(STUCK, terminal('en'))).toEqual([
      'Unit plans set aside: 1',
      'vn unit-plan/p/u · due 2022-10-01T00:00:00+07:00',
      '  TypeError: no task 7',
    ]);
    expect(stuckLines([], terminal('vi'))).toEqual(['Kế hoạch đơn vị để riêng: 0']);
  });
});
