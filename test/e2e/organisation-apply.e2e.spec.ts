import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cliHere, CliRun, demoToken, type Ended } from './cli.js';
import { putExample } from './example-folder.js';

const LONG_MS = 240_000;
const PLAN = '239-KH-UBND_2022-06-30_vn-10';
const [ONE, OTHER, HEIR] = ['vn-10.086.02929', 'vn-10.086.02926', 'vn-10.086.new'];
const JOINED = {
  from: '2023-01-02',
  found: [{ id: HEIR, name: 'UBND xã Thử Sáp Nhập', tier: 'commune', kind: 'peoples-committee', superior: 'vn-10.086' }],
  dissolve: [
    { id: ONE, successors: [HEIR] },
    { id: OTHER, successors: [HEIR] },
  ],
};

describe('thac organisation apply, on a running server', () => {
  let home: string;
  let folder: string;
  let run: CliRun;
  let address: string;

  beforeAll(async () => {
    home = await mkdtemp(path.join(tmpdir(), 'thac-apply-'));
    folder = path.join(home, 'data');
    await putExample(folder);
    run = new CliRun(['start', '--port', '0', '--data', folder]);
    [, address = ''] = await run.printed(/Ready after [\d.]+ seconds: (\S+)/);
  }, LONG_MS);

  afterAll(async () => {
    run.kill('SIGINT');
    await run.ended;
    await rm(home, { recursive: true, force: true });
  });

  async function apply(changes: object, ...args: readonly string[]): Promise<Ended> {
    const file = path.join(folder, 'changes.json');
    await writeFile(file, JSON.stringify(changes));
    const env = { LANG: 'en', THAC_TOKEN: await demoToken(folder, 'leader') };
    return cliHere(['organisation', 'apply', file, '--actor', 'vn-10', '--url', address, ...args], { env });
  }

  it(
    'tells every problem of a file that does not fit, and records nothing',
    async () => {
      const before = await cliHere(['events', '--server', address, '--type', 'UnitDissolved', '--json']);
      const { code, stderr } = await apply({
        from: '2023-01-02',
        dissolve: [{ id: 'vn-10.nobody' }, { id: ONE, successors: ['x'] }],
      });
      expect(code).toBe(1);
      expect(stderr).toMatch(/organisation\.invalid[\s\S]+\/dissolve\/0\/id[\s\S]+\/dissolve\/1\/successors/);
      expect(await cliHere(['events', '--server', address, '--type', 'UnitDissolved', '--json'])).toEqual(before);
    },
    LONG_MS,
  );

  it(
    'joins two communes at once, and answers the same to the same key',
    async () => {
      const first = await apply(JOINED, '--key', 'joining');
      expect([first.code, first.stderr]).toEqual([0, '']);
      const [, effective = ''] = /^Key: joining\nRecorded, position \d+; takes effect: (\S+)\.\n/.exec(first.stdout) ?? [];
      expect(effective).toMatch(/^20\d\d-/);
      expect(first.stdout).toMatch(new RegExp(`${PLAN}: \\d+ handed over, \\d+ ended; units ended 2, taking over 1,`));
      const again = await apply(JOINED, '--key', 'joining');
      expect(again.code).toBe(0);
      expect(again.stdout).toContain(`takes effect: ${effective}; nothing was recorded again.`);
      expect(again.stdout.split('\n').slice(2)).toEqual(first.stdout.split('\n').slice(2));
      const { stdout } = await cliHere(['events', '--server', address, '--type', 'UnitDissolved', '--json']);
      expect(stdout.match(new RegExp(`"${ONE}"`, 'g'))).toHaveLength(1);
      const json = JSON.parse((await apply(JOINED, '--key', 'joining', '--json')).stdout);
      expect(json).toMatchObject({
        key: 'joining',
        replayed: true,
        effective: [effective],
        cascades: [{ id: PLAN, transferred: 2 }],
      });
    },
    LONG_MS,
  );

  it(
    'says what a key was used for, in Vietnamese too',
    async () => {
      const other = await apply({ ...JOINED, source: 'another' }, '--key', 'joining');
      expect([other.code, other.stderr]).toEqual([1, expect.stringContaining('store.idempotency-mismatch')]);
      const { stdout } = await cliHere(
        [
          'organisation',
          'apply',
          path.join(folder, 'changes.json'),
          '--actor',
          'vn-10',
          '--url',
          address,
          '--key',
          'vi',
          '--wait',
          '0',
        ],
        { env: { LANG: 'vi' } },
      ).then((ended) => ({ stdout: `${ended.code} ${ended.stderr}` }));
      expect(stdout).toMatch(/^2 [\s\S]*--wait 0 không phải số giây/);
    },
    LONG_MS,
  );
});

/** A server that never answers the first request, and the others at once; it notes their keys. */
async function tardy(isEver: boolean): Promise<{ address: string; keys: string[]; close(): void }> {
  const keys: string[] = [];
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    keys.push(String(request.headers['idempotency-key']));
    if (keys.length === 1 || !isEver) return;
    response.setHeader('Content-Type', 'application/json').end('{"position":7,"effective":[],"cascades":[]}');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = (): void => {
    server.closeAllConnections();
    server.close();
  };
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, keys, close };
}

describe('thac organisation apply, where the server takes its time', () => {
  it(
    'says that it may be at work, and how to ask again',
    async () => {
      const folder = await mkdtemp(path.join(tmpdir(), 'thac-apply-'));
      const file = path.join(folder, 'changes.json');
      await writeFile(file, JSON.stringify(JOINED));
      const { address, keys, close } = await tardy(false);
      const args = ['organisation', 'apply', file, '--actor', 'vn-10', '--url', address, '--key', 'k', '--wait', '1'];
      const { code, stderr } = await cliHere(args, { env: { LANG: 'en' } });
      close();
      expect([code, keys]).toEqual([3, ['k']]);
      expect(stderr).toMatch(/server\.slow[\s\S]+within 1 seconds?;[\s\S]+--key k/);
      await rm(folder, { recursive: true, force: true });
    },
    LONG_MS,
  );

  it(
    'asks again under the same key while there is time',
    async () => {
      const folder = await mkdtemp(path.join(tmpdir(), 'thac-apply-'));
      const file = path.join(folder, 'changes.json');
      await writeFile(file, JSON.stringify(JOINED));
      const { address, keys, close } = await tardy(true);
      const args = ['organisation', 'apply', file, '--actor', 'vn-10', '--url', address, '--key', 'k', '--wait', '6'];
      const { code, stdout, stderr } = await cliHere(args, { env: { LANG: 'en' } });
      close();
      expect([code, keys, stdout]).toEqual([0, ['k', 'k'], expect.stringContaining('Recorded, position 7')]);
      expect(stderr).toContain('asking again under the same key');
      await rm(folder, { recursive: true, force: true });
    },
    LONG_MS,
  );
});
