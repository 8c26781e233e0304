import type * as Jest from '@jest/globals';
import type { Instant } from '#engine';
import {
  ALL_SLOTS,
  type EventStore,
  LEADING_SLOT,
  type SlotPart,
  type StreamWrite,
  type WakeUp,
  type WakeUpSlots,
} from '#event-store';

/** As in the contract of the store: loaded outside Jest too. */
const { afterAll, beforeAll, describe, expect, it } = globalThis as unknown as typeof Jest;

export interface SlotsUnderTest {
  readonly store: EventStore;
  readonly slots: WakeUpSlots;
  readonly close: () => Promise<void>;
}

const at = (minute: number): Instant => `2022-07-01T00:${String(minute).padStart(2, '0')}:00+07:00` as Instant;
const UNIT_PLANS = ALL_SLOTS.filter((slot) => slot !== LEADING_SLOT);
const START = at(0);

const waking = (stream: string, minute: number): StreamWrite => ({
  stream,
  expected: 0,
  events: [{ type: 'Noted', v: 1, data: {}, because: null, at: START, actor: null }],
  wakeUp: at(minute),
});

/** A unit plan's stream without a state that read models could be made from: nothing happens to it, the clock only looks. */
const idle = (name: number | string, minute: number): StreamWrite => ({
  stream: `unit-plan/p/${name}`,
  expected: 0,
  events: [],
  wakeUp: at(minute),
});

