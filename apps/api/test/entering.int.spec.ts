import { connect } from 'node:net';
import type { Instant, UnitId } from '#engine';
import { testDatabase, type TestDatabase } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listen } from '../src/listen.js';
import type { LogEntry } from '../src/log.js';
import { hashOf } from '../src/auth/secrets.js';
import { codeOf, stepAt } from '../src/auth/totp.js';
import { browserOf, cookieOf, type House, houseOf, PASSWORD } from './entering.js';
import { ask, createWorld, identityOver, PLAN, PROVINCE, PROVINCE_TEXT, TENANT, type World } from './world.js';

const COMMUNE = 'vn-10.086.02905';

let database: TestDatabase;
let world: World;
let house: House;
const logged: LogEntry[] = [];
const later = (seconds: number): void =>
  world.clock.advanceTo(
    new Date(Date.parse(world.clock.now()) + (seconds + 7 * 3_600) * 1_000).toISOString().replace(/\.\d+Z$/, '+07:00') as Instant,
  );
const code = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code];

beforeAll(async () => {
  database = await testDatabase();
  const identity = identityOver(database.pool);
  world = await createWorld(database.pool, { door: () => undefined, identity, log: (entry) => logged.push(entry) });
  house = houseOf(world, identity);
}, 60_000);
afterAll(async () => {
  await world?.close();
  await database?.drop();
});

describe('Whoever is not signed in', () => {
  it('reaches no route of the description but those that are open', async () => {
    const { paths } = (await world.get('/docs-json')).body as { paths: Record<string, Record<string, unknown>> };
    const open: string[] = [];
    for (const [path, methods] of Object.entries(paths)) {
      for (const method of Object.keys(methods)) {
        const url = path.replaceAll(/\{\w+\}/g, 'x');
        const { status } = await ask(world.app, { method: method === 'get' ? 'GET' : 'POST', url, payload: '{' });
        if (status !== 401) open.push(`${method} ${path}`);
      }
    }
    expect(open.toSorted()).toEqual([
      'get /health/live',
      'get /health/ready',
      'post /api/v1/session',
      'post /api/v1/session/code',
      'post /api/v1/session/redeem',
    ]);
  });

  it('is told so in both languages, whatever is claimed', async () => {
    for (const headers of [
      { authorization: 'Bearer nonsense-nonsense-nonsense' },
      { authorization: 'Basic eDp5' },
      { cookie: 'thac_session=x' },
    ]) {
      const answer = await world.get('/api/v1/plans', headers);
      expect(code(answer)).toEqual([401, 'access.not-signed-in']);
      expect(answer.headers['www-authenticate']).toMatch(/^Bearer/);
      expect(answer.body.messages.vi).not.toBe(answer.body.messages.en);
    }
  });
});

