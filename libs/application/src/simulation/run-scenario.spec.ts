import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Instant, LocalDate } from '#engine';
import {
  canonicalLog,
  InMemoryEventStore,
  type Appended,
  type AppendOptions,
  type RecordedEvent,
  type StreamWrite,
} from '#event-store';
import { createWorkflow } from '../workflow/workflow.js';
import type { ScenarioBundle } from './bundle.js';
import { cascadeOf, plansOf } from './cascade-tree.js';
import { changed, EXAMPLE, loadExample } from './example.fixture.js';
import { outcomeOf } from './outcome.js';
import { ScenarioRefused } from './problems.js';
import type { ScenarioOptions } from './progress.js';
import { runScenario } from './run-scenario.js';

const ALL = 1_000_000;
const JULY = '2022-07-12' as LocalDate;

const live = async (
  bundle: ScenarioBundle,
  store: InMemoryEventStore,
  options: Partial<ScenarioOptions> = {},
): Promise<readonly RecordedEvent[]> => {
  await runScenario(createWorkflow(store), bundle, { tenant: bundle.top, ...options });
  return store.readAll(bundle.top, 0, ALL);
};

/** A store whose process dies at its Nth append: before anything is written, or just after. */
class DyingStore extends InMemoryEventStore {
  constructor(
    private left: number,
    private readonly writesFirst: boolean,
  ) {
    super();
  }

  revive(): void {
    this.left = Number.POSITIVE_INFINITY;
  }

  override async append(tenant: string, writes: readonly StreamWrite[], options?: AppendOptions): Promise<Appended> {
    this.left -= 1;
    if (this.left < 0) throw new Error('killed');
    if (this.left > 0 || this.writesFirst) {
      const appended = await super.append(tenant, writes, options);
      if (this.left > 0) return appended;
    }
    throw new Error('killed');
  }
}

