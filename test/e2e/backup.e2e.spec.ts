import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { appendFile, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cli, CliRun } from './cli.js';
import { putExample } from './example-folder.js';

const LONG_MS = 240_000;
const READY = /Ready after ([\d.]+) seconds: (\S+)/;

/** What the demonstration's auditor shows. */
async function auditorsToken(folder: string): Promise<string> {
  const users = JSON.parse(await readFile(path.join(folder, 'demo-users.json'), 'utf8')) as { role: string; token: string }[];
  return users.find(({ role }) => role === 'auditor')?.token ?? '';
}

describe('thac backup, restore and rebuild', () => {
  let folder = '';
  let server: CliRun;
  let address = '';
  const at = (name: string): string => path.join(folder, name);
  const run = (...args: readonly string[]) => cli([...args, '--language', 'en']);

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'thac-backup-'));
    await putExample(at('data'));
    server = new CliRun(['start', '--port', '0', '--data', at('data')]);
    [, , address = ''] = await server.printed(READY);
  }, LONG_MS);
  afterAll(async () => {
    server.kill('SIGINT');
    await server.ended;
    await rm(folder, { recursive: true, force: true });
  });

  it(
    'take a running house to another place, event by event, and say so',
    async () => {
      const made = await run('backup', at('kept'), '--data', at('data'));
      expect({ ...made, stdout: '' }).toMatchObject({ code: 0, stderr: '' });
      const [, events = ''] = /^Backed up to .*: (\d+) events, \d+ rows, 1 tenants, [\d.]+ MB\.\n$/.exec(made.stdout) ?? [];
      expect(Number(events)).toBeGreaterThan(5_000);
      expect((await stat(at('kept'))).mode & 0o077).toBe(0);
      const restored = await run('restore', at('kept'), '--data', at('other'));
      expect(restored.stdout).toMatch(
        new RegExp(`\n  event: ${events} rows\n[^]*Replaying the log of vn-10…\nRestored ${events} events`),
      );
      expect(restored.code).toBe(0);
      const elsewhere = new CliRun(['start', '--port', '0', '--data', at('other')]);
      const [, , other = ''] = await elsewhere.printed(READY);
      const env = { THAC_TOKEN: await auditorsToken(at('data')) }; // the other place has the accounts, and no open door
      const logs = await Promise.all([address, other].map((each) => cli(['events', '--server', each, '--json'], { env })));
      elsewhere.kill('SIGINT');
      await elsewhere.ended;
      const [log = [], copy = []] = logs.map(({ stdout }) => stdout.trimEnd().split('\n').slice(0, Number(events)));
      expect(log.length).toBe(Number(events));
      expect(copy).toEqual(log);
    },
    LONG_MS,
  );

  it(
    'refuse what would lose something, in both languages',
    async () => {
      expect((await run('backup', at('mine'), '--data', at('data'))).code).toBe(0);
      const again = await cli(['backup', at('mine'), '--data', at('data')]);
      expect([again.code, again.stderr]).toEqual([
        1,
        expect.stringMatching(/backup\.exists: Tệp .* đã có[^]*The file .* exists/),
      ]);
      const full = await cli(['restore', at('mine'), '--data', at('data')]);
      expect([full.code, full.stderr]).toEqual([1, expect.stringMatching(/backup\.not-empty: [^]*không trống[^]*is not empty/)]);
      await appendFile(at('mine'), 'more');
      const damaged = await cli(['restore', at('mine'), '--data', at('third')]);
      expect([damaged.code, damaged.stderr]).toEqual([1, expect.stringMatching(/backup\.damaged: [^]*bị hỏng[^]*is damaged/)]);
      expect((await cli(['restore', at('none'), '--data', at('third')])).code).toBe(2);
    },
    LONG_MS,
  );

  it(
    'hold what people read to the log of the running house, and make it anew',
    async () => {
      const checked = await run('rebuild', '--check', '--data', at('data'));
      expect([checked.code, checked.stdout]).toEqual([0, expect.stringMatching(/^vn-10: \d+ events, \d+ streams; every row is/)]);
      expect(checked.stderr).toMatch(/vn-10: reading the log 100 %[^]*vn-10: comparing/);
      const rebuilt = await run('rebuild', 'vn-10', '--json', '--data', at('data'));
      expect(JSON.parse(rebuilt.stdout)).toMatchObject([{ tenant: 'vn-10', differing: 0 }]);
      expect((await fetch(`${address}/health/ready?strict=true`)).status).toBe(200);
    },
    LONG_MS,
  );
});
