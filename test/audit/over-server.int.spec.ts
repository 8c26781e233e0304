import { seal } from '#persistence';
import { knownKey, testDatabase, type TestDatabase } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { listen } from '../../apps/api/src/listen.js';
import { type House, houseOf } from '../../apps/api/test/entering.js';
import { createWorld, identityOver, PLAN, PROVINCE_TEXT, TENANT, type World } from '../../apps/api/test/world.js';
import { cliHere } from '../e2e/cli.js';

const AT = '2022-07-02T08:00:00+07:00';
const UNIT = 'vn-10.086';
const COMMUNE = 'vn-10.086.02905';

let database: TestDatabase;
let world: World;
let house: House;
let folder: string;
let address: string;
let auditor: string;
let official: string;

beforeAll(async () => {
  database = await testDatabase();
  const identity = identityOver(database.pool);
  world = await createWorld(database.pool, { door: () => undefined, identity });
  house = houseOf(world, identity);
  official = await house.token(await house.add('can.bo', 'official', COMMUNE));
  auditor = await house.token(await house.add('kiem.toan', 'auditor', null), { isStrong: true });
  const { rules, plans } = world.workflow;

  const { published } = await rules.publish(TENANT, { text: PROVINCE_TEXT, actor: 'vn-10' as never }, world.clock.now());
  await plans.issue(TENANT, { hash: published.hash, actor: 'vn-10' as never }, world.clock.now());
  while ((await seal(database.pool, { tenant: TENANT, key: knownKey, checkpointMs: 0 })).more);
  address = `http://127.0.0.1:${await listen(world.app, { port: 0 })}`;
  folder = await mkdtemp(path.join(tmpdir(), 'thac-over-server-'));
}, 60_000);
afterAll(async () => {
  await world?.close();
  await database?.drop();
  if (folder) await rm(folder, { recursive: true });
});

/** What a verb of audit says on both channels, asked as whoever has a token. */
async function audit(args: readonly string[], token = auditor) {
  const asked = ['audit', ...args, '--server', address, '--token', token];
  const { code, stdout: out, stderr: err } = await cliHere(asked, { env: { LANG: 'en', NO_COLOR: '1' } });
  return { code, out, err };
}
const got = async (route: string): Promise<unknown> => (await house.with(auditor).get(`/api/v1/audit/${route}`)).body;

describe('An auditor without the database, by the command line', () => {
  const asked = `at=${encodeURIComponent(AT)}`;
  it.each([
    [['--view', 'plan'], ''],
    [[], '/cascade'],
    [['--view', 'progress'], '/progress'],
    [['--view', 'late'], '/late-list'],
    [['--view', 'rates'], '/completeness'],
    [['--view', 'trend'], '/trend'],
    [['--unit', UNIT], `/units/${UNIT}`],
    [['--unit', UNIT, '--item', '3.5'], `/units/${UNIT}/items/3.5`],
  ])('sees earlier states as the API tells them: %j', async (more, route) => {
    const of = ['as-of', PLAN, '--at', AT, ...more];
    const [json, text] = [await audit([...of, '--json']), await audit(of)];
    expect([json.code, JSON.parse(json.out)]).toEqual([0, await got(`as-of/plans/${PLAN}${route}?${asked}`)]);
    expect([text.code, text.out.length > 10]).toEqual([0, true]);
  });

  it('reads changes through all their pages, recomputes, and asks what would have been', async () => {
    const span = ['--from', '2022-06-30', '--to', AT];
    const changes = (await audit(['changes', ...span, '--json'])).out.trimEnd().split('\n');
    expect(changes.length).toBeGreaterThan(200);
    expect(changes.length).toBe(await world.workflow.store.head(TENANT));
    const of = await audit(['changes', ...span, '--unit', UNIT, '--json']);
    const { items } = (await got(`changes?unit=${UNIT}`)) as { items: readonly unknown[] };
    expect(
      of.out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual(items);
    const done = await audit(['recompute']);
    expect([done.code, done.out]).toEqual([0, expect.stringMatching(/come out the same to the letter[^]*Nothing is missing/)]);
    const file = path.join(folder, 'calendar.json');
    await writeFile(file, JSON.stringify({ version: 'other', years: { '2022': { off: ['2022-07-04'], makeup: [] } } }));
    const other = await audit(['what-if', PLAN, '--calendar', file, '--json']);
    expect([other.code, JSON.parse(other.out).plan]).toEqual([0, PLAN]);
  });

  it('takes an archive away, which holds on any machine', async () => {
    const file = path.join(folder, 'log.gz');
    const made = await audit(['export', file]);
    expect([made.code, made.out]).toEqual([0, expect.stringMatching(/^Exported \d{3,} events of lao-cai and 1 checkpoints to /)]);
    expect((await audit(['export', file])).err).toMatch(/audit\.exists/);
    const part = await audit(['export', path.join(folder, 'part.gz'), '--unit', UNIT, '--json']);
    expect([part.code, JSON.parse(part.out)]).toEqual([0, expect.objectContaining({ ok: true, scope: `unit:${UNIT}` })]);
  });

  it('is told what does not go with a server, and is held to what the rights of the token reach', async () => {
    for (const odd of [
      ['--folder', 'x'],
      ['--limit', '5'],
    ])
      expect(await audit(['what-if', PLAN, ...odd])).toMatchObject({
        code: 2,
        err: expect.stringContaining('do not go together'),
      });
    const denied = [
      ['as-of', PLAN, '--at', AT],
      ['changes', '--from', '2022-06-30', '--to', AT],
      ['recompute'],
      ['what-if', PLAN],
      ['export', path.join(folder, 'never.gz')],
    ];
    for (const args of denied)
      expect([args[0], (await audit(args, official)).err]).toEqual([args[0], expect.stringContaining('access.denied')]);
    const own = await audit(['as-of', PLAN, '--at', AT, '--unit', COMMUNE], official);
    expect([own.code, own.err]).toEqual([0, '']);
  });
});
