import type { Bilingual } from '#contracts';
import { stringify } from 'csv-stringify/sync';
import type { Language } from '../problems/language.js';

/** A column of a table for people. */
export interface Column<Row> {
  readonly title: Bilingual;
  /** Numbers stay numbers; null is an empty cell. */
  readonly cell: (row: Row) => string | number | null;
}

/** Media type of the tables. */
export const CSV = 'text/csv; charset=utf-8; header=present';

/** Line breaks and other control characters have no business in a cell, least of all at its start. */
const plain = (cell: string | number | null): string | number | null =>
  typeof cell === 'string' ? cell.replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim() : cell;

/**
 * A table as CSV (RFC 4180), with the byte order mark by which spreadsheets know UTF-8. A text that a spreadsheet would take for a
 * formula gets an apostrophe in front.
 */
export const csvOf = <Row>(rows: readonly Row[], columns: readonly Column<Row>[], language: Language): string =>
  stringify([columns.map(({ title }) => title[language]), ...rows.map((row) => columns.map(({ cell }) => plain(cell(row))))], {
    bom: true,
    escape_formulas: true,
    record_delimiter: '\r\n',
  });
