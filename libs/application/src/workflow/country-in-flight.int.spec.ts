import { beforeAll, describe, expect, it } from '@jest/globals';
import type {
  CascadeReorganised,
  Directory,
  Handover,
  Instant,
  LocalDate,
  PlanId,
  ReportId,
  UnitId,
  UnitPlanEvent,
  UnitPlanState,
} from '#engine';
import { foldOrganisation, toTwoTiers, type TwoTiers } from '#organisation';
import { addressDatabase, countryEvents } from '#testing';
import {
  country,
  inheritedBy,
  issue,
  LATER,
  liveThrough,
  openOf,
  rulesOf,
  statesAt,
  TENANT,
  TOP,
  WORK,
} from './country-in-flight.fixture.js';
import type { Workflow } from './workflow.js';

const DAY = '2025-07-01' as LocalDate;
const CHANGE = '2025-07-01T00:00:00+07:00' as Instant;
const EVE = '2025-06-30T23:59:59+07:00' as Instant;

/** One sum for the whole country: what was open, and what became of each piece of it. */
describe('The country on 1 July 2025, in flight', () => {
  let workflow: Workflow;
  let plan: PlanId;
  let change: TwoTiers;
  let before: ReadonlyMap<UnitId, UnitPlanState>;
  let after: ReadonlyMap<UnitId, UnitPlanState>;
  let directory: Directory;
  let summary: CascadeReorganised;
  const handovers: { readonly from: UnitId; readonly handover: Handover }[] = [];

  beforeAll(async () => {
    workflow = await country(countryEvents());
    plan = await issue(workflow, rulesOf('1/KH', '2025-01-06', WORK), '2025-01-06T08:00:00+07:00' as Instant);
    await liveThrough(workflow, plan, await statesAt(workflow, plan, EVE));
    change = toTwoTiers(addressDatabase(), foldOrganisation(countryEvents()), { from: DAY });
    await workflow.reorganisations.apply(TENANT, change.events, '2025-06-25T08:00:00+07:00' as Instant);
    await workflow.clock.runUntil(TENANT, CHANGE);
    [before, after] = [await statesAt(workflow, plan, EVE), await statesAt(workflow, plan, CHANGE)];
    directory = await workflow.knowledge.of(TENANT).directory(DAY);
    for (const { type, data, at, stream } of await workflow.store.readAll(TENANT, 0, 10_000_000)) {
      if (type === 'CascadeReorganised') summary = data as CascadeReorganised;
      if (type !== 'UnitPlanTransferred' || at !== CHANGE) continue;
      const from = stream.slice(stream.lastIndexOf('/') + 1) as UnitId;
      for (const handover of (data as (UnitPlanEvent & { type: 'UnitPlanTransferred' })['data']).handovers)
        handovers.push({ from, handover });
    }
  }, 120_000);

  const gone = (): readonly UnitId[] => [...before.keys()].filter((unit) => !directory.units.has(unit));

  it('leaves nothing open where nobody is left', () => {
    expect(gone().length).toBeGreaterThan(12_000);
    for (const unit of gone()) expect([unit, [...openOf(after.get(unit)!).keys()]]).toEqual([unit, []]);
  });

  it('hands every open piece of work over once, or ends it once for a reason', () => {
    const open = gone().flatMap((unit) => [...openOf(before.get(unit)!).keys()].map((key) => `${unit} ${key}`));
    const told = handovers.map(({ from, handover }) => `${from} ${handover.obligation}`);
    expect(told.length).toBe(open.length);
    expect(new Set(told)).toEqual(new Set(open));
    const ended = handovers.filter(({ handover }) => handover.to.length === 0);
    expect(summary).toMatchObject({ handedOver: told.length - ended.length });
    expect(ended.every(({ handover }) => handover.reason !== '' && handover.reason !== 'succeeded')).toBe(true);
    const reasons = Object.fromEntries(
      [...Map.groupBy(ended, ({ handover }) => handover.reason)].map(([of, all]) => [of, all.length]),
    );
    console.log(
      `open ${open.length} = handed over ${told.length - ended.length} + ended ${JSON.stringify(reasons)}; ${JSON.stringify({ ...summary, unresolved: summary.unresolved.length })}`,
    );
  });

  it('traces every inherited piece back to its handover, and every handover on to its heir', () => {
    const sent = handovers.flatMap(({ from, handover }) => handover.to.map((to) => `${to} < ${from} ${handover.obligation}`));
    const held = [...after].flatMap(([to, state]) =>
      [...openOf(state).keys()].flatMap((key) =>
        inheritedBy(state, key).map(({ unit, obligation }) => `${to} < ${unit} ${obligation}`),
      ),
    );
    expect(new Set(sent).size).toBe(sent.length);
    expect(held.toSorted()).toEqual(sent.toSorted());
  });

  it('takes the latest of the dates that were open, and leaves nothing overdue in silence', () => {
    const dueBefore = new Map([...before].map(([unit, state]) => [unit, openOf(state)]));
    let overdue = 0;
    for (const [unit, state] of after) {
      for (const [key, due] of openOf(state)) {
        const from = inheritedBy(state, key);
        if (from.length === 0) continue;
        const dates = from.map((each) => dueBefore.get(each.unit)?.get(each.obligation) ?? '');
        expect([unit, key, due ?? '']).toEqual([unit, key, [dueBefore.get(unit)?.get(key) ?? '', ...dates].sort().at(-1)]);
        if (due === null || due >= '2025-06-30') continue;
        overdue += 1;
        expect(state.fired.filter(({ obligation }) => obligation === key).map(({ at }) => at)).toEqual([CHANGE]);
      }
    }
    expect(overdue).toBeGreaterThan(1_000);
  });

  it('keeps all that the others have open', () => {
    for (const [unit, state] of before) {
      if (!directory.units.has(unit)) continue;
      const now = openOf(after.get(unit)!);
      expect([...openOf(state).keys()].filter((key) => !now.has(key))).toEqual([]);
    }
  });

  it('gives a commune one item for what its predecessors had open, counted by the mappings alone', () => {
    const into = new Map<UnitId, UnitId[]>();
    for (const { type, data } of change.events) {
      if (type !== 'UnitDissolved' || !before.get(data.id)?.items.has('1' as never)) continue;
      for (const to of data.successors) into.set(to, [...(into.get(to) ?? []), data.id]);
    }
    expect(into.size).toBeGreaterThan(3_000);
    for (const [commune, old] of into) {
      const open = old.filter((unit) => openOf(before.get(unit)!).has('item 1'));
      const state = after.get(commune);
      const found = [...(state ? openOf(state).keys() : [])].filter((key) => key.startsWith('item 1') && !key.includes('@'));
      expect([commune, found.length]).toEqual([commune, open.length === 0 && !before.has(commune) ? 0 : found.length]);
      const heirs = state ? found.flatMap((key) => inheritedBy(state, key).map(({ unit }) => unit)) : [];
      expect(heirs.toSorted()).toEqual(open.toSorted());
      expect(found.length).toBeLessThanOrEqual(1);
    }
  });

  it('sends every report to somebody who is there, who takes it in', () => {
    const isGone = (unit: UnitId | null): boolean => unit !== null && !directory.units.has(unit);
    const open = [...after]
      .filter(([unit]) => directory.units.has(unit))
      .flatMap(([unit, { reports, acceptors }]) => [...reports.values()].map((report) => ({ unit, report, acceptors })))
      .filter(({ report }) => report.status === 'expected' || report.status === 'returned');
    const lost = open.filter(({ report: { to, via, copies }, acceptors }) => [to, via, ...copies, ...acceptors].some(isGone));
    expect(lost.map(({ unit, report }) => `${unit} ${report.id}`)).toEqual([]);
    const single = open.filter(({ report }) => report.id === '1@2025-9M' && report.to !== TOP);
    const passedOver = single.filter(({ unit, report }) => !after.get(report.to)?.reports.get(report.id)?.inputs.includes(unit));
    expect(passedOver.map(({ unit }) => unit)).toEqual([]);
    expect(single.length).toBeGreaterThan(3_000);
    expect(after.get('vn-2025-15.02905' as UnitId)?.reports.get('1@2025-9M' as ReportId)).toMatchObject({
      to: 'vn-2025-15',
      via: 'vn-2025-15.so-noi-vu',
    });
  });

  it('lists what nobody could take over', () => {
    const lost = handovers.filter(({ handover }) => handover.reason === 'no-successor');
    expect(summary.unresolved).toHaveLength(lost.length);
    const unmapped = new Set(change.unresolved.flatMap(({ unit, reason }) => (reason === 'not-mapped' && unit ? [unit] : [])));
    expect(lost.every(({ from }) => unmapped.has(from))).toBe(true);
  });

  it('finds nothing to do a second time', async () => {
    const head = await workflow.store.head(TENANT);
    await workflow.store.append(TENANT, [], { wake: [{ prefix: 'plan/', at: CHANGE }] });
    await workflow.clock.runUntil(TENANT, CHANGE);
    expect(await workflow.store.head(TENANT)).toBe(head);
  });

  it('derives a later plan straight from province to commune', async () => {
    const later = await issue(workflow, rulesOf('2/KH', '2025-07-02', LATER), '2025-07-02T08:00:00+07:00' as Instant);
    const states = await statesAt(workflow, later, '2025-07-02T08:00:00+07:00' as Instant);
    const holders = [...states].filter(([, { items }]) => items.size > 0).map(([unit]) => unit);
    expect(holders).toHaveLength(3_321);
    expect(states.get('vn-2025-15.02905' as UnitId)).toMatchObject({ provisional: false });
    expect(states.get('vn-2025-15.02905' as UnitId)?.reports.get('1@2025-9M' as ReportId)?.to).toBe('vn-2025-15');
  });
});
