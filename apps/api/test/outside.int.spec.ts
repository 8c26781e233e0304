import { createHmac } from 'node:crypto';
import type { Instant } from '#engine';
import { OutsideBook } from '#persistence';
import { testDatabase, type TestDatabase } from '#testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { LogEntry } from '../src/log.js';
import { OutsideSignIn } from '../src/auth/oidc/outside-sign-in.js';
import type { OidcSettings } from '../src/auth/oidc/settings.js';
import { codeOf, stepAt } from '../src/auth/totp.js';
import { browserOf, type House, houseOf, PASSWORD } from './entering.js';
import { CLIENT, type SignInService, startSignInService, type There, TWO_FACTORS } from './sign-in-service.js';
import { type Answer, createWorld, identityOver, type World } from './world.js';

const COMMUNE = 'vn-10.086.02905';
type Mutable<T> = { -readonly [K in keyof T]: T[K] };

let database: TestDatabase;
let service: SignInService;
let settings: Mutable<OidcSettings>;
let world: World;
let house: House;
const logged: LogEntry[] = [];
beforeAll(async () => {
  database = await testDatabase();
  service = await startSignInService();
  const { id: clientId, secret: clientSecret, base: baseUrl } = CLIENT;
  settings = {
    issuer: service.issuer,
    clientId,
    clientSecret,
    baseUrl,
    name: 'Cổng <tỉnh>',
    claim: null,
    mailDomain: null,
    strongAcr: [],
    fetch: service.fetch,
  };
  const identity = { ...identityOver(database.pool), outside: { settings, book: new OutsideBook(database.pool) } };
  world = await createWorld(database.pool, { door: () => undefined, identity, log: (entry) => logged.push(entry) });
  house = houseOf(world, identity);
}, 60_000);
afterAll(async () => {
  await world?.close();
  await service?.close();
  await database?.drop();
});
afterEach(() => {
  Object.assign(service, { person: null, tamper: null, isAway: false });
  Object.assign(settings, { claim: null, mailDomain: null, strongAcr: [] });
});

const code = ({ status, body }: Answer) => [status, body.code];
const later = (seconds: number): void =>
  world.clock.advanceTo(
    new Date(Date.parse(world.clock.now()) + (seconds + 7 * 3_600) * 1_000).toISOString().replace(/\.\d+Z$/, '+07:00') as Instant,
  );
const cookiesOf = ({ headers }: Answer): readonly string[] => [headers['set-cookie'] ?? []].flat().map(String);
const cookieIn = (answer: Answer, name: string): string =>
  cookiesOf(answer)
    .find((cookie) => cookie.startsWith(`${name}=`))
    ?.split(';')[0] ?? '';

/** Leaves for the service, and is led back: to which address, with which cookie. */
async function leave(to = '/desk?x=1') {
  const left = await world.get(`/sign-in/oidc?to=${encodeURIComponent(to)}`);
  if (left.status !== 303) throw new Error(JSON.stringify(left.body));
  const address = String(left.headers['location']);
  const cookie = cookieIn(left, '__Host-thac_leaving');
  return { left, address, cookie, back: await service.browse(address) };
}

const comeBack = (back: URL, cookie: string, headers: Readonly<Record<string, string>> = {}) =>
  world.get(`${back.pathname}${back.search}`, { cookie, ...headers });

async function signIn(person: There | null, to?: string): Promise<Answer> {
  service.person = person;
  const { back, cookie } = await leave(to);
  return comeBack(back, cookie);
}

/** An administrator with a second factor. */
async function administrator() {
  const user = await house.add(`quan.tri.${Math.random().toString(36).slice(2, 8)}`, 'system-administrator', null);
  return house.with(await house.token(user, { isStrong: true }));
}
const link = async (user: string, subject: string) => (await administrator()).post(`/api/v1/users/${user}/outside`, { subject });
const sessionOf = (answer: Answer) => world.get('/api/v1/session', { cookie: cookieIn(answer, '__Host-thac_session') });

