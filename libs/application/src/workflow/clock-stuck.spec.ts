import { startOfDay, type Instant, type LocalDate } from '#engine';
import { ALL_SLOTS, canonicalLine, type EventStore, InMemoryEventStore, PlainWakeUpSlots } from '#event-store';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { country, each, issue, rulesOf, task, TENANT, unit } from './country-in-flight.fixture.js';
import { createWorkflow } from './workflow.js';

const COMMUNES = Array.from({ length: 20 }, (_, index) => `vn-10.${index}`);
const UNITS = [
  unit('vn', null, 'central'),
  unit('vn.so-noi-vu', 'vn', 'province'),
  unit('vn-10', 'vn', 'province'),
  ...COMMUNES.map((id) => unit(id, 'vn-10', 'commune')),
];
const UNTIL = startOfDay('2025-12-20' as LocalDate);
const ISSUED = startOfDay('2025-01-15' as LocalDate);
const TASKS = [task('1', [each('commune')], { kind: 'within', amount: 60, unit: 'workday', from: 'issue' })];
const BROKEN = 'vn-10.7';

/** A plan that every commune owes a task of; the log of one of them holds what the engine does not know. */
async function begin(isBroken: boolean): Promise<{ readonly store: InMemoryEventStore; readonly stream: string }> {
  const store = new InMemoryEventStore();
  const plan = await issue(await country(UNITS, store), rulesOf('1/KH', '2025-01-15', TASKS), ISSUED);
  const stream = `unit-plan/${plan}/${BROKEN}`;
  const event = { type: 'NeverHeardOf', v: 1, data: {}, because: null, at: ISSUED, actor: null };
  if (isBroken) await store.append(TENANT, [{ stream, expected: 1, events: [event] }]);
  return { store, stream };
}

const linesOf = async (store: EventStore): Promise<Map<string, readonly string[]>> => {
  const streams = Map.groupBy(await store.readAll(TENANT, 0, 1_000_000), ({ stream }) => stream);
  return new Map([...streams].map(([stream, events]) => [stream, events.map(canonicalLine)]));
};

describe('A unit plan at which the engine fails each time', () => {
  let world: Awaited<ReturnType<typeof begin>>;
  let slots: PlainWakeUpSlots;
  beforeEach(async () => {
    world = await begin(true);
    slots = new PlainWakeUpSlots(world.store, () => [TENANT]);
  });
  const run = (store: EventStore = world.store) =>
    createWorkflow(store).clockOver(slots).run(TENANT, { until: UNTIL, slots: ALL_SLOTS });

  it('is set aside with its reason, as is what sums it up, and holds up nobody else', async () => {
    const summing = world.stream.replace(BROKEN, 'vn-10');
    const { stuck = [] } = await run();
    expect(stuck).toEqual(
      [world.stream, summing].map((stream) => ({
        stream,
        at: expect.any(String),
        reason: expect.stringContaining('NeverHeardOf'),
      })),
    );
    expect(stuck.map(({ at }) => at).toSorted()).toEqual(stuck.map(({ at }) => at));
    const well = await begin(false);
    await createWorkflow(well.store).clock.runUntil(TENANT, UNTIL);
    const [found, expected] = [await linesOf(world.store), await linesOf(well.store)];
    for (const stream of [world.stream, summing]) for (const lines of [found, expected]) lines.delete(stream);
    expect(found.size).toBeGreaterThan(COMMUNES.length);
    expect(found).toEqual(expected);
    expect(await slots.dueTenants(UNTIL)).toEqual([]);
    expect(await run()).toEqual({ wakeUps: 0, events: 0, isWaiting: false });
  });

  it('is none where it is the store that fails', async () => {
    const failure = new Error('no database');
    const failing = new Proxy(world.store, {
      get: (target, name: keyof EventStore) => {
        if (name === 'readStreams') return () => Promise.reject(failure);
        const method = target[name] as (...of: never[]) => unknown;
        return method.bind(target);
      },
    });
    await expect(run(failing)).rejects.toBe(failure);
    expect((await world.store.dueWakeUps(TENANT, UNTIL)).some(({ stream }) => stream === world.stream)).toBe(true);
    expect((await slots.dueTenants(UNTIL as Instant)).length).toBe(1);
  });
});
