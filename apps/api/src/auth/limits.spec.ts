import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { fastify } from 'fastify';
import fastifyRateLimit from '@fastify/rate-limit';
import { EntryFault } from './entry-fault.js';
import { openLimits, rateLimit } from './limits.js';

/** A server whose every request is counted; answers how many of a row were taken, and the wait that the last was told. */
async function counting(keyOf?: (name: string) => string) {
  const app = fastify();
  await openLimits({ register: (_plugin: unknown, options: object) => app.register(fastifyRateLimit, options) } as never);
  const take = rateLimit(app, { perMinute: 60 }, keyOf && ((request) => keyOf(String(request.headers['x-user']))));
  app.addHook('onRequest', (request) => take(request));
  app.setErrorHandler((error, _request, reply) =>
    reply.status(429).send({ wait: error instanceof EntryFault ? error.retryAfter : null }),
  );
  app.get('/', async () => 'taken');
  return async (asker: { remoteAddress?: string; user?: string }): Promise<readonly [taken: number, wait: number | null]> => {
    for (let taken = 0; ; taken++) {
      const { remoteAddress = '192.0.2.1', user = '' } = asker;
      const answer = await app.inject({ url: '/', remoteAddress, headers: { 'x-user': user } });
      if (answer.statusCode === 429) return [taken, answer.json<{ wait: number | null }>().wait];
    }
  };
}

describe('A rate limit', () => {
  afterEach(() => {
    jest.useRealTimers();
  });

  it('takes so many in a minute, then says how long to wait; others are not held up', async () => {
    jest.useFakeTimers({
      now: 1_000_000,
      doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask', 'setTimeout', 'performance'],
    });
    const ask = await counting();
    expect(await ask({})).toEqual([60, 60]);
    expect(await ask({ remoteAddress: '192.0.2.2' })).toEqual([60, 60]);
    jest.setSystemTime(1_020_000);
    expect(await ask({})).toEqual([0, 40]);
    jest.setSystemTime(1_060_000);
    expect(await ask({})).toEqual([60, 60]);
  });

  it('counts an IPv6 network as one address, which its owner could change at will', async () => {
    const ask = await counting();
    expect((await ask({ remoteAddress: '2001:db8:0:1::1' }))[0]).toBe(60);
    expect((await ask({ remoteAddress: '2001:db8:0:1:ffff::2' }))[0]).toBe(0);
    expect((await ask({ remoteAddress: '2001:db8:0:2::1' }))[0]).toBe(60);
  });

  it('counts a user from wherever', async () => {
    const ask = await counting((name) => name);
    expect((await ask({ user: 'a' }))[0]).toBe(60);
    expect((await ask({ user: 'a', remoteAddress: '192.0.2.9' }))[0]).toBe(0);
    expect((await ask({ user: 'b' }))[0]).toBe(60);
  });
});
