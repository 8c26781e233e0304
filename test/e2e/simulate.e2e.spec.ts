import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cli, cliHere, ROOT } from './cli.js';

const EXAMPLE = 'examples/lao-cai-2022';
const YEAR = ['simulate', EXAMPLE, '--until', '2022-12-31', '--json'];
const LONG_MS = 120_000;

describe('thac simulate', () => {
  let stdout: string;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'thac-simulate-e2e-'));
    const ended = await cli(YEAR);
    expect([ended.code, ended.stderr]).toEqual([0, '']);
    stdout = ended.stdout;
  }, LONG_MS);

  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('prints one JSON object: what expected.json holds', async () => {
    expect(stdout).toBe(await readFile(path.join(ROOT, EXAMPLE, 'expected.json'), 'utf8'));
  });

  it.each([
    ['in New York', { TZ: 'America/New_York' }],
    ['in a Turkish locale', { LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }],
    ['on the date line, in English', { TZ: 'Pacific/Kiritimati', LANG: 'en_US.UTF-8' }],
  ])(
    'prints the same %s',
    async (_, env) => {
      expect((await cli(YEAR, { env })).stdout).toBe(stdout);
    },
    LONG_MS,
  );

  it(
    'lives to the end of the last obligation without --until',
    async () => {
      const outcome = JSON.parse((await cli(['simulate', EXAMPLE, '--json'])).stdout) as { until: string; hash: string };
      expect(outcome).toEqual(JSON.parse(stdout));
    },
    LONG_MS,
  );

  it(
    'comes to the same log in a PostgreSQL of its own',
    async () => {
      const until = ['--until', '2022-07-31'];
      const [inMemory, inPostgres] = [
        await cli(['simulate', EXAMPLE, '--json', ...until]),
        await cli(['simulate', EXAMPLE, '--json', '--postgres', ...until]),
      ];
      expect(inPostgres.code).toBe(0);
      expect(inPostgres.stdout).toBe(inMemory.stdout);
    },
    LONG_MS,
  );

  it('says it in words, in either language', async () => {
    const { stdout: words, code } = await cliHere(['simulate', EXAMPLE, '--until', '2022-07-31', '--language', 'en']);
    expect(code).toBe(0);
    expect(words).toMatch(/239\/KH-UBND · UBND tỉnh Lào Cai · 2022-06-30/);
    expect(words).toMatch(/Assignments.+2,450 \(province 53, district 117, commune 2,280\)/);
    expect(words).not.toContain('\u001b');
  });

  it('refuses a scenario that names an unknown unit, with its place and a suggestion', async () => {
    await cp(path.join(ROOT, EXAMPLE), folder, { recursive: true });
    const file = path.join(folder, 'scenario.json');
    const scenario = await readFile(file, 'utf8');
    await writeFile(file, scenario.replace('"do": "submit", "unit": "vn-10.083"', '"do": "submit", "unit": "vn-10.83"'));
    const { code, stderr, stdout: nothing } = await cliHere(['simulate', folder, '--language', 'en']);
    expect([code, nothing]).toEqual([1, '']);
    expect(stderr).toMatch(
      /scenario\.invalid[\s\S]+\/actions\/\d+\/unit: There is no unit “vn-10\.83”[\s\S]+did you mean “vn-10\.083”/,
    );
  });

  it('refuses a folder without a scenario, and a day before everything', async () => {
    expect((await cliHere(['simulate', path.join(ROOT, 'docs')])).code).toBe(2);
    expect((await cliHere(['simulate', EXAMPLE, '--until', '2022-06-01'])).code).toBe(2);
  });
});

describe('thac plan and events on a folder', () => {
  const UNTIL = ['--until', '2022-07-12'];

  it('draws the cascade', async () => {
    const { code, stdout } = await cliHere(['plan', 'tree', EXAMPLE, ...UNTIL]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^UBND tỉnh Lào Cai/);
    expect(stdout).toMatch(/├─ UBND huyện Bảo Thắng · .*kế hoạch riêng 126-KH-UBND/);
    expect(stdout.match(/^│? {0,2}[│ ] {0,2}[├└]─ UBND (xã|phường|thị trấn)/gm)).toHaveLength(152);
  });

  it('lists the plans and the log', async () => {
    const plans = JSON.parse((await cliHere(['plan', 'list', EXAMPLE, '--json', ...UNTIL])).stdout) as readonly {
      number: string;
    }[];
    expect(plans.map(({ number }) => number)).toEqual(['239/KH-UBND', '126/KH-UBND']);
    const { stdout } = await cliHere(['events', EXAMPLE, '--json', '--type', 'PlanCascaded', ...UNTIL]);
    const events = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { type: string; data: { derived: number } });
    expect(events.map(({ type, data }) => [type, data.derived])).toEqual([
      ['PlanCascaded', 190],
      ['PlanCascaded', 1],
    ]);
  });
});
