import {
  CALENDAR_STREAM,
  instantOfMs,
  planStream,
  type CalendarData,
  type Instant,
  type LocalDate,
  type PlanId,
  type PlanIssued,
} from '#engine';
import type { EventStore } from '#event-store';
import { NotFound } from '../../workflow/faults.js';
import { withDayTurned } from './calendar-day.js';
import { Apart, type Difference, type Recomputed } from './difference.js';
import { PrefixStore, type LogSource } from './prefix-store.js';
import { Recomputation, type Scope } from './recomputation.js';
import { WHOLE, type Share } from './share.js';
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
  /** Only this share of the unit plans, where others recompute the rest ({@link together}); all unless told. */
  readonly share?: Share;
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
  const { plan, until = null, most = MOST, texts = true, share = WHOLE, onProgress = () => true } = options;
  const root = plan === undefined ? null : await rootOf(source, tenant, plan);
  const pass: Pass = { tenant, until, scope: { root, most, texts, share }, onProgress };
  const { events, counts, apart, whole } = await passThrough(source, pass);
  const difference = apart && (await explained(source, pass, apart));
  return { tenant, plan: root, events, ...counts, until, whole, difference };
}

interface Pass extends Required<Pick<RecomputeOptions, 'onProgress'>> {
  readonly tenant: string;
  readonly until: Instant | null;
  readonly scope: Scope;
}

interface Passed {
  readonly events: number;
  readonly counts: Recomputation['counts'];
  readonly apart: Apart | null;
  readonly whole: boolean;
}

async function passThrough(source: LogSource, { tenant, until, scope, onProgress }: Pass): Promise<Passed> {
  const store = new PrefixStore(source);
  const run = new Recomputation(store, tenant, scope);
  const passed = (apart: Apart | null, whole: boolean): Passed => ({ events: store.position, counts: run.counts, apart, whole });
  try {
    for await (const batch of source.replay(tenant)) {
      for (const event of batch) await run.take(event);
      if (!onProgress(store.position)) return passed(null, false);
    }
    await run.end(until);
    return passed(null, true);
  } catch (error) {
    if (error instanceof Apart) return passed(error, true);
    throw error;
  }
}

/** One day of the calendar is behind a difference where the whole log holds once that day is counted otherwise. */
async function explained(source: LogSource, pass: Pass, { difference, suspects }: Apart): Promise<Difference> {
  const days: LocalDate[] = [];
  const scope = { ...pass.scope, texts: false, share: WHOLE };
  for (const day of suspects) {
    const { apart } = await passThrough(withDayTurnedIn(source, day), { ...pass, scope, onProgress: () => true });
    if (!apart) days.push(day);
  }
  return said(days.length > 0 ? { ...difference, cause: 'calendar', days } : difference);
}

const said = (difference: Omit<Difference, 'said'>): Difference => ({ ...difference, said: sayDifference(difference) });

/** A log whose newest calendar has one day otherwise. */
function withDayTurnedIn(source: LogSource, day: LocalDate): LogSource {
  return {
    readStreams: (tenant, streams) => source.readStreams(tenant, streams),
    async *replay(tenant) {
      const calendars = (await source.readStreams(tenant, [CALENDAR_STREAM])).get(CALENDAR_STREAM) ?? [];
      const newest = calendars.at(-1)?.position;
      for await (const batch of source.replay(tenant))
        yield batch.map((event) =>
          event.position === newest ? { ...event, data: withDayTurned(event.data as CalendarData, day) } : event,
        );
    },
  };
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
