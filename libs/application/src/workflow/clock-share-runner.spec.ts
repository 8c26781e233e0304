import { addDays, startOfDay, type Instant, type LocalDate, type OrganisationEvent, type UnitId } from '#engine';
import {
  ALL_SLOTS,
  canonicalLine,
  type EventStore,
  InMemoryEventStore,
  PlainWakeUpSlots,
  type RecordedEvent,
  type WakeUpSlots,
} from '#event-store';
import { VIETNAM_CALENDAR } from '#organisation';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { country, each, issue, rulesOf, task, TENANT, unit, WORK } from './country-in-flight.fixture.js';
import { createWorkflow, type Workflow } from './workflow.js';

/** Two provinces with districts and communes below them: enough for reports that others sum up. */
const UNITS: readonly OrganisationEvent[] = [
  unit('vn', null, 'central'),
  unit('vn.so-noi-vu', 'vn', 'province'),
  ...['vn-10', 'vn-15'].flatMap((province) => [
    unit(province, 'vn', 'province'),
    unit(`${province}.1`, province, 'district'),
    ...[1, 2, 3].map((commune) => unit(`${province}.1.${commune}`, `${province}.1`, 'commune')),
  ]),
];
const ISSUED = startOfDay('2025-01-15' as LocalDate);
const UNTIL = startOfDay('2025-12-20' as LocalDate);
const TASKS = [
  ...WORK.filter(({ no }) => ['1', '2', '4', '7', '8'].includes(no)),
  task('10', [each('commune')], { kind: 'within', amount: 160, unit: 'workday', from: 'issue' }),
];

/** A plan that runs, with a day off decreed and a district dissolved since: facts and changes to come in between. */
async function begin(store: EventStore): Promise<Workflow> {
  const workflow = await country(UNITS, store);
  const plan = await issue(workflow, rulesOf('1/KH', '2025-01-15', TASKS), ISSUED);
  const units = ['vn-10.1.1', 'vn-15.1.2', 'vn-10.1'];
  const requests = units.map((id) => ({
    plan,
    unit: id as UnitId,
    actor: id as UnitId,
    command: { type: 'ReceiveUnitPlan' } as const,
  }));
  await workflow.unitPlans.executeBatch(TENANT, requests, startOfDay('2025-01-20' as LocalDate));
  const { off = [], makeup = [] } = VIETNAM_CALENDAR.years['2025'] ?? {};
  const years = { ...VIETNAM_CALENDAR.years, '2025': { off: [...off, '2025-08-14' as LocalDate], makeup } };
  await workflow.organisation.publishCalendar(TENANT, { version: 'later', years }, startOfDay('2025-02-01' as LocalDate));
  return workflow;
}

async function streamsOf(store: EventStore): Promise<ReadonlyMap<string, readonly string[]>> {
  const streams = Map.groupBy(await store.readAll(TENANT, 0, 1_000_000), ({ stream }) => stream);
  return new Map([...streams].map(([stream, events]) => [stream, events.map(canonicalLine)]));
}

/** One turn of one of the workers: which slots it takes for its own, after how many looks it stops, whether it dies. */
interface Turn {
  readonly worker: number;
  readonly slots: readonly number[];
  readonly batches: number;
  /** Dies at this append, before it was recorded or after. */
  readonly dies: { readonly at: number; readonly isRecorded: boolean } | null;
}

const turns = fc.array(
  fc.record({
    worker: fc.nat(3),
    slots: fc.subarray([...ALL_SLOTS], { minLength: 1 }),
    batches: fc.integer({ min: 1, max: 6 }),
    dies: fc.option(fc.record({ at: fc.nat(4), isRecorded: fc.boolean() })),
  }),
  { minLength: 4, maxLength: 12 },
);

class Death extends Error {}

/** A store whose every answer comes when the scheduler says so, and of which a process may not live to hear. */
function seenBy(scheduler: fc.Scheduler, store: EventStore, dies: Turn['dies']): EventStore {
  let appends = 0;
  const waits = scheduler.scheduleFunction(async () => undefined);
  return new Proxy(store, {
    get:
      (target, name: keyof EventStore) =>
      async (...args: never[]) => {
        await waits();
        const isDeath = name === 'append' && dies !== null && appends++ >= dies.at;
        if (isDeath && !dies.isRecorded) throw new Death();
        const answer = await (target[name] as (...of: never[]) => Promise<unknown>)(...args);
        if (isDeath) throw new Death();
        await waits();
        return answer;
      },
  });
}

/** A process that takes its turn, and may die in it. */
async function take(scheduler: fc.Scheduler, store: EventStore, turn: Turn): Promise<void> {
  const seen = seenBy(scheduler, store, turn.dies);
  const slots: WakeUpSlots = new PlainWakeUpSlots(seen, () => [TENANT]);
  let left = turn.batches;
  const keepGoing = (): boolean => left-- > 0;
  try {
    await createWorkflow(seen).clockOver(slots).run(TENANT, { until: UNTIL, slots: turn.slots, keepGoing });
  } catch (error) {
    if (!(error instanceof Death) && (error as { code?: string }).code !== 'store.conflict') throw error;
  }
}

