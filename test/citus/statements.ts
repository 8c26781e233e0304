import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { ClientBase } from 'pg';

/** A constant statement of the store. */
export interface Statement {
  /** `queries/lists LIST_ITEMS`. */
  readonly name: string;
  readonly sql: string;
}

const SOURCES = path.join(import.meta.dirname, '../../libs/persistence/src');
/** Folders of statements that make, move or look at tables themselves. */
const OF_TABLES = ['migrations', 'distribute', 'roles'];
const BEGINS = /^\s*(?:with|select|insert|update|delete|copy)\b/i;

/** Every statement of the store, as its `*.sql.ts` export them; texts that are parts of statements are left out. */
export async function allStatements(): Promise<readonly Statement[]> {
  const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.sql.ts') && !OF_TABLES.includes(file.split(path.sep)[0] ?? ''))
    .toSorted();
  const modules = await Promise.all(
    files.map(async (file) => [file, (await import(path.join(SOURCES, file))) as Readonly<Record<string, unknown>>] as const),
  );
  return modules.flatMap(([file, module]) =>
    Object.entries(module).flatMap(([name, value]) =>
      textsOf(value)
        .filter((sql) => BEGINS.test(sql))
        .map((sql) => ({ name: `${file.replace(/\.sql\.ts$/, '')} ${name}`, sql })),
    ),
  );
}

/** The texts that an export holds: itself, a list's, an object's. */
function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

interface PlanNode {
  readonly 'Relation Name'?: string;
  readonly Alias?: string;
  readonly 'Node Type': string;
  readonly Plans?: readonly PlanNode[];
  readonly [property: string]: unknown;
}

/**
 * Tables that a statement reads, or changes, without being held to one tenant, as the planner sees it: a scan of a table with
 * a tenant needs `tenant = $n` among its conditions, whoever wrote them.
 */
export async function unboundScans(client: ClientBase, sql: string, tables: ReadonlyMap<string, string>): Promise<string[]> {
  await client.query('set plan_cache_mode = force_generic_plan');
  await client.query(`prepare looked_at as ${sql}`);
  try {
    const { rows } = await client.query<{ count: number }>(
      "select cardinality(parameter_types) as count from pg_prepared_statements where name = 'looked_at'",
    );
    const values = Array.from({ length: rows[0]?.count ?? 0 }, (_, index) => (index === 0 ? "'a'" : 'null'));
    const execute = values.length > 0 ? `execute looked_at (${values.join(', ')})` : 'execute looked_at';
    const plan = await client.query<{ 'QUERY PLAN': readonly [{ readonly Plan: PlanNode }] }>(`explain (format json) ${execute}`);
    return unboundIn(plan.rows[0]?.['QUERY PLAN'][0].Plan as PlanNode, tables);
  } finally {
    await client.query('deallocate looked_at');
  }
}

const CONDITIONS = ['Index Cond', 'Recheck Cond', 'Filter', 'Cache Key'];
/** To the tenant asked for, or to that of a row which is itself held to it: one that is not is found out by its own scan. */
const BOUND = /\btenant\)?(?:::text)? = (?:\(?\$\d+|\w+\.tenant\b)/;

function unboundIn(node: PlanNode, tables: ReadonlyMap<string, string>): string[] {
  const table = tables.get(node['Relation Name'] ?? '');
  const isScan = table !== undefined && node['Node Type'] !== 'ModifyTable';
  const isBound = CONDITIONS.some((condition) => BOUND.test(String(node[condition] ?? '')));
  const below = (node.Plans ?? []).flatMap((child) => unboundIn(child, tables));
  return isScan && !isBound ? [table, ...below] : below;
}
