import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { randomBytes } from 'node:crypto';
import { ROLES } from '#identity';
import { Controller, Get, Post } from '@nestjs/common';
import fastifyCookie from '@fastify/cookie';
import { describe, expect, it } from '@jest/globals';
import { fastify } from 'fastify';
import { bearerOf, endSession, sessionSecretOf, setSession } from './cookies.js';
import { expectDeclared, openRoutes, routesOf } from './declared-routes.js';
import { PAGE_SCRIPT } from './page-script.js';
import { isGuessable } from './guessable.js';
import { Passwords, weaknessOf } from './passwords.js';
import { May, Open } from './permission.js';
import { NO_BOX, openSecretBox, secretBox } from './secret-box.js';
import { readGuardedRoles } from './second-factor.js';
import { csrfOf, hashOf, isSame, newId, newSecret } from './secrets.js';
import { base32, codeOf, shownStep, stepAt, totpAddress } from './totp.js';

describe('A password', () => {
  const passwords = new Passwords();

  it('is kept by Argon2id with a salt of its own, and known again', async () => {
    const [one, other] = [await passwords.hash('ba con vịt qua sông'), await passwords.hash('ba con vịt qua sông')];
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
    expect(one).not.toBe(other);
    expect(await passwords.isRight('ba con vịt qua sông', one)).toBe(true);
    expect(await passwords.isRight('ba con vịt qua sông'.normalize('NFD'), one)).toBe(true);
    expect(await passwords.isRight('ba con vit qua song', one)).toBe(false);
    for (const none of [null, '', 'ba con vịt qua sông', one.replace('argon2id', 'argon2i')])
      expect(await passwords.isRight('ba con vịt qua sông', none)).toBe(false);
  });

  it('is turned away where more wait than the machine can work on', async () => {
    const few = new Passwords({ atOnce: 1, waiting: 3 });
    const tried = (): Promise<string> =>
      few.isRight('x', null).then(
        () => 'done',
        () => 'away',
      );
    const crowd = await Promise.all(Array.from({ length: 6 }, tried));
    expect(crowd).toEqual(['done', 'done', 'done', 'done', 'away', 'away']);
    expect(await tried()).toBe('done');
  });

  it.each([
    ['short', 'length'],
    ['x'.repeat(201), 'length'],
    ['aaaaaaaaaaaaaaa', 'monotone'],
    ['abcdefghijklmnop', 'monotone'],
    ['0123456789012345', 'monotone'],
    ['toi la van.thu day', 'name'],
    ['Password1234567', 'name'],
    ['ba con vịt qua sông', undefined],
  ])('%s: %s', (password, weakness) => {
    expect(weaknessOf(password, 'van.thu')).toBe(weakness);
  });

  it.each([
    'qwertyuiop123',
    'iloveyouforever',
    'liverpoolfc1',
    'P@ssw0rd12345',
    '1qaz2wsx3edc4rfv',
    'abcd1234abcd1234',
    'matkhau123456',
    'anhyeuem12345',
    'Ubnd@12345678',
    'van.thu.1990',
  ])('%s is refused: breached, common, or made of such', async (password) => {
    expect(await isGuessable(password, 'van.thu')).toBe(true);
  });

  it.each(['ba con vịt qua sông', 'x9Kq!d82mVz01', 'mua xuan nho nho', 'correct horse battery', `${'x9Kq!d82mVz01'.repeat(15)}`])(
    '%s is taken',
    async (password) => {
      expect(await isGuessable(password, 'van.thu')).toBe(false);
    },
  );
});

