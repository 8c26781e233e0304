import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { check } from '../src/check.js';
import { format } from '../src/format/format.js';
import { parse } from '../src/parser/parse.js';
import type { Edit } from '../src/service/answers.js';
import { COLUMNS, type Column } from '../src/table/columns.js';
import { gridOfHtml, gridOfText } from '../src/table/grid.js';
import { unreadCells } from '../src/table/rows.js';
import { taskTable, type TaskTable } from '../src/table/table.js';
import { smallDirectory } from './directory.js';

const env = { directory: smallDirectory() };
const TEXT = `kế hoạch "1/KH-UBND" ban hành ngày 30/6/2022 của [UBND tỉnh Mẫu]
  tên: "Việc mẫu"

nhóm [UBND cấp xã] gồm mọi ủy ban nhân dân cấp xã

nội dung 1 "Phần một"

  nhiệm vụ 1.1 "Việc của sở" // ghi chú
    chủ trì: [Sở Nội vụ] // sở
    hạn: trước ngày 15/7/2022

  nhiệm vụ 1.2 "Việc của xã"
    chủ trì: mỗi [UBND cấp xã]
    phối hợp: [Sở Tài chính]; cơ quan liên quan "Đoàn thể"
    báo cáo về [Sở Nội vụ] trước ngày 30/7/2022
`;

const apply = (text: string, edits: readonly Edit[]): string =>
  edits
    .toSorted((a, b) => b.start - a.start)
    .reduce((before, edit) => before.slice(0, edit.start) + edit.text + before.slice(edit.end), text);

function write(text: string, [no, column]: readonly [no: string, column: Column], written: string): string {
  const table = taskTable(text, env);
  const found = table.write(rowOf(table, no), column, written);
  if (!found.ok) throw new Error(`${found.why} ${found.name}`);
  return apply(text, found.edits);
}

const rowOf = ({ rows }: TaskTable, no: string) => rows.find((row) => row.no === no)!;
const shown = (text: string) => {
  const table = taskTable(text, env);
  return table.rows.map((row) => [row.no, ...COLUMNS.map((column) => table.shown(row, column))]);
};
const linesOf = (text: string): readonly string[] => text.split('\n');
const changed = (before: string, after: string) => ({
  gone: linesOf(before).filter((line) => !linesOf(after).includes(line)),
  come: linesOf(after).filter((line) => !linesOf(before).includes(line)),
});

