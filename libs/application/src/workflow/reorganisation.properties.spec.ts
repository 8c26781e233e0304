import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  isPast,
  unitPlanStream,
  type Handover,
  type Instant,
  type LocalDate,
  type PlanId,
  type UnitId,
  type UnitPlanState,
} from '#engine';
import { InMemoryEventStore } from '#event-store';
import { rateCounts, rateOf, sumRates } from '#read-models';
import { country, inheritedBy, issue, openOf, rulesOf, statesAt, TENANT } from './country-in-flight.fixture.js';
import { dawnOf, eveOf, liveRandomly, RANDOM_WORK, Realm, type Upheaval } from './reorganisation-random.fixture.js';
import type { Workflow } from './workflow.js';

type States = ReadonlyMap<UnitId, UnitPlanState>;

const number = fc.nat({ max: 1_000 });
const KINDS = [
  'rename',
  'move',
  'merge',
  'merge into',
  'split',
  'dissolve',
  'end of an office',
  'end of a district',
  'join provinces',
] as const;
const upheaval: fc.Arbitrary<Upheaval> = fc.record({ kind: fc.constantFrom(...KINDS), pick: number, with: number, many: number });
const course = fc.record({
  seed: number,
  days: fc.array(
    fc.record({ after: fc.integer({ min: 1, max: 90 }), upheavals: fc.array(upheaval, { minLength: 1, maxLength: 3 }) }),
    {
      minLength: 1,
      maxLength: 4,
    },
  ),
});

interface Moment {
  readonly workflow: Workflow;
  readonly plan: PlanId;
  readonly realm: Realm;
  readonly day: LocalDate;
}

/** What the units that end on a day say of their work. */
async function handoversOn({ workflow, plan, day }: Moment): Promise<ReadonlyMap<string, Handover>> {
  const prefix = unitPlanStream(plan, '' as UnitId);
  const told = new Map<string, Handover>();
  for (const { type, at, stream, data } of await workflow.store.readAll(TENANT, 0, 1_000_000)) {
    if (type !== 'UnitPlanTransferred' || at !== dawnOf(day)) continue;
    for (const handover of (data as { readonly handovers: readonly Handover[] }).handovers) {
      const key = `${stream.slice(prefix.length)} ${handover.obligation}`;
      expect([key, told.has(key)]).toEqual([key, false]);
      told.set(key, handover);
    }
  }
  return told;
}

/** Every open piece of work of a unit that is no more went to each of its heirs once, or ended once for a reason. */
function expectAllHandedOver(
  before: States,
  after: States,
  { told, realm }: { told: ReadonlyMap<string, Handover>; realm: Realm },
) {
  const gone = [...before.keys()].filter((unit) => !realm.units.has(unit));
  const open = gone.flatMap((unit) => [...openOf(before.get(unit)!).keys()].map((key) => `${unit} ${key}`));
  expect([...told.keys()].toSorted()).toEqual(open.toSorted());
  for (const unit of gone) expect([unit, [...openOf(after.get(unit)!).keys()]]).toEqual([unit, []]);
  for (const [key, { to, reason }] of told) {
    expect([key, reason === '']).toEqual([key, false]);
    expect([key, to.filter((unit) => !realm.units.has(unit))]).toEqual([key, []]);
    if (to.length === 0) expect(['succeeded', 'to-superior']).not.toContain(reason);
  }
  const sent = [...told].flatMap(([key, { to }]) => to.map((unit) => `${unit} < ${key}`));
  const held = [...after].flatMap(([to, state]) =>
    [...openOf(state).keys()].flatMap((key) => {
      const old = new Set(inheritedBy(before.get(to) ?? state, key).map((trace) => JSON.stringify(trace)));
      const fresh = inheritedBy(state, key).filter((trace) => !before.has(to) || !old.has(JSON.stringify(trace)));
      return fresh.map(({ unit, obligation }) => `${to} < ${unit} ${obligation}`);
    }),
  );
  expect(held.toSorted()).toEqual(sent.toSorted());
}

/** Whoever goes on keeps what it has, and owes it to somebody who is there. */
function expectKept(before: States, after: States, realm: Realm): void {
  for (const [unit, state] of before) {
    if (!realm.units.has(unit)) continue;
    const now = openOf(after.get(unit)!);
    expect([unit, [...openOf(state).keys()].filter((key) => !now.has(key))]).toEqual([unit, []]);
  }
  for (const [unit, { items, reports, duties, acceptors }] of after) {
    if (!realm.units.has(unit)) continue;
    const open = new Set(openOf(after.get(unit)!).keys());
    const concerned = [
      ...[...items.values()]
        .filter(({ id }) => open.has(`item ${id}`))
        .flatMap(({ receiver, jointLeads }) => [receiver, ...jointLeads]),
      ...[...reports.values()]
        .filter(({ id }) => open.has(`report ${id}`))
        .flatMap(({ to, via, copies }) => [to, via, ...copies]),
      ...[...duties.values()].filter(({ id }) => open.has(`duty ${id}`)).map(({ sendTo }) => sendTo),
      ...acceptors,
    ];
    expect([unit, concerned.filter((each) => each !== null && !realm.units.has(each))]).toEqual([unit, []]);
  }
}

