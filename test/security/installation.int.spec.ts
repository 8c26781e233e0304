import { OutsideBook } from '#persistence';
import { testDatabase, type TestDatabase } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readGuardedRoles } from '../../apps/api/src/auth/second-factor.js';
import { listen } from '../../apps/api/src/listen.js';
import { type House, houseOf } from '../../apps/api/test/entering.js';
import { createWorld, identityOver, type World } from '../../apps/api/test/world.js';
import { main } from '../../apps/cli/src/main.js';

const ISSUER = 'https://sign-in.example';
const SETTINGS = { issuer: ISSUER, clientId: 'thac', clientSecret: 'x', baseUrl: 'https://thac.example', name: 'x' };

let database: TestDatabase;
let world: World;
let house: House;
let user: string;
let token: string;
let address: string;

beforeAll(async () => {
  database = await testDatabase();
  const settings = { ...SETTINGS, claim: null, mailDomain: null, strongAcr: [] };
  const guarded = readGuardedRoles({ THAC_SECOND_FACTOR: 'official' });
  const identity = { ...identityOver(database.pool), guarded, outside: { settings, book: new OutsideBook(database.pool) } };
  world = await createWorld(database.pool, { door: () => undefined, identity, isFounded: true });
  house = houseOf(world, identity);
  user = await house.add('can.bo', 'official', 'vn-10.086');
  const boss = await house.add('quan.tri', 'system-administrator', null);
  token = await house.token(boss, { isStrong: true });
  address = `http://127.0.0.1:${await listen(world.app, { port: 0 })}`;
}, 60_000);
afterAll(async () => {
  await world?.close();
  await database?.drop();
});

/** What the verb says on both channels, and its exit code. */
async function said(...args: readonly string[]): Promise<readonly [code: number, text: string]> {
  let text = '';
  const channel = { write: (more: string) => ((text += more), true) };
  const given = ['user', 'outside', user, '--server', address, '--token', token, ...args];
  return [await main(given, { environment: { LANG: 'en' }, stdout: channel, stderr: channel }), text];
}

describe('thac user outside', () => {
  it('links a user to somebody at the service outside, tells who it is, and takes the link away', async () => {
    expect(await said()).toEqual([0, `nobody  ${ISSUER}\n`]);
    expect(await said('--subject', 'sub-1')).toEqual([0, `sub-1  ${ISSUER}\n`]);
    const [, json] = await said('--json');
    expect(JSON.parse(json)).toEqual({ issuer: ISSUER, subject: 'sub-1' });
    expect(await said('--remove')).toEqual([0, `nobody  ${ISSUER}\n`]);
    expect((await said('--remove'))[1]).toContain('oidc.not-linked');
    expect((await said('--remove', '--subject', 'x'))[1]).toContain('do not go together');
  });
});

describe('A role of which the installation wants a second factor', () => {
  it('counts only with one; without, all that is left is to set one up', async () => {
    const [weak, strong] = [house.with(await house.token(user)), house.with(await house.token(user, { isStrong: true }))];
    const denied = await weak.get('/api/v1/plans');
    expect([denied.status, denied.body.code, denied.body.errors[0].code]).toEqual([403, 'access.denied', 'second-factor']);
    expect((await strong.get('/api/v1/session')).body).toMatchObject({ strong: true });
    expect((await weak.get('/api/v1/session')).body).toMatchObject({ strong: false });
  });
});
