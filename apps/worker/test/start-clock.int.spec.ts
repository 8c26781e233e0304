import { createWorkflow, VirtualClock } from '#application';
import type { Instant, UnitId } from '#engine';
import type { RecordedEvent } from '#event-store';
import { readOrganisationFile, VIETNAM_CALENDAR } from '#organisation';
import { PostgresEventStore } from '#persistence';
import { testDatabase, type TestDatabase } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { type ClockLogEntry, startClock } from '../src/start-clock.js';

const TENANT = 'lao-cai';
const EXAMPLE = new URL('../../../examples/lao-cai-2022/', import.meta.url);
const exampleText = (name: string): string => readFileSync(new URL(name, EXAMPLE), 'utf8');

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
}, 60_000);
afterAll(() => database?.drop());

const newWorkflow = () => createWorkflow(new PostgresEventStore(database.pool));
const stepKey = ({ stream, data }: RecordedEvent): string => {
  const { obligation, step, generation } = data as { obligation: string; step: string; generation: number };
  return `${stream} ${obligation} ${step} ${generation}`;
};

describe('Several clocks on one log', () => {
  it('reach every escalation step that is due exactly once, in the order of time', async () => {
    const clock = new VirtualClock('2022-07-01T08:00:00+07:00' as Instant);
    const { organisation, rules, plans, store } = newWorkflow();
    const read = readOrganisationFile(JSON.parse(exampleText('organisation.json')));
    await organisation.record(TENANT, read.ok ? read.events : [], clock.now());
    await organisation.publishCalendar(TENANT, VIETNAM_CALENDAR, clock.now());
    const actor = 'vn-10' as UnitId;
    const { published } = await rules.publish(TENANT, { text: exampleText('239-kh-ubnd.thac'), actor }, clock.now());
    await plans.issue(TENANT, { hash: published.hash, actor }, clock.now());

    clock.advanceTo('2022-07-25T08:00:00+07:00' as Instant);
    const faults: ClockLogEntry[] = [];
    const log = (entry: ClockLogEntry) => void (entry.level === 'error' && faults.push(entry));
    const clocks = [1, 2, 3].map(() => startClock({ workflow: newWorkflow(), clock, tenants: [TENANT], log }));
    for (const running of clocks) await running.lookNow();
    for (const running of clocks) await running.stop();

    expect(faults).toEqual([]);
    const steps = (await store.readAll(TENANT, 0)).filter(({ type }) => type === 'EscalationStepReached');
    const keys = steps.map(stepKey);
    expect(new Set(keys).size).toBe(keys.length);
    expect(steps.map(({ at }) => at)).toEqual(steps.map(({ at }) => at).toSorted());
    const late = steps.filter(({ data }) => {
      const { obligation, step } = data as { obligation: string; step: string };
      return obligation === 'item 1.2' && step === 'after-1wd';
    });
    expect(late).toHaveLength(152);
    expect(await store.dueWakeUps(TENANT, clock.now())).toEqual([]);
  }, 60_000);
});
