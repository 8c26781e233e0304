import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DEEDS, type Deed } from '../../apps/cli/src/do/deeds.js';
import { cli, cliHere, CliRun, demoToken, type Ended, freePort } from './cli.js';
import { putExample } from './example-folder.js';

const LONG_MS = 240_000;
const PLAN = '239-KH-UBND_2022-06-30_vn-10';
/** A commune that never named its contact, and was asked why. */
const COMMUNE = ['--plan', PLAN, '--unit', 'vn-10.086.02929'];
const DISPATCH = '4999/UBND-NC, 2022-12-30, vn-10';

interface Operation {
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: { readonly $ref: string } }>> };
}
interface Described {
  readonly paths: Readonly<Record<string, { readonly post?: Operation }>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, { readonly required?: readonly string[]; readonly properties: object }>>;
  };
}

const ROUTE: Readonly<Record<Deed['subject'], string>> = {
  'unit plan': 'units/{unit}/',
  item: 'units/{unit}/items/{item}/',
  report: 'units/{unit}/reports/{report}/',
  plan: '',
};

describe('thac do, on a running server', () => {
  let home: string;
  let folder: string;
  let run: CliRun;
  let address: string;

  beforeAll(async () => {
    home = await mkdtemp(path.join(tmpdir(), 'thac-do-'));
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

  const by = async (role: string, ...args: readonly string[]): Promise<Ended> =>
    cliHere(['do', ...args, '--url', address], { env: { LANG: 'en', THAC_TOKEN: await demoToken(folder, role) } });
  const act = (...args: readonly string[]): Promise<Ended> => by('official', ...args);

  it('has a route for every deed, and asks for just what the route asks for', async () => {
    const { paths, components } = (await (await fetch(`${address}/docs-json`)).json()) as Described;
    for (const [name, deed] of Object.entries<Deed>(DEEDS)) {
      const { subject, route, needs, may } = deed;
      const operation = paths[`/api/v1/plans/{plan}/${ROUTE[subject]}${route}`]?.post;
      const schema = operation?.requestBody?.content['application/json']?.schema.$ref.split('/').at(-1) ?? '';
      const { required = [], properties = {} } = components.schemas[schema] ?? {};
      expect([name, required.toSorted()]).toEqual([name, ['actor', ...needs].toSorted()]);
      expect([name, Object.keys(properties).toSorted()]).toEqual([name, ['actor', ...needs, ...may].toSorted()]);
    }
  });

  it(
    'carries a deed out once for a key, and prints the key',
    async () => {
      const submit = ['submit', ...COMMUNE, '--item', '126/KH-UBND:5', '--note', 'Đã cử đầu mối'];
      const first = await act(...submit);
      expect([first.code, first.stderr]).toEqual([0, '']);
      const [, key = '', position = ''] = /^Key: (\S+)\nRecorded: submit, position (\d+)\.\n$/.exec(first.stdout) ?? [];
      expect((await act(...submit, '--key', key)).stdout).toContain(`nothing was done again`);
      const again = await act(...submit, '--key', key, '--json');
      expect(JSON.parse(again.stdout)).toMatchObject({ key, replayed: true, position: Number(position) });
    },
    LONG_MS,
  );

  it(
    'sends what documents order, of an item and of a whole plan',
    async () => {
      const back = ['return', ...COMMUNE, '--item', '126/KH-UBND:5', '--actor', 'vn-10.086', '--reason', 'Thiếu số điện thoại'];
      expect(await by('unit-head', ...back)).toMatchObject({ code: 0, stderr: '' });
      const later = ['extend', ...COMMUNE, '--item', '126/KH-UBND:5', '--to', '2023-01-31', '--document', DISPATCH];
      expect(await by('leader', ...later)).toMatchObject({ code: 0, stderr: '' });
      const amend = ['amend', '--plan', PLAN, '--changes', 'withdraw 2.4; extend 5.1 2023-03-31', '--document', DISPATCH];
      expect(await by('leader', ...amend)).toMatchObject({ code: 0, stderr: '' });
      const { stdout } = await cliHere(['events', '--server', address, '--type', 'PlanAmended', '--json']);
      expect(stdout).toContain('"task":"5.1"');
    },
    LONG_MS,
  );

  it(
    'tells a refusal in both languages, with how to mend it',
    async () => {
      const token = ['--token', await demoToken(folder, 'official')];
      const { code, stderr } = await cli(['do', 'start', ...COMMUNE, '--item', '9.9', '--url', address, ...token], { env: {} });
      expect(code).toBe(1);
      expect(stderr).toMatch(/^Lỗi item\.[a-z-]+: .+9\.9[\s\S]+→[\s\S]+Error item\.[a-z-]+: .+9\.9[\s\S]+→/);
      const long = await act('start', ...COMMUNE, '--item', '1'.repeat(300));
      expect([long.code, long.stderr]).toEqual([1, expect.stringMatching(/\/item: /)]);
    },
    LONG_MS,
  );

  it(
    'lets nobody act who is not signed in, or not for that unit, and says why',
    async () => {
      const nobody = await cliHere(['do', 'receive', ...COMMUNE, '--url', address], { env: { LANG: 'en' } });
      expect([nobody.code, nobody.stderr]).toEqual([
        1,
        expect.stringMatching(/access\.denied: May not receive[^\n]+reading alone/),
      ]);
      const other = await by('official', 'receive', '--plan', PLAN, '--unit', 'vn-10.086');
      expect([other.code, other.stderr]).toEqual([1, expect.stringMatching(/access\.denied: [^\n]+outside what is yours/)]);
      const who = await cliHere(['whoami', '--server', address], {
        env: { LANG: 'en', THAC_TOKEN: await demoToken(folder, 'leader') },
      });
      expect([who.code, who.stdout]).toEqual([0, expect.stringMatching(/^lanh-dao .+\n {2}leader vn-10 /)]);
    },
    LONG_MS,
  );

  it(
    'says that a server cannot be asked',
    async () => {
      const nowhere = `http://127.0.0.1:${await freePort()}`;
      const { code, stderr } = await cliHere(['do', 'receive', ...COMMUNE, '--url', nowhere], { env: { LANG: 'en' } });
      expect([code, stderr]).toEqual([3, expect.stringMatching(/server\.unreachable[\s\S]+thac start/)]);
    },
    LONG_MS,
  );
});