describe('The table of a text', () => {
  it('shows every task, names without brackets where they read back as the same', () => {
    expect(shown(TEXT)).toEqual([
      ['1.1', 'Việc của sở', 'Sở Nội vụ', '', 'trước ngày 15/7/2022', ''],
      [
        '1.2',
        'Việc của xã',
        'mỗi UBND cấp xã',
        '[Sở Tài chính]; cơ quan liên quan "Đoàn thể"',
        'báo cáo về [Sở Nội vụ] trước ngày 30/7/2022',
        '',
      ],
    ]);
    expect(taskTable(TEXT, env).rows.map(({ section, hasMore }) => [section, hasMore])).toEqual([
      ['Phần một', false],
      ['Phần một', false],
    ]);
  });

  it('changes only the line of a cell, and keeps comments', () => {
    const cases: readonly [string, Column, string, readonly string[], readonly string[]][] = [
      ['1.1', 'lead', 'Sở Tài chính', ['    chủ trì: [Sở Nội vụ] // sở'], ['    chủ trì: [Sở Tài chính] // sở']],
      ['1.1', 'support', 'so tai chinh; UBND các xã', [], ['    phối hợp: [Sở Tài chính]; mỗi [UBND cấp xã]']],
      [
        '1.1',
        'support',
        'Sở Tài chính, các đơn vị, địa phương có liên quan',
        [],
        ['    phối hợp: [Sở Tài chính]; cơ quan liên quan "các đơn vị, địa phương có liên quan"'],
      ],
      ['1.1', 'due', '31/8/2022', ['    hạn: trước ngày 15/7/2022'], ['    hạn: chậm nhất ngày 31/8/2022']],
      ['1.1', 'output', 'Báo cáo', [], ['    sản phẩm: "Báo cáo"']],
      ['1.1', 'output', 'Bản "A" ("B")', [], ['    sản phẩm: "Bản “A” (“B”)"']],
      ['1.1', 'title', 'Tên mới', ['  nhiệm vụ 1.1 "Việc của sở" // ghi chú'], ['  nhiệm vụ 1.1 "Tên mới" // ghi chú']],
      ['1.2', 'support', '', ['    phối hợp: [Sở Tài chính]; cơ quan liên quan "Đoàn thể"'], []],
      [
        '1.2',
        'due',
        'Báo cáo kết quả về Sở Tài chính trước ngày 15/8/2022',
        ['    báo cáo về [Sở Nội vụ] trước ngày 30/7/2022'],
        ['    báo cáo về [Sở Tài chính] trước ngày 15/8/2022'],
      ],
      ['1.2', 'due', 'Thường xuyên', ['    báo cáo về [Sở Nội vụ] trước ngày 30/7/2022'], ['    hạn: thường xuyên']],
    ];
    for (const [no, column, written, gone, come] of cases) {
      const after = write(TEXT, [no, column], written);
      expect([column, written, changed(TEXT, after)]).toEqual([column, written, { gone, come }]);
      expect(parse(after).findings).toEqual([]);
      expect(format(after).text).toBe(after);
    }
  });

  it('leaves the text alone where a cell is written as it stands', () => {
    const table = taskTable(TEXT, env);
    for (const row of table.rows) {
      for (const column of COLUMNS) {
        expect([column, table.write(row, column, table.shown(row, column))]).toEqual([column, { ok: true, edits: [] }]);
      }
    }
  });

  it('says what it does not understand, and changes nothing', () => {
    const table = taskTable(TEXT, env);
    const row = rowOf(table, '1.1');
    expect(table.write(row, 'lead', 'Sở Nội vụ; Sở Lạ')).toEqual({ ok: false, why: 'unit', name: 'Sở Lạ' });
    expect(table.write(row, 'lead', 'UBND xã Đôi')).toEqual({ ok: false, why: 'several', name: 'UBND xã Đôi' });
    expect(table.write(row, 'due', 'khi nào xong thì thôi')).toMatchObject({ ok: false, why: 'deadline' });
  });

  it('names a class that the text does not name yet', () => {
    const after = write(TEXT, ['1.1', 'support'], 'UBND các huyện, thị xã, thành phố');
    expect(changed(TEXT, after).come).toEqual([
      'nhóm [UBND cấp huyện] gồm mọi ủy ban nhân dân cấp huyện',
      '    phối hợp: mỗi [UBND cấp huyện]',
    ]);
    expect(check(after, env).diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('adds and removes rows', () => {
    const table = taskTable(TEXT, env);
    const added = apply(TEXT, table.add());
    expect(added).toBe(`${TEXT}\n  nhiệm vụ 1.3 "Tên nhiệm vụ"\n`);
    const less = taskTable(added, env);
    expect(apply(added, less.remove(rowOf(less, '1.3'))).trimEnd()).toBe(TEXT.trimEnd());
    const first = apply(TEXT, table.remove(rowOf(table, '1.1')));
    expect(shown(first).map(([no]) => no)).toEqual(['1.2']);
    expect(format(first).text).toBe(first);
  });

  it('adds behind the whole of a task whose lines are set in no further than it', () => {
    const flat = TEXT.replaceAll(/^ +/gm, '  ').replace(/\n  (kế|nhóm|nội)/g, '\n$1');
    expect(check(flat, env).diagnostics).toEqual([]);
    expect(apply(flat, taskTable(flat, env).add())).toBe(`${flat}\n  nhiệm vụ 1.3 "Tên nhiệm vụ"\n`);
  });

  it('stays in step with any order of writing', () => {
    const words = fc.constantFrom(
      '',
      'Sở Nội vụ',
      'Sở Tài chính; mỗi UBND cấp xã',
      'thường xuyên',
      '05/9/2022',
      'Kết quả "số 1"',
    );
    const step = fc.record({ no: fc.constantFrom('1.1', '1.2'), column: fc.constantFrom(...COLUMNS), written: words });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        let text = TEXT;
        for (const { no, column, written } of steps) {
          const table = taskTable(text, env);
          const found = table.write(rowOf(table, no), column, written);
          if (!found.ok) continue;
          text = apply(text, found.edits);
          const after = taskTable(text, env);
          const again = after.write(rowOf(after, no), column, after.shown(rowOf(after, no), column));
          expect(again).toEqual({ ok: true, edits: [] });
        }
        expect(parse(text).findings).toEqual([]);
        expect(taskTable(text, env).rows).toHaveLength(2);
      }),
      { numRuns: 60 },
    );
  });
});