describe('A code of an authenticator', () => {
  const secret = Buffer.from('12345678901234567890');

  it.each([
    [59, '94287082'],
    [1_111_111_109, '07081804'],
    [1_111_111_111, '14050471'],
    [1_234_567_890, '89005924'],
    [2_000_000_000, '69279037'],
    [20_000_000_000, '65353130'],
  ])('at %d seconds is that of RFC 6238', (seconds, code) => {
    expect(codeOf(secret, stepAt(seconds * 1_000), 8)).toBe(code);
  });

  it('is taken a step early and a step late, and names its step', () => {
    const now = 1_111_111_111_000;
    for (const drift of [-1, 0, 1]) expect(shownStep(secret, codeOf(secret, stepAt(now) + drift), now)).toBe(stepAt(now) + drift);
    for (const drift of [-2, 2]) expect(shownStep(secret, codeOf(secret, stepAt(now) + drift), now)).toBeUndefined();
    expect(shownStep(secret, '', now)).toBeUndefined();
  });

  it('comes of a secret that is written as RFC 4648 has it', () => {
    expect(['', 'f', 'fo', 'foo', 'foob', 'fooba', 'foobar'].map((text) => base32(Buffer.from(text)))).toEqual([
      '',
      'MY',
      'MZXQ',
      'MZXW6',
      'MZXW6YQ',
      'MZXW6YTB',
      'MZXW6YTBOI',
    ]);
    expect(totpAddress(secret, 'văn thư')).toMatch(
      /^otpauth:\/\/totp\/Thac(:|%3A)v%C4%83n%20th%C6%B0\?secret=GEZDGNBV[A-Z2-7]+&issuer=Thac$/,
    );
  });
});

describe('A sealed secret', () => {
  it('opens for what it belongs to, under its key, unchanged', () => {
    const box = secretBox(randomBytes(32));
    const sealed = box.seal(Buffer.from('secret'), 't/u1');
    expect(sealed.includes('secret')).toBe(false);
    expect(box.open(sealed, 't/u1').toString()).toBe('secret');
    expect(() => box.open(sealed, 't/u2')).toThrow();
    expect(() => secretBox(randomBytes(32)).open(sealed, 't/u1')).toThrow();
    for (let at = 0; at < sealed.length; at++) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => box.open(changed, 't/u1')).toThrow();
    }
    expect(() => NO_BOX.seal(Buffer.from('x'), 'a')).toThrow('second-factor.no-key');
  });

  it('has a key from the environment or from a file that only its owner reads', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'thac-key-'));
    const file = path.join(folder, 'deep', 'identity.key');
    const made = await openSecretBox({ file, makes: true });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const again = await openSecretBox({ file, makes: true });
    expect(again.open(made.seal(Buffer.from('x'), 'a'), 'a').toString()).toBe('x');
    expect(await openSecretBox({})).toBe(NO_BOX);
    await expect(openSecretBox({ key: 'c2hvcnQ=' })).rejects.toMatchObject({ code: 'identity.key' });
    const open = path.join(folder, 'open.key');
    writeFileSync(open, randomBytes(32).toString('base64'), { mode: 0o644 });
    await expect(openSecretBox({ file: open })).rejects.toMatchObject({ code: 'identity.key' });
    await expect(openSecretBox({ file: path.join(folder, 'none') })).rejects.toMatchObject({ code: 'identity.key' });
    rmSync(folder, { recursive: true });
  });
});

