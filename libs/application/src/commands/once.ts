import { IdempotencyMismatch, type EventStore } from '#event-store';
import type { HouseScope, WriteScope } from './scope.js';

/**
 * Carries out a write that may arrive several times at once under one key. Where it fails because its twin was carried out
 * meanwhile, it is asked again and finds the twin's answer.
 *
 * @throws IdempotencyMismatch when the key had been used for another request
 */
export async function once<T>(store: EventStore, scope: WriteScope | HouseScope, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { tenant, idempotencyKey, fingerprint } = scope;
    if (idempotencyKey === undefined || error instanceof IdempotencyMismatch) throw error;
    const twin = await store.recorded(tenant, idempotencyKey);
    if (!twin) throw error;
    if (twin.fingerprint !== (fingerprint ?? null)) throw new IdempotencyMismatch(idempotencyKey);
    return work();
  }
}
