import { createWorkflow, type Workflow } from '#workflow';
import type { CalendarData, Instant, LocalDate, UnitId } from '#engine';
import { canonicalLine, type ClockMembers, type EventStore, InMemoryEventStore, type RecordedEvent } from '#event-store';
import { readOrganisationFile, VIETNAM_CALENDAR } from '#organisation';
import { createPool, PostgresClock, PostgresEventStore } from '#persistence';
import { testDatabase, type TestDatabase } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { type ClockLogEntry, type RunningClock, startClock } from '../src/start-clock.js';

const TENANT = 'lao-cai';
const TOP = 'vn-10' as UnitId;
const EXAMPLE = new URL('../../../examples/lao-cai-2022/', import.meta.url);
const exampleText = (name: string): string => readFileSync(new URL(name, EXAMPLE), 'utf8');
const MORNING = '2022-07-01T08:00:00+07:00' as Instant;
const LATER = '2022-08-25T08:00:00+07:00' as Instant;

/** A plan that runs, and a calendar decreed afterwards: facts have to be reacted to before anything else. */
async function begin({ organisation, rules, plans }: Workflow): Promise<void> {
  const read = readOrganisationFile(JSON.parse(exampleText('organisation.json')));
  await organisation.record(TENANT, read.ok ? read.events : [], MORNING);
  await organisation.publishCalendar(TENANT, VIETNAM_CALENDAR, MORNING);
  const { published } = await rules.publish(TENANT, { text: exampleText('239-kh-ubnd.thac'), actor: TOP }, MORNING);
  await plans.issue(TENANT, { hash: published.hash, actor: TOP }, MORNING);
  await organisation.publishCalendar(TENANT, withDayOff('2022-07-07' as LocalDate), '2022-07-03T08:00:00+07:00' as Instant);
}

function withDayOff(day: LocalDate): CalendarData {
  const { off = [], makeup = [] } = VIETNAM_CALENDAR.years['2022'] ?? {};
  return { version: 'later', years: { ...VIETNAM_CALENDAR.years, '2022': { off: [...off, day], makeup } } };
}

/** The log, stream by stream, in the canonical form. */
async function streamsOf(store: EventStore): Promise<Map<string, string>> {
  const log: RecordedEvent[] = [];
  for (let page = await store.readAll(TENANT, 0); page.length > 0; page = await store.readAll(TENANT, log.length))
    log.push(...page);
  const streams = Map.groupBy(log, ({ stream }) => stream);
  return new Map([...streams].map(([stream, events]) => [stream, events.map(canonicalLine).join('\n')]));
}

let alone: Map<string, string>;
beforeAll(async () => {
  const store = new InMemoryEventStore();
  const workflow = createWorkflow(store);
  await begin(workflow);
  await workflow.clock.runUntil(TENANT, LATER);
  alone = await streamsOf(store);
}, 60_000);

describe.each([1, 2, 4])('%i clocks on one log', (count) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
  }, 60_000);
  afterAll(() => database?.drop());

  it('write what one alone writes, stream by stream, after an outage of weeks, in the order of time', async () => {
    const store = new PostgresEventStore(database.pool);
    await begin(createWorkflow(store));
    const faults: ClockLogEntry[] = [];
    const log = (entry: ClockLogEntry) => void (entry.level === 'error' && faults.push(entry));
    const pools = Array.from({ length: count }, () => createPool({ url: database.url, max: 4 }));
    const clocks = pools.map((pool) => {
      const shared = new PostgresClock(pool);
      const members: ClockMembers = Object.assign(Object.create(shared) as PostgresClock, { now: async () => LATER });
      const runner = createWorkflow(new PostgresEventStore(pool)).clockOver(shared);
      return startClock({ runner, slots: shared, members, log, pollMs: 25 });
    });
    await nothingDue(clocks, store);
    for (const running of clocks) await running.stop();
    for (const pool of pools) await pool.end();

    expect(faults).toEqual([]);
    expect(await streamsOf(store)).toEqual(alone);
    const effects = (await store.readAll(TENANT, 0, 100_000)).filter(
      ({ actor, stream }) => actor === null && stream.startsWith('unit-plan/'),
    );
    const steps = effects.filter(({ type }) => type === 'EscalationStepReached').map(({ at }) => at);
    expect(steps).toEqual(steps.toSorted());
    expect(new Set(steps).size).toBeGreaterThan(3);
    expect(await new PostgresClock(database.pool).dueTenants(LATER)).toEqual([]);
  }, 60_000);
});

/** Looks again and again until nothing is due. */
async function nothingDue(clocks: readonly RunningClock[], store: EventStore): Promise<void> {
  while ((await store.dueWakeUps(TENANT, LATER, 1)).length > 0) await Promise.all(clocks.map((running) => running.lookNow()));
}
