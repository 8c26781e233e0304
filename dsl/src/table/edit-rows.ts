import type { Edit } from '../service/answers.js';
import { endOfLine, newGroups } from '../semantics/new-groups.js';
import type { Analysis } from '../service/analysis.js';
import { phraseOf, type Language } from '../vocabulary/concepts.js';
import { groupLine, type NewGroup } from '../vocabulary/usual-classes.js';
import { KEPT_ASIDE, KEYWORDS, LINES, type Column } from './columns.js';
import { readCell, type CellRead } from './read-cell.js';
import { tableRows, type Row } from './rows.js';

/** What a cell comes to: changes of the text, or why it was not understood. */
export type CellWritten = { readonly ok: true; readonly edits: readonly Edit[] } | Extract<CellRead, { readonly ok: false }>;

/** Writes a cell: only the lines that it concerns change. An empty one takes its line away. */
export function writeCell(analysis: Analysis, row: Row, { column, written }: { column: Column; written: string }): CellWritten {
  const read = readCell(column, written, analysis);
  if (!read.ok) return read;
  const edits =
    column === 'title' ? titleEdits(row, read.source, analysis) : lineEdits(row, { column, source: read.source }, analysis);
  return { ok: true, edits: [...groupEdits(read.groups, analysis), ...edits].toSorted((a, b) => a.start - b.start) };
}

function titleEdits({ cells: { title }, head }: Row, source: string, { text }: Analysis): readonly Edit[] {
  const quoted = `"${source}"`;
  if (title.value) return text.slice(title.value.start, title.value.end) === quoted ? [] : [{ ...title.value, text: quoted }];
  return source === '' ? [] : [{ start: head.end, end: head.end, text: ` ${quoted}` }];
}

interface Line {
  readonly column: (typeof LINES)[number];
  readonly source: string;
}

function lineEdits(row: Row, { column, source }: Line, { text, lexed: { language } }: Analysis): readonly Edit[] {
  const cell = row.cells[column];
  const aside: readonly Edit[] = cell.aside ? [{ ...cell.aside.line, text: '' }] : [];
  const line = lineOf(column, source, language);
  if (!cell.line) return source === '' ? aside : [...aside, newLine(row, line, { column, text })];
  if (source === '') return [...aside, withoutLine(cell.line, text)];
  return text.slice(cell.line.start, cell.line.end) === line ? aside : [...aside, { ...cell.line, text: line }];
}

/** A report by a date is a line of its own kind, keyword and all. */
function lineOf(column: Line['column'], source: string, language: Language): string {
  const isReport = column === 'due' && source.toLowerCase().startsWith(phraseOf('REPORT_TO', language).split(' ')[0] ?? '');
  if (isReport) return source;
  return `${phraseOf(KEYWORDS[column], language)}: ${column === 'output' ? `"${source}"` : source}`;
}

/** Behind the last line of those that come before it; a comment at the end of that line stays with it. */
function newLine({ cells, head, indent }: Row, line: string, { column, text }: { column: Line['column']; text: string }): Edit {
  const before = LINES.slice(0, LINES.indexOf(column)).flatMap((each) => cells[each].line ?? []);
  const end = Math.max(head.end, ...before.map((span) => span.end));
  const lineEnd = endOfLine(text, end);
  return { start: lineEnd, end: lineEnd, text: `\n${' '.repeat(indent + 2)}${line}` };
}

/** Takes a line away, with its indentation; where something else stands on it, only its words. */
function withoutLine({ start, end }: { start: number; end: number }, text: string): Edit {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = endOfLine(text, end);
  const isAlone = text.slice(lineStart, start).trim() === '' && text.slice(end, lineEnd).trim() === '';
  if (!isAlone) return { start, end, text: '' };
  const next = text.indexOf('\n', lineEnd);
  return { start: lineStart, end: next < 0 ? text.length : next + 1, text: '' };
}

/** Lines for classes that the text does not name yet: behind the last group, else before the first task. */
export function groupEdits(groups: readonly NewGroup[], { document: { items }, lexed, text }: Analysis): readonly Edit[] {
  const lines = [...new Set(groups.map((group) => groupLine(group, lexed.language)))];
  return lines.length === 0 ? [] : [newGroups(lines, { items, text })];
}

