import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { rateCounts, rateOf, sumRates, type RatedReport } from './rates.js';

const report = (more: Partial<RatedReport> = {}): RatedReport => ({
  due: '2022-09-14',
  dueTime: null,
  status: 'expected',
  submittedAt: null,
  consolidated: false,
  unitEndedAt: null,
  ...more,
});
const sent = (at: string, more: Partial<RatedReport> = {}) =>
  report({ status: 'submitted', submittedAt: `${at}:00+07:00`, ...more });
const AFTER = '2022-09-30T12:00:00+07:00';
const counted = (...reports: readonly RatedReport[]) => Object.values(rateCounts(reports, AFTER));

describe('Rates', () => {
  it('count what was due: in time, late, missing', () => {
    expect(counted(sent('2022-09-14T23:59'), sent('2022-09-15T00:00'), report())).toEqual([3, 2, 1]);
  });

  it('count a report only once its last day has passed, however early it came', () => {
    const early = sent('2022-09-01T08:00');
    expect(rateCounts([early], '2022-09-14T23:59:59+07:00').expected).toBe(0);
    expect(rateCounts([early], '2022-09-15T00:00:00+07:00')).toEqual({ expected: 1, received: 1, onTime: 1 });
  });

  it('go by the clock time where there is one', () => {
    const timed = { dueTime: '16:00' };
    expect(counted(sent('2022-09-14T15:59', timed), sent('2022-09-14T16:00', timed))).toEqual([2, 2, 1]);
    expect(rateCounts([report(timed)], '2022-09-14T15:59:59+07:00').expected).toBe(0);
    expect(rateCounts([report(timed)], '2022-09-14T16:00:00+07:00').expected).toBe(1);
  });

  it('leave out consolidations, what has no date, and what was cancelled or went to another unit', () => {
    const left = [
      report({ consolidated: true }),
      report({ due: null }),
      report({ status: 'cancelled' }),
      report({ status: 'transferred' }),
    ];
    expect(counted(...left)).toEqual([0, 0, 0]);
  });

  it('count of a unit that is no more only what was due while it was', () => {
    const ended = { unitEndedAt: '2022-09-14T00:00:00+07:00' };
    expect(counted(sent('2022-09-01T08:00', ended), sent('2022-09-01T08:00', { ...ended, due: '2022-09-13' }))).toEqual([
      1, 1, 1,
    ]);
  });

  it('count a report that was sent back as not received', () => {
    expect(counted(sent('2022-09-10T08:00', { status: 'returned' }))).toEqual([1, 0, 0]);
  });

  it('are per cent to one decimal, full only where all are in, and none where nothing was expected', () => {
    expect(rateOf({ expected: 3, received: 2, onTime: 1 })).toMatchObject({ completeness: 66.7, timeliness: 33.3 });
    expect(rateOf({ expected: 10_000, received: 9_999, onTime: 1 })).toMatchObject({ completeness: 99.9, timeliness: 0.1 });
    expect(rateOf({ expected: 0, received: 0, onTime: 0 })).toMatchObject({ completeness: null, timeliness: null });
  });

  it('lie between 0 and 100 for any course of events, and those of parts add up to that of the whole', () => {
    const days = fc.integer({ min: 1, max: 30 }).map((day) => `2022-09-${String(day).padStart(2, '0')}`);
    const instants = fc.tuple(days, fc.constantFrom('00:00', '09:30', '16:00', '23:59')).map(([d, t]) => `${d}T${t}:00+07:00`);
    const any = fc.record({
      due: fc.option(days),
      dueTime: fc.constantFrom(null, '09:30', '16:00'),
      status: fc.constantFrom('expected', 'submitted', 'accepted', 'returned', 'cancelled', 'transferred'),
      submittedAt: fc.option(instants),
      consolidated: fc.boolean(),
      unitEndedAt: fc.option(instants),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 30 }), instants, fc.nat(), (reports, asOf, cut) => {
        const whole = rateCounts(reports, asOf);
        const at = reports.length === 0 ? 0 : cut % reports.length;
        const parts = [reports.slice(0, at), reports.slice(at)].map((part) => rateCounts(part, asOf));
        expect(sumRates(parts)).toEqual(whole);
        expect(0 <= whole.onTime && whole.onTime <= whole.received && whole.received <= whole.expected).toBe(true);
        for (const rate of [rateOf(whole).completeness, rateOf(whole).timeliness]) {
          expect(rate === null ? whole.expected === 0 : rate >= 0 && rate <= 100).toBe(true);
        }
      }),
    );
  });
});
