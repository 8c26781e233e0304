import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildWorker } from '../../apps/worker/test/worker-process.js';
import { TorturedCluster } from './cluster.js';
import { FAULTS } from './faults.js';
import { round } from './round.js';

let cluster: TorturedCluster;

beforeAll(async () => {
  await buildWorker();
  cluster = await TorturedCluster.start();
}, 120_000);
afterAll(() => cluster.end());

describe('A storm on a real PostgreSQL', () => {
  it('survives every kind of fault with nothing lost, nothing doubled and every answer true', async () => {
    const faults = Object.keys(FAULTS).filter((name) => name !== 'disk full' || cluster.hasOwnDisk);
    const { hits, wrongs, effects } = await round({
      cluster,
      tenant: 'storm',
      count: 300,
      workers: 2,
      faults,
      chance: () => 0,
    });
    expect(wrongs).toEqual([]);
    expect(effects).toBe(900);
    expect(Object.keys(hits)).toEqual(faults);
    for (const [name, hit] of Object.entries(hits)) expect([name, hit > 0]).toEqual([name, true]);
  }, 480_000);
});