/** Whatever is handed in can be judged by somebody who is there, wherever it was done. */
function expectJudged(after: States, realm: Realm): void {
  for (const [unit, { items, reports, acceptors }] of after) {
    const sent = [...reports.values()].filter(({ status }) => status === 'submitted');
    if (sent.length === 0 && ![...items.values()].some(({ status }) => status === 'submitted')) continue;
    const judges = [...acceptors, ...sent.map(({ to }) => to)];
    expect([unit, judges.length > 0, judges.filter((each) => !realm.units.has(each))]).toEqual([unit, true, []]);
  }
}

/** Counted by nobody that was no more on the day, and within 0 to 100 %. */
function expectRates(states: States, asOf: Instant, endedOn: ReadonlyMap<string, LocalDate>): void {
  const counts = [...states].map(([unit, { reports, transferredAt }]) => {
    const rated = [...reports.values()].map((report) => ({
      ...report,
      dueTime: report.time ?? null,
      unitEndedAt: transferredAt,
    }));
    const own = rateCounts(rated, asOf);
    const ended = endedOn.get(unit);
    const owed = rated.filter(({ due, consolidated }) => !consolidated && due !== null && (ended === undefined || due < ended));
    expect([unit, own.expected <= owed.length]).toEqual([unit, true]);
    return own;
  });
  const { completeness, timeliness } = rateOf(sumRates(counts));
  for (const rate of [completeness, timeliness].filter((each) => each !== null)) {
    expect(rate).toBeGreaterThanOrEqual(0);
    expect(rate).toBeLessThanOrEqual(100);
  }
}

/** Nothing that is open and late was passed over. */
function expectNothingSilent(states: States, until: Instant, realm: Realm): void {
  const isAsleep = (state: UnitPlanState, key: string): boolean =>
    ['suspended', 'dormant'].includes(state.items.get(key.replace('item ', '') as never)?.status ?? '');
  for (const [unit, state] of states) {
    if (!realm.units.has(unit)) continue;
    const late = [...openOf(state)].filter(
      ([key, due]) => due && isPast(addDays(due, 1), undefined, until) && !isAsleep(state, key),
    );
    const told = new Set(state.fired.filter(({ step }) => step === 'after-1d').map(({ obligation }) => obligation as string));
    expect([unit, late.filter(([key]) => !told.has(key))]).toEqual([unit, []]);
  }
}

/** Nothing stirs where nobody is left; only who judges its work may change. */
async function expectQuiet({ workflow, plan }: Moment): Promise<void> {
  const prefix = unitPlanStream(plan, '' as UnitId);
  const ended = new Map<string, Instant>();
  for (const { stream, type, at, actor } of await workflow.store.readAll(TENANT, 0, 1_000_000)) {
    if (type === 'UnitPlanTransferred') ended.set(stream, at);
    else if (stream.startsWith(prefix) && ended.has(stream) && actor === null)
      expect([stream, type]).toEqual([stream, 'UnitPlanReaddressed']);
  }
}

describe('Whatever becomes of an organisation', () => {
  it('every open piece of work ends at its heirs or for a reason, none doubled, none in silence', async () => {
    await fc.assert(
      fc.asyncProperty(course, async ({ seed, days }) => {
        const realm = new Realm();
        const workflow = await country(realm.begin(), new InMemoryEventStore());
        const plan = await issue(workflow, rulesOf('1/KH', '2025-01-06', RANDOM_WORK), '2025-01-06T08:00:00+07:00' as Instant);
        const endedOn = new Map<string, LocalDate>();
        let day = '2025-02-01' as LocalDate;
        for (const { after: gap, upheavals } of days) {
          day = addDays(day, gap);
          const moment: Moment = { workflow, plan, realm, day };
          const eve = eveOf(day);
          await workflow.clock.runUntil(TENANT, `${eve.slice(0, 10)}T09:00:00+07:00` as Instant);
          await liveRandomly(workflow, plan, { day: addDays(day, -1), seed, states: await statesAt(workflow, plan, eve) });
          const standing = [...realm.units.keys()];
          const changes = realm.change(upheavals, day);
          for (const unit of standing) if (!realm.units.has(unit)) endedOn.set(unit, day);
          if (changes.length === 0) continue;
          await workflow.reorganisations.apply(TENANT, changes, `${eve.slice(0, 10)}T11:00:00+07:00` as Instant);
          await workflow.clock.runUntil(TENANT, eve);
          const before = await statesAt(workflow, plan, eve);
          await workflow.clock.runUntil(TENANT, dawnOf(day));
          const states = await statesAt(workflow, plan, dawnOf(day));
          expectAllHandedOver(before, states, { told: await handoversOn(moment), realm });
          expectKept(before, states, realm);
          expectJudged(states, realm);
          expectRates(states, dawnOf(day), endedOn);
        }
        const end = '2026-02-01T00:00:00+07:00' as Instant;
        await workflow.clock.runUntil(TENANT, end);
        const states = await statesAt(workflow, plan, end);
        expectRates(states, end, endedOn);
        expectNothingSilent(states, end, realm);
        await expectQuiet({ workflow, plan, realm, day });
      }),
      { numRuns: 40 },
    );
  }, 120_000);
});