describe('The first administrator', () => {
  it('comes in by the link, once, and counts as one with a second factor only', async () => {
    const link = (await house.accounts.firstLink(TENANT))!;
    const names = { name: 'quan.tri', shownName: 'Quản trị' };
    expect(code(await world.post('/api/v1/session/redeem', { body: { link, ...names, password: 'short' } }))).toEqual([
      422,
      'account.password-weak',
    ]);
    expect(code(await world.post('/api/v1/session/redeem', { body: { link, ...names, password: 'iloveyouforever' } }))).toEqual([
      422,
      'account.password-common',
    ]);
    const made = await world.post('/api/v1/session/redeem', { body: { link, ...names, password: PASSWORD } });
    expect([made.status, made.body.shownName, made.body.strong]).toEqual([200, 'Quản trị', false]);
    expect(code(await world.post('/api/v1/session/redeem', { body: { link, ...names, password: PASSWORD } }))).toEqual([
      404,
      'link.invalid',
    ]);
    expect(await house.accounts.firstLink(TENANT)).toBeUndefined();
    const weak = browserOf(world, made);
    const denied = await weak.get('/api/v1/users');
    expect([...code(denied), denied.body.errors[0].code]).toEqual([403, 'access.denied', 'second-factor']);
    const unproven = await weak.post('/api/v1/session/second-factor', { password: 'not my password' });
    expect(code(unproven)).toEqual([401, 'sign-in.failed']);
    const { secret } = (await weak.post('/api/v1/session/second-factor', { password: PASSWORD })).body;
    const bytes = base32Bytes(secret);
    const wrong = await weak.post('/api/v1/session/second-factor/confirm', { code: '000000' });
    expect(code(wrong)).toEqual([403, 'second-factor.wrong']);
    const shown = codeOf(bytes, stepAt(Date.parse(world.clock.now())));
    const strong = browserOf(world, await weak.post('/api/v1/session/second-factor/confirm', { code: shown }));
    expect((await strong.get('/api/v1/users')).body.items).toMatchObject([{ name: 'quan.tri', secondFactor: true }]);
    expect((await weak.get('/api/v1/session')).status).toBe(401);
    expect(code(await house.signIn('quan.tri'))).toEqual([401, 'sign-in.code-needed']);
    expect(code(await house.signIn('quan.tri', { code: shown }))).toEqual([401, 'sign-in.failed']);
    later(30);
    const again = await house.signIn('quan.tri', { code: codeOf(bytes, stepAt(Date.parse(world.clock.now()))) });
    expect([again.status, again.body.strong]).toEqual([200, true]);
    const reset = (await strong.post(`/api/v1/users/${strong.user}/link`)).body.link as string;
    const redeemed = await world.post('/api/v1/session/redeem', {
      body: { link: reset.split('=')[1]!, password: `${PASSWORD} hai` },
    });
    expect(code(redeemed)).toEqual([401, 'sign-in.code-needed']);
    expect(code(await house.signIn('quan.tri', { password: `${PASSWORD} hai` }))).toEqual([401, 'sign-in.code-needed']);
  });
});

describe('Session fixation', () => {
  it('has no use: signing in makes a new session, whatever the browser held', async () => {
    await house.add('co.dinh', 'official', COMMUNE, { signs: true });
    const planted = await world.post('/api/v1/session', {
      body: { name: 'co.dinh', password: PASSWORD },
      headers: { cookie: `__Host-thac_session=${'A'.repeat(43)}` },
    });
    expect(cookieOf(planted)).toMatch(/^__Host-thac_session=[\w-]{43}$/);
    expect(cookieOf(planted)).not.toContain('A'.repeat(43));
    expect((await world.get('/api/v1/session', { cookie: `__Host-thac_session=${'A'.repeat(43)}` })).status).toBe(401);
    const again = await world.post('/api/v1/session', {
      body: { name: 'co.dinh', password: PASSWORD },
      headers: { cookie: cookieOf(planted) },
    });
    expect(cookieOf(again)).not.toBe(cookieOf(planted));
    expect((await world.get('/api/v1/session', { cookie: cookieOf(planted) })).status).toBe(401);
    expect(String(planted.headers['set-cookie'])).toMatch(/; HttpOnly; Secure; SameSite=Strict$/);
  });

  it('ends with the session: signing out, a pause, its whole life, a block', async () => {
    const user = await house.add('phien', 'official', COMMUNE, { signs: true });
    const one = await house.browse('phien');
    await one.post('/api/v1/session/end');
    expect((await one.get('/api/v1/session')).status).toBe(401);
    const paused = await house.browse('phien');
    later(3_601);
    expect((await paused.get('/api/v1/session')).status).toBe(401);
    const long = await house.browse('phien');
    for (let hour = 0; hour < 12; hour++) {
      expect((await long.get('/api/v1/session')).status).toBe(200);
      later(3_599);
    }
    later(60);
    expect((await long.get('/api/v1/session')).status).toBe(401);
    const [kept, other] = [await house.browse('phien'), await house.browse('phien')];
    const { items } = (await kept.get('/api/v1/session/list')).body;
    const foreign = items.find(({ current }: { current: boolean }) => !current);
    expect((await kept.post(`/api/v1/session/list/${foreign.id}/end`)).status).toBe(200);
    expect([(await other.get('/api/v1/session')).status, (await kept.get('/api/v1/session')).status]).toEqual([401, 200]);
    const third = await house.browse('phien');
    later(601);
    const end = (body: object) =>
      kept.post(`/api/v1/session/list/${hashOf(third.cookie.split('=')[1] ?? '').toString('hex')}/end`, body);
    expect(code(await end({}))).toEqual([403, 'session.prove-again']);
    expect(code(await end({ password: 'not the password' }))).toEqual([401, 'sign-in.failed']);
    expect(code(await end({ code: '000000' }))).toEqual([401, 'sign-in.failed']);
    expect((await third.get('/api/v1/session')).status).toBe(200);
    expect((await end({ password: PASSWORD })).status).toBe(200);
    expect((await third.get('/api/v1/session')).status).toBe(401);
    await house.accounts.shutOut(TENANT, user);
    expect((await kept.get('/api/v1/session')).status).toBe(401);
  });
});

