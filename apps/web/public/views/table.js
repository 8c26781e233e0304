import { element } from '../dom.js';

/** @typedef {import('../dom.js').Child} Child */
/**
 * @template Row
 * @typedef {{title: string, cell: (row: Row) => Child, class?: string, heads?: boolean}} Column `heads`: it names the row
 */

/**
 * A table that becomes a list of cards where the page is narrow; roles are written out so that it stays a table to readers.
 * @template Row
 * @param {string} caption
 * @param {readonly Column<Row>[]} columns
 * @param {readonly Row[]} rows
 */
export function listTable(caption, columns, rows) {
  return element(
    'table',
    { class: 'list', role: 'table' },
    element('caption', { class: 'unseen' }, caption),
    element(
      'thead',
      { role: 'rowgroup' },
      element(
        'tr',
        { role: 'row' },
        ...columns.map((column) => element('th', { scope: 'col', role: 'columnheader', class: column.class }, column.title)),
      ),
    ),
    element('tbody', { role: 'rowgroup' }, ...rows.map((row) => tableRow(columns, row))),
  );
}

/**
 * @template Row
 * @param {readonly Column<Row>[]} columns
 * @param {Row} row
 */
const tableRow = (columns, row) =>
  element(
    'tr',
    { role: 'row' },
    ...columns.map((column) =>
      column.heads
        ? element('th', { scope: 'row', role: 'rowheader', class: column.class }, column.cell(row))
        : element('td', { role: 'cell', class: column.class, 'data-label': column.title }, column.cell(row)),
    ),
  );
