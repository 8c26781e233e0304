import type { DataSource, QueryRunner } from 'typeorm';
import { whileMigrating } from '../data-source.js';
import { withoutPassword } from '../place.js';
import { FIND_CLUSTER, FIND_FUNCTIONS, FIND_TABLES, HAS_CITUS } from './cluster.sql.js';
import {
  ALLOW_TRIGGERS,
  COPY_EVERYWHERE,
  DISTRIBUTE,
  DISTRIBUTE_FIRST,
  DISTRIBUTE_FUNCTION,
  FREE_LOCAL_ROWS,
  HEED_TRIGGERS,
  PASS_TRIGGERS_OVER,
} from './distribute.sql.js';
import { DistributionFault } from './distribution-fault.js';

/** What a distribution did now; what had been done before is not named. */
export interface Distributed {
  /** Nodes that hold shards. */
  readonly nodes: number;
  /** Tables whose rows lie with their tenant. */
  readonly tables: readonly string[];
  /** Tables that every node has a copy of. */
  readonly copies: readonly string[];
  /** Functions that run where the tenant's rows lie. */
  readonly functions: readonly string[];
}

/** A table as it stands. */
interface Standing {
  readonly name: string;
  readonly has_tenant: boolean;
  readonly kept: string | null;
  readonly kept_by: string | null;
  readonly colocation: number | null;
  readonly has_triggers: boolean;
}

/** The table that the others lie with: one row for each tenant. */
const FIRST = 'tenant_head';
const NO_RIGHTS = '42501';

/**
 * Spreads a migrated database over the nodes of the Citus cluster whose coordinator it is on: every table with a tenant by the
 * hash of its tenant, all in one place for a tenant; every other table copied to each node. Rows that stand move along. All
 * tables in one transaction, during which nobody writes; what had been done before is left alone.
 * @throws DistributionFault saying in both languages why not, and how to mend it
 */
export function distribute(dataSource: DataSource): Promise<Distributed> {
  return whileMigrating(dataSource, async (runner) => {
    const work = new Distribution(runner, placeOf(dataSource));
    const nodes = await work.checkCluster();
    return { nodes, ...(await work.moveTables()), functions: await work.moveFunctions() };
  });
}

/**
 * Looks whether a database can be distributed at all, before anything is done to it.
 * @returns how many nodes hold shards
 * @throws DistributionFault where it has no Citus, is not the coordinator, or has no nodes for data
 */
export async function checkCluster(dataSource: DataSource): Promise<number> {
  const runner = dataSource.createQueryRunner();
  try {
    return await new Distribution(runner, placeOf(dataSource)).checkCluster();
  } finally {
    await runner.release();
  }
}

const placeOf = ({ options }: DataSource): string => withoutPassword(options.type === 'postgres' ? (options.url ?? '') : '');

class Distribution {
  constructor(
    private readonly runner: QueryRunner,
    private readonly place: string,
  ) {}

  /** @returns how many nodes hold shards */
  async checkCluster(): Promise<number> {
    const { place } = this;
    const [{ has_citus: hasCitus } = { has_citus: false }] = await this.ask<{ has_citus: boolean }>(HAS_CITUS);
    if (!hasCitus) throw new DistributionFault('database.no-citus', { place });
    const [{ node_group: group, holders } = { node_group: 0, holders: 0 }] = await this.ask<{
      node_group: number;
      holders: number;
    }>(FIND_CLUSTER);
    if (group !== 0) throw new DistributionFault('database.not-coordinator', { place });
    if (holders === 0) throw new DistributionFault('database.no-workers', { place });
    return holders;
  }

  async moveTables(): Promise<Pick<Distributed, 'tables' | 'copies'>> {
    const standing = await this.ask<Standing>(FIND_TABLES);
    this.checkStanding(standing);
    const here = standing.filter(({ kept }) => kept === null);
    await this.runner.startTransaction();
    try {
      for (const table of here) await this.about(table.name, () => this.move(table));
      await this.about(FIRST, () => this.runner.commitTransaction());
    } catch (error) {
      await this.runner.rollbackTransaction().catch(() => undefined); // the fault that came first is the one to tell
      throw error;
    }
    const named = (hasTenant: boolean): string[] =>
      here.filter(({ has_tenant: has }) => has === hasTenant).map(({ name }) => name);
    return { tables: named(true), copies: named(false) };
  }

  /** In a transaction of its own: Citus has none for functions once tables were moved in it. */
  async moveFunctions(): Promise<readonly string[]> {
    const functions = await this.ask<{ name: string }>(FIND_FUNCTIONS);
    for (const { name } of functions) {
      await this.about(name, () => this.ask(DISTRIBUTE_FUNCTION, [name, FIRST]));
    }
    return functions.map(({ name }) => name.replace(/\(.*/, ''));
  }

  private checkStanding(standing: readonly Standing[]): void {
    const { place } = this;
    const first = standing.find(({ name }) => name === FIRST);
    // Whoever may not use the schema sees no table of it, though there are some.
    if (!first) throw new DistributionFault('database.may-not-distribute', { place, thing: FIRST, reason: 'permission denied' });
    const group = first.colocation;
    for (const { name, has_tenant: hasTenant, kept, kept_by: keptBy, colocation } of standing) {
      if (kept === null) continue;
      const fits = hasTenant ? kept === 'h' && keptBy === 'tenant' && colocation === group : kept === 't';
      if (!fits) throw new DistributionFault('database.distributed-otherwise', { place, thing: name });
    }
  }

  private async move({ name, has_tenant: hasTenant, has_triggers: hasTriggers }: Standing): Promise<void> {
    if (hasTriggers) await this.ask(ALLOW_TRIGGERS);
    if (!hasTenant) await this.ask(COPY_EVERYWHERE, [name]);
    else if (name === FIRST) await this.ask(DISTRIBUTE_FIRST, [name]);
    else await this.ask(DISTRIBUTE, [name, FIRST]);
    if (hasTriggers) await this.ask(PASS_TRIGGERS_OVER);
    await this.ask(FREE_LOCAL_ROWS, [name]);
    if (hasTriggers) await this.ask(HEED_TRIGGERS);
  }

  /** Says of which table or function it was that the server would not. */
  private async about(thing: string, work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      const { code, message = '', detail } = error as { code?: string; message?: string; detail?: string };
      if (code === undefined) throw error;
      const reason = detail ? `${message}: ${detail}` : message;
      const kind = code === NO_RIGHTS ? 'database.may-not-distribute' : 'database.cannot-move';
      throw new DistributionFault(kind, { place: this.place, thing, reason });
    }
  }

  private async ask<Row>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    return (await this.runner.query(sql, [...values])) as Row[];
  }
}
