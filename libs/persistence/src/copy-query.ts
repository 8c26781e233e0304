import pg from 'pg';
import type { QueryResult } from 'pg';

/** What the driver's connection can do besides what its types tell. */
interface CopyConnection {
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
}

/**
 * COPY … FROM STDIN whose rows are sent along with it, before the server says that it is ready for them: it costs no round trip of
 * its own, and other statements can stand before and behind it. Where the server refuses the statement, it passes over the rows.
 */
class CopyQuery extends pg.Query {
  readonly #sql: string;
  readonly #rows: string;

  constructor(sql: string, rows: string) {
    super(sql);
    this.#sql = sql;
    this.#rows = rows; // the driver has a field of this name that means something else
  }

  override submit = (to: unknown): void => {
    const connection = to as CopyConnection;
    connection.query(this.#sql);
    connection.sendCopyFromChunk(Buffer.from(this.#rows));
    connection.endCopyFrom();
  };

  /** The rows are under way. */
  handleCopyInResponse(): void {}
}

/** Sends rows, as COPY's text format has them, on a connection whose statements need not wait for one another. */
export const copyAlong = (client: pg.ClientBase, sql: string, rows: string): Promise<QueryResult> =>
  new Promise((resolve, reject) => {
    const done = (error: Error | undefined, result: QueryResult): void => (error ? reject(error) : resolve(result));
    (client.query as unknown as (query: CopyQuery, callback: typeof done) => void).call(client, new CopyQuery(sql, rows), done);
  });
