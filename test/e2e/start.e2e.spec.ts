import { createServer } from 'node:net';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { networkInterfaces, tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { ROLES } from '#identity';
import { cli, CliRun, freePort } from './cli.js';

const LONG_MS = 240_000;
const READY = /Ready after ([\d.]+) seconds: (\S+)/;

const post = (address: string, body: object): Promise<Response> =>
  fetch(address, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

/** Under which others would reach this machine, by its network cards. */
const addressesElsewhere = (): readonly string[] =>
  Object.values(networkInterfaces())
    .flatMap((card) => card ?? [])
    .filter(({ internal, family }) => !internal && family === 'IPv4')
    .map((card) => card.address);

interface Ready {
  readonly role: string;
  readonly name: string;
  readonly password: string;
  readonly token: string;
}

/** There is one ready user for each role, who signs in, and whose token counts as that role. */
async function expectReadyUsers(address: string, folder: string): Promise<void> {
  const users = JSON.parse(await readFile(path.join(folder, 'demo-users.json'), 'utf8')) as readonly Ready[];
  expect(users.map(({ role }) => role).toSorted()).toEqual(ROLES.toSorted());
  for (const { name, password, role, token } of users) {
    expect([role, (await post(`${address}/api/v1/session`, { name, password })).status]).toEqual([role, 200]);
    const found = await fetch(`${address}/api/v1/session`, { headers: { authorization: `Bearer ${token}` } });
    expect(await found.json()).toMatchObject({ strong: true, rights: [{ role, state: 'now' }] });
  }
}

describe('thac start', () => {
  let folder: string;
  const running = new Set<CliRun>();

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'thac-start-'));
  });

  afterEach(async () => {
    for (const run of running) run.kill('SIGINT');
    await Promise.all([...running].map((run) => run.ended));
    running.clear();
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** Seconds of a first start of the same round. */
  let cold = 0;

  const start = (...args: readonly string[]): CliRun => {
    const run = new CliRun(['start', '--port', '0', '--data', path.join(folder, 'data'), ...args]);
    running.add(run);
    return run;
  };

  /** Every event of a running server but those of its users, whose ids are drawn; without when it was recorded. */
  const log = async (address: string): Promise<readonly unknown[]> => {
    const { stdout, code } = await cli(['events', '--server', address, '--json']);
    expect(code).toBe(0);
    return stdout
      .trimEnd()
      .split('\n')
      .map((line) => ({ ...(JSON.parse(line) as { stream: string }), recordedAt: null }))
      .filter(({ stream }) => !stream.startsWith('user/'));
  };

  it(
    'loads the example, survives kill -9 and stops on Ctrl-C on the way, and comes to the log of an undisturbed run',
    async () => {
      const first = start();
      await first.printed(/07\/2022 +\d+ sự kiện/);
      first.kill('SIGKILL');
      expect((await first.ended).signal).toBe('SIGKILL');

      const second = start();
      await second.printed(/from where it was interrupted[\s\S]+\d+ sự kiện/);
      second.kill('SIGINT');
      const { code, stdout, stderr } = await second.ended;
      expect([code, stderr]).toEqual([0, '']);
      expect(stdout).not.toMatch(READY);

      const third = start();
      await third.printed(/from where it was interrupted[\s\S]+Loaded: \d+ events/);
      const [, , address = ''] = await third.printed(READY);
      const recovered = await log(address);

      const undisturbed = new CliRun(['start', '--port', '0', '--data', path.join(folder, 'other')]);
      running.add(undisturbed);
      const [, seconds, other = ''] = await undisturbed.printed(READY);
      cold = Number(seconds);
      expect(recovered).toEqual(await log(other));
      expect(new Set(recovered.map((event) => JSON.stringify(event))).size).toBe(recovered.length);
    },
    LONG_MS,
  );

  it(
    'starts warm in less than half of the time of a first start, serves, refuses a second start, and stops cleanly on Ctrl-C',
    async () => {
      const run = start();
      await run.printed(/The example is there/);
      const [, seconds, address = ''] = await run.printed(READY);
      expect(Number(seconds)).toBeLessThan(cold / 2);
      for (const place of ['/health/ready', '/docs', '/api/v1/plans'])
        expect((await fetch(`${address}${place}`)).status).toBe(200);
      expect((await cli(['plan', 'tree', '--server', address])).stdout).toMatch(/^UBND tỉnh Lào Cai/);

      const elsewhere = { headers: { 'x-forwarded-for': '203.0.113.7' } };
      expect((await fetch(`${address}/api/v1/plans`, elsewhere)).status).toBe(401);
      expect((await post(`${address}/api/v1/tokens`, { name: 'x', scope: 'read', days: 1 })).status).toBe(403);

      await expectReadyUsers(address, path.join(folder, 'data'));
      for (const host of addressesElsewhere())
        await expect(fetch(`http://${host}:${new URL(address).port}/health/live`)).rejects.toThrow('fetch failed');

      const second = await cli(['start', '--port', '0', '--data', path.join(folder, 'data')]);
      expect(second.code).toBe(3);
      expect(second.stderr).toMatch(/database\.in-use[\s\S]+→/);

      const told = performance.now();
      run.kill('SIGINT');
      const { code, stdout, stderr } = await run.ended;
      const logged = stderr
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).message.en);
      const denied = 'A request was denied.'; // the visitor's token
      expect([code, logged]).toEqual([0, [denied, ...ROLES.map(() => 'A session began.')]]);
      expect(stdout).toMatch(/Đã dừng[\s\S]+Stopped/);
      expect(performance.now() - told).toBeLessThan(10_000);
      await expect(fetch(`${address}/health/live`)).rejects.toThrow();
    },
    LONG_MS,
  );

  it(
    'begins anew with --reset; without the example it is closed, and a link makes the first administrator, once',
    async () => {
      const run = start('--reset', '--no-example');
      const [, , address = ''] = await run.printed(READY);
      expect((await fetch(`${address}/api/v1/plans`)).status).toBe(401);
      const [, link = ''] = await run.printed(/the first administrator: \S+#first=(\S+)/);
      const made = await post(`${address}/api/v1/session/redeem`, { link, name: 'quan.tri', password: 'ba con vit qua song' });
      expect(made.status).toBe(200);
      const [cookie = ''] = made.headers.getSetCookie();
      const plans = await fetch(`${address}/api/v1/units`, { headers: { cookie: cookie.split(';')[0] ?? '' } });
      expect([plans.status, ((await plans.json()) as { code: string }).code]).toEqual([403, 'access.denied']);
      const again = await post(`${address}/api/v1/session/redeem`, { link, name: 'ke.gian', password: 'ba con vit qua song' });
      expect(again.status).toBe(404);
    },
    LONG_MS,
  );

  it('says clearly that a port is busy, before touching anything', async () => {
    const port = await freePort();
    const server = createServer().listen(port, '127.0.0.1');
    await once(server, 'listening');
    const { code, stderr, stdout } = await cli(['start', '--port', String(port), '--data', path.join(folder, 'never')]);
    server.close();
    expect([code, stdout]).toEqual([3, '']);
    expect(stderr).toContain(`port.busy: Cổng ${port}`);
    expect(stderr).toContain('--port');
  });

  it('says clearly that DATABASE_URL cannot be reached, without its password', async () => {
    const port = await freePort();
    const env = { DATABASE_URL: `postgres://thac:secret@127.0.0.1:${port}/thac`, LANG: 'en_US.UTF-8' };
    const { code, stderr } = await cli(['start', '--port', '0'], { env });
    expect(code).toBe(3);
    expect(stderr).toMatch(/^Error database\.unreachable: .*DATABASE_URL/s);
    expect(stderr).not.toContain('secret');
  });

  it('refuses --reset on a database of one’s own, and a port that is none', async () => {
    const env = { DATABASE_URL: 'postgres://127.0.0.1:1/x' };
    expect(await cli(['start', '--reset'], { env })).toMatchObject({ code: 2 });
    expect(await cli(['start', '--port', '99999'])).toMatchObject({ code: 2 });
  });
});