describe('Workers that share a clock', () => {
  it('write stream by stream what one alone writes, however their steps interleave, whatever they believe theirs, whoever dies', async () => {
    const memory = new InMemoryEventStore();
    await (await begin(memory)).clock.runUntil(TENANT, UNTIL);
    const alone = await streamsOf(memory);
    const types = new Set((await memory.readAll(TENANT, 0, 1_000_000)).map(({ type }) => type));
    expect([...types]).toEqual(expect.arrayContaining(['EscalationStepReached', 'ConsolidationClosed', 'CalendarApplied']));

    await fc.assert(
      fc.asyncProperty(fc.scheduler(), turns, async (scheduler, all) => {
        const store = new InMemoryEventStore();
        await begin(store);
        for (let first = 0; first < all.length; first += 4) {
          const together = all.slice(first, first + 4).map((turn) => take(scheduler, store, turn));
          await scheduler.waitFor(Promise.all(together));
        }
        const last = createWorkflow(store).clockOver(new PlainWakeUpSlots(store, () => [TENANT]));
        await last.run(TENANT, { until: UNTIL, slots: ALL_SLOTS });
        expect(await streamsOf(store)).toEqual(alone);
        expect(await store.dueWakeUps(TENANT, UNTIL)).toEqual([]);
      }),
      { numRuns: 25 },
    );
  }, 120_000);
});

describe('The order of time', () => {
  const worker = async (store: EventStore) => {
    const workflow = await begin(store);
    return workflow.clockOver(new PlainWakeUpSlots(store, () => [TENANT]));
  };
  const unitPlanSlots = ALL_SLOTS.filter((slot) => slot > 0);

  it('lets nobody pass a leading wake-up that is due, and says to look again', async () => {
    const store = new InMemoryEventStore();
    const clock = await worker(store);
    const before = await store.head(TENANT);
    expect(await clock.run(TENANT, { until: UNTIL, slots: unitPlanSlots })).toEqual({ wakeUps: 0, events: 0, isWaiting: true });
    expect(await store.head(TENANT)).toBe(before);
  });

  it('lets nobody go on to the next instant before all others have done this one', async () => {
    const store = new InMemoryEventStore();
    const clock = await worker(store);
    const half = unitPlanSlots.filter((slot) => slot % 2 === 0);
    for (let run = await clock.run(TENANT, { until: UNTIL, slots: [0, ...half] }); run.wakeUps > 0; )
      run = await clock.run(TENANT, { until: UNTIL, slots: [0, ...half] });
    const stands = await store.earliestWakeUp(TENANT);
    const effects = (await store.readAll(TENANT, 0, 1_000_000)).filter(isEffect);
    expect(stands).toBeDefined();
    expect(effects.every(({ at }) => at <= (stands as Instant))).toBe(true);
    await clock.run(TENANT, { until: UNTIL, slots: ALL_SLOTS });
    const steps = (await store.readAll(TENANT, 0, 1_000_000)).filter(({ type }) => type === 'EscalationStepReached');
    expect(steps.map(({ at }) => at)).toEqual(steps.map(({ at }) => at).toSorted());
  });

  it('does not say to wait where nothing of one’s own is due', async () => {
    const store = new InMemoryEventStore();
    const clock = await worker(store);
    const [first] = await store.dueWakeUps(TENANT, UNTIL, 1);
    const early = startOfDay(addDays('2025-01-01' as LocalDate, 1));
    expect(first).toBeDefined();
    expect(await clock.run(TENANT, { until: early, slots: unitPlanSlots })).toEqual({ wakeUps: 0, events: 0, isWaiting: false });
  });

  it('says so where a leading stream is due that nobody knows how to wake', async () => {
    const store = new InMemoryEventStore();
    const clock = await worker(store);
    const note = { type: 'Noted', v: 1, data: {}, because: null, at: ISSUED, actor: null };
    await store.append(TENANT, [
      { stream: 'unheard-of', expected: 0, events: [note], wakeUp: startOfDay('2025-01-02' as LocalDate) },
    ]);
    await expect(clock.run(TENANT, { until: UNTIL, slots: ALL_SLOTS })).rejects.toThrow('unheard-of');
  });

  it('does nothing while the tenant’s time is held', async () => {
    const store = new InMemoryEventStore();
    const clock = await worker(store);
    await createWorkflow(store).clock.hold(TENANT);
    expect(await clock.run(TENANT, { until: UNTIL, slots: ALL_SLOTS })).toEqual({ wakeUps: 0, events: 0, isWaiting: false });
  });
});

const isEffect = ({ stream, actor, at }: RecordedEvent): boolean =>
  stream.startsWith('unit-plan/') && actor === null && at > ISSUED;
