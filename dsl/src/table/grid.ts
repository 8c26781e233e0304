/** Tables as they come from Word and Excel, as plain cells. Pure: no document is made of what was pasted. */

export type Grid = readonly (readonly string[])[];

/** Rows and columns that are read of a paste; more is no table of tasks. */
const MOST_ROWS = 5_000;
const MOST_COLUMNS = 60;

/** The first table of a piece of HTML; null where there is none. Cells that reach over rows are told for each of them. */
export function gridOfHtml(html: string): Grid | null {
  const body = html.replace(/<!--[^]*?-->|<(script|style|head|xml)\b[^]*?<\/\1\s*>/gi, '');
  const table = new Table();
  for (const [, text = '', closing = '', name = '', attributes = ''] of body.matchAll(TOKEN)) {
    if (text !== '') table.write(text);
    else table.tag(name.toLowerCase(), closing === '/', attributes);
    if (table.isOver) break;
  }
  return table.rows.length > 0 ? filled(table.rows) : null;
}

const TOKEN = /([^<]+)|<(\/?)([a-z][\w:-]*)([^>]*)>/gi;
const BREAKS = new Set(['br', 'p', 'div', 'li']);

interface Raw {
  text: string;
  readonly columns: number;
  readonly rows: number;
}

class Table {
  readonly rows: Raw[][] = [];
  isOver = false;
  private depth = 0;
  private cell: Raw | null = null;

  write(text: string): void {
    if (this.cell) this.cell.text += unescaped(text.replace(/\s+/g, ' '));
  }

  tag(name: string, isClosing: boolean, attributes: string): void {
    if (name === 'table') this.nest(isClosing);
    else if (this.depth === 1 && name === 'tr' && !isClosing && this.rows.length < MOST_ROWS) this.rows.push([]);
    else if (this.depth === 1 && (name === 'td' || name === 'th')) this.open(isClosing, attributes);
    else if (this.cell && BREAKS.has(name)) this.cell.text += '\n';
  }

  private nest(isClosing: boolean): void {
    this.depth += isClosing ? -1 : 1;
    this.isOver = this.depth <= 0;
  }

  private open(isClosing: boolean, attributes: string): void {
    this.cell = null;
    const row = this.rows.at(-1);
    if (isClosing || !row || row.length >= MOST_COLUMNS) return;
    this.cell = { text: '', columns: spanIn(attributes, 'colspan'), rows: spanIn(attributes, 'rowspan') };
    row.push(this.cell);
  }
}

function spanIn(attributes: string, name: string): number {
  const found = new RegExp(`\\b${name}\\s*=\\s*["']?(\\d{1,4})`, 'i').exec(attributes)?.[1];
  return Math.min(MOST_COLUMNS, Math.max(1, Number(found ?? 1)));
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  bull: '•',
};

const unescaped = (text: string): string => text.replace(/&(#x[\da-f]{1,6}|#\d{1,7}|[a-z]+);/gi, characterOf);

function characterOf(whole: string, name: string): string {
  if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? whole;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : '';
}

/** Every cell in its column: one that reaches over columns is empty from its second on, one over rows is said in each of them. */
function filled(rows: readonly (readonly Raw[])[]): Grid {
  const reaching: { text: string; rows: number }[] = [];
  return rows.map((row) => {
    const line: string[] = [];
    const waiting = [...row];
    for (let column = 0; column < MOST_COLUMNS && (waiting.length > 0 || column < reaching.length); column++) {
      const above = reaching[column];
      if (above && above.rows > 0) {
        above.rows -= 1;
        line[column] = above.text;
        continue;
      }
      const cell = waiting.shift();
      if (!cell) continue;
      const text = tidy(cell.text);
      for (let index = 0; index < cell.columns; index++) {
        const own = index === 0 ? text : '';
        line[column + index] = own;
        reaching[column + index] = { text: own, rows: cell.rows - 1 };
      }
      column += cell.columns - 1;
    }
    return Array.from(line, (text) => text ?? '');
  });
}

const tidy = (text: string): string =>
  text
    .replace(/[ \t\u00a0]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim()
    .normalize('NFC');

/** Cells parted by tabs, as Excel copies them: a cell with a line break stands in quotes. Null where there is but one cell. */
export function gridOfText(text: string): Grid | null {
  const rows: string[][] = [[]];
  let at = 0;
  const source = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n').replace(/\n+$/, '');
  while (at <= source.length && rows.length <= MOST_ROWS) {
    const isQuoted = source[at] === '"' && QUOTED.test(source.slice(at));
    const match = (isQuoted ? QUOTED : PLAIN).exec(source.slice(at));
    const [whole = '', cell = ''] = match ?? [];
    rows.at(-1)?.push(tidy(isQuoted ? cell.replaceAll('""', '"') : cell));
    at += whole.length;
    if (source[at] === '\n') rows.push([]);
    at += 1;
  }
  const isTable = rows.some(({ length }) => length > 1);
  return isTable ? rows.map((row) => row.slice(0, MOST_COLUMNS)) : null;
}

const QUOTED = /^"((?:[^"]|"")*)"(?=[\t\n]|$)/;
const PLAIN = /^([^\t\n]*)/;
