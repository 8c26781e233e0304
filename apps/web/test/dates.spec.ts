import { describe, expect, it } from '@jest/globals';
import { addDays, dayInVietnam, daysBetween, formatDate, formatInstant, formatLongDate, readDate } from '../src/format/dates.js';

describe('dates', () => {
  it.each([
    ['2022-07-05', '05/7/2022'],
    ['2022-01-31', '31/01/2022'],
    ['2022-02-09', '09/02/2022'],
    ['2022-03-10', '10/3/2022'],
    ['2022-12-15', '15/12/2022'],
  ])('writes %s as Decree 30/2020 has it: %s', (day, written) => {
    expect(formatDate(day)).toBe(written);
  });

  it.each(['', 'soon', '2022-7-5', '2022-07-05T00:00:00+07:00'])('leaves %j, which is no day, as it is', (text) => {
    expect(formatDate(text)).toBe(text);
    expect(formatLongDate(text, 'vi')).toBe(text);
  });

  it.each([
    ['05/7/2022', '2022-07-05'],
    ['5/07/2022', '2022-07-05'],
    [' 29-2-2024 ', '2024-02-29'],
  ])('reads %j', (text, day) => {
    expect(readDate(text)).toBe(day);
  });

  it.each(['', '29/2/2023', '31/11/2022', '0/1/2022', '12/31/2022', '2022-07-05', '5/7'])('takes %j for no day', (text) => {
    expect(readDate(text)).toBeNull();
  });

  it('writes a day out in both languages', () => {
    expect(formatLongDate('2022-07-05', 'vi')).toBe('ngày 05 tháng 7 năm 2022');
    expect(formatLongDate('2022-02-28', 'vi')).toBe('ngày 28 tháng 02 năm 2022');
    expect(formatLongDate('2022-07-05', 'en')).toBe('5 July 2022');
  });

  it('shows instants on the clock of Vietnam, over midnight too', () => {
    expect(formatInstant('2022-07-05T08:05:00+07:00')).toBe('08:05 05/7/2022');
    expect(formatInstant('2022-12-31T17:00:00Z')).toBe('00:00 01/01/2023');
    expect(formatInstant('later')).toBe('later');
  });

  it('counts days over months and years, and tells the day that it is in Vietnam', () => {
    expect(daysBetween('2022-02-27', '2022-03-01')).toBe(2);
    expect(daysBetween('2023-01-01', '2022-12-31')).toBe(-1);
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(dayInVietnam(Date.parse('2022-12-31T17:00:00Z'))).toBe('2023-01-01');
  });
});