describe('A new password', () => {
  it('needs the old one, and ends every other session and token', async () => {
    const user = await house.add('doi', 'official', COMMUNE, { signs: true });
    const [one, other] = [await house.browse('doi'), await house.browse('doi')];
    const program = house.with(await house.token(user));
    const change = (old: string) => one.post('/api/v1/session/password', { old, password: `${PASSWORD} ba` });
    expect(code(await change('not the old one'))).toEqual([401, 'sign-in.failed']);
    const common = await one.post('/api/v1/session/password', { old: PASSWORD, password: 'qwertyuiop123' });
    expect(code(common)).toEqual([422, 'account.password-common']);
    expect((await change(PASSWORD)).status).toBe(200);
    const after = [await one.get('/api/v1/session'), await other.get('/api/v1/session'), await program.get('/api/v1/plans')];
    expect(after.map(({ status }) => status)).toEqual([200, 401, 401]);
    expect((await house.signIn('doi')).status).toBe(401);
  });
});

describe('CSRF', () => {
  it('fails without the word of the session, from another origin, and from another site', async () => {
    await house.add('csrf', 'official', COMMUNE, { signs: true });
    const { cookie, csrf, post } = await house.browse('csrf');
    const bare = (headers: Record<string, string>) =>
      world.post('/api/v1/tokens', { body: { name: 'x', scope: 'read', days: 1 }, headers: { cookie, ...headers } });
    expect(code(await bare({}))).toEqual([403, 'access.csrf']);
    expect(code(await bare({ 'x-thac-csrf': `${csrf.slice(1)}x` }))).toEqual([403, 'access.csrf']);
    expect(code(await bare({ 'x-thac-csrf': csrf, origin: 'https://evil.example' }))).toEqual([403, 'access.csrf']);
    const named = { 'x-thac-csrf': csrf, host: 'evil.example', origin: 'https://evil.example' };
    expect(code(await bare(named))).toEqual([403, 'access.csrf']);
    expect(code(await bare({ 'x-thac-csrf': csrf, origin: 'null' }))).toEqual([403, 'access.csrf']);
    expect(code(await bare({ 'x-thac-csrf': csrf, 'sec-fetch-site': 'cross-site' }))).toEqual([403, 'access.csrf']);
    expect((await bare({ 'x-thac-csrf': csrf, origin: 'https://thac.example' })).status).toBe(201);
    expect((await post('/api/v1/tokens', { name: 'x', scope: 'read', days: 1 })).status).toBe(201);
    const login = await world.post('/api/v1/session', {
      body: { name: 'csrf', password: PASSWORD },
      headers: { origin: 'https://evil.example' },
    });
    expect(code(login)).toEqual([403, 'access.csrf']);
  });
});

