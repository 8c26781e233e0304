import type { ClientBase } from 'pg';
import { arrayLiteral, type Cell, copyCell, copyLines } from '../copy.js';
import type { Statements } from '../pipeline.js';
import type { Table } from '../tables.js';

/** Rows a statement: parameters stay below some megabytes. */
const ROWS_A_STATEMENT = 5_000;

/** A row as its table's statement takes it, with the constant text of that statement. */
export interface Upsert<Row> {
  readonly table: Table<Row>;
  readonly sql: string;
}

/** Writes rows over those that stand, by arrays of columns. */
export async function upsert<Row>(
  to: Statements,
  { table, sql }: Upsert<Row>,
  { tenant, rows }: { readonly tenant: string; readonly rows: readonly Row[] },
): Promise<void> {
  for (let first = 0; first < rows.length; first += ROWS_A_STATEMENT) {
    const some = rows.slice(first, first + ROWS_A_STATEMENT);
    const columns = table.columns.map((column) => some.map((row) => parameter(row[column] as Cell)));
    await to.query(sql, [tenant, ...columns]);
  }
}

/** Lists travel as array literals: `unnest` would take lists of lists apart. */
const parameter = (cell: Cell): unknown => (Array.isArray(cell) ? arrayLiteral(cell) : cell);

/** Writes rows of which none stands yet, made as they are sent. */
export function copyRows<Row>(
  client: ClientBase,
  table: Table<Row>,
  { tenant, rows }: { readonly tenant: string; readonly rows: Iterable<Row> },
): Promise<number> {
  return copyLines(client, copyStatement(table), lines(table.columns, copyCell(tenant), rows));
}

/** The table's COPY, from which its rows come as lines of text. */
export const copyStatement = <Row>({ name, columns }: Table<Row>): string =>
  `copy ${name} (tenant, ${columns.join(', ')}) from stdin`;

/** Rows as the lines of {@link copyStatement}, in one text. */
export const linesOf = <Row>(
  { columns }: Table<Row>,
  { tenant, rows }: { readonly tenant: string; readonly rows: Iterable<Row> },
): string => lines(columns, copyCell(tenant), rows).toArray().join('');

function* lines<Row>(columns: Table<Row>['columns'], leading: string, rows: Iterable<Row>): Generator<string> {
  for (const row of rows) {
    let line = leading;
    for (const column of columns) line += `\t${copyCell(row[column] as Cell)}`;
    yield `${line}\n`;
  }
}
