import { DeliveryQueue } from '#persistence';
import { testDatabase, type TestDatabase } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildWorker, WorkerProcess } from './worker-process.js';

let database: TestDatabase;
beforeAll(async () => {
  await buildWorker();
  database = await testDatabase();
}, 120_000);
afterAll(() => database.drop());

describe('A worker that is told to stop', () => {
  it('ends, leaving nothing open, though what it could not open is still away', async () => {
    const queue = await DeliveryQueue.open(database.url, {}, () => undefined);
    await queue.close();
    await database.admin.query('alter function pgboss.create_queue(text, jsonb) rename to away');
    const worker = new WorkerProcess(database.url);
    try {
      while (!worker.output.includes('trying again')) {
        await database.pool.query('select 1');
        worker.mustLive();
      }
      expect(await worker.stop()).toBe(0);
      expect(worker.output).not.toContain('left open');
    } finally {
      await worker.kill();
    }
  }, 60_000);
});
