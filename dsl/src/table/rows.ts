import { spanOfToken } from '../ast/cst.js';
import type { ClauseNode, ItemNode, TaskNode } from '../ast/nodes.js';
import type { Span } from '../lexer/lines.js';
import { parse, type Parsed } from '../parser/parse.js';
import { phraseOf } from '../vocabulary/concepts.js';
import { COLUMNS, KEPT_ASIDE, KEYWORDS, KINDS, LINES, type Column } from './columns.js';

/** One cell of the table, and where it stands in the text. */
export interface Cell {
  /** As the text has it, without the keyword; empty where the task does not say. */
  readonly source: string;
  /** The whole line, keyword included; null where there is none. */
  readonly line: Span | null;
  /** The part that is shown. */
  readonly value: Span | null;
  /** What could not be read and is kept in a comment; null where nothing is. */
  readonly aside: { readonly text: string; readonly line: Span } | null;
}

/** One task of a text as a row. */
export interface Row {
  /** As the text numbers it; empty where it has no number. */
  readonly no: string;
  /** Its own stretch of the text, up to the next part. */
  readonly span: Span;
  /** Its first line's stretch. */
  readonly head: Span;
  /** Where the last word of it ends, comments not counted. */
  readonly end: number;
  /** Where its first line begins, counted in blanks. */
  readonly indent: number;
  readonly cells: Readonly<Record<Column, Cell>>;
  /** True where it says more than the table shows. */
  readonly hasMore: boolean;
  /** Title of the section that it stands in; null outside any. */
  readonly section: string | null;
}

/** The tasks of a text as rows. Cost: linear. Never throws. */
export function tableRows(text: string): readonly Row[] {
  const parsed = parse(text);
  const { items } = parsed.document;
  let section: string | null = null;
  return items.flatMap((item, index): Row[] => {
    if (item.kind === 'section') section = item.title?.value ?? '';
    if (item.kind !== 'task') return [];
    return [rowOf(item, { text, parsed, until: startOf(items[index + 1]) ?? text.length, section })];
  });
}

const startOf = (item: ItemNode | undefined): number | undefined => item?.span.start;

interface Around {
  readonly text: string;
  readonly parsed: Parsed;
  /** Where the next part begins. */
  readonly until: number;
  readonly section: string | null;
}

function rowOf(task: TaskNode, around: Around): Row {
  const { text, until, section } = around;
  const lineStart = text.lastIndexOf('\n', task.span.start - 1) + 1;
  const shown = new Set<ClauseNode>();
  const asides = asidesIn(text, { start: task.span.start, end: until });
  const lineCell = (column: (typeof LINES)[number]): Cell => {
    const clause = task.clauses.find(({ kind }) => KINDS[column].includes(kind));
    if (clause) shown.add(clause);
    const value = clause ? valueOf(clause, around.parsed) : null;
    const source = value ? text.slice(value.start, value.end) : '';
    return { source: plainText(column, source), line: clause?.span ?? null, value, aside: asides.get(column) ?? null };
  };
  const title: Cell = {
    source: task.title?.value ?? '',
    line: task.head,
    value: task.title?.span ?? null,
    aside: asides.get('title') ?? null,
  };
  const cells = { title, ...Object.fromEntries(LINES.map((column) => [column, lineCell(column)])) } as Row['cells'];
  return {
    no: task.no?.written ?? '',
    span: { start: task.span.start, end: until },
    head: task.head,
    end: task.span.end,
    indent: task.span.start - lineStart,
    cells,
    hasMore: task.clauses.some((clause) => !shown.has(clause)),
    section,
  };
}

/** A deliverable is a text in quotes; the table shows what is in them. */
const plainText = (column: Column, source: string): string =>
  column === 'output' ? source.replace(/^"([^"]*)"$/, '$1') : source;

/** The stretch of a line behind its keyword; all of it where the keyword is part of what it says. */
function valueOf(clause: ClauseNode, { lexed: { tokens } }: Parsed): Span {
  if (clause.kind === 'report') return clause.span;
  const own = tokens.filter(({ startOffset }) => clause.span.start <= startOffset && startOffset < clause.span.end);
  const after = own.findIndex((token, index) => index > 0 && token.tokenType.name !== 'Colon');
  const first = own[after];
  return { start: first ? spanOfToken(first).start : clause.span.end, end: clause.span.end };
}

const ASIDE = new RegExp(`^[ \\t]*// *(?:${KEPT_ASIDE.vi}|${KEPT_ASIDE.en}), ([^:\\n]+): *(.*?)[ \\t]*\\r?$\\n?`, 'gmu');

const NAMES: ReadonlyMap<string, Column> = new Map(
  LINES.flatMap((column) => [
    [phraseOf(KEYWORDS[column], 'vi'), column],
    [phraseOf(KEYWORDS[column], 'en'), column],
  ]),
);

function asidesIn(text: string, { start, end }: Span): ReadonlyMap<Column, NonNullable<Cell['aside']>> {
  const found = new Map<Column, NonNullable<Cell['aside']>>();
  for (const match of text.slice(start, end).matchAll(ASIDE)) {
    const column = NAMES.get(match[1]?.trim() ?? '');
    const at = start + match.index;
    if (column) found.set(column, { text: match[2] ?? '', line: { start: at, end: at + match[0].length } });
  }
  return found;
}

/** Cells of a table that hold something that could not be read. */
export const unreadCells = (rows: readonly Row[]): number =>
  rows.reduce((sum, { cells }) => sum + COLUMNS.filter((column) => cells[column].aside !== null).length, 0);