describe('A table of a real plan', () => {
  it.each(['lao-cai-2022/239-kh-ubnd', 'dong-thap-2025/552-kh-ubnd'])('is shown and left alone: %s', (name) => {
    const text = readFileSync(new URL(`../../examples/${name}.thac`, import.meta.url), 'utf8');
    const table = taskTable(text, env);
    expect(table.rows.length).toBeGreaterThan(20);
    for (const row of table.rows) {
      for (const column of ['due', 'output', 'title'] as const) {
        const found = table.write(row, column, table.shown(row, column));
        expect([row.no, column, found.ok && found.edits]).toEqual([row.no, column, []]);
      }
    }
  });
});

const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>td { color: red }</style></head><body>
<!--StartFragment--><table border=1><tr><td><p class=MsoNormal><b>TT<o:p></o:p></b></p></td><td>Nhi&#7879;m v&#7909; tr&#7885;ng t&acirc;m</td>
<td>Chủ trì</td><td>Phối hợp</td><td>Thời gian hoàn thành</td></tr>
<tr><td>I</td><td colspan=4><b>Công khai, minh bạch</b></td></tr>
<tr><td>1</td><td>Công khai ngân sách</td><td>UBND cấp xã</td><td>Sở Tài chính;<br>Sở Nội vụ</td><td rowspan="2">Trước ngày 30/9/2022</td></tr>
<tr><td>2</td><td>Công khai &ldquo;giá đất&rdquo;</td><td>Sở Lạ</td><td></td></tr>
<tr><td>3</td><td>Báo cáo</td><td>Thanh tra tỉnh</td><td>&nbsp;</td><td>Khi có hướng dẫn của bộ nào đó</td></tr></table><!--EndFragment--></body></html>`;

describe('What is pasted', () => {
  it('is read from Word, merged cells too', () => {
    expect(gridOfHtml(WORD)!.slice(1)).toEqual([
      ['I', 'Công khai, minh bạch', '', '', ''],
      ['1', 'Công khai ngân sách', 'UBND cấp xã', 'Sở Tài chính;\nSở Nội vụ', 'Trước ngày 30/9/2022'],
      ['2', 'Công khai “giá đất”', 'Sở Lạ', '', 'Trước ngày 30/9/2022'],
      ['3', 'Báo cáo', 'Thanh tra tỉnh', '', 'Khi có hướng dẫn của bộ nào đó'],
    ]);
  });

  it('is read from Excel, line breaks within cells too', () => {
    expect(gridOfText('Nhiệm vụ\tChủ trì\r\nViệc\t"Sở Nội vụ\nSở ""Tài chính"""\r\n')).toEqual([
      ['Nhiệm vụ', 'Chủ trì'],
      ['Việc', 'Sở Nội vụ\nSở "Tài chính"'],
    ]);
    expect(gridOfText('một câu thường')).toBeNull();
    expect(gridOfHtml('<p>một câu thường</p>')).toBeNull();
  });

  it('becomes tasks; what cannot be read is kept and marked', () => {
    const table = taskTable(TEXT, env);
    const pasted = table.paste(gridOfHtml(WORD)!);
    expect([pasted.rows, pasted.unread]).toEqual([3, 2]);
    const after = apply(TEXT, pasted.edits);
    expect(after.slice(TEXT.length - 1)).toBe(`

