import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawn, spawnSync } from 'node:child_process';
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { createPool, DatabaseFault, type EmbeddedOptions, type EmbeddedServer, openDatabase, startEmbedded } from '#persistence';
import { isRunning, until } from './processes.js';

let folder: string;
let dataDir: string;
const running: EmbeddedServer[] = [];

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'thac-embedded-'));
  await chmod(folder, 0o755);
  dataDir = path.join(folder, 'db');
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.stop()));
  await rm(folder, { recursive: true, force: true });
});

async function start(options: Partial<EmbeddedOptions> = {}): Promise<EmbeddedServer> {
  const server = await startEmbedded({ dataDir, settings: ['fsync=off'], ...options });
  running.push(server);
  return server;
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows;
}

async function faultOf(work: Promise<unknown>): Promise<DatabaseFault> {
  const fault = await work.catch((error: unknown) => error);
  if (!(fault instanceof DatabaseFault)) throw new Error('no fault', { cause: fault });
  for (const text of [fault.what, fault.mend]) expect([text.vi.length > 10, text.en.length > 10]).toEqual([true, true]);
  return fault;
}

/** A process that has ended, and so a number that nobody has. */
const deadPid = (): number => spawnSync('true').pid;

describe('When a server is started', () => {
  it('keeps what was written from one start to the next, and Vietnamese order', async () => {
    const first = await start();
    await query(first.adminUrl, "create table note (text text); insert into note values ('Ấm'), ('An'), ('Đào'), ('Dừa')");
    await first.stop();
    expect(await isRunning(first.pid)).toBe(false);
    const second = await start();
    expect(second.adopted).toBe(false);
    expect(await query(second.adminUrl, 'select text from note order by text collate "vi-x-icu"')).toEqual(
      ['An', 'Ấm', 'Dừa', 'Đào'].map((text) => ({ text })),
    );
  }, 60_000);

  it("keeps its password for its owner's eyes and frees the folder when it stops", async () => {
    const server = await start();
    const access = path.join(folder, 'db.access.json');
    expect((await stat(access)).mode & 0o777).toBe(0o600);
    const { password, roles } = JSON.parse(await readFile(access, 'utf8')) as {
      password: string;
      roles: { app: string; owner: string };
    };
    expect(server.adminUrl).toContain(password);
    expect(server.url).toContain(roles.app);
    expect(server.ownerUrl).toContain(roles.owner);
    await Promise.all([server.stop(), server.stop()]);
    expect((await readdir(folder)).toSorted()).toEqual(['db', 'db.access.json', 'db.log']);
  }, 60_000);

  it('refuses a second start in the same folder, and names who has it', async () => {
    const server = await start();
    const fault = await faultOf(start());
    expect(fault).toMatchObject({ code: 'database.in-use', facts: { pid: process.pid } });
    expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  }, 60_000);

  it('takes over a server that a killed process left running, with its lock', async () => {
    const first = await start();
    running.pop();
    await query(first.adminUrl, 'create table left_behind ()');
    const lock = path.join(folder, 'db.lock');
    await writeFile(lock, JSON.stringify({ pid: deadPid(), identity: 'long ago' }));
    const second = await start();
    expect(second).toMatchObject({ adopted: true, pid: first.pid });
    await query(second.adminUrl, 'select * from left_behind');
    await second.stop();
    expect(await isRunning(first.pid)).toBe(false);
  }, 60_000);

  it('recovers after the server itself was killed', async () => {
    const first = await start();
    await query(first.adminUrl, 'create table survivor (n int); insert into survivor values (1)');
    running.pop();
    process.kill(first.pid, 'SIGKILL');
    expect(await until(async () => !(await isRunning(first.pid)), 10_000)).toBe(true);
    await writeFile(path.join(folder, 'db.lock'), JSON.stringify({ pid: deadPid(), identity: 'long ago' }));
    const second = await start();
    expect(second.adopted).toBe(false);
    expect(await query(second.adminUrl, 'select n from survivor')).toEqual([{ n: 1 }]);
  }, 90_000);

  it('is started again at its address where it is killed under those who use it', async () => {
    const said: string[] = [];
    const server = await start({ keep: true, log: ({ en }) => void said.push(en) });
    const pool = createPool({ url: server.adminUrl });
    pool.on('error', () => undefined);
    await pool.query('create table survivor (n int); insert into survivor values (1)');
    process.kill(server.pid, 'SIGKILL');
    expect(await until(() => said.includes('PostgreSQL runs again.'), 60_000)).toBe(true);
    const survivors = pool.query('select n from survivor').catch(() => pool.query('select n from survivor'));
    expect((await survivors).rows).toEqual([{ n: 1 }]);
    await pool.end();
    await server.stop();
    await expect(query(server.adminUrl, 'select 1')).rejects.toThrow();
  }, 90_000);

  it('starts although its password was lost', async () => {
    await (await start()).stop();
    await rm(path.join(folder, 'db.access.json'));
    expect(await query((await start()).url, 'select 1 as one')).toEqual([{ one: 1 }]);
  }, 60_000);

  it('starts anew where a first start was killed half-way', async () => {
    await mkdir(path.join(folder, 'db.new-1'), { recursive: true });
    await writeFile(path.join(folder, 'db.new-1', 'PG_VERSION'), '18\n');
    const server = await start();
    expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect((await readdir(folder)).filter((name) => name.includes('.new-'))).toEqual([]);
  }, 60_000);
});

