import type { PlanIssued, RulesPublished, UnitId } from '#engine';
import { canonicalLine, canonicalLog, InMemoryEventStore, type RecordedEvent } from '#event-store';
import { expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { loadScenario } from '../../simulation/load-scenario.js';
import { runScenario } from '../../simulation/run-scenario.js';
import { createWorkflow } from '../../workflow/workflow.js';
import { logReader } from '../log-reader.js';
import { previewIssue } from './issue-preview.js';
import { worldOf } from './world.js';

const EXAMPLE = path.resolve(import.meta.dirname, '../../../../../examples/hoa-phong-2025');

/** What an append of issue and cascade holds: events from the publication up to the end of the cascade. */
function issuedIn(log: readonly RecordedEvent[], published: RecordedEvent): readonly RecordedEvent[] {
  const first = log.indexOf(published);
  const last = log.findIndex(({ type }, index) => index > first && type === 'PlanCascaded');
  return log.slice(first, last + 1);
}

it('Publishing and issuing a plan records what the preview showed, event for event', async () => {
  const bundle = await loadScenario(EXAMPLE, (file) => readFile(file, 'utf8'));
  const store = new InMemoryEventStore();
  const tenant = bundle.top;
  const workflow = createWorkflow(store);
  await runScenario(workflow, bundle, { tenant, until: 'last-obligation' });
  const log = await store.readAll(tenant, 0, Number.MAX_SAFE_INTEGER);
  const whole = canonicalLog(log);
  let previewed = 0;
  for (const published of log.filter(({ type }) => type === 'RulesPublished').filter((_, index) => index % 3 === 0)) {
    const recorded = issuedIn(log, published);
    const issue = recorded.find(({ type }) => type === 'PlanIssued')!.data as PlanIssued;
    const before = logReader(log.slice(0, log.indexOf(published)));
    const { text } = published.data as RulesPublished;
    const asked = { text, actor: published.actor as UnitId, at: published.at, under: issue.parent };
    const shown = await previewIssue(before, tenant, asked);
    expect(shown.map(canonicalLine)).toEqual(recorded.map(canonicalLine));
    previewed += 1;
  }
  expect(previewed).toBeGreaterThan(3);
  expect(canonicalLog(await store.readAll(tenant, 0, Number.MAX_SAFE_INTEGER))).toBe(whole);
}, 60_000);

it('What a plan’s preview counts is what its issue derives, also below another', async () => {
  const bundle = await loadScenario(EXAMPLE, (file) => readFile(file, 'utf8'));
  const store = new InMemoryEventStore();
  const tenant = bundle.top;
  await runScenario(createWorkflow(store), bundle, { tenant, until: 'last-obligation' });
  const log = await store.readAll(tenant, 0, Number.MAX_SAFE_INTEGER);
  const lower = log.findLast(({ type }) => type === 'RulesPublished')!;
  for (const published of [log.find(({ type }) => type === 'RulesPublished')!, lower]) {
    const early = await worldOf(tenant, log.slice(0, log.indexOf(published)), published.at);
    const cascade = await early.plans.preview(tenant, published.data as RulesPublished, published.at);
    const derived = issuedIn(log, published).filter(({ type }) => type === 'UnitPlanDerived' || type === 'UnitPlanReplaced');
    const line = (unit: string | undefined, { type, data, because }: Pick<RecordedEvent, 'type' | 'data' | 'because'>) =>
      JSON.stringify([unit, type, data, because]);
    const shown = cascade.map(({ unit, event }) => line(unit, event));
    expect(shown.sort()).toEqual(derived.map((event) => line(event.stream.split('/')[2], event)).sort());
    expect(shown.length).toBeGreaterThan(0);
  }
  expect((lower.data as RulesPublished).rules.implements).not.toBeNull();
});