describe('The example’s year', () => {
  const year = (async () => {
    const bundle = await loadExample();
    return { bundle, events: await live(bundle, new InMemoryEventStore(), { until: 'last-obligation' }) };
  })();

  it('comes to what expected.json says', async () => {
    const expected: unknown = JSON.parse(await readFile(path.join(EXAMPLE, 'expected.json'), 'utf8'));
    expect(JSON.parse(JSON.stringify(outcomeOf((await year).events, '2022-12-31' as LocalDate)))).toEqual(expected);
  });

  it('meets the facts of the annex', async () => {
    const outcome = outcomeOf((await year).events, '2022-12-31' as LocalDate);
    expect(outcome).toMatchObject({
      plan: { number: '239/KH-UBND', issuer: 'UBND tỉnh Lào Cai', issued: '2022-06-30' },
      committees: { province: 1, district: 9, commune: 152 },
      assignments: { byTier: { commune: 15 * 152, district: 13 * 9 } },
    });
    const { assignments, reports } = outcome!;
    expect(Object.values(assignments.byDeadlineKind).reduce((sum, count) => sum + count, 0)).toBe(assignments.total);
    expect(Object.values(assignments.byTier).reduce((sum, count) => sum + count, 0)).toBe(assignments.total);
    expect(reports.onTime + reports.late + reports.missing).toBe(reports.expected);
  });

  it('holds task 1.1 to 4 July, and never counts what has no date', async () => {
    const { events } = await year;
    const outcome = outcomeOf(events, '2022-12-31' as LocalDate);
    const office = events.find(({ type, stream }) => type === 'UnitPlanDerived' && stream.endsWith('/vn-10.so-noi-vu'));
    const { items } = office!.data as { items: readonly { id: string; due: string | null }[] };
    expect(items.find(({ id }) => id === '1.1')?.due).toBe('2022-07-04');
    const undated = new Set(['1.3', '2.1', '2.2', '2.4', '2.5', '2.6', '3.2', '4.1', '4.4', '6.7']);
    expect(outcome!.late.filter(({ task }) => undated.has(task))).toEqual([]);
  });

  it('has every invented turn of the scenario in it', async () => {
    const { events } = await year;
    const outcome = outcomeOf(events, '2022-12-31' as LocalDate)!;
    expect(outcome.late).toContainEqual(expect.objectContaining({ unit: 'vn-10.084', task: '3.5', done: true }));
    expect(outcome.late.filter(({ task, done }) => task === '1.2' && done).length).toBeGreaterThanOrEqual(5);
    expect(outcome.lateReports.filter(({ done }) => !done).map(({ unit }) => unit)).toEqual(['vn-10.082.02740']);
    expect(outcome.lateReports).toContainEqual(
      expect.objectContaining({ unit: 'vn-10.089', report: '1@2022-9M', daysLate: 5, done: true }),
    );
    expect(outcome.extensions).toEqual([
      expect.objectContaining({ unit: 'vn-10.085', task: '4.6', from: '2022-09-29', to: '2022-10-15' }),
    ]);
    expect(outcome.late.some(({ unit, task }) => unit === 'vn-10.085' && task === '4.6')).toBe(false);
    expect(outcome.duties).toMatchObject({ expected: 14, onTime: 11, late: 2, missing: 1 });
    expect(outcome.childPlans.map(({ number }) => number)).toEqual(
      expect.arrayContaining(['126/KH-UBND', '58/KH-UBND', '187/KH-UBND', '214/KH-UBND']),
    );
    expect(events.filter(({ type }) => type === 'ItemReturned' || type === 'ReportReturned')).toHaveLength(3);
  });

  it('moves, stops and starts dates as its documents, calendar and event say', async () => {
    const { changes, explanations, lateReports } = outcomeOf((await year).events, '2022-12-31' as LocalDate)!;
    expect(changes.map(({ kind, obligation, from, to, units }) => [kind, obligation, from, to, units])).toEqual([
      ['calendar', 'item 126/KH-UBND:5', '2022-07-25', '2022-07-26', 13],
      ['resolved', 'item 4.5', null, '2022-11-30', 1],
      ['suspended', 'item 6.4', null, null, 1],
      ['amended', 'item 5.3', '2022-09-29', '2022-10-31', 131],
      ['resumed', 'item 6.4', null, '2022-10-13', 1],
      ['event', 'item 126/KH-UBND:7', null, '2022-10-21', 14],
      ['report-extended', 'report 1@2022-Y', '2022-12-14', '2022-12-21', 1],
    ]);
    expect(explanations.map(({ unit, demanded, due, in: came }) => [unit, demanded, due, came])).toEqual([
      ['vn-10.086.02929', '2022-08-09', '2022-08-16', '2022-08-15'],
      ['vn-10.086.02914', '2022-08-26', '2022-09-06', '2022-09-07'],
    ]);
    const yearly = lateReports.filter(({ report }) => report === '1@2022-Y').map(({ unit }) => unit);
    expect(yearly).not.toContain('vn-10.083');
    expect(yearly).not.toContain('vn-10.088');
  });

  it('is the same year again, byte for byte', async () => {
    const { bundle, events } = await year;
    expect(canonicalLog(await live(bundle, new InMemoryEventStore(), { until: 'last-obligation' }))).toBe(canonicalLog(events));
  });

  it('is another year with another seed', async () => {
    const other = await loadExample({ 'scenario.json': changed((scenario) => (scenario.seed = 'other')) });
    const hash = (events: readonly RecordedEvent[]) => outcomeOf(events, JULY)?.hash;
    const lived = await Promise.all(
      [loadExample(), Promise.resolve(other)].map(async (bundle) =>
        live(await bundle, new InMemoryEventStore(), { until: JULY }),
      ),
    );
    expect(hash(lived[0]!)).not.toBe(hash(lived[1]!));
  });

  it('stands as a tree in which every obligation is counted once', async () => {
    const { events } = await year;
    const tree = cascadeOf(events, '2022-12-31' as LocalDate)!;
    const districts = tree.children.filter(({ unit }) => unit.kind === 'peoples-committee');
    expect(
      districts.map(({ children }) => children.filter(({ unit }) => unit.tier === 'commune').length).reduce((a, b) => a + b),
    ).toBe(152);
    for (const { items, reports } of districts) {
      for (const { total, onTime, late, overdue, open } of [items, reports]) expect(onTime + late + overdue + open).toBe(total);
    }
    expect(plansOf(events).filter(({ parent }) => parent === null)).toHaveLength(1);
  });
});

