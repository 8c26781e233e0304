import type { PlanId, PlanIssued, RulesPublished, UnitId } from '#engine';
import { canonicalLine, canonicalLog, InMemoryEventStore, type RecordedEvent } from '#event-store';
import { expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { loadScenario } from '../../simulation/load-scenario.js';
import { runScenario } from '../../simulation/run-scenario.js';
import { createWorkflow } from '../../workflow/workflow.js';
import { logReader } from '../log-reader.js';
import { previewIssue } from './issue-preview.js';

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

it('What a plan’s preview counts is what its issue derives', async () => {
  const bundle = await loadScenario(EXAMPLE, (file) => readFile(file, 'utf8'));
  const store = new InMemoryEventStore();
  const tenant = bundle.top;
  await runScenario(createWorkflow(store), bundle, { tenant, until: 'last-obligation' });
  const log = await store.readAll(tenant, 0, Number.MAX_SAFE_INTEGER);
  const published = log.find(({ type }) => type === 'RulesPublished')!;
  const document = published.data as RulesPublished;
  const early = createWorkflow(new InMemoryEventStore());
  for (const [stream, events] of Map.groupBy(log.slice(0, log.indexOf(published)), (event) => event.stream))
    await early.store.append(tenant, [{ stream, expected: 0, events, isFact: true }]);
  const cascade = await early.plans.preview(tenant, document, published.at);
  const derived = issuedIn(log, published).filter(({ type }) => type === 'UnitPlanDerived');
  const line = ({ unit, event }: (typeof cascade)[number]) =>
    canonicalLine({
      ...event,
      stream: `unit-plan/${'plan' in event.data ? event.data.plan : ('' as PlanId)}/${unit}`,
      version: 1,
    } as RecordedEvent);
  expect(cascade.map(line).sort()).toEqual(derived.map(canonicalLine).sort());
});
