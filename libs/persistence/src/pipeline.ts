import type { Writable } from 'node:stream';
import type { PoolClient, QueryResult } from 'pg';
import { written } from './array-text.js';
import { copyAlong } from './copy-query.js';
import { HAS_CITUS } from './distribute/cluster.sql.js';
import { rowsAsValues } from './distribute/rows-as-values.js';

/** Whatever statements can be sent to: a client, or a {@link Pipeline}. */
export interface Statements {
  query(sql: string, values?: unknown[]): Promise<unknown>;
}

/** A client whose statements need not wait for one another's answers: an option of the driver's, switched for a while. */
type PipelinedClient = PoolClient & { pipeline: boolean };

/** Names of statements by their text, so that each connection prepares them once. Texts are constants: the map stays small. */
const names = new Map<string, string>();

function nameOf(sql: string): string {
  const known = names.get(sql);
  if (known !== undefined) return known;
  const name = `thac_${names.size + 1}`;
  names.set(sql, name);
  return name;
}

/** A statement that each connection prepares once. */
export const named = (
  sql: string,
  values: unknown[],
): { readonly name: string; readonly text: string; readonly values: unknown[] } => ({
  name: nameOf(sql),
  text: sql,
  values: written(values),
});

/** The answer of the last statement, held so that nobody waits for it too early. */
export interface Held<Row> {
  readonly answer: Promise<QueryResult<Row & object>>;
}

/**
 * Statements of one transaction, sent without waiting for answers: a round trip for all of them. After one that fails the
 * server refuses the others and the commit is a rollback.
 */
export class Pipeline implements Statements {
  private readonly sent: Promise<unknown>[] = [];
  /** What is held back until an answer is waited for: one system call for all of it, and the server is woken once. */
  private readonly stream: Writable;

  constructor(
    private readonly client: PoolClient,
    private readonly isOnCitus: boolean,
  ) {
    this.stream = (client as unknown as { readonly connection: { readonly stream: Writable } }).connection.stream;
    this.stream.cork();
  }

  /** Sends; fulfilled at once. */
  async query(sql: string, values?: unknown[]): Promise<void> {
    const few = this.isOnCitus && values ? rowsAsValues(sql, values) : undefined;
    if (few) this.send(few.sql, few.values);
    else this.send(sql, values);
  }

  /** Whether rows can be copied: on Citus, COPY reaches the tenant's node by a way of its own, at several times the price. */
  get canCopy(): boolean {
    return !this.isOnCitus;
  }

  /** Sends rows of COPY's text format, each with its line feed; fulfilled at once. */
  async copy(sql: string, rows: string): Promise<void> {
    this.keep(copyAlong(this.client, sql, rows));
  }

  /** Sends a statement whose answer is wanted once everything was sent. */
  last<Row extends object>(sql: string, values: unknown[]): Held<Row> {
    return { answer: this.send<Row>(sql, values) };
  }

  /** Waits for one answer, while nothing else is to be sent. */
  async answered<Row>({ answer }: Held<Row>): Promise<QueryResult<Row & object>> {
    this.stream.uncork();
    const result = await answer;
    this.stream.cork();
    return result;
  }

  /** Waits for everything sent. @throws what the first statement that failed said */
  async settled(): Promise<void> {
    this.stream.uncork();
    const results = await Promise.allSettled(this.sent);
    const failed = results.find(({ status }) => status === 'rejected') as PromiseRejectedResult | undefined;
    if (failed) throw failed.reason;
  }

  private send<Row extends object>(sql: string, values?: unknown[]): Promise<QueryResult<Row>> {
    return this.keep(this.client.query<Row>(values ? named(sql, values) : sql));
  }

  private keep<Answer extends Promise<unknown>>(answer: Answer): Answer {
    answer.catch(() => undefined); // settled() tells
    this.sent.push(answer);
    return answer;
  }
}

/** Plans of statements over arrays are the same for all arrays: made once for a connection, not for each execution. */
const BEGIN = 'begin; set local plan_cache_mode = force_generic_plan';
/** Citus has no plan for rows out of arrays before it knows the tenant. */
const BEGIN_ON_CITUS = 'begin';

/** Whether the database has Citus, asked once of each connection. */
const onCitus = new WeakMap<PoolClient, boolean>();

export async function hasCitus(client: PoolClient): Promise<boolean> {
  const known = onCitus.get(client);
  if (known !== undefined) return known;
  const { rows } = await client.query<{ has_citus: boolean }>(HAS_CITUS);
  const has = rows[0]?.has_citus === true;
  onCitus.set(client, has);
  return has;
}

/** Runs work whose statements travel together, in one transaction. @returns the answer of its last statement */
export async function pipelined<Row extends object>(
  client: PoolClient,
  work: (pipeline: Pipeline) => Promise<Held<Row>>,
): Promise<QueryResult<Row>> {
  const isOnCitus = await hasCitus(client);
  const switched = client as PipelinedClient;
  const pipeline = new Pipeline(client, isOnCitus);
  switched.pipeline = true;
  try {
    await pipeline.query(isOnCitus ? BEGIN_ON_CITUS : BEGIN);
    const { answer } = await work(pipeline);
    await pipeline.query('commit');
    await pipeline.settled();
    return await answer;
  } catch (error) {
    await pipeline.query('rollback'); // where the work itself failed half-way
    await pipeline.settled(); // says what failed first: what came behind it only says that the transaction is over
    throw error;
  } finally {
    switched.pipeline = false;
  }
}