nội dung 2 "Công khai, minh bạch"

  nhiệm vụ 2.1 "Công khai ngân sách"
    chủ trì: mỗi [UBND cấp xã]
    phối hợp: [Sở Tài chính]; [Sở Nội vụ]
    hạn: trước ngày 30/9/2022

  nhiệm vụ 2.2 "Công khai “giá đất”"
    hạn: trước ngày 30/9/2022
    // chưa đọc được, chủ trì: Sở Lạ

  nhiệm vụ 2.3 "Báo cáo"
    chủ trì: [Thanh tra tỉnh]
    // chưa đọc được, hạn: Khi có hướng dẫn của bộ nào đó
`);
    const marked = taskTable(after, env);
    expect(unreadCells(marked.rows)).toBe(2);
    expect(rowOf(marked, '2.2').cells.lead.aside?.text).toBe('Sở Lạ');
    const mended = write(after, ['2.2', 'lead'], 'Sở Nội vụ');
    expect(mended).not.toContain('Sở Lạ');
    expect(unreadCells(taskTable(mended, env).rows)).toBe(1);
    expect(parse(after).findings).toEqual([]);
  });

  it('keeps numbers that other documents call the tasks by', () => {
    const rows = [
      ['3', 'Giải trình', '', '', ''],
      ['3.5', 'Bồi dưỡng', 'Sở Nội vụ', '', 'thường xuyên'],
      ['3.7.', 'Giám sát', 'Sở Nội vụ', '', 'thường xuyên'],
      ['4', 'Tham nhũng', '', '', ''],
      ['4.1', 'Tuyên truyền', 'Sở Nội vụ', '', 'thường xuyên'],
    ];
    const numbers = (grid: readonly (readonly string[])[]): readonly string[] => {
      const after = apply(TEXT, taskTable(TEXT, env).paste(grid).edits);
      expect(check(after, env).diagnostics).toEqual([]);
      return [...after.matchAll(/^ *(?:nội dung|nhiệm vụ) ([\d.]+)/gm)].map(([, no = '']) => no).slice(3);
    };
    expect(numbers(rows)).toEqual(['3', '3.5', '3.7', '4', '4.1']);
    const taken = rows.map(([no = '', ...cells]) => [no.replace(/^3/, '1').replace('1.5', '1.1'), ...cells]);
    expect(numbers(taken)).toEqual(['2', '2.1', '2.2', '3', '3.1']);
  });

  it('fills a plan that has no tasks yet, and names its classes', () => {
    const empty = TEXT.slice(0, TEXT.indexOf('nhóm'));
    const { edits } = taskTable(empty, env).paste([['Việc', 'UBND cấp xã', '', 'quý III/2022', 'Báo cáo']]);
    const after = apply(empty, edits);
    expect(after.slice(empty.length)).toBe(`nhóm [UBND cấp xã] gồm mọi ủy ban nhân dân cấp xã

nhiệm vụ 1 "Việc"
  chủ trì: mỗi [UBND cấp xã]
  hạn: quý III/2022
  sản phẩm: "Báo cáo"
`);
    expect(check(after, env).rules).not.toBeNull();
  });

  it('takes the place of the task that a new text begins with, as long as nobody has named it', () => {
    const empty = TEXT.slice(0, TEXT.indexOf('nhóm'));
    const begun = apply(empty, taskTable(empty, env).add());
    const pasted = (text: string): string =>
      apply(text, taskTable(text, env).paste([['Việc', 'UBND cấp xã', '', 'quý III/2022', 'Báo cáo']]).edits);
    expect(shown(pasted(begun)).map(([no, title]) => [no, title])).toEqual([['1', 'Việc']]);
    expect(check(pasted(begun), env).rules).not.toBeNull();
    expect(shown(pasted(begun.replace('Tên nhiệm vụ', 'Họp'))).map(([, title]) => title)).toEqual(['Họp', 'Việc']);
  });

  it('never breaks on any paste', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'<>/"[];,\n\t\r:& x1ữ'), maxLength: 120 }), (text) => {
        gridOfText(text);
        gridOfHtml(`<table><tr><td>${text}</td></tr></table>`);
        const pasted = taskTable(TEXT, env).paste([['1', text, text, text, text, text]]);
        expect(taskTable(apply(TEXT, pasted.edits), env).rows.length).toBeGreaterThanOrEqual(2);
      }),
      { numRuns: 40 },
    );
  });
});
