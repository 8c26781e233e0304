import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPool, whileAlone } from '#persistence';
import { type TestDatabase, testDatabase } from '#testing';
import { setTimeout as pause } from 'node:timers/promises';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase({ migrated: false });
});
afterAll(() => database.drop());

describe('Work that one process at a time may do', () => {
  it('is done by one after another, over any number of pools, and by the next where one fails', async () => {
    const pools = [1, 2, 3].map(() => createPool({ url: database.url, max: 2 }));
    let inside = 0;
    let most = 0;
    const work = async (): Promise<void> => {
      most = Math.max(most, (inside += 1));
      await pause(20);
      inside -= 1;
      throw new Error('failed');
    };
    const done = await Promise.allSettled(pools.map((pool) => whileAlone(pool, { name: 'load' }, work)));
    expect(done.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(most).toBe(1);
    await expect(whileAlone(pools[0]!, { name: 'load' }, async () => 'done')).resolves.toBe('done');
    await Promise.all(pools.map((pool) => pool.end()));
  });

  it('is not waited for once the signal says so', async () => {
    const stop = new AbortController();
    const waiting = (): Promise<string | undefined> =>
      whileAlone(database.pool, { name: 'a', signal: stop.signal, onWait: () => stop.abort() }, async () => 'done');
    await expect(whileAlone(database.pool, { name: 'a' }, waiting)).resolves.toBeUndefined();
  });

  it('does not hold up work of another name', async () => {
    const nested = whileAlone(database.pool, { name: 'a' }, () => whileAlone(database.pool, { name: 'b' }, async () => 'both'));
    await expect(nested).resolves.toBe('both');
  });
});
