import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, dateOfDay, dayNumber, endOfMonth, parseLocalDate, weekdayOf, type LocalDate } from '#engine';
import { describeReading, LONGEST_PHRASE, readDeadline, type DeadlineReading } from '#dsl';

interface Line {
  readonly phrase: string;
  readonly issued: LocalDate;
  readonly received?: LocalDate;
}

const CORPUS = readFileSync(new URL('./corpus.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Line);

const dates = fc
  .integer({ min: dayNumber('2020-01-01' as LocalDate), max: dayNumber('2035-12-31' as LocalDate) })
  .map((day) => dateOfDay(day));
const PIECES = [
  ...new Set(CORPUS.flatMap(({ phrase }) => (phrase.length < 500 ? phrase.split(' ') : []))),
  ' ',
  ',',
  ';',
  '(',
  ')',
  '/',
  '-',
  '…',
  '0',
  '31',
  '2026',
  '24h00',
  'ngày',
  'trước',
  'đến',
  'từ',
  'hằng',
  '\n',
  '\u00a0',
];
const phrases = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((words) => words.join(' ')),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 20 }).map((words) => words.join('')),
);

const all = (reading: DeadlineReading): readonly DeadlineReading[] => [
  reading,
  ...(reading.alternatives ?? []).flatMap(all),
  ...(reading.kind === 'composite' ? reading.parts.flatMap(all) : []),
];

const date = (text: string): string => `${Number(text.slice(8))}/${Number(text.slice(5, 7))}/${text.slice(0, 4)}`;

describe('Whatever is typed', () => {
  it('reads as something, never throws, and keeps what a reading promises', () => {
    fc.assert(
      fc.property(phrases, dates, fc.option(dates), (phrase, issuedOn, receivedOn) => {
        for (const reading of all(readDeadline(phrase, { issuedOn, receivedOn }))) {
          if (reading.alternatives) expect(reading.sure).toBe(false);
          if (reading.kind === 'composite') expect(reading.parts.length).toBeGreaterThan(1);
          if (reading.kind === 'by') expect(parseLocalDate(reading.due)).toBe(reading.due);
          if (reading.kind === 'window' && reading.start && reading.due) expect(reading.start <= reading.due).toBe(true);
          if (reading.kind === 'recurring' && reading.months) expect(reading.months.every((m) => m >= 1 && m <= 12)).toBe(true);
          for (const language of ['vi', 'en'] as const) expect(describeReading(reading, language)).not.toMatch(/undefined|^$/);
        }
      }),
      { numRuns: 3_000 },
    );
  });

  it('is not read past its longest', () => {
    const given = { issuedOn: '2025-11-20' as LocalDate };
    const phrase = 'trước ngày 15/12/2025'.padEnd(LONGEST_PHRASE, ' ');
    expect(readDeadline(phrase, given)).toMatchObject({ kind: 'by', due: '2025-12-14' });
    expect(readDeadline(`${phrase} `, given)).toMatchObject({ kind: 'unknown' });
  });

  it('needs dates that exist', () => {
    const issuedOn = '2025-02-30' as LocalDate;
    expect(readDeadline('trước ngày 15/12/2025', { issuedOn, language: 'en' })).toEqual({
      kind: 'unknown',
      why: 'The date of issue or of receipt is not valid.',
    });
  });
});

describe('The same words in another dress', () => {
  const dress = fc.record({
    line: fc.constantFrom(...CORPUS),
    form: fc.constantFrom('NFC', 'NFD'),
    letters: fc.constantFrom('as typed', 'upper', 'lower'),
    space: fc.constantFrom(' ', '\u00a0', '  ', '\t', ' \u200b', '\n', '\u2009'),
  });

  it('read alike', () => {
    fc.assert(
      fc.property(dress, ({ line: { phrase, issued, received }, form, letters, space }) => {
        fc.pre(phrase.length < 500);
        const cased = letters === 'upper' ? phrase.toUpperCase() : letters === 'lower' ? phrase.toLowerCase() : phrase;
        const dressed = ` ${cased.normalize(form).replaceAll(' ', space)}${space}`;
        const given = { issuedOn: issued, receivedOn: received ?? null };
        expect(readDeadline(dressed, given)).toEqual(readDeadline(phrase, given));
      }),
      { numRuns: 3_000 },
    );
  });
});

describe('A date written out', () => {
  const issuedOn = '2025-11-20' as LocalDate;

  it('reads back, whatever excludes or includes it', () => {
    fc.assert(
      fc.property(dates, (day) => {
        const written = date(day);
        const spelled = `ngày ${written.replace('/', ' tháng ').replace('/', ' năm ')}`;
        for (const form of [written, `ngày ${written}`, spelled]) {
          expect(readDeadline(`trước ${form}`, { issuedOn })).toEqual({ kind: 'by', due: addDays(day, -1), exclusive: true });
          expect(readDeadline(`chậm nhất là ${form}`, { issuedOn })).toEqual({ kind: 'by', due: day });
          expect(readDeadline(`đến hết ${form}`, { issuedOn })).toEqual({ kind: 'by', due: day });
          expect(readDeadline(`Từ ${form}`, { issuedOn })).toEqual({ kind: 'window', start: day, due: null });
          expect(readDeadline(`trước 16h00 ${form}`, { issuedOn })).toEqual({
            kind: 'by',
            due: day,
            exclusive: true,
            time: '16:00',
          });
        }
      }),
    );
  });

  it('with another of its kind is a window, or backwards', () => {
    fc.assert(
      fc.property(dates, dates, (a, b) => {
        const reading = readDeadline(`từ ngày ${date(a)} đến ngày ${date(b)}`, { issuedOn });
        expect(reading).toMatchObject(a <= b ? { kind: 'window', start: a, due: b } : { kind: 'unknown' });
      }),
    );
  });

  it('agrees with a weekday beside it, or is doubted', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 1, max: 6 }), (day, weekday) => {
        const reading = readDeadline(`trước 16h00 thứ ${weekday + 1}, ngày ${date(day)}`, { issuedOn });
        expect(reading).toMatchObject({ kind: 'by', due: day, time: '16:00' });
        expect(reading.sure).toBe(weekdayOf(day) === weekday ? undefined : false);
      }),
    );
  });

  it('is the last day of its month, quarter and year', () => {
    fc.assert(
      fc.property(dates, (day) => {
        const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
        const quarter = Math.ceil(month / 3);
        const roman = ['I', 'II', 'III', 'IV'][quarter - 1];
        expect(readDeadline(`trong tháng ${month}/${year}`, { issuedOn })).toEqual({ kind: 'by', due: endOfMonth(year, month) });
        expect(readDeadline(`Quý ${roman}/${year}`, { issuedOn })).toEqual({ kind: 'by', due: endOfMonth(year, quarter * 3) });
        expect(readDeadline(`năm ${year}`, { issuedOn })).toEqual({ kind: 'by', due: `${year}-12-31` });
      }),
    );
  });
});
