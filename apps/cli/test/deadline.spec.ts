import { describe, expect, it } from '@jest/globals';
import { parseLocalDate, workingCalendar } from '#engine';
import { VIETNAM_CALENDAR } from '#organisation';
import { readBatchLine, type DeadlineSettings } from '../src/deadline.js';
import { main } from '../src/main.js';

/** Runs the command line in this process. */
async function run(...args: readonly string[]): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  let [out, err] = ['', ''];
  const code = await main(['deadline', ...args], {
    environment: { LANG: 'en_GB.UTF-8' },
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (err += text) },
  });
  return { code, out, err };
}

const settings: DeadlineSettings = {
  issuedOn: undefined,
  receivedOn: undefined,
  calendar: workingCalendar(VIETNAM_CALENDAR),
  language: 'en',
};

describe('thac deadline', () => {
  it('prints the reading as JSON', async () => {
    const { code, out } = await run('Trước ngày 5/7/2022', '--issued', '2022-06-30', '--json');
    expect([code, out]).toEqual([0, '{"kind":"by","due":"2022-07-04","exclusive":true}\n']);
  });

  it('says it in words, with what else it could mean', async () => {
    const { out } = await run('trong thời hạn 10 ngày kể từ ngày ban hành', '--issued', '2026-02-10');
    expect(out).toBe(
      '10 days from the day of issue: by 2026-02-23 (not certain)\n  or: 10 days from the day of issue: by 2026-02-20\n',
    );
    const single = await run('01 tháng kể từ ngày ban hành', '--issued', '2026-03-02');
    expect(single.out).toBe('1 month from the day of issue: by 2026-04-02\n');
    const vietnamese = await run('trước ngày 20/12/2025', '--issued', '2025-11-20', '--language', 'vi');
    expect(vietnamese.out).toBe('chậm nhất 19/12/2025\n');
  });

  it('counts working days by the decreed calendar: Tết 2026 is off', async () => {
    const { out } = await run('05 ngày làm việc kể từ ngày nhận', '--issued', '2026-02-10', '--received', '2026-02-13', '--json');
    expect(JSON.parse(out)).toMatchObject({ kind: 'relative', due: '2026-02-27' });
  });

  it('says unknown and why, which is an answer', async () => {
    expect(await run('đầu năm 2026', '--issued', '2025-11-20', '--json')).toMatchObject({
      code: 0,
      out: '{"kind":"unknown","why":"The time named cannot be turned into a date."}\n',
    });
  });

  it.each([
    [['trước ngày 5/7']],
    [['--issued', '2025-11-20']],
    [['x', '--issued', '2025-02-30']],
    [['x', '--batch']],
    [['a', 'b', '--issued', '2025-11-20']],
  ])('refuses %j as mistyped', async (args) => {
    const { code, out, err } = await run(...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('cli.usage');
  });
});

describe('A line of a batch', () => {
  it('is read with its own dates', () => {
    expect(readBatchLine('{"phrase":"Quí IV-2025","issued":"2025-11-20"}', settings)).toEqual({ kind: 'by', due: '2025-12-31' });
    const term = '{"phrase":"10 ngày kể từ ngày nhận","issued":"2025-11-20","received":"2025-11-24"}';
    expect(readBatchLine(term, settings)).toMatchObject({ kind: 'relative', due: '2025-12-04' });
  });

  it('takes the dates of the run where it has none', () => {
    const issuedOn = parseLocalDate('2022-06-30');
    expect(readBatchLine('{"phrase":"trước ngày 5/7"}', { ...settings, issuedOn })).toMatchObject({ due: '2022-07-04' });
  });

  it.each(['', 'nope', '3', 'null', '[]', '{"phrase":3}', '{"phrase":"2026"}', '{"phrase":"2026","issued":"2025-02-30"}'])(
    'that is bad answers unknown and why: %s',
    (line) => expect(readBatchLine(line, settings)).toEqual({ kind: 'unknown', why: expect.stringContaining('This line') }),
  );
});
