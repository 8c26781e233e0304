import { hashFrom, openCheckpoint, provesConsistency, provesInclusion, readKey } from '#audit';
import { seal } from '#persistence';
import { knownKey, testDatabase, type TestDatabase } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createWorld, TENANT, type World } from './world.js';

let database: TestDatabase;
let world: World;
const sealNow = async (): Promise<void> => {
  while ((await seal(database.pool, { tenant: TENANT, key: (tenant) => knownKey(tenant), checkpointMs: 0 })).more);
};
const hashes = (texts: readonly string[]) => texts.map((text) => hashFrom(text)!);

beforeAll(async () => {
  database = await testDatabase();
  world = await createWorld(database.pool);
});
afterAll(async () => {
  await world?.close();
  await database?.drop();
});

describe('The sealed log over the API', () => {
  it('has nothing to show before it is sealed', async () => {
    for (const path of ['checkpoint', 'proofs/inclusion?position=1', 'proofs/consistency?from=1']) {
      expect(await world.get(`/api/v1/audit/${path}`)).toMatchObject({ status: 404, body: { code: 'not-found' } });
    }
  });

  it('shows its checkpoint, and proves events and earlier checkpoints to whoever has it', async () => {
    await sealNow();
    const { body: earlier } = await world.get('/api/v1/audit/checkpoint');
    await world.issueProvince();
    await sealNow();
    const { body: newest } = await world.get('/api/v1/audit/checkpoint');
    const key = readKey(newest.key)!;
    const [then, now] = [openCheckpoint(earlier.note, key)!, openCheckpoint(newest.note, key)!];
    expect([now.size, now.root.length]).toEqual([newest.size, 32]);
    expect(now.size).toBeGreaterThan(then.size);
    const { body: event } = await world.get(`/api/v1/audit/proofs/inclusion?position=${now.size}`);
    expect(
      provesInclusion({
        leaf: now.size - 1,
        size: now.size,
        hash: hashFrom(event.leaf)!,
        proof: hashes(event.proof),
        root: now.root,
      }),
    ).toBe(true);
    const { body: grown } = await world.get(`/api/v1/audit/proofs/consistency?from=${then.size}`);
    expect(
      provesConsistency({ from: then.size, fromRoot: then.root, to: now.size, toRoot: now.root, proof: hashes(grown.proof) }),
    ).toBe(true);
    expect([grown.fromRoot, grown.toRoot]).toEqual([earlier.root, newest.root]);
  });

  it('says what is not sealed, and what is no position', async () => {
    expect(await world.get('/api/v1/audit/proofs/inclusion?position=99999999')).toMatchObject({ status: 404 });
    expect(await world.get('/api/v1/audit/proofs/inclusion?position=0')).toMatchObject({ status: 400 });
    expect(await world.get('/api/v1/audit/proofs/consistency')).toMatchObject({ status: 400 });
  });
});
