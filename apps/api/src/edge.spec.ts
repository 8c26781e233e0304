import { VirtualClock } from '#application';
import type { Instant } from '#engine';
import { InMemoryEventStore } from '#event-store';
import type { ReadModels } from '#read-models';
import { openDoor } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createApi } from './create-api.js';
import { listen } from './listen.js';
import type { LogEntry } from './log.js';
import { allCodes } from './problems/explanations.js';

/** Fails on the one question that is asked of it. */
const broken = {
  plans: () => {
    throw new Error('secret of the server');
  },
} as unknown as ReadModels;

const logged: LogEntry[] = [];
const folder = mkdtempSync(path.join(tmpdir(), 'thac-web-'));
const start = (webFolder?: string): Promise<NestFastifyApplication> =>
  createApi({
    store: new InMemoryEventStore(),
    readModels: broken,
    clock: new VirtualClock('2022-07-01T08:00:00+07:00' as Instant),
    tenant: 'tenant',
    door: openDoor,
    limits: null,
    log: (entry) => logged.push(entry),
    ...(webFolder === undefined ? {} : { webFolder }),
  });

let app: NestFastifyApplication;
beforeAll(async () => {
  app = await start(folder);
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

const json = { 'content-type': 'application/json', 'idempotency-key': 'k', 'if-match': '*' };
const post = (payload: string, headers: Record<string, string> = json) =>
  app.inject({ method: 'POST', url: '/api/v1/rules/check', headers, payload });

describe('What is not a request', () => {
  it.each([
    ['cut short', '{"text":', 400, 'request.malformed'],
    ['empty', '', 400, 'request.malformed'],
    ['an array', '[1]', 400, 'request.malformed'],
    ['null', 'null', 400, 'request.malformed'],
    ['a prototype', '{"__proto__":{"text":"x"}}', 400, 'request.malformed'],
    ['a hundred thousand levels', `{"text":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, 400, 'request.too-deep'],
    ['over a megabyte', `{"text":"${'x'.repeat(1_100_000)}"}`, 413, 'request.too-large'],
    ['of wrong types', '{"text":1,"more":{"a":1}}', 400, 'request.invalid'],
    ['a NUL character', '{"text":"a\\u0000b"}', 400, 'request.invalid'],
    ['half a surrogate pair', '{"text":"\\ud800"}', 400, 'request.invalid'],
  ])('%s is refused', async (_name, payload, status, code) => {
    const answer = await post(payload);
    expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  });

  it('is taken as JSON only', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'nonsense']) {
      const answer = await post('text=x', { 'content-type': type });
      expect([type, answer.statusCode, answer.json().code]).toEqual([type, 415, 'request.media-type']);
    }
  });

  it('points at every field, nested ones too, in the language asked for', async () => {
    const answer = await app.inject({
      method: 'POST',
      url: '/api/v1/plans/p/units/u/items/1.1/extend',
      headers: { ...json, 'accept-language': 'en' },
      payload: { actor: ' ', to: '2022-02-30', document: { number: '', date: 'x', issuer: 'u', 'a/b': 1 } },
    });
    const { errors, title } = answer.json();
    expect(title).toBe('Invalid values');
    expect(errors.map(({ pointer, code }: Record<string, string>) => `${pointer} ${code}`).toSorted()).toEqual([
      '/document/a~1b unknown-field',
      '/document/date date',
      '/document/number text',
      '/to date',
    ]);
    for (const { detail, messages } of errors) expect(detail).toBe(messages.en);
  });

  it('needs a document where one orders the change', async () => {
    for (const document of [undefined, null, 'x', [], 7]) {
      const payload = { actor: 'u', to: '2022-10-01', document };
      const answer = await app.inject({ method: 'POST', url: '/api/v1/plans/p/units/u/items/1/extend', headers: json, payload });
      expect(answer.statusCode).toBe(400);
      for (const { pointer, messages } of answer.json().errors) {
        expect(pointer).toMatch(/^\/document/);
        expect(messages.vi).not.toBe(messages.en);
      }
    }
  });
});

describe('An address', () => {
  it('that does not exist is told apart from one that takes other methods', async () => {
    const nowhere = await app.inject({ method: 'GET', url: '/api/v1/nowhere' });
    expect([nowhere.statusCode, nowhere.json().code]).toEqual([404, 'route.unknown']);
    const other = await app.inject({ method: 'DELETE', url: '/api/v1/plans/x' });
    expect([other.statusCode, other.json().code, other.headers['allow']]).toEqual([405, 'route.method', 'GET, HEAD']);
    expect((await app.inject({ method: 'GET', url: '/api/v1/rules/check' })).statusCode).not.toBe(200);
  });

  it('that cannot be decoded, or names no possible id, is refused', async () => {
    for (const url of ['/api/v1/plans/%', '/api/v1/plans/%ff', '/api/v1/plans/%00', `/api/v1/plans/${'x'.repeat(300)}`]) {
      const answer = await app.inject({ method: 'GET', url });
      expect([url.slice(0, 20), answer.statusCode]).toEqual([url.slice(0, 20), 400]);
      expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    }
  });
});

describe('A fault of the server', () => {
  it('is told without its cause, which goes to the log under the same id', async () => {
    const answer = await app.inject({ method: 'GET', url: '/api/v1/plans' });
    expect([answer.statusCode, answer.json().code]).toEqual([500, 'server.fault']);
    expect(answer.payload).not.toContain('secret');
    const entry = logged.find(({ traceId }) => traceId === answer.json().traceId);
    expect(String(entry?.error)).toContain('secret of the server');
  });

  it('is no news where the asker brought it about by a position that the log has not reached', async () => {
    const answer = await app.inject({ method: 'GET', url: '/api/v1/plans?minPosition=7' });
    expect([answer.statusCode, answer.json().code]).toEqual([503, 'position.not-reached']);
    const told = logged.filter(({ traceId, level }) => traceId === answer.json().traceId && level !== 'debug');
    expect(told).toEqual([]);
  });
});

describe('Help pages', () => {
  it('exist in both languages for every code of the system', async () => {
    const list = (await app.inject({ method: 'GET', url: '/problems' })).payload;
    for (const code of allCodes()) {
      expect(list).toContain(`/problems/${code}"`);
      const page = await app.inject({ method: 'GET', url: `/problems/${code}` });
      expect([code, page.statusCode, page.headers['content-type']]).toEqual([code, 200, 'text/html; charset=utf-8']);
      expect(page.payload).toContain('lang="en"');
      expect(page.payload).not.toMatch(/<style|<script|style=|undefined|\{\w+\}/);
    }
    expect((await app.inject({ method: 'GET', url: '/problems/constructor' })).statusCode).toBe(404);
  });
});

describe('Every answer', () => {
  it('keeps to this host: TLS for a year, no sniffing, no referrer, no frame, no other origin, nothing kept', async () => {
    for (const url of ['/api/v1/plans', '/docs', '/sign-in', '/nothing', '/health/live']) {
      const { headers } = await app.inject({ method: 'GET', url, headers: { origin: 'https://elsewhere.example' } });
      expect(headers['strict-transport-security']).toMatch(/^max-age=31536000; includeSubDomains/);
      expect([headers['x-content-type-options'], headers['referrer-policy']]).toEqual(['nosniff', 'no-referrer']);
      expect(headers['content-security-policy']).toMatch(/frame-ancestors 'none'/);
      expect(headers['content-security-policy']).not.toMatch(/unsafe/);
      expect(headers['access-control-allow-origin']).toBeUndefined();
      if (url.startsWith('/api/') || url === '/sign-in') expect(headers['cache-control']).toBe('no-store');
    }
  });
});

describe('Pages', () => {
  it('load nothing from elsewhere and run nothing inline', async () => {
    const { payload, headers } = await app.inject({ method: 'GET', url: '/docs' });
    expect(headers['content-security-policy']).toMatch(/^default-src 'self';/);
    expect(headers['content-security-policy']).not.toMatch(/unsafe|https?:/);
    expect(payload).not.toMatch(/<script>|<style|style=|https?:/);
    for (const [, file] of payload.matchAll(/(?:src|href)="([^"]+)"/g)) {
      expect([file, (await app.inject({ method: 'GET', url: file! })).statusCode]).toEqual([file, 200]);
    }
  });

  it('at the root lead to the description while there is no web application, and to it once there is one', async () => {
    const without = await app.inject({ method: 'GET', url: '/' });
    expect([without.statusCode, without.headers['location']]).toEqual([302, '/docs']);
    writeFileSync(path.join(folder, 'index.html'), '<!doctype html><title>Thác</title>');
    const other = await start(folder);
    const index = await other.inject({ method: 'GET', url: '/' });
    expect([index.statusCode, index.payload]).toEqual([200, '<!doctype html><title>Thác</title>']);
    expect((await other.inject({ method: 'GET', url: '/nothing.js' })).json().code).toBe('route.unknown');
    await other.close();
  });

  it('of the application are those of the newest build, and tell whoever typed an address that nothing is there', async () => {
    const built = mkdtempSync(path.join(tmpdir(), 'thac-web-'));
    const build = (name: string): void => {
      rmSync(path.join(built, 'assets'), { recursive: true, force: true });
      mkdirSync(path.join(built, 'assets'));
      writeFileSync(path.join(built, `assets/${name}.js`), name);
      writeFileSync(path.join(built, 'index.html'), `<script src="/assets/${name}.js"></script>`);
    };
    build('old');
    const other = await start(built);
    const get = (url: string, accept = '*/*') => other.inject({ method: 'GET', url, headers: { accept } });
    expect((await get('/assets/old.js')).payload).toBe('old');
    build('new');
    for (const url of ['/', '/plans/x']) expect((await get(url)).payload).toContain('new.js');
    const script = await get('/assets/new.js');
    expect([script.payload, script.headers['cache-control']]).toEqual(['new', 'public, max-age=31536000, immutable']);
    expect((await get('/assets/old.js')).json().code).toBe('route.unknown');
    const typed = await get('/nowhere', 'text/html,*/*');
    expect([typed.statusCode, typed.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
    expect(typed.payload).toContain('new.js');
    expect((await get('/api/v1/nowhere', 'text/html,*/*')).json().code).toBe('route.unknown');
    await other.close();
    rmSync(built, { recursive: true });
  });
});

describe('Health', () => {
  it('is told', async () => {
    expect((await app.inject({ method: 'GET', url: '/health/live' })).json()).toEqual({ status: 'ok' });
    expect((await app.inject({ method: 'GET', url: '/health/ready' })).json()).toEqual({ status: 'ok' });
  });
});

describe('Listening', () => {
  it('says which port is busy, and how to choose another', async () => {
    const port = await listen(app, { port: 0 });
    const socket = connect(port, '127.0.0.1');
    await new Promise((resolve) => socket.once('connect', resolve));
    socket.destroy();
    const second = await start();
    await expect(listen(second, { port })).rejects.toMatchObject({
      code: 'port.busy',
      port,
      mend: { en: expect.stringContaining('--port') },
    });
    await second.close();
  });
});
