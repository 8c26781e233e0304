import type {
  CascadeReorganised,
  Handover,
  Instant,
  OrganisationEvent,
  PlanId,
  UnitId,
  UnitPlanReaddressed,
  UnitPlanTransferred,
} from '#engine';
import type { RecordedEvent } from '#event-store';
import type { Workflow } from '../../workflow/workflow.js';
import type { LogReader } from '../log-reader.js';
import { WhatIfRefused } from './faults.js';
import { readCascade } from './history.js';
import type { WhatIfLimits } from './what-if.js';
import { worldOf } from './world.js';

/** Changes of the organisation that somebody thinks of recording. */
export interface ReorganisationAsked {
  /** Plans at the top of running cascades. */
  readonly plans: readonly PlanId[];
  readonly changes: readonly OrganisationEvent[];
  readonly at: Instant;
}

/** Open obligations of a unit that go the same way: to the same units, or to their end. */
export interface Way {
  readonly unit: UnitId;
  /** Empty where they end. */
  readonly to: readonly UnitId[];
  readonly reason: string;
  readonly items: number;
  readonly reports: number;
  /** Duties to issue plans. */
  readonly duties: number;
}

/** What changes that take effect at one instant would do to one cascade. */
export interface CascadeForeseen extends CascadeReorganised {
  readonly ways: readonly Way[];
}

/** What recording changes would do. */
export interface ReorganisationForeseen {
  readonly cascades: readonly CascadeForeseen[];
  /** Plans that were too large to be looked at, or for which there was no time. */
  readonly left: readonly PlanId[];
}

/**
 * What recording changes would do to running cascades: each is copied into memory, changed there, and its clock run to the day of the
 * change. Nothing is recorded. What does not fit the limits is named, not guessed.
 * @throws OrganisationRefused where the changes do not fit the organisation's history
 */
export async function previewReorganisation(
  log: LogReader,
  tenant: string,
  { plans, changes, at }: ReorganisationAsked,
  { events: most, seconds, stopwatch = () => performance.now() }: WhatIfLimits,
): Promise<ReorganisationForeseen> {
  const end = stopwatch() + seconds * 1_000;
  const check = (): boolean => {
    if (stopwatch() > end) throw new WhatIfRefused('what-if.too-slow', String(seconds));
    return true;
  };
  const cascades: CascadeForeseen[] = [];
  const left: PlanId[] = [];
  let room = most;
  for (const plan of plans) {
    try {
      check();
      const { events } = await readCascade(log, tenant, { plan, most: room });
      room -= events.length;
      const workflow = await worldOf(tenant, events, at);
      cascades.push(...(await changeIn(workflow, tenant, { changes, at, check })));
    } catch (error) {
      if (!(error instanceof WhatIfRefused)) throw error;
      left.push(plan);
    }
  }
  return { cascades, left };
}

interface Trying extends Pick<ReorganisationAsked, 'changes' | 'at'> {
  readonly check: () => boolean;
}

/** Changes a copy, and lets time pass in it until the last of the changes has taken effect. */
async function changeIn(
  { clock, reorganisations, store }: Workflow,
  tenant: string,
  { changes, at, check }: Trying,
): Promise<readonly CascadeForeseen[]> {
  await clock.runUntil(tenant, at, check);
  const before = await store.head(tenant);
  const { effective } = await reorganisations.apply(tenant, changes, at);
  await clock.runUntil(tenant, effective.at(-1) ?? at, check);
  const recorded = await store.readAll(tenant, before, Number.MAX_SAFE_INTEGER);
  return effective.flatMap((then) => {
    const events = recorded.filter((event) => event.at === then);
    const summary = events.find(({ type }) => type === 'CascadeReorganised');
    return summary ? [{ ...(summary.data as CascadeReorganised), ways: waysOf(events) }] : [];
  });
}

interface Gone extends Handover {
  readonly unit: UnitId;
}

/** Where the open obligations of units went, counted by unit and way. */
function waysOf(events: readonly RecordedEvent[]): readonly Way[] {
  const ways = Map.groupBy(events.flatMap(goneIn), ({ unit, to, reason }) => JSON.stringify([unit, to, reason]));
  return [...ways.values()].flatMap((same) => {
    const [first] = same;
    if (!first) return [];
    const count = (kind: string): number => same.filter(({ obligation }) => obligation.startsWith(kind)).length;
    const { unit, to, reason } = first;
    return [{ unit, to, reason, items: count('item '), reports: count('report '), duties: count('duty ') }];
  });
}

function goneIn({ stream, type, data }: RecordedEvent): readonly Gone[] {
  const unit = stream.split('/')[2] as UnitId;
  if (type === 'UnitPlanTransferred') return (data as UnitPlanTransferred['data']).handovers.map((each) => ({ ...each, unit }));
  if (type !== 'UnitPlanReaddressed') return [];
  return (data as UnitPlanReaddressed['data']).closed.map((each) => ({ ...each, unit, to: [] }));
}
