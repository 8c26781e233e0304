/** One PostgreSQL for a run of the tests: the one DATABASE_URL names, or a throw-away one in a temporary folder. */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { mkdtemp, readdir } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { loadTypeScript } from './load-typescript.mjs';

const PREFIX = 'thac-test-';

export async function openTestServer() {
  const run = randomBytes(4).toString('hex');
  const given = process.env.DATABASE_URL;
  const { url, close } = given ? { url: given, close: () => clearUp(given, run) } : await throwAwayServer();
  return { run, url, close, roles: await makeTestRoles(url, run) };
}

/** Roles of this run alone: who owns the tables of its databases, and who works in them, as in earnest. */
export async function makeTestRoles(url, run) {
  const { makeRolesOnly } = await loadTypeScript('libs/persistence/src/roles/make-roles.ts');
  const names = namesOf(run);
  const passwords = Object.fromEntries(Object.keys(names).map((kind) => [kind, randomBytes(12).toString('hex')]));
  const admin = new URL(url);
  admin.pathname = '/postgres';
  const client = new pg.Client({ connectionString: admin.href });
  await client.connect();
  await makeRolesOnly(client, names, passwords);
  await client.end();
  return { names, passwords };
}

const namesOf = (run) => Object.fromEntries(['owner', 'app', 'asker', 'read'].map((kind) => [kind, `thac_test_${run}_${kind}`]));

async function throwAwayServer() {
  await removeAbandoned();
  const { startEmbedded } = await loadTypeScript('libs/persistence/src/embedded/server.ts');
  const folder = await mkdtemp(path.join(os.tmpdir(), PREFIX));
  const { chmod } = await import('node:fs/promises');
  await chmod(folder, 0o755); // the server runs as another user where we are root
  const server = await startEmbedded({ dataDir: path.join(folder, 'db'), settings: ['fsync=off', 'max_connections=200'] });
  const folders = [folder, ...(server.data.startsWith(folder) ? [] : [path.dirname(server.data)])];
  const atExit = () => {
    kill(server.pid, 'SIGQUIT');
    remove(folders);
  };
  process.once('exit', atExit); // however the run ends, unless it is killed: then the next one clears up
  const close = async () => {
    process.off('exit', atExit);
    await server.stop();
    remove(folders);
  };
  return { url: server.adminUrl, close };
}

const remove = (folders) => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
};

function kill(pid, signal) {
  try {
    process.kill(pid, signal);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Servers and folders of runs that were killed. */
async function removeAbandoned() {
  const { runningServer, stopServer } = await loadTypeScript('libs/persistence/src/embedded/cluster.ts');
  for (const name of await readdir(os.tmpdir())) {
    const folder = path.join(os.tmpdir(), name);
    const lock = path.join(folder, 'db.lock');
    if (!name.startsWith(PREFIX) || !existsSync(lock)) continue;
    const holder = JSON.parse(readFileSync(lock, 'utf8'));
    if (kill(holder.pid, 0)) continue;
    const server = await runningServer(path.join(folder, 'db'));
    if (server) await stopServer(folder, server.pid);
    remove([folder]);
  }
}

/** On a server that is not ours, what this run made and a failure left behind. */
async function clearUp(url, run) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query('select datname from pg_database where datname like $1', [`thac\\_test\\_${run}\\_%`]);
  for (const { datname } of rows) await client.query(`drop database if exists "${datname}" with (force)`);
  for (const name of Object.values(namesOf(run))) await client.query(`drop role if exists "${name}"`);
  await client.end();
}
