import { instantOfMs, planStream, type Instant, type PlanId, type PlanIssued } from '#engine';
import type { EventStore } from '#event-store';
import { NotFound } from '../../workflow/faults.js';
import { Apart, type Difference, type Recomputed } from './difference.js';
import { PrefixStore, type LogSource } from './prefix-store.js';
import { Recomputation } from './recomputation.js';
import { sayDifference } from './wording.js';

/** How a log is recomputed. */
export interface RecomputeOptions {
  /** Only the cascade of this plan, and the facts; all of the tenant's unless told. */
  readonly plan?: PlanId;
  /** Up to when the clock is known to have come: what is missing at the end is looked for up to there. Not looked for unless told. */
  readonly until?: Instant | null;
  /** Most unit plans that are kept in memory; others are read again when they are needed. 20,000 unless told. */
  readonly most?: number;
  /** Whether rules texts are read again and held to their meaning; true unless told. */
  readonly texts?: boolean;
  /** Told how many events have been read, now and then. False ends it: then the answer is about what has been read. */
  readonly onProgress?: (events: number) => boolean;
}

const MOST = 20_000;

/**
 * Recomputes every event that the engine caused, from the facts and the acts of people before it, in one pass over the log, and
 * stops at the first that is not what the engine makes. Memory: facts, plans, and the unit plans touched last.
 * @throws NotFound where there is no such plan
 */
export async function recompute(source: LogSource, tenant: string, options: RecomputeOptions = {}): Promise<Recomputed> {
  const { plan, until = null, most = MOST, texts = true, onProgress = () => true } = options;
  const store = new PrefixStore(source);
  const root = plan === undefined ? null : await rootOf(source, tenant, plan);
  const run = new Recomputation(store, tenant, { root, most, texts });
  let difference: Difference | null = null;
  try {
    const isWhole = await readThrough(source, run, { tenant, onProgress });
    if (isWhole) await run.end(until);
  } catch (error) {
    if (!(error instanceof Apart)) throw error;
    difference = { ...error.difference, said: sayDifference(error.difference) };
  }
  return { tenant, plan: root, events: store.position, ...run.counts, until, difference };
}

async function readThrough(
  source: LogSource,
  run: Recomputation,
  { tenant, onProgress }: { readonly tenant: string; readonly onProgress: (events: number) => boolean },
): Promise<boolean> {
  for await (const batch of source.replay(tenant)) {
    for (const event of batch) await run.take(event);
    if (!onProgress(batch.at(-1)?.position ?? 0)) return false;
  }
  return true;
}

async function rootOf(source: LogSource, tenant: string, plan: PlanId): Promise<PlanId> {
  const stream = planStream(plan);
  const [issued] = (await source.readStreams(tenant, [stream])).get(stream) ?? [];
  if (!issued) throw new NotFound('plan', plan);
  return (issued.data as PlanIssued).root;
}

/**
 * Up to when a tenant's clock has come for certain: before the earliest of what it has still to look at; where there is nothing, the
 * instant of the last event.
 */
export async function clockCameTo(store: EventStore, tenant: string): Promise<Instant | null> {
  const next = await store.earliestWakeUp(tenant);
  const head = await store.head(tenant);
  const [last] = head === 0 ? [] : await store.readAll(tenant, head - 1, 1);
  if (next === undefined) return last?.at ?? null;
  return instantOfMs(Date.parse(next) - 1_000);
}
