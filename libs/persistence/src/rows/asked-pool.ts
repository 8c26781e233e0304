import type { Pool, PoolClient, QueryConfig, QueryResult } from 'pg';
import type { RowScope } from '#contracts';
import { hasCitus } from '../pipeline.js';
import { isServerFault } from '../transaction.js';
import { scopeNow } from './asking.js';
import { RESOLVE_SCOPE } from './resolve.sql.js';
import { NOT_ALLOWED, RowsDenied } from './row-fault.js';
import { HAND_ON, NO_SCOPE, type ResolvedScope, scopeSettings } from './scope-settings.js';

/** A client whose statements need not wait for one another's answers. */
type Pipelined = PoolClient & { pipeline: boolean };
type Answered = Promise<QueryResult<never>>;

/** What scopes of plans and branches stand for: found once for each. */
const resolved = new WeakMap<RowScope, Promise<ResolvedScope>>();

/**
 * Connections of the role that whoever asks is served as. Each statement is a transaction with the scope of what is asked now, in one
 * round trip: the scope goes with the transaction, so the next to use the connection finds none. Without a scope nothing is seen.
 */
export class AskedPool {
  constructor(private readonly pool: Pool) {}

  /** @throws RowsDenied where a row lies outside of the scope */
  async query(statement: string | QueryConfig, values?: unknown[]): Answered {
    const scope = await this.scope();
    return this.within(scope, (client) => client.query(statement, values) as Answered);
  }

  /** A connection each of whose transactions is held to the scope of now; without one begun, it begins one. */
  async connect(): Promise<PoolClient> {
    const scope = await this.scope();
    const client = await this.pool.connect();
    return held(client, await settingsFor(client, scope));
  }

  async end(): Promise<void> {
    await this.pool.end();
  }

  private async scope(): Promise<ResolvedScope> {
    const scope = scopeNow();
    if (!scope || scope.action === '') return { ...NO_SCOPE, user: scope?.user ?? '', tenant: scope?.tenant ?? '' };
    const { within, ...rest } = scope;
    if (scope.units === '*' || (scope.plan === null && within === null)) return { ...rest, followers: [] };
    const known = resolved.get(scope) ?? this.resolve(scope);
    resolved.set(scope, known);
    return known;
  }

  /** Plans and units are documents of the house; who follows a plan is what is asked about it. */
  private async resolve({ within, ...scope }: RowScope): Promise<ResolvedScope> {
    const wide: ResolvedScope = { ...scope, units: '*', followers: [] };
    const { rows } = await this.within(
      wide,
      (client) => client.query(RESOLVE_SCOPE, [scope.tenant, scope.plan, within]) as unknown as Promise<QueryResult<Found>>,
    );
    const [found] = rows;
    const units = [...(scope.units === '*' ? [] : scope.units), ...(found?.branch ?? [])];
    return { ...scope, units, plan: found?.plan ?? null, followers: found?.followers ?? '*' };
  }

  private async within<Row extends object>(
    scope: ResolvedScope,
    work: (client: PoolClient) => Promise<QueryResult<Row>>,
  ): Promise<QueryResult<Row>> {
    const client = (await this.pool.connect()) as Pipelined;
    let broken: Error | undefined;
    const lost = (failure: Error): void => {
      broken = failure;
    };
    client.on('error', lost);
    try {
      const begin = ['begin', ...(await settingsFor(client, scope))].join('; ');
      client.pipeline = true;
      const sent = [client.query(begin), work(client), client.query('commit')] as const;
      const [begun, answer, ended] = await Promise.allSettled(sent);
      const failed = [begun, answer, ended].find(({ status }) => status === 'rejected') as PromiseRejectedResult | undefined;
      if (failed) throw failed.reason;
      return (answer as PromiseFulfilledResult<QueryResult<Row>>).value;
    } catch (error) {
      throw isServerFault(error, NOT_ALLOWED) ? new RowsDenied('rows denied', { cause: error }) : error;
    } finally {
      client.pipeline = false;
      client.off('error', lost);
      client.release(broken);
    }
  }
}

interface Found {
  readonly plan: string | null;
  readonly followers: readonly string[] | null;
  readonly branch: readonly string[];
}

const settingsFor = async (client: PoolClient, scope: ResolvedScope): Promise<readonly string[]> => [
  ...((await hasCitus(client)) ? [HAND_ON] : []),
  ...scopeSettings(scope),
];

const BEGINS = /^\s*begin\b/i;
const ENDS = /^\s*(?:commit|rollback)\b/i;

/** Sets a scope at the beginning of each transaction, until the connection is given back. */
function held(client: PoolClient, settings: readonly string[]): PoolClient {
  const [query, release] = [client.query.bind(client), client.release.bind(client)];
  let isBegun = false;
  const asked = (first: unknown, ...rest: unknown[]): unknown => {
    const text = typeof first === 'string' ? first : '';
    if (BEGINS.test(text)) {
      isBegun = true;
      return query([text, ...settings].join('; '));
    }
    if (ENDS.test(text)) isBegun = false;
    else if (!isBegun) {
      isBegun = true;
      query(['begin', ...settings].join('; ')).catch(() => undefined); // what comes after it fails, too
    }
    return (query as (...all: unknown[]) => unknown)(first, ...rest);
  };
  const back = (error?: Error | boolean): void => {
    Object.assign(client, { query, release });
    if (error || !isBegun) release(error);
    else query('rollback').then(() => release(), release);
  };
  return Object.assign(client, { query: asked as PoolClient['query'], release: back });
}