describe('When a folder cannot be used', () => {
  const owner = async (): Promise<{ uid: number; gid: number }> => {
    const passwd = await readFile('/etc/passwd', 'utf8');
    const [, , uid, gid] =
      passwd
        .split('\n')
        .find((line) => line.startsWith('postgres:'))
        ?.split(':') ?? [];
    return process.getuid?.() === 0 ? { uid: Number(uid), gid: Number(gid) } : { uid: os.userInfo().uid, gid: os.userInfo().gid };
  };

  it('says that it belongs to another version', async () => {
    const { uid, gid } = await owner();
    await mkdir(dataDir);
    await writeFile(path.join(dataDir, 'PG_VERSION'), '14\n');
    await chown(dataDir, uid, gid);
    expect(await faultOf(start())).toMatchObject({ code: 'database.other-version', facts: { found: '14', needed: '18' } });
    expect(await readdir(folder)).toEqual(['db']);
  });

  it('says that it holds something else, and leaves it alone', async () => {
    const { uid, gid } = await owner();
    await mkdir(dataDir);
    await chown(dataDir, uid, gid);
    await writeFile(path.join(dataDir, 'thesis.txt'), 'mine');
    expect((await faultOf(start())).code).toBe('database.not-a-data-folder');
    expect(await readdir(dataDir)).toEqual(['thesis.txt']);
    await rm(dataDir, { recursive: true });
    await writeFile(dataDir, 'a file');
    expect((await faultOf(start())).code).toBe('database.not-a-data-folder');
  });

  (process.getuid?.() === 0 ? it : it.skip)('says that it belongs to somebody else', async () => {
    await mkdir(dataDir);
    await writeFile(path.join(dataDir, 'PG_VERSION'), '18\n');
    await chown(dataDir, 12345, 12345);
    expect(await faultOf(start())).toMatchObject({ code: 'database.not-owned', facts: { found: '12345' } });
  });

  it('says that a folder cannot be made', async () => {
    await writeFile(path.join(folder, 'file'), '');
    const fault = await faultOf(startEmbedded({ dataDir: path.join(folder, 'file', 'deep', 'db') }));
    expect(fault.code).toBe('database.no-access');
  });
});

describe('When a database is opened', () => {
  it('starts the embedded one, and closes it with its connections', async () => {
    const database = await openDatabase({ dataDir, migrates: true });
    expect(database.migrated.length).toBeGreaterThan(0);
    expect((await database.pool.query("select position from tenant_head where tenant = 'none'")).rows).toEqual([]);
    await Promise.all([database.close(), database.close()]);
    await expect(query(database.url, 'select 1')).rejects.toThrow();
    expect(await readdir(folder)).not.toContain('db.lock');
  }, 60_000);

  it('says of a server that cannot be reached where it is, and not the password', async () => {
    const fault = await faultOf(openDatabase({ url: 'postgresql://me:s3cret%21@127.0.0.1:1/thac', dataDir }));
    expect(fault).toMatchObject({ code: 'database.unreachable', facts: { place: '127.0.0.1:1/thac' } });
    expect(JSON.stringify([fault.facts, fault.message, fault.what, fault.stack])).not.toMatch(/s3cret/);
    expect((await faultOf(openDatabase({ url: 'not a url: s3cret', dataDir }))).message).not.toContain('s3cret');
  });

  it('says that a password is wrong, and not which', async () => {
    const url = new URL(process.env.THAC_TEST_SERVER!);
    url.password = 'wr0ng';
    const fault = await faultOf(openDatabase({ url: url.href, dataDir }));
    expect(fault.facts.reason).toContain('28P01');
    expect(fault.message).not.toContain('wr0ng');
  });

  it('is ended by Ctrl-C in the terminal only through us: the server has a session of its own', async () => {
    const server = await start();
    const listing = spawn('ps', ['-o', 'pgid=,ppid=', '-p', String(server.pid)], { stdio: ['ignore', 'pipe', 'ignore'] });
    let said = '';
    listing.stdout.on('data', (chunk) => {
      said += String(chunk);
    });
    await once(listing, 'close');
    expect(Number(said.trim().split(/\s+/)[0])).toBe(server.pid);
  }, 60_000);
});