/** Remembers of every append which types of events it wrote. */
class RememberingStore extends InMemoryEventStore {
  readonly appends: string[][] = [];

  override append(tenant: string, writes: readonly StreamWrite[], options?: AppendOptions): Promise<Appended> {
    this.appends.push(writes.flatMap(({ events }) => events.map(({ type }) => type)));
    return super.append(tenant, writes, options);
  }
}

describe('A run that was interrupted', () => {
  const whole = (async () => {
    const bundle = await loadExample();
    const store = new RememberingStore();
    const log = canonicalLog(await live(bundle, store, { until: JULY }));
    return { bundle, log, appends: store.appends };
  })();

  it.each([
    ['before the calendar', 'CalendarPublished', 1, false],
    ['after the rules were published', 'RulesPublished', 1, true],
    ['between the issue of a plan and its cascade', 'PlanIssued', 1, true],
    ['as its cascade was about to be written', 'PlanCascaded', 1, false],
    ['right after the cascade', 'PlanCascaded', 1, true],
    ['after the clock did something', 'EscalationStepReached', 1, true],
    ['in the middle of a working day', 'ItemStarted', 3, true],
    ['between the issue of a lower plan and its cascade', 'PlanIssued', 2, true],
    ['right after the lower cascade', 'PlanCascaded', 2, true],
  ])('%s goes on where it stopped and doubles nothing', async (_, type, nth, writesFirst) => {
    const { bundle, log, appends } = await whole;
    const ordinals = appends.flatMap((types, index) => (types.includes(type) ? [index + 1] : []));
    const store = new DyingStore(ordinals[nth - 1]!, writesFirst);
    await expect(live(bundle, store, { until: JULY })).rejects.toThrow('killed');
    expect(canonicalLog(await store.readAll(bundle.top, 0, ALL)).length).toBeLessThan(log.length);
    store.revive();
    expect(canonicalLog(await live(bundle, store, { until: JULY }))).toBe(log);
  });

  it('by a signal keeps what is recorded, and goes on later', async () => {
    const { bundle, log } = await whole;
    const store = new InMemoryEventStore();
    const stop = new AbortController();
    const first = await runScenario(createWorkflow(store), bundle, {
      tenant: bundle.top,
      until: JULY,
      signal: stop.signal,
      onProgress: ({ step }) => (step > 10 ? stop.abort() : undefined),
    });
    expect(first.isWhole).toBe(false);
    expect(canonicalLog(await live(bundle, store, { until: JULY }))).toBe(log);
  });

  it('keeps the clock on the wall away until it is whole', async () => {
    const bundle = await loadExample();
    const [store, stop] = [new InMemoryEventStore(), new AbortController()];
    const workflow = createWorkflow(store);
    const halfway = { signal: stop.signal, onProgress: ({ step }: { step: number }) => (step > 10 ? stop.abort() : undefined) };
    const half = await live(bundle, store, halfway);
    const now = '2026-01-01T08:00:00+07:00' as Instant;
    expect(await store.earliestWakeUp(bundle.top)).toBeDefined();
    expect(await workflow.clock.runDue(bundle.top, now)).toEqual({ wakeUps: 0, events: 0 });
    expect(await store.readAll(bundle.top, 0, ALL)).toEqual(half);
    await live(bundle, store);
    expect(await workflow.clock.isHeld(bundle.top)).toBe(false);
  });

  it('is not begun again once it is whole', async () => {
    const { bundle } = await whole;
    const short = { ...bundle, scenario: { ...bundle.scenario, habits: [], actions: bundle.scenario.actions.slice(0, 1) } };
    const store = new InMemoryEventStore();
    const events = await live(short, store);
    expect(await live(short, store)).toEqual(events);
  });
});

describe('An action that is not possible', () => {
  it('stops the run and says which one, and why', async () => {
    const bundle = await loadExample({
      'scenario.json': changed(({ actions }) => {
        actions.splice(1, 0, { at: '2022-07-01', do: 'accept', unit: 'vn-10.083', item: '5.2' });
      }),
    });
    const error: unknown = await live(bundle, new InMemoryEventStore()).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ScenarioRefused);
    expect(error).toMatchObject({ path: '/actions/1', cause: { code: 'item.not-submitted' } });
  });
});
