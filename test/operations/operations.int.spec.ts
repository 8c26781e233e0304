import { createWorkflow, systemClock } from '#workflow';
import type { NewEvent } from '#event-store';
import { measuredStore, Metrics } from '#observability';
import { PostgresClock, PostgresEventStore, PostgresReadModels, watchedDatabase } from '#persistence';
import { openDoor, testDatabase, type TestDatabase } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'yaml';
import { createApi } from '../../apps/api/src/create-api.js';
import { followLog } from '../../apps/worker/src/follow-log.js';

const FOLDER = path.join(import.meta.dirname, '../../docs/reference/operations');
const text = (file: string): string => readFileSync(path.join(FOLDER, file), 'utf8');

interface Rule {
  readonly alert: string;
  readonly expr: string;
  readonly for: string;
  readonly labels: { readonly severity: string };
  readonly annotations: { readonly summary: string; readonly summary_vi: string; readonly runbook: string };
}

const rules = (parse(text('alerts.yml')) as { groups: { rules: Rule[] }[] }).groups.flatMap((group) => group.rules);
const panels = (JSON.parse(text('dashboard.json')) as { panels: { title: string; targets: { expr: string }[] }[] }).panels;
const expressions = [...rules.map(({ expr }) => expr), ...panels.flatMap(({ targets }) => targets.map(({ expr }) => expr))];

let database: TestDatabase;
let scraped = '';

/** A scrape of a process that has done a little of everything. */
beforeAll(async () => {
  database = await testDatabase();
  const { pool } = database;
  const metrics = new Metrics('api');
  const open = { ...database, dataSource: await database.dataSource(), dataDir: tmpdir(), close: async () => undefined };
  metrics.watch(watchedDatabase(open));
  const store = measuredStore(new PostgresEventStore(pool), metrics);
  const event: NewEvent = { type: 'T', v: 1, data: {}, because: null, at: '2022-07-01T00:00:00+07:00' as never, actor: null };
  await store.append('t', [{ stream: 's', expected: 0, events: [event], wakeUp: '2022-07-01T00:00:00+07:00' as never }]);
  await pool.query("insert into delivery_cursor values ('t', 0)");
  await pool.query("insert into seal_head (tenant) values ('t')");
  await new PostgresClock(pool).beat('w');
  const projections = followLog({ pool, metrics, log: () => undefined });
  await projections.lookNow();
  await projections.stop();
  const readModels = new PostgresReadModels(pool);
  const workflow = createWorkflow(store);
  const parts = { store, workflow, readModels, clock: systemClock, tenant: 't', metrics, door: openDoor };
  const app = await createApi({ ...parts, log: () => undefined });
  await app.inject({ method: 'GET', url: '/api/v1/plans' });
  scraped = (await app.inject({ method: 'GET', url: '/metrics' })).payload;
  await app.close();
}, 60_000);
afterAll(() => database?.drop());

/** Names of metrics in an expression, with the labels and values that it asks of each. */
function named(expression: string): { metric: string; label?: string; value?: string }[] {
  return [...expression.matchAll(/\b((?:thac|nodejs|process)_[a-z0-9_]+)(?:\{([a-z_]+)=~?"([^"]*)"\})?/g)].map(
    ([, metric = '', label, value]) => ({ metric, ...(label !== undefined && { label, value: value ?? '' }) }),
  );
}

const labelsOf = (metric: string): string[] =>
  scraped
    .split('\n')
    .filter((line) => line.startsWith(`${metric}{`) || line.startsWith(`${metric} `))
    .map((line) => line.slice(metric.length));

describe('Dashboard and alert rules', () => {
  it('name metrics, labels and values that a real scrape has', () => {
    const all = expressions.flatMap(named);
    expect(all.length).toBeGreaterThan(35);
    for (const { metric, label, value } of all) {
      const samples = labelsOf(metric);
      expect([metric, samples.length > 0]).toEqual([metric, true]);
      if (label === undefined || /[.[|]/.test(value ?? '')) continue;
      expect([metric, samples.some((sample) => sample.includes(`${label}="${value}"`))]).toEqual([metric, true]);
    }
  });

  it('group by labels that their metrics have', () => {
    for (const expression of expressions) {
      const [, by = ''] = /by \(([^)]*)\)/.exec(expression) ?? [];
      for (const label of by.split(', ').filter((each) => each !== '' && each !== 'instance')) {
        const metrics = named(expression).map(({ metric }) => metric);
        expect([expression, metrics.some((metric) => labelsOf(metric).some((sample) => sample.includes(`${label}="`)))]).toEqual([
          expression,
          true,
        ]);
      }
    }
  });

  it('have a name in both languages, and each alert a page of what to do', () => {
    expect(rules.length).toBeGreaterThan(9);
    for (const { alert, labels, annotations, for: after } of rules) {
      expect(['critical', 'warning']).toContain(labels.severity);
      expect(after).toMatch(/^\d+m$/);
      expect(annotations.runbook).toBe(`docs/reference/operations/alerts/${alert}.md`);
      const page = text(`alerts/${alert}.md`);
      expect(page).toContain(`# ${alert}: ${annotations.summary}`);
      expect(page).toContain(annotations.summary_vi);
      expect(page).toMatch(/## What to do\n\n1\. /);
      expect(page).toContain(rules.find((rule) => rule.alert === alert)?.expr);
      expect(text('README.md')).toContain(`| [${alert}](alerts/${alert}.md) |`);
    }
    const pages = readdirSync(path.join(FOLDER, 'alerts')).map((name) => name.replace('.md', ''));
    expect(pages.toSorted()).toEqual(rules.map(({ alert }) => alert).toSorted());
    for (const { title } of panels) expect(title).toMatch(/.+ \/ .+/);
  });

  it('leave out none of our metrics: each is shown or rung for, and described', () => {
    const families = [...scraped.matchAll(/^# TYPE (thac_\w+)/gm)].map(([, name = '']) => name);
    expect(families.length).toBeGreaterThan(18);
    for (const family of families) {
      expect([family, expressions.some((expression) => expression.includes(family))]).toEqual([family, true]);
      expect([family, text('README.md').includes(`\`${family}\``)]).toEqual([family, true]);
    }
  });
});
