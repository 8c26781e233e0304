import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { hasPython, pythonOn } from '../audit/python.js';
import { cli, CliRun } from './cli.js';
import { putExample } from './example-folder.js';

const LONG_MS = 240_000;
const READY = /Ready after ([\d.]+) seconds: (\S+)/;

describe('thac audit', () => {
  let folder = '';
  let server: CliRun;
  let address = '';
  const at = (name: string): string => path.join(folder, name);
  const run = (...args: readonly string[]) => cli(['audit', ...args, '--language', 'en']);
  /** Asks until the log of the example has been sealed for the first time. */
  const sealed = async (): Promise<void> => {
    while ((await fetch(`${address}/api/v1/audit/checkpoint`)).status === 404) await new Promise(setImmediate);
  };

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'thac-audit-'));
    await putExample(at('data'));
    server = new CliRun(['start', '--port', '0', '--data', at('data')]);
    [, , address = ''] = await server.printed(READY);
    await sealed();
  }, LONG_MS);
  afterAll(async () => {
    server.kill('SIGINT');
    await server.ended;
    await rm(folder, { recursive: true, force: true });
  });

  it(
    'keeps a checkpoint, exports a running house, and verifies offline what holds',
    async () => {
      expect((await stat(at('data/seal.key'))).mode & 0o777).toBe(0o600);
      const kept = await run('checkpoint', '--keep', at('kept'), '--server', address);
      expect([kept.code, kept.stdout]).toEqual([0, expect.stringMatching(/^thac\/vn-10\n\d+\n[^]*\n— thac\/vn-10 \S+\n$/)]);
      expect(await readFile(at('kept'), 'utf8')).toBe(kept.stdout);
      const made = await run('export', at('log'), '--data', at('data'));
      expect([made.code, made.stdout]).toEqual([0, expect.stringMatching(/^Exported \d+ events of vn-10 and \d+ checkpoints/)]);
      expect((await run('export', at('log'), '--data', at('data'))).stderr).toMatch(/audit\.exists/);
      const [, key = ''] = /Public key: (\S+)/.exec(made.stdout) ?? [];
      await writeFile(at('key'), `${key}\n`);
      const verified = await run('verify', at('log'), '--checkpoint', at('kept'), '--key', at('key'));
      expect([verified.code, verified.stdout]).toEqual([
        0,
        expect.stringMatching(/^vn-10: \d{4,} events are as they were sealed; \d+ checkpoints hold, 1 kept ones agree\.\n/),
      ]);
      const inDatabase = await run('verify', '--checkpoint', at('kept'), '--data', at('data'), '--json');
      expect([inDatabase.code, JSON.parse(inDatabase.stdout)]).toEqual([0, expect.objectContaining({ ok: true, kept: 1 })]);
      const recomputed = (threads: string) => run('recompute', '--threads', threads, '--data', at('data'), '--json');
      const [alone, threads] = await Promise.all([recomputed('1'), recomputed('3')]);
      expect([alone.code, JSON.parse(alone.stdout)]).toEqual([0, expect.objectContaining({ difference: null, whole: true })]);
      expect(JSON.parse(threads.stdout)).toEqual(JSON.parse(alone.stdout));
      const again = await run('checkpoint', '--keep', at('kept'), '--data', at('data'));
      expect([again.code, again.stderr]).toEqual([0, `Public key: ${key}\n`]);
      if (hasPython()) {
        const [python] = pythonOn([at('log')], ['--key', at('key'), '--checkpoint', at('kept')]);
        expect(python).toMatchObject({ ok: true, tenant: 'vn-10', key: 'thac/vn-10' });
      }
    },
    LONG_MS,
  );

  it(
    'says in both languages where an export was altered, and that one was cut',
    async () => {
      const lines = gunzipSync(await readFile(at('log')))
        .toString()
        .split('\n');
      const index = lines.findIndex((line) => line.includes('"position":4000,'));
      await writeFile(at('altered'), gzipSync(lines.with(index, lines[index]!.replace(/"v":1/, '"v":2')).join('\n')));
      const english = await run('verify', at('altered'));
      expect([english.code, english.stdout]).toEqual([
        1,
        expect.stringMatching(
          /^Event 4000, line \d+: the event is not what was sealed \(altered\)\.\n {2}expected: \S+\n {2}found: \S+\n$/,
        ),
      ]);
      const vietnamese = await cli(['audit', 'verify', at('altered'), '--language', 'vi']);
      expect(vietnamese.stdout).toMatch(/^Sự kiện 4000, dòng \d+: sự kiện khác với lúc niêm phong/);
      await writeFile(at('cut'), (await readFile(at('log'))).subarray(0, -200));
      expect((await run('verify', at('cut'))).stdout).toMatch(/the compressed file is damaged or cut \(damaged\)/);
      expect((await run('verify', at('none'))).code).toBe(2);
    },
    LONG_MS,
  );

  it(
    'brings the whole log back in another house, which then holds to what was kept, and no part of it',
    async () => {
      const made = await run('import', at('log'), '--data', at('copy'), '--checkpoint', at('kept'), '--key', at('key'));
      expect([made.code, made.stdout]).toEqual([
        0,
        expect.stringMatching(/^Imported \d{4,} events and \d+ checkpoints of vn-10; \d+ streams/),
      ]);
      const again = await run('import', at('log'), '--data', at('copy'));
      expect([again.code, again.stderr]).toEqual([1, expect.stringMatching(/audit\.not-empty/)]);
      const part = await run('export', at('part'), '--unit', 'vn-10', '--data', at('copy'));
      expect([part.code, part.stdout]).toEqual([0, expect.stringMatching(/^Exported \d{4,} events of vn-10 and 1 checkpoints/)]);
      const proved = await run('verify', at('part'), '--checkpoint', at('kept'));
      expect([proved.code, proved.stdout]).toEqual([0, expect.stringMatching(/^vn-10 \(unit:vn-10\): \d{4,} events/)]);
      expect((await run('erase', 'p-none', '--data', at('copy'))).code).toBe(2);
    },
    LONG_MS,
  );

  it(
    'says that the log of another house is not the one that was kept',
    async () => {
      const other = new CliRun(['start', '--no-example', '--port', '0', '--data', at('other')]);
      await other.printed(READY);
      const none = await run('checkpoint', '--data', at('other'));
      other.kill('SIGINT');
      await other.ended;
      expect([none.code, none.stderr]).toEqual([1, expect.stringMatching(/audit\.not-sealed/)]);
      const [, older = ''] = /^(thac\/vn-10\n)/.exec(await readFile(at('kept'), 'utf8')) ?? [];
      await writeFile(at('foreign'), (await readFile(at('kept'), 'utf8')).replace(older, 'thac/vn-11\n'));
      const refused = await run('checkpoint', '--keep', at('foreign'), '--data', at('data'));
      expect([refused.code, refused.stderr]).toEqual([1, expect.stringMatching(/audit\.other-key/)]);
    },
    LONG_MS,
  );
});