describe('Brute force', () => {
  const guess = (name: string, password: string, remoteAddress: string) =>
    ask(world.app, { method: 'POST', url: '/api/v1/session', remoteAddress, payload: { name, password } });

  it('has to wait longer after each guess, the right password included, and lets the owner in afterwards', async () => {
    await house.add('chu.nha', 'official', COMMUNE, { signs: true });
    await house.add('doan', 'official', COMMUNE, { signs: true });
    for (let n = 0; n < 5; n++)
      expect(code(await guess('doan', `wrong ${n} wrong`, `10.0.0.${n}`))).toEqual([401, 'sign-in.failed']);
    const waits: number[] = [];
    for (let n = 0; n < 3; n++) {
      const held = await guess('doan', PASSWORD, `10.0.1.${n}`);
      expect(code(held)).toEqual([429, 'sign-in.too-many']);
      waits.push(Number(held.headers['retry-after']));
      later(waits.at(-1)!);
      expect((await guess('doan', 'wrong again', `10.0.2.${n}`)).status).toBe(401);
    }
    expect(waits).toEqual([15, 30, 60]);
    later(120);
    expect((await guess('doan', PASSWORD, '10.0.3.1')).status).toBe(200);
  });

  it('from one address is held up too, whatever names are guessed and whoever signs in meanwhile', async () => {
    const all = [];
    for (let n = 0; n < 31; n++) {
      if (n % 10 === 5) expect((await guess('chu.nha', PASSWORD, '10.9.0.1')).status).toBe(200);
      else all.push((await guess(`ai.${n}`, 'some password', '10.9.0.1')).status);
    }
    for (let n = 0; n < 4; n++) all.push((await guess(`con.ai.${n}`, 'some password', '10.9.0.1')).status);
    expect([all.filter((status) => status === 401).length, all.at(-1)]).toEqual([30, 429]);
    expect((await guess('chu.nha', PASSWORD, '10.9.0.2')).status).toBe(200);
  });

  it('gains nothing by many guesses at once', async () => {
    await house.add('nhieu', 'official', COMMUNE, { signs: true });
    const answers = await Promise.all(Array.from({ length: 12 }, (_, n) => guess('nhieu', `wrong ${n} wrong`, `10.1.0.${n}`)));
    expect(answers.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(6);
    expect(answers.every(({ status }) => status === 401 || status === 429)).toBe(true);
  });

  it('does not tell names that exist from names that do not', async () => {
    const [known, unknown] = [
      await guess('csrf', 'not the password', '10.2.0.1'),
      await guess('nobody', 'not the password', '10.2.0.2'),
    ];
    const { traceId: _a, ...one } = known.body;
    const { traceId: _b, ...other } = unknown.body;
    expect(one).toEqual(other);
  });
});

describe('Token replay', () => {
  it('fails once a token was taken back, is over, or its owner was kept out', async () => {
    const user = await house.add('lap', 'official', COMMUNE, { signs: true });
    const { post } = await house.browse('lap');
    const made = (await post('/api/v1/tokens', { name: 'x', scope: 'read', days: 1 })).body;
    const program = house.with(made.token);
    expect((await program.get('/api/v1/plans')).status).toBe(200);
    const write = await program.post(`/api/v1/plans/${PLAN}/units/${COMMUNE}/receive`, { actor: COMMUNE });
    expect([...code(write), write.body.errors[0].code]).toEqual([403, 'access.denied', 'read-only']);
    expect(code(await program.post('/api/v1/tokens', { name: 'y', scope: 'write', days: 1 }))).toEqual([403, 'access.denied']);
    await post(`/api/v1/tokens/${made.id}/revoke`);
    expect((await program.get('/api/v1/plans')).status).toBe(401);
    const day = house.with(await house.token(user, { days: 1 }));
    expect((await day.get('/api/v1/plans')).status).toBe(200);
    later(86_401);
    expect((await day.get('/api/v1/plans')).status).toBe(401);
    const { rows } = await database.pool.query<{ hash: Buffer }>('select hash from api_token');
    expect(rows.some(({ hash }) => hash.toString('utf8').includes(made.token))).toBe(false);
  });

  it('fails for another tenant', async () => {
    const token = await house.token(await house.add('khac', 'leader', null));
    const answer = await world.get('/api/v1/plans', { authorization: `Bearer ${token}`, 'x-thac-tenant': 'yen-bai' });
    expect(answer.status).toBe(401);
  });
});

describe('The log', () => {
  it('names who acted in a unit’s name, and by what grant', async () => {
    const unit = 'vn-10.088';
    const { rules, plans } = world.workflow;
    const now = world.clock.now();
    const { published } = await rules.publish(TENANT, { text: PROVINCE_TEXT, actor: PROVINCE as UnitId }, now);
    await plans.issue(TENANT, { hash: published.hash, actor: PROVINCE as UnitId }, now);
    const person = await house.add('nop', 'official', unit);
    const mine = house.with(await house.token(person));
    const address = `/api/v1/plans/${PLAN}/units/${unit}/items/3.5`;
    expect((await mine.post(`${address}/submit`, { actor: unit, note: 'Xong' })).status).toBe(200);
    const by = { person, role: 'official', grant: 'g-nop' };
    const { items } = (await mine.get(`${address}/history`)).body;
    expect(items.at(-1)).toMatchObject({ type: 'ItemSubmitted', actor: unit, because: null, by });
    expect(items[0]).toMatchObject({ type: 'UnitPlanDerived', actor: null, by: null });
    const why = await mine.get(`/api/v1/audit/why?plan=${PLAN}&unit=${unit}&obligation=3.5&aspect=state`);
    expect([why.status, JSON.stringify(why.body)]).toEqual([200, expect.stringContaining(`(người làm: ${person})`)]);
  });
});

describe('Injection', () => {
  it('of paths and of SQL finds nothing but problems', async () => {
    const token = await house.token(await house.add('tiem', 'leader', null));
    const { get } = house.with(token);
    const tricks = [
      "' or 1=1 --",
      '"; drop table event; --',
      '../../../etc/passwd',
      '..%2f..%2fetc%2fpasswd',
      "x' union select 1 --",
      '%00',
      '$1',
    ];
    for (const trick of tricks) {
      const part = encodeURIComponent(trick);
      for (const url of [
        `/api/v1/plans/${part}`,
        `/api/v1/units/${part}/desk`,
        `/${part}`,
        `/sign-in/${part}`,
        `/api/v1/units?search=${part}`,
        `/api/v1/items?plan=${part}`,
      ]) {
        const { status, body } = await get(url);
        const isEmpty = status === 200 && body.items?.length === 0;
        expect([url, isEmpty || (status >= 400 && status < 500)]).toEqual([url, true]);
        expect(JSON.stringify(body)).not.toMatch(/root:|syntax error|select /);
      }
      expect((await house.signIn(trick)).status).toBe(400);
    }
    expect((await database.pool.query('select 1 from event limit 1')).rowCount).toBe(1);
  });
});

describe('Oversized and deeply nested bodies', () => {
  it('are not even read of whoever is not signed in, and refused of whoever is', async () => {
    const large = `{"text":"${'x'.repeat(1_100_000)}"}`;
    const deep = `{"text":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    const token = await house.token(await house.add('lon', 'leader', null));
    const headers = { 'content-type': 'application/json' };
    const entered = { ...headers, authorization: `Bearer ${token}` };
    const send = (payload: string, by: Record<string, string>) =>
      ask(world.app, { method: 'POST', url: '/api/v1/rules/check', headers: by, payload });
    for (const payload of [large, deep]) expect((await send(payload, headers)).status).toBe(401);
    expect(code(await send(large, entered))).toEqual([413, 'request.too-large']);
    expect(code(await send(deep, entered))).toEqual([400, 'request.too-deep']);
  });
});

describe('Slow bodies', () => {
  it('are cut off: a request that does not arrive in time is answered with 408', async () => {
    const slow = await createWorld(database.pool, { door: () => undefined, longestArrivalMs: 300, isFounded: true });
    const port = await listen(slow.app, { port: 0 });
    const socket = connect(port, '127.0.0.1');
    socket.setEncoding('utf8');
    socket.write(
      'POST /api/v1/session HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n{"na',
    );
    let heard = '';
    socket.on('data', (text) => {
      heard += String(text);
    });
    await new Promise((resolve) => socket.once('close', resolve));
    expect(heard).toMatch(/^HTTP\/1\.1 408 /);
    await slow.close();
  });
});

describe('The server’s log', () => {
  it('says who came in, who did not and what was denied, without names or secrets', () => {
    const facts = logged.map((entry) => entry.facts ?? {});
    expect(facts).toContainEqual(expect.objectContaining({ user: expect.stringMatching(/^u-/), factors: '2' }));
    expect(facts).toContainEqual(expect.objectContaining({ reason: 'sign-in.failed', address: '10.0.0.0' }));
    expect(facts).toContainEqual(expect.objectContaining({ reason: 'access.csrf', method: 'POST', route: '/api/v1/tokens' }));
    expect(facts).toContainEqual(expect.objectContaining({ reason: 'request.invalid' }));
    expect(facts).toContainEqual(expect.objectContaining({ action: 'work.do', reason: 'read-only', unit: COMMUNE }));
    expect(JSON.stringify(logged)).not.toMatch(/quan\.tri|ba con vit|Quản trị|thac_[\w-]{20}/);
  });
});

/** RFC 4648. */
function base32Bytes(text: string): Buffer {
  const bits = [...text].map((char) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(char).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}
