import type * as Jest from '@jest/globals';
import type { EventStore } from '#event-store';
import { appending } from './event-store-contract/appending.js';
import { expectedVersions } from './event-store-contract/expected-versions.js';
import { facts } from './event-store-contract/facts.js';
import type { Given } from './event-store-contract/given.js';
import { keys } from './event-store-contract/keys.js';
import { racingWriters } from './event-store-contract/racing-writers.js';
import { replay } from './event-store-contract/replay.js';
import { wakeUps } from './event-store-contract/wake-ups.js';

/** Jest's own globals: `@jest/globals` itself cannot be loaded by benchmarks and scripts, which use this library too. */
const { afterAll, beforeAll, describe } = globalThis as unknown as typeof Jest;

/** A store under test, and how to end it. */
export interface StoreUnderTest {
  readonly store: EventStore;
  readonly close: () => Promise<void>;
}

const PARTS: readonly ((given: Given) => void)[] = [appending, expectedVersions, keys, wakeUps, replay, facts, racingWriters];

/**
 * What every event store must keep to; run it against each of them.
 * @param factory makes a store that may share its log with others: each case has tenants of its own
 */
export function eventStoreContract(name: string, factory: () => Promise<StoreUnderTest>): void {
  describe(`${name} keeps the event store's contract`, () => {
    let under: StoreUnderTest;
    let tenants = 0;

    beforeAll(async () => {
      under = await factory();
    });
    afterAll(() => under.close());

    for (const part of PARTS) part({ store: () => under.store, tenant: () => `tenant-${++tenants}` });
  });
}
