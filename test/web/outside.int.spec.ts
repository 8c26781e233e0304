import { OutsideBook } from '#persistence';
import { browser, testDatabase, type TestDatabase } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { codeOf, stepAt } from '../../apps/api/src/auth/totp.js';
import { listen } from '../../apps/api/src/listen.js';
import { type House, houseOf, PASSWORD } from '../../apps/api/test/entering.js';
import { CLIENT, type SignInService, startSignInService } from '../../apps/api/test/sign-in-service.js';
import { createWorld, identityOver, TENANT, type World } from '../../apps/api/test/world.js';

/** Signing in at a service outside, in a real browser: the two servers are different sites to it. */
const COMMUNE = 'vn-10.086.02905';

let database: TestDatabase;
let world: World;
let house: House;
let service: SignInService;
let chromium: Browser;
let base: string;
beforeAll(async () => {
  database = await testDatabase();
  const settings = {
    issuer: '',
    clientId: CLIENT.id,
    clientSecret: CLIENT.secret,
    baseUrl: '',
    name: 'Cổng tỉnh',
    claim: null,
    mailDomain: null,
    strongAcr: [],
  };
  const identity = { ...identityOver(database.pool), outside: { settings, book: new OutsideBook(database.pool) } };
  world = await createWorld(database.pool, { door: () => undefined, identity, baseUrl: '' });
  base = `http://localhost:${await listen(world.app, { port: 0 })}`;
  service = await startSignInService(base);
  Object.assign(settings, { issuer: service.issuer, baseUrl: base });
  house = houseOf(world, identity);
  chromium = await browser();
}, 180_000);
afterAll(async () => {
  await chromium?.close();
  await service?.close();
  await world?.close();
  await database?.drop();
});

/** Somebody of a name, linked; goes to the page for signing in, and presses the button. */
async function press(name: string): Promise<Page> {
  const user = await house.add(name, 'official', COMMUNE, { signs: true });
  await new OutsideBook(database.pool).link(
    TENANT,
    { issuer: service.issuer, subject: name },
    { account: user, now: world.clock.now(), by: null },
  );
  service.person = { sub: name };
  const page = await (await chromium.newContext()).newPage();
  await page.goto(`${base}/sign-in?to=${encodeURIComponent('/account?x=1')}`);
  await page.getByRole('link', { name: 'Đăng nhập bằng Cổng tỉnh' }).click();
  return page;
}

describe('In a browser', () => {
  it('the button leads to the service and back to the page asked for, signed in; signing out leads there, too', async () => {
    const page = await press('ngoai');
    await page.waitForURL(`${base}/account?x=1`);
    await page.getByRole('heading', { name: 'ngoai' }).waitFor();
    await page.getByRole('button', { name: 'Đăng xuất' }).click();
    await page.waitForURL((url) => url.href.startsWith(`${service.issuer}/session/end`));
    await page.goto(`${base}/account`);
    await page.getByRole('link', { name: 'Đăng nhập bằng Cổng tỉnh' }).waitFor();
    await page.context().close();
  }, 120_000);

  it('whoever has an authenticator shows its code on the way', async () => {
    const user = await house.add('ma', 'official', COMMUNE, { signs: true });
    const { secret } = await house.accounts.startSecondFactor(
      TENANT,
      { account: user, isStrong: false } as unknown as Parameters<House['accounts']['startSecondFactor']>[1],
      PASSWORD,
    );
    await database.pool.query('update account set totp_confirmed = true where id = $1', [user]);
    await new OutsideBook(database.pool).link(
      TENANT,
      { issuer: service.issuer, subject: 'ma' },
      { account: user, now: world.clock.now(), by: null },
    );
    service.person = { sub: 'ma' };
    const page = await (await chromium.newContext()).newPage();
    await page.goto(`${base}/sign-in/oidc?to=/account`);
    await page.waitForURL((url) => url.hash.startsWith('#code='));
    await page.locator('#step-code').fill('000000');
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    await page.getByRole('alert').filter({ hasText: 'không đúng' }).waitFor();
    await page.locator('#step-code').fill(codeOf(bytesOf(secret), stepAt(Date.parse(world.clock.now()))));
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    await page.waitForURL(`${base}/account`);
    await page.getByRole('heading', { name: 'ma' }).waitFor();
    expect((await page.context().cookies(base)).map(({ name, sameSite }) => [name, sameSite])).toEqual([
      ['thac_session', 'Strict'],
    ]);
    await page.context().close();
  }, 120_000);
});

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const bytesOf = (text: string): Buffer => {
  const bits = [...text].map((char) => ALPHABET.indexOf(char).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
};
