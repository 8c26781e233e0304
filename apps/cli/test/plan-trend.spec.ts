import { describe, expect, it } from '@jest/globals';
import type { Trend, TrendDay, TrendFigures } from '#contracts';
import { trendLines } from '../src/plan-trend.js';
import type { Terminal } from '../src/terminal.js';

const none: TrendFigures = { due: 0, onTime: 0, late: 0, open: 0, overdue: 0, escalations: 0 };
const day = (date: string, items: Partial<TrendFigures>, reports: Partial<TrendFigures> = {}): TrendDay => ({
  day: date,
  items: { ...none, ...items },
  reports: { ...none, ...reports },
  duties: none,
});
const trend: Trend = {
  plan: '1-KH',
  within: { id: 'b', name: 'UBND xã B', tier: 'commune', kind: 'peoples-committee', superior: 'p' },
  counted: { position: 10, head: 12 },
  days: [
    day('2022-07-01', { due: 12, onTime: 3, open: 140 }),
    day('2022-07-02', { open: 140, overdue: 9 }),
    day('2022-07-03', { late: 2, open: 138, overdue: 7, escalations: 7 }, { onTime: 1 }),
  ],
};
const terminal = (language: 'vi' | 'en') => ({ language, colour: false }) as unknown as Terminal;

describe('A trend on a terminal', () => {
  it.each([
    [
      'en',
      [
        '1-KH · UBND xã B and all below it',
        '',
        'Items       due  on time  late  open  overdue  steps',
        '2022-07-01   12        3     0   140        0      0',
        '2022-07-03    0        0     2   138        7      7',
        '',
        'Reports     due  on time  late  open  overdue  steps',
        '2022-07-03    0        1     0     0        0      0',
        '',
        'The latest 2 events are not counted yet: ask again in some seconds.',
      ],
    ],
    [
      'vi',
      [
        '1-KH · UBND xã B và cấp dưới',
        '',
        'Việc      hạn  đúng  chậm   mở  quá hạn  nhắc',
        '1/7/2022   12     3     0  140        0     0',
        '3/7/2022    0     0     2  138        7     7',
        '',
        'Báo cáo   hạn  đúng  chậm  mở  quá hạn  nhắc',
        '3/7/2022    0     1     0   0        0     0',
        '',
        'Chưa tính 2 sự kiện mới nhất: hỏi lại sau ít giây.',
      ],
    ],
  ] as const)('is a table for each kind of work: %s', (language, lines) => {
    expect(trendLines(trend, terminal(language))).toEqual(lines);
  });

  it('says so where nothing happened', () => {
    const quiet = { ...trend, counted: { position: 12, head: 12 }, days: [day('2022-07-01', {})] };
    expect(trendLines(quiet, terminal('en'))).toEqual(['1-KH · UBND xã B and all below it', 'Nothing on these days.']);
  });
});
