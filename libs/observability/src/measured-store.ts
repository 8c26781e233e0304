import {
  type Appended,
  type AppendOptions,
  ConcurrencyConflict,
  type EventStore,
  IdempotencyMismatch,
  type StreamWrite,
} from '#event-store';
import type { Metrics } from './metrics.js';
import type { Tracing } from './spans.js';
import { NO_TRACING } from './tracing.js';

/** A store whose appends are timed, and traced where tracing is on. Everything else is the store's own. */
export function measuredStore<Store extends EventStore>(store: Store, metrics: Metrics, tracing: Tracing = NO_TRACING): Store {
  const append = async (tenant: string, writes: readonly StreamWrite[], options?: AppendOptions): Promise<Appended> => {
    const events = writes.reduce((sum, write) => sum + write.events.length, 0);
    const began = performance.now();
    const over = (outcome: Parameters<Metrics['append']>[0]): void =>
      metrics.append(outcome, (performance.now() - began) / 1_000, events);
    try {
      const work = (): Promise<Appended> => store.append(tenant, writes, options);
      const appended = await tracing.span('append', { 'thac.tenant': tenant, 'thac.events': events }, work);
      over(appended.replayed ? 'replayed' : 'recorded');
      return appended;
    } catch (error) {
      over(error instanceof ConcurrencyConflict || error instanceof IdempotencyMismatch ? 'refused' : 'failed');
      throw error;
    }
  };
  return new Proxy(store, { get: (target, name) => (name === 'append' ? append : bound(target, name)) });
}

function bound(target: object, name: string | symbol): unknown {
  const value: unknown = Reflect.get(target, name);
  return typeof value === 'function' ? value.bind(target) : value;
}