describe('Secrets', () => {
  it('are long, kept by their hash, and told apart', () => {
    const [one, other] = [newSecret(), newSecret()];
    expect(one).toMatch(/^[\w-]{43}$/);
    expect([one === other, hashOf(one).length, csrfOf(one) === csrfOf(other)]).toEqual([false, 32, false]);
    expect([isSame('a', 'a'), isSame('a', 'b'), isSame('a', 'aa'), isSame('', '')]).toEqual([true, false, false, true]);
    expect(newId()).toMatch(/^[A-Za-z0-9]{16}$/);
  });

  it('travel in a cookie of this host, or as a bearer', async () => {
    const secret = newSecret();
    const app = fastify();
    await app.register(fastifyCookie);
    app.get('/set', (_request, reply) => setSession(reply, secret, true).send());
    app.get('/end', (_request, reply) => endSession(reply, false).send());
    app.get('/read', (request) => [sessionSecretOf(request, false) ?? '', sessionSecretOf(request, true) ?? '']);
    const setBy = async (url: string) => (await app.inject(url)).headers['set-cookie'];
    const readFrom = async (cookie: string) => (await app.inject({ url: '/read', headers: { cookie } })).json<string[]>();
    expect(await setBy('/set')).toBe(`__Host-thac_session=${secret}; Path=/; HttpOnly; Secure; SameSite=Strict`);
    expect(await setBy('/end')).toBe('thac_session=; Max-Age=0; Path=/; HttpOnly; SameSite=Strict');
    expect(await readFrom(`a=b; thac_session=${secret}`)).toEqual([secret, '']);
    expect(await readFrom(`a="; __Host-thac_session=${secret}; __Host-thac_session=${'A'.repeat(43)}`)).toEqual(['', secret]);
    for (const bad of [
      '',
      'thac_session=',
      'thac_session=short',
      `xthac_session=${secret}`,
      `thac_session=${secret}x`,
      'thac_session=%',
    ])
      expect(await readFrom(bad)).toEqual(['', '']);
    expect(bearerOf({ headers: { authorization: `bearer thac_${secret}` } })).toBe(`thac_${secret}`);
    for (const bad of [undefined, '', 'Bearer', 'Bearer x', `Basic ${secret}`, `Bearer ${secret} ${secret}`])
      expect(bearerOf({ headers: { authorization: bad } })).toBeUndefined();
  });
});

describe('Roles that need a second factor', () => {
  it('are those that a setting names, or all', () => {
    expect(readGuardedRoles({})).toEqual([]);
    expect(readGuardedRoles({ THAC_SECOND_FACTOR: 'leader, unit-head' })).toEqual(['leader', 'unit-head']);
    expect(readGuardedRoles({ THAC_SECOND_FACTOR: 'all' })).toEqual(ROLES);
    expect(() => readGuardedRoles({ THAC_SECOND_FACTOR: 'leaders' })).toThrow('THAC_SECOND_FACTOR');
  });
});

describe('A route', () => {
  @Controller('api/v1/things')
  class Things {
    @Get()
    @Open()
    list(): void {}

    @Post(':thing/end')
    @May('plan.change', 'actor')
    end(): void {}
  }
  @Controller('api/v1/silent')
  class Silent {
    @Get('one')
    one(): void {}
  }
  const served = [
    ['GET', '/api/v1/things'],
    ['HEAD', '/api/v1/things'],
    ['POST', '/api/v1/things/:thing/end'],
    ['GET', '/docs'],
  ] as const;

  it('that does not say what it needs keeps the API from starting, and is named', () => {
    expect(() => expectDeclared(routesOf(Things), served)).not.toThrow();
    expect(() => expectDeclared([...routesOf(Things), ...routesOf(Silent)], served)).toThrow(/Silent\.one/);
    expect(() => expectDeclared(routesOf(Things), [...served, ['GET', '/api/v2/loose']])).toThrow('GET /api/v2/loose');
    expect(() => expectDeclared(routesOf(Things), [...served, ['POST', '/hook']])).toThrow('POST /hook');
  });

  it('is for whoever comes only where it says so; pages and files are', () => {
    const isOpen = openRoutes([...routesOf(Things), ...routesOf(Silent)]);
    expect([isOpen('GET', '/api/v1/things'), isOpen('HEAD', '/api/v1/things'), isOpen('GET', '/docs')]).toEqual([
      true,
      true,
      true,
    ]);
    expect([
      isOpen('POST', '/api/v1/things/:thing/end'),
      isOpen('GET', '/api/v1/silent/one'),
      isOpen('HEAD', '/api/v1/silent/one'),
    ]).toEqual([false, false, false]);
  });
});

describe('The page for coming in', () => {
  it('runs as it stands, and never takes text for markup', () => {
    expect(() => new Function(PAGE_SCRIPT)).not.toThrow();
    expect(PAGE_SCRIPT).not.toMatch(/innerHTML|outerHTML|insertAdjacent|document\.write|eval\(/);
  });
});