describe('Signing in outside', () => {
  it('leads to the service with PKCE, state and nonce, and back to the page asked for, as a new session of whoever is linked', async () => {
    const user = await house.add('ngoai', 'official', COMMUNE);
    expect(code(await link(user, 'sub-1'))).toEqual([200, undefined]);
    expect(code(await link(user, 'sub-2'))).toEqual([409, 'oidc.taken']);
    service.person = { sub: 'sub-1' };
    const { left, address, cookie, back } = await leave('/desk?x=1#y');
    const asked = Object.fromEntries(new URL(address).searchParams);
    expect(asked).toMatchObject({ response_type: 'code', code_challenge_method: 'S256', client_id: 'thac', scope: 'openid' });
    expect([asked['state'], asked['nonce'], asked['code_challenge']]).toEqual(
      Array(3).fill(expect.stringMatching(/^[\w-]{43}$/)),
    );
    expect(cookiesOf(left)[0]).toMatch(/; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    const answer = await comeBack(back, `${cookie}; __Host-thac_session=${'A'.repeat(43)}`);
    expect([answer.status, answer.headers['location']]).toEqual([303, '/desk?x=1#y']);
    expect(cookiesOf(answer).find((set) => set.startsWith('__Host-thac_leaving=;'))).toContain('Max-Age=0');
    expect(cookiesOf(answer).find((set) => set.startsWith('__Host-thac_session='))).toMatch(/Secure; SameSite=Strict$/);
    const { body } = await sessionOf(answer);
    expect([body.user, body.strong, body.rights.map(({ role }: { role: string }) => role)]).toEqual([user, false, ['official']]);
    const { rows } = await database.pool.query('select issuer from session where account = $1', [user]);
    expect(rows).toEqual([{ issuer: service.issuer }]);
  });

  it('keeps no secret of a sign-in in the database', async () => {
    const { address, cookie } = await leave();
    const { rows } = await database.pool.query<{ row: string }>('select t::text as row from outside_attempt t');
    const secret = cookie.split('=')[1] ?? '';
    const verifier = createHmac('sha256', secret).update('verifier').digest('base64url');
    for (const word of [secret, verifier, new URL(address).searchParams.get('state') ?? ''])
      expect(rows.filter(({ row }) => row.includes(word) || row.includes(Buffer.from(word).toString('hex')))).toEqual([]);
    expect(rows.length).toBeGreaterThan(0);
  });

  it.each([
    '//evil.example',
    'https://evil.example/',
    '/\\evil.example',
    '/a/..//evil.example',
    'javascript:alert(1)',
    '/sign-in/oidc',
  ])('never leads on to %s', async (to) => {
    const user = await house.add(`dan.${Buffer.from(to).toString('hex').slice(0, 30)}`, 'official', COMMUNE);
    await link(user, `sub ${to}`);
    expect((await signIn({ sub: `sub ${to}` }, to)).headers['location']).toBe('/');
  });

  it('begins by the button or the address, not by another site', async () => {
    for (const site of ['cross-site', 'same-site']) {
      const led = await world.get('/sign-in/oidc?to=/desk', { 'sec-fetch-site': site });
      expect([led.status, led.headers['location'], cookiesOf(led)]).toEqual([303, '/sign-in?to=%2Fdesk', []]);
    }
    for (const site of ['same-origin', 'none']) {
      const left = await world.get('/sign-in/oidc', { 'sec-fetch-site': site });
      expect(String(left.headers['location'])).toMatch(new RegExp(`^${service.issuer}/auth\\?.*max_age=43200`));
    }
  });

  it('is offered on the page, as text', async () => {
    const { body } = await world.get('/sign-in');
    expect(body).toContain('Đăng nhập bằng Cổng &lt;tỉnh&gt; · <span lang="en">Sign in with Cổng &lt;tỉnh&gt;</span>');
  });
});

describe('Whoever has no account here', () => {
  it('is refused with their id at the service, in both languages, as a page for a browser; no account is made', async () => {
    const before = await database.pool.query('select count(*) from account');
    service.person = { sub: 'nobody-<1>' };
    const { back, cookie } = await leave();
    const page = await comeBack(back, cookie, { accept: 'text/html' });
    expect([page.status, page.headers['content-type']]).toEqual([403, 'text/html; charset=utf-8']);
    expect(page.body).toMatch(/Mã tại nơi đăng nhập: nobody-&lt;1&gt;.*their id at the sign-in service: nobody-&lt;1&gt;/is);
    const answer = await signIn({ sub: 'nobody-2' });
    expect([...code(answer), answer.body.messages.en]).toEqual([403, 'oidc.unknown-person', expect.stringContaining('nobody-2')]);
    expect(cookieIn(answer, '__Host-thac_session')).toBe('');
    expect((await database.pool.query('select count(*) from account')).rows).toEqual(before.rows);
  });

  it('comes in by a verified claim where the settings say so, and is linked from then on; rights stay as granted', async () => {
    const user = await house.add('theo.ten', 'official', COMMUNE);
    expect(code(await signIn({ sub: 'claim-1', claims: { preferred_username: 'theo.ten' } }))).toEqual([
      403,
      'oidc.unknown-person',
    ]);
    settings.claim = 'preferred_username';
    const roles = { preferred_username: 'Theo.Ten', roles: ['system-administrator'], groups: ['auditor'] };
    const { body } = await sessionOf(await signIn({ sub: 'claim-1', claims: roles }));
    expect([body.user, body.rights.map(({ role }: { role: string }) => role)]).toEqual([user, ['official']]);
    expect((await sessionOf(await signIn({ sub: 'claim-1', claims: { preferred_username: 'other' } }))).body.user).toBe(user);
    expect(code(await signIn({ sub: 'claim-2', claims: { preferred_username: 'theo.ten' } }))).toEqual([409, 'oidc.taken']);
  });

  it('by mail only where it is verified, and of the domain', async () => {
    const user = await house.add('thu', 'official', COMMUNE);
    Object.assign(settings, { claim: 'email', mailDomain: 'laocai.example' });
    const bad = [
      { email: 'thu@laocai.example', email_verified: false },
      { email: 'thu@laocai.example', email_verified: 'true' },
      { email: 'thu@laocai.example' },
      { email: 'thu@evil.example', email_verified: true },
      { email: 'thu@laocai.example@evil.example', email_verified: true },
      { email: 'laocai.example', email_verified: true },
    ];
    for (const [at, claims] of bad.entries())
      expect(code(await signIn({ sub: `mail-${at}`, claims }))).toEqual([403, 'oidc.unknown-person']);
    const good = await signIn({ sub: 'mail', claims: { email: 'Thu@LaoCai.example', email_verified: true } });
    expect((await sessionOf(good)).body.user).toBe(user);
  });
});

describe('A way back that proves nothing', () => {
  const OVER = [403, 'oidc.attempt-over'];
  beforeAll(async () => {
    await link(await house.add('chung', 'official', COMMUNE), 'proven');
  });

  it('is refused: used before, in another browser, with another state, too late', async () => {
    service.person = { sub: 'proven' };
    const one = await leave();
    expect((await comeBack(one.back, one.cookie)).status).toBe(303);
    expect(code(await comeBack(one.back, one.cookie))).toEqual(OVER);
    for (const cookie of ['', `__Host-thac_leaving=${'A'.repeat(43)}`, one.cookie])
      expect(code(await comeBack((await leave()).back, cookie))).toEqual(OVER);
    const other = await leave();
    other.back.searchParams.set('state', 'A'.repeat(43));
    expect(code(await comeBack(other.back, other.cookie))).toEqual(OVER);
    const late = await leave();
    later(601);
    expect(code(await comeBack(late.back, late.cookie))).toEqual(OVER);
    expect(code(await world.get('/sign-in/oidc/back', { cookie: late.cookie }))).toEqual(OVER);
  });

  it('is refused: a code of another sign-in, a code that is over, another issuer, a no', async () => {
    service.person = { sub: 'proven' };
    const [mine, stolen] = [await leave(), await leave()];
    mine.back.searchParams.set('code', stolen.back.searchParams.get('code') ?? '');
    expect(code(await comeBack(mine.back, mine.cookie))).toEqual([401, 'oidc.not-proven']);
    const over = await leave();
    await service.expire(over.back.searchParams.get('code') ?? '');
    expect(code(await comeBack(over.back, over.cookie))).toEqual([401, 'oidc.not-proven']);
    const mixed = await leave();
    mixed.back.searchParams.set('iss', 'https://evil.example');
    expect(code(await comeBack(mixed.back, mixed.cookie))).toEqual([401, 'oidc.not-proven']);
    const no = await signIn(null);
    expect([...code(no), no.body.messages.vi === no.body.messages.en]).toEqual([401, 'oidc.refused-there', false]);
  });

  const hour = (n: number): number => Math.floor(Date.now() / 1_000) + n * 3_600;
  it.each<[string, NonNullable<SignInService['tamper']>]>([
    ['another nonce', (claims, sign) => sign({ ...claims, nonce: 'A'.repeat(43) })],
    ['no nonce', (claims, sign) => sign(without(claims, 'nonce'))],
    ['another issuer', (claims, sign) => sign({ ...claims, iss: 'https://evil.example' })],
    ['another audience', (claims, sign) => sign({ ...claims, aud: 'another' })],
    ['an end that has passed', (claims, sign) => sign({ ...claims, iat: hour(-2), exp: hour(-1) })],
    ['a person seen too long ago', (claims, sign) => sign({ ...claims, auth_time: hour(-13) })],
    ['no time at which the person was seen', (claims, sign) => sign(without(claims, 'auth_time'))],
    ['nobody', (claims, sign) => sign(without(claims, 'sub'))],
    ['a key that is not the service’s', (claims, sign) => sign(claims, { kid: 'two' })],
    ['no signature', async (claims) => `${coded({ alg: 'none' })}.${coded(claims)}.`],
    [
      'claims that were changed after signing',
      async (claims, sign) => {
        const [head, , tail] = (await sign(claims)).split('.');
        return `${head}.${coded({ ...claims, sub: 'somebody else' })}.${tail}`;
      },
    ],
  ])('is refused: a statement with %s', async (_what, tamper) => {
    service.tamper = tamper;
    const answer = await signIn({ sub: 'proven' });
    expect([...code(answer), cookieIn(answer, '__Host-thac_session')]).toEqual([401, 'oidc.not-proven', '']);
    expect([answer.body.mend.vi, answer.body.mend.en]).toEqual([expect.stringMatching(/\w/), expect.stringMatching(/\w/)]);
  });

  it('is taken where the statement is signed as it was', async () => {
    service.tamper = (claims, sign) => sign(claims);
    expect((await signIn({ sub: 'proven' })).status).toBe(303);
  });

  it('is not begun at a service that names itself otherwise', async () => {
    const other = new OutsideSignIn({
      settings: { ...settings, issuer: service.issuer.replace('127.0.0.1', 'localhost') },
      outside: new OutsideBook(database.pool),
      book: identityOver(database.pool).accounts,
      accounts: house.accounts,
      clock: world.clock,
    });
    await expect(other.leave('lao-cai', '/')).rejects.toMatchObject({ code: 'oidc.unavailable' });
  });

  it('is told as such where the service does not answer', async () => {
    service.person = { sub: 'proven' };
    const { back, cookie } = await leave();
    service.isAway = true;
    expect(code(await comeBack(back, cookie))).toEqual([503, 'oidc.unavailable']);
  });

  it('is written down with its reason, without who it was', () => {
    const failed = logged.filter(({ message }) => message.en === 'An attempt to sign in failed.').map(({ facts }) => facts);
    expect(failed).toEqual(expect.arrayContaining([expect.objectContaining({ reason: 'oidc.not-proven' })]));
    expect(JSON.stringify(failed)).not.toMatch(/proven"?:|nobody-2|evil/);
  });
});

describe('Rights of whoever signs in outside', () => {
  it('end where they are kept out, or unlinked', async () => {
    const user = await house.add('bi.khoa', 'official', COMMUNE);
    await link(user, 'kept-out');
    const session = browserOf(world, await sessionOf(await signIn({ sub: 'kept-out' })));
    expect(session.user).toBe(user);
    const admin = await administrator();
    expect((await admin.get(`/api/v1/users/${user}/outside`)).body).toEqual({ issuer: service.issuer, subject: 'kept-out' });
    expect((await admin.post(`/api/v1/users/${user}/block`)).status).toBe(200);
    expect(code(await signIn({ sub: 'kept-out' }))).toEqual([403, 'sign-in.blocked']);
    expect((await admin.post(`/api/v1/users/${user}/unblock`)).status).toBe(200);
    const again = await signIn({ sub: 'kept-out' });
    expect((await admin.post(`/api/v1/users/${user}/outside/remove`)).status).toBe(200);
    expect(code(await admin.post(`/api/v1/users/${user}/outside/remove`))).toEqual([404, 'oidc.not-linked']);
    expect((await sessionOf(again)).status).toBe(401);
    expect(code(await signIn({ sub: 'kept-out' }))).toEqual([403, 'oidc.unknown-person']);
  });

  it('of an auditor wait for the code of the second factor, unless the service says that one was shown', async () => {
    const user = await house.add('kiem.toan', 'auditor', null, { signs: true });
    await link(user, 'auditor');
    const weak = browserOf(world, await house.signIn('kiem.toan'));
    const { secret } = (await weak.post('/api/v1/session/second-factor', { password: PASSWORD })).body;
    const shown = () => codeOf(base32Bytes(secret), stepAt(Date.parse(world.clock.now())));
    await weak.post('/api/v1/session/second-factor/confirm', { code: shown() });
    later(30);
    const asked = await signIn({ sub: 'auditor' }, '/audit');
    expect([asked.status, cookieIn(asked, '__Host-thac_session')]).toEqual([303, '']);
    const [, codeLink = ''] = /^\/sign-in\?to=%2Faudit#code=([\w-]{43})$/.exec(String(asked.headers['location'])) ?? [];
    const reset = await world.post('/api/v1/session/redeem', { body: { link: codeLink, password: PASSWORD } });
    expect(code(reset)).toEqual([404, 'link.invalid']);
    const show = (typed: string) => world.post('/api/v1/session/code', { body: { link: codeLink, code: typed } });
    expect(code(await show('000000'))).toEqual([401, 'sign-in.failed']);
    const strong = await show(shown());
    expect([strong.status, strong.body.strong, strong.body.user]).toEqual([200, true, user]);
    expect(code(await show(shown()))).toEqual([404, 'link.invalid']);
    settings.strongAcr = [TWO_FACTORS];
    const vouched = await signIn({ sub: 'auditor', acr: TWO_FACTORS });
    expect((await sessionOf(vouched)).body.strong).toBe(true);
    expect(cookieIn(await signIn({ sub: 'auditor', acr: 'urn:example:one' }), '__Host-thac_session')).toBe('');
  });

  it('end here and there on signing out', async () => {
    await link(await house.add('ra.ve', 'official', COMMUNE, { signs: true }), 'leaver');
    const came = await signIn({ sub: 'leaver' });
    const cookie = cookieIn(came, '__Host-thac_session');
    const { csrf } = (await sessionOf(came)).body;
    const ended = await world.post('/api/v1/session/end', { body: {}, headers: { cookie, 'x-thac-csrf': csrf } });
    const elsewhere = new URL(ended.body.elsewhere);
    expect([elsewhere.origin, elsewhere.pathname]).toEqual([service.issuer, '/session/end']);
    expect(Object.fromEntries(elsewhere.searchParams)).toEqual({
      client_id: 'thac',
      post_logout_redirect_uri: 'https://thac.example/sign-in',
    });
    expect((await sessionOf(came)).status).toBe(401);
    const own = await (await house.browse('ra.ve')).post('/api/v1/session/end');
    expect(own.body.elsewhere).toBeNull();
  });
});

const without = <T extends object>(claims: T, name: keyof T): T =>
  Object.fromEntries(Object.entries(claims).filter(([each]) => each !== name)) as T;
const coded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const base32Bytes = (text: string): Buffer => {
  const bits = [...text].map((char) => ALPHABET.indexOf(char).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
};