/** What wake-ups by slots must keep to. @param factory makes a store that holds nothing, and its slots */
export function wakeUpSlotsContract(name: string, factory: () => Promise<SlotsUnderTest>): void {
  describe(`${name} keeps the contract of wake-ups by slots`, () => {
    let under: SlotsUnderTest;
    let tenants = 0;
    const tenant = (): string => `slots-${String(++tenants).padStart(3, '0')}`;
    const dueIn = (t: string, slot: number, part: Partial<SlotPart> = {}): Promise<readonly WakeUp[]> =>
      under.slots.dueIn(t, { slot, until: at(5), after: null, limit: 1_000, ...part });

    beforeAll(async () => {
      under = await factory();
    });
    afterAll(() => under.close());

    it('sets aside what cannot be woken, and no other, until it is woken anew', async () => {
      const t = tenant();
      await under.store.append(t, [idle('stuck', 1), idle('moved', 1), idle('well', 1)]);
      const stuck = ['stuck', 'moved'].map((unit) => ({ stream: `unit-plan/p/${unit}`, at: at(1), reason: 'fails' }));
      await under.store.append(t, [idle('moved', 2)]);
      await under.slots.setAside(t, stuck);
      const due = async (): Promise<readonly string[]> =>
        (await Promise.all(UNIT_PLANS.map((slot) => dueIn(t, slot))))
          .flat()
          .map(({ stream, at: when }) => `${stream} ${when.slice(14, 16)}`);
      expect((await due()).toSorted()).toEqual(['unit-plan/p/moved 02', 'unit-plan/p/well 01']);
      await under.slots.setAside(t, stuck);
      await under.store.append(t, [idle('stuck', 3)]);
      expect((await due()).toSorted()).toEqual(['unit-plan/p/moved 02', 'unit-plan/p/stuck 03', 'unit-plan/p/well 01']);
    });

    it('has no frontier, nothing due and no tenant where nothing was written', async () => {
      const t = tenant();
      expect(await under.slots.frontier(t, ALL_SLOTS)).toEqual({
        leading: undefined,
        own: undefined,
        ready: [],
        others: undefined,
      });
      expect(await dueIn(t, 3)).toEqual([]);
      expect(await under.slots.dueTenants(at(59))).not.toContain(t);
    });

    it('puts every unit plan into one slot, never the leading one, and uses all of them evenly', async () => {
      const t = tenant();
      const writes = Array.from({ length: 1_000 }, (_, n) => idle(n, 1));
      await under.store.append(t, writes);
      const found = await Promise.all(ALL_SLOTS.map((slot) => dueIn(t, slot)));
      expect(
        found
          .flat()
          .map(({ stream }) => stream)
          .toSorted(),
      ).toEqual(writes.map(({ stream }) => stream).toSorted());
      expect(found[LEADING_SLOT]).toEqual([]);
      const sizes = UNIT_PLANS.map((slot) => found[slot]?.length ?? 0);
      expect(Math.min(...sizes)).toBeGreaterThan(5);
      expect(Math.max(...sizes)).toBeLessThan(100);
    });

    it('lists a slot by time and then stream, in parts that go on after one another', async () => {
      const t = tenant();
      await under.store.append(
        t,
        Array.from({ length: 300 }, (_, n) => idle(n, n % 7)),
      );
      const whole = await dueIn(t, 4);
      expect(whole).toEqual(whole.toSorted((a, b) => (a.at === b.at ? (a.stream < b.stream ? -1 : 1) : a.at < b.at ? -1 : 1)));
      expect(whole.every((wakeUp) => wakeUp.at <= at(5))).toBe(true);
      const parts: WakeUp[] = [];
      const next = () => dueIn(t, 4, { limit: 2, after: parts.at(-1) ?? null });
      for (let part = await next(); part.length > 0; part = await next()) parts.push(...part);
      expect(parts).toEqual(whole);
      expect(parts.length).toBeGreaterThan(2);
    });

    it('tells the earliest of leading streams, of one’s own slots and of others apart', async () => {
      const t = tenant();
      const names = Array.from({ length: 20 }, (_, n) => n);
      await under.store.append(t, [waking('organisation', 9), idle('a', 3), idle('b', 3), ...names.map((n) => idle(n, 5))]);
      const placed = await slotsOf(t);
      const slotOf = (unit: number | string): number => placed.get(`unit-plan/p/${unit}`) ?? -1;
      const [slot, slotOfB] = [slotOf('a'), slotOf('b')];
      const apart = names.find((n) => ![slot, slotOfB].includes(slotOf(n))) ?? -1;
      await under.store.append(t, [idle(apart, 2)]);
      const own = UNIT_PLANS.filter((each) => each !== slotOf(apart));
      expect(slotOf(apart)).toBeGreaterThan(0);
      expect(await under.slots.frontier(t, own)).toMatchObject({ leading: at(9), own: at(3), others: at(2) });
      expect((await under.slots.frontier(t, own)).ready.toSorted()).toEqual([...new Set([slot, slotOfB])].toSorted());
      expect(await under.slots.frontier(t, [LEADING_SLOT])).toEqual({
        leading: at(9),
        own: undefined,
        ready: [],
        others: at(2),
      });
    });

    it('holds unit plans back as long as a leading wake-up is due, and no longer', async () => {
      const t = tenant();
      await under.store.append(t, [waking('plan/p', 5), idle('a', 4)]);
      expect(await slotsOf(t)).toEqual(new Map([['plan/p', LEADING_SLOT]]));
      await under.store.append(t, [{ stream: 'plan/p', expected: 1, events: [], wakeUp: at(6) }]);
      expect([...(await slotsOf(t)).keys()]).toEqual(['unit-plan/p/a']);
    });

    it('takes organisation, calendar, documents and plans for leading', async () => {
      const t = tenant();
      const leading = ['organisation', 'calendar', 'documents', 'plan/x', 'rules/y'];
      await under.store.append(
        t,
        leading.map((stream) => waking(stream, 1)),
      );
      expect((await dueIn(t, LEADING_SLOT)).map(({ stream }) => stream)).toEqual(leading.toSorted());
    });

    it('names the tenants of which something is due, in order', async () => {
      const [a, b, later] = [tenant(), tenant(), tenant()];
      await under.store.append(b, [waking('plan/p', 8)]);
      await under.store.append(a, [waking('unit-plan-like', 7)]);
      await under.store.append(later, [waking('plan/p', 9)]);
      const due = await under.slots.dueTenants(at(8));
      expect(due.filter((each) => [a, b, later].includes(each))).toEqual([a, b]);
    });

    async function slotsOf(t: string, minute = 5): Promise<Map<string, number>> {
      const found = new Map<string, number>();
      for (const slot of ALL_SLOTS) {
        const part = await dueIn(t, slot, { until: at(minute) });
        for (const { stream } of part) found.set(stream, slot);
      }
      return found;
    }
  });
}
