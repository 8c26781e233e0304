import type { CascadeWrite, Instant, PlanIssued, UnitId } from '#engine';
import { canonicalLine, type RecordedEvent } from '#event-store';
import { readOrganisationFile, VIETNAM_CALENDAR } from '#organisation';
import { PostgresEventStore } from '#persistence';
import { testDatabase, type TestDatabase } from '#testing';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createWorkflow, type Workflow } from '../../workflow/workflow.js';
import { previewIssue } from './issue-preview.js';

const EXAMPLE = path.resolve(import.meta.dirname, '../../../../../examples/lao-cai-2022');
const TENANT = 'lao-cai';
const at = (day: string): Instant => `${day}T08:00:00+07:00` as Instant;

let database: TestDatabase;
let store: PostgresEventStore;
let workflow: Workflow;

beforeAll(async () => {
  database = await testDatabase();
  store = new PostgresEventStore(database.pool);
  workflow = createWorkflow(store);
  const read = readOrganisationFile(JSON.parse(await readFile(path.join(EXAMPLE, 'organisation.json'), 'utf8')));
  if (!read.ok) throw new Error(JSON.stringify(read.problems.slice(0, 3)));
  await workflow.organisation.record(TENANT, read.events, at('2022-06-30'));
  await workflow.organisation.publishCalendar(TENANT, VIETNAM_CALENDAR, at('2022-06-30'));
});
afterAll(() => database.drop());

/** What a preview shows for each unit, and what an issue recorded for it, spelt alike. */
const shownFor = ({ unit, event: { type, data, because } }: CascadeWrite): string => JSON.stringify([unit, type, data, because]);
const recordedFor = ({ stream, type, data, because }: RecordedEvent): string =>
  JSON.stringify([stream.split('/')[2], type, data, because]);
const isOfCascade = ({ type }: RecordedEvent): boolean => type === 'UnitPlanDerived' || type === 'UnitPlanReplaced';

it.each([
  { file: '239-kh-ubnd.thac', actor: 'vn-10', day: '2022-07-01', isLower: false },
  { file: 'bao-thang-kh-ubnd.thac', actor: 'vn-10.086', day: '2022-07-11', isLower: true },
])(
  'On PostgreSQL $file appends exactly what its previews showed',
  async ({ file, actor, day, isLower }) => {
    const text = await readFile(path.join(EXAMPLE, file), 'utf8');
    const top = (await store.readAll(TENANT, 0)).find(({ type }) => type === 'PlanIssued')?.data as PlanIssued | undefined;
    const under = isLower && top ? top.id : null;
    const who = actor as UnitId;
    await workflow.clock.runUntil(TENANT, at(day));
    const before = await store.head(TENANT);
    const shown = await previewIssue(store, TENANT, { text, actor: who, at: at(day), under });
    const { rules } = workflow;
    const { published } = await rules.publish(TENANT, { text, actor: who }, at(day));
    const cascade = await workflow.plans.preview(TENANT, published, at(day));
    await workflow.plans.issue(TENANT, { hash: published.hash, actor: who }, at(day));
    const recorded = await store.readAll(TENANT, before);
    expect(shown.map(canonicalLine)).toEqual(recorded.map(canonicalLine));
    const derived = recorded.filter(isOfCascade);
    expect(cascade.map(shownFor).toSorted()).toEqual(derived.map(recordedFor).toSorted());
    expect(derived.some(({ type }) => type === 'UnitPlanReplaced')).toBe(isLower);
    expect(derived.length).toBeGreaterThan(10);
  },
  60_000,
);
