import pg from 'pg';

/** A node of a cluster, as the coordinator knows it. */
interface ClusterNode {
  readonly host: string;
  readonly port: number;
  /** 0 for the coordinator. */
  readonly node_group: number;
  readonly holds: boolean;
}

/** What a run on a cluster was run on. */
export interface ClusterFacts {
  readonly citus: string;
  readonly postgres: string;
  /** Nodes that hold data. */
  readonly holders: number;
  /** `host:port` of every node, the coordinator first. */
  readonly nodes: readonly string[];
}

const NODES = `
select nodename as host, nodeport as port, groupid as node_group, shouldhaveshards as holds
from pg_dist_node where isactive and noderole = 'primary' order by groupid`;

/** Shards of a table in databases of specs: enough for every node to hold some, few enough to be made within a second. */
const SHARDS = 4;

/** A database of a cluster's own name. Only letters, digits and underscores: it stands in statements as it is. */
const checked = (name: string): string => {
  if (!/^\w+$/.test(name)) throw new TypeError(`${name} is no name of a database for specs`);
  return name;
};

/**
 * Makes an empty database on every node of the cluster whose coordinator `url` names, with Citus in it and the same nodes. Needs the
 * rights of a superuser there, and no connection to any other node: the coordinator speaks to them.
 * @throws Error where a node refuses
 */
export async function createCitusDatabase(url: string, name: string): Promise<void> {
  const nodes = await connected(url, async (client) => {
    const { rows } = await client.query<ClusterNode>(NODES);
    await client.query(`create database ${checked(name)} template template0`);
    await onWorkers(client, `create database ${checked(name)} template template0`);
    await client.query(`alter database ${checked(name)} set citus.shard_count = ${SHARDS}`);
    return rows;
  });
  await connected(databaseOf(url, name), (client) => join(client, nodes));
}

async function join(client: pg.Client, nodes: readonly ClusterNode[]): Promise<void> {
  await client.query('create extension citus');
  const workers = nodes.filter(({ node_group: group }) => group !== 0);
  if (workers.length > 0) {
    const { rows } = await client.query<Answer>(
      'select success, result from master_run_on_worker($1::text[], $2::int[], $3::text[], true)',
      [workers.map(({ host }) => host), workers.map(({ port }) => port), workers.map(() => 'create extension citus')],
    );
    checkAnswers(rows);
  }
  for (const { host, port, node_group: group, holds } of nodes) {
    const coordinates = group === 0 ? 'select citus_set_coordinator_host($1, $2::int)' : 'select citus_add_node($1, $2::int)';
    await client.query(coordinates, [host, port]);
    await client.query("select citus_set_node_property($1, $2::int, 'shouldhaveshards', $3::boolean)", [host, port, holds]);
  }
}

/** Drops a database of {@link createCitusDatabase} on every node. */
export async function dropCitusDatabase(url: string, name: string): Promise<void> {
  const drop = `drop database if exists ${checked(name)} with (force)`;
  await connected(url, async (client) => {
    await client.query(drop);
    await onWorkers(client, drop);
  });
}

/** Drops every database whose name begins so, on every node. @returns their names */
export async function dropCitusDatabases(url: string, prefix: string): Promise<readonly string[]> {
  const { rows } = await connected(url, (client) =>
    client.query<{ name: string }>('select datname as name from pg_database where starts_with(datname, $1)', [prefix]),
  );
  for (const { name } of rows) await dropCitusDatabase(url, name);
  return rows.map(({ name }) => name);
}

/** What a run on the cluster is told at its beginning. */
export function clusterFacts(url: string): Promise<ClusterFacts> {
  return connected(url, async (client) => {
    const { rows: nodes } = await client.query<ClusterNode>(NODES);
    const { rows } = await client.query<{ citus: string; postgres: string }>(
      "select split_part(citus_version(), ' ', 2) as citus, current_setting('server_version') as postgres",
    );
    const { citus = '', postgres = '' } = rows[0] ?? {};
    const holders = nodes.filter(({ holds }) => holds).length;
    return { citus, postgres, holders, nodes: nodes.map(({ host, port }) => `${host}:${port}`) };
  });
}

/** The address of another database of the same server. */
export function databaseOf(url: string, name: string): string {
  const own = new URL(url);
  own.pathname = `/${name}`;
  return own.href;
}

interface Answer {
  readonly success: boolean;
  readonly result: string;
}

async function onWorkers(client: pg.Client, statement: string): Promise<void> {
  const { rows } = await client.query<Answer>('select success, result from run_command_on_workers($1)', [statement]);
  checkAnswers(rows);
}

function checkAnswers(answers: readonly Answer[]): void {
  const refused = answers.find(({ success }) => !success);
  if (refused) throw new Error(`a node of the cluster refused: ${refused.result}`);
}

async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined); // the query under way rejects
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