/** Takes a task away, and the blank lines behind it. */
export function removeRow({ text }: Analysis, { span }: Row): readonly Edit[] {
  const start = text.lastIndexOf('\n', span.start - 1) + 1;
  const nextLine = text.lastIndexOf('\n', span.end - 1) + 1;
  const end = span.end >= text.length || nextLine <= start ? span.end : nextLine;
  return [{ start, end, text: '' }];
}

/** A task to be written: cells as they are read, and what of them could not be. */
export interface NewTask {
  readonly no: string;
  readonly title: string;
  readonly lines: readonly Line[];
  readonly asides: readonly Line[];
}

/** The text of a task. */
export function taskText({ no, title, lines, asides }: NewTask, language: Language, indent: number): string {
  const [pad, inner] = [' '.repeat(indent), ' '.repeat(indent + 2)];
  return [
    `${pad}${phraseOf('TASK', language)} ${no} "${title}"`,
    ...lines.map(({ column, source }) => `${inner}${lineOf(column, source, language)}`),
    ...asides.map(
      ({ column, source }) => `${inner}// ${KEPT_ASIDE[language]}, ${phraseOf(KEYWORDS[column], language)}: ${source}`,
    ),
  ].join('\n');
}

const FIRST_TITLE: Readonly<Record<Language, string>> = { vi: 'Tên nhiệm vụ', en: 'Title of the task' };

/** A further task behind the last one, with the next number, to be filled in. */
export function addRow(analysis: Analysis): readonly Edit[] {
  const rows = tableRows(analysis.text);
  const { language } = analysis.lexed;
  const no = nextNumber(rows.at(-1)?.no);
  const written = taskText({ no, title: FIRST_TITLE[language], lines: [], asides: [] }, language, rows.at(-1)?.indent ?? 0);
  return [appended(written, rows, analysis)];
}

/** One more than a number, at its own depth: `1.9` to `1.10`. */
export const nextNumber = (last: string | undefined): string =>
  last === undefined || last === '' ? '1' : last.replace(/\d+$/, (digits) => String(Number(digits) + 1));

/** Puts parts behind the last task; where there is none, behind groups and the head. */
export function appended(written: string, rows: readonly Row[], { text, document }: Analysis): Edit {
  const last = rows.at(-1);
  const before = document.items.findLast(
    ({ kind }) => kind === 'group' || kind === 'plan' || kind === 'section' || kind === 'goal',
  );
  const from = last ? endOfTask(last, text) : endOfLine(text, before?.span.end ?? text.length);
  const isEmpty = text.slice(0, from).trim() === '';
  const end = text.slice(from).trim() === '' ? text.length : from;
  return { start: from, end, text: `${isEmpty ? '' : '\n\n'}${written}${end === text.length ? '\n' : ''}` };
}

/** True where a text has no task but the one that it begins with, still to be named. */
export const isUntouched = (rows: readonly Row[]): boolean =>
  rows.length === 1 && Object.values(FIRST_TITLE).includes(rows[0]?.cells.title.source ?? '');

/** Puts parts in the place of a task. */
export const inPlaceOf = (row: Row, written: string, { text }: Analysis): Edit => ({
  start: row.span.start - row.indent,
  end: endOfTask(row, text),
  text: written,
});

/** The end of a task's last line, comments that follow set in included. Its lines are its own however far they are set in. */
function endOfTask({ span, end, indent }: Row, text: string): number {
  const own = text.slice(span.start, span.end);
  const lines = own.split('\n');
  let kept = 1;
  for (let index = 1; index < lines.length; index++) {
    const line = lines[index] ?? '';
    const isOwn = line.trim() !== '' && line.length - line.trimStart().length > indent;
    if (isOwn) kept = index + 1;
    else if (line.trim() !== '') break;
  }
  return Math.max(endOfLine(text, end), span.start + lines.slice(0, kept).join('\n').trimEnd().length);
}
