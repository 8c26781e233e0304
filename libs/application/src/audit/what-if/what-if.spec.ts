import { CALENDAR_STREAM, type CalendarData, type Instant, type LocalDate, type PlanId, type UnitId } from '#engine';
import { canonicalLog, InMemoryEventStore, type RecordedEvent } from '#event-store';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { loadScenario } from '../../simulation/load-scenario.js';
import { runScenario } from '../../simulation/run-scenario.js';
import { createWorkflow } from '../../workflow/workflow.js';
import { readCascade } from './history.js';
import { liveOtherwise, whatIf, type WhatIfAsked } from './what-if.js';

const EXAMPLES = path.resolve(import.meta.dirname, '../../../../../examples');
const LIMITS = { events: 100_000, seconds: 60 };

interface History {
  readonly tenant: string;
  readonly store: InMemoryEventStore;
  readonly plan: PlanId;
  readonly text: string;
  readonly until: Instant;
}

async function lived(example: string): Promise<History> {
  const bundle = await loadScenario(path.join(EXAMPLES, example), (file) => readFile(file, 'utf8'));
  const store = new InMemoryEventStore();
  const { root, until } = await runScenario(createWorkflow(store), bundle, { tenant: bundle.top, until: 'last-obligation' });
  const text = bundle.texts.get(bundle.scenario.rules[0] ?? '') ?? '';
  return { tenant: bundle.top, store, plan: root!, text, until: `${until}T23:59:59+07:00` as Instant };
}

const whole = ({ store, tenant }: History): Promise<readonly RecordedEvent[]> =>
  store.readAll(tenant, 0, Number.MAX_SAFE_INTEGER);

const byStream = (events: readonly RecordedEvent[]): Record<string, string> =>
  Object.fromEntries([...Map.groupBy(events, ({ stream }) => stream)].map(([stream, own]) => [stream, canonicalLog(own)]));

describe.each([
  { example: 'lao-cai-yen-bai-2025', forks: ['2025-05-20T12:00:00+07:00'] },
  { example: 'ninh-thuan-2020', forks: [undefined, '2020-12-18T09:30:00+07:00'] },
])('With nothing otherwise, $example', ({ example, forks }) => {
  it('is lived again to the byte, wherever it is forked', async () => {
    const history = await lived(example);
    const { tenant, store, plan, until } = history;
    const read = await readCascade(store, tenant, { plan, most: 100_000 });
    for (const at of forks) {
      const from = (at ?? read.events.find(({ type }) => type === 'PlanIssued')!.at) as Instant;
      const { workflow, notCarried } = await liveOtherwise(tenant, read, { asked: { plan }, from, until, limits: LIMITS });
      expect(notCarried).toEqual([]);
      const again = await workflow.store.readAll(tenant, 0, Number.MAX_SAFE_INTEGER);
      const unitPlans = (events: readonly RecordedEvent[]) =>
        byStream(events.filter(({ stream }) => stream.startsWith('unit-plan/')));
      expect(unitPlans(again)).toEqual(unitPlans(read.events));
    }
  }, 60_000);
});

describe('What would have been', () => {
  let history: History;
  beforeAll(async () => {
    history = await lived('ninh-thuan-2020');
  });
  const ask = (asked: Partial<WhatIfAsked>) => {
    const { store, tenant, plan, until } = history;
    return whatIf(store, tenant, { plan, until, ...asked }, LIMITS);
  };

  it('under the same rules is what was, and the record is not touched', async () => {
    const before = canonicalLog(await whole(history));
    const same = await ask({ rules: history.text });
    expect(same).toMatchObject({ total: 0, differences: [], notCarried: [] });
    expect(same.otherwise).toEqual(same.recorded);
    await ask({ calendar: { version: 'other', years: {} } });
    expect(canonicalLog(await whole(history))).toBe(before);
  });

  it('under another ladder is told step by step, in both languages', async () => {
    const rules = history.text.replace('trước hạn 10 ngày làm việc thì', 'trước hạn 15 ngày làm việc thì');
    expect(rules).not.toBe(history.text);
    const other = await ask({ rules });
    expect(other.total).toBeGreaterThan(100);
    const first = other.differences.find(({ recorded }) => recorded?.steps.includes('before-10wd#1'));
    expect(first?.otherwise?.steps).toContain('before-15wd#1');
    expect(first?.said.en).toMatch(/with the steps before-15wd#1, without the steps before-10wd#1/);
    expect(first?.said.vi).toMatch(/thêm bậc before-15wd#1, không có bậc before-10wd#1/);
    expect(other.recorded.onTime).toBe(other.otherwise.onTime);
  });

  it('under another calendar counts its days', async () => {
    const [published] = await history.store.readStream(history.tenant, CALENDAR_STREAM);
    const { version, years } = published!.data as CalendarData;
    const off = ['2020-12-21', '2020-12-22', '2020-12-23'] as LocalDate[];
    const other = await ask({ calendar: { version, years: { ...years, '2020': { off, makeup: [] } } } });
    const moved = other.differences.filter(({ recorded, otherwise }) => recorded?.due !== otherwise?.due);
    expect([other.total, moved.length]).toEqual([expect.any(Number), 0]); // its deadlines are days that the text names
    expect(other.otherwise).not.toEqual(other.recorded);
    expect(other.notCarried).toEqual([]);
  });

  it('with one day otherwise has it so in each calendar of the record, and in nothing else', async () => {
    const { store, tenant } = history;
    const [first] = await store.readStream(tenant, CALENDAR_STREAM);
    const { version, years } = first!.data as CalendarData;
    const date = '2020-12-22' as LocalDate;
    const { off = [], makeup = [] } = years['2020'] ?? {};
    const whole = { version, years: { ...years, '2020': { off: [...off, date].toSorted(), makeup } } };
    const other = await ask({ day: { date, works: false } });
    expect(other.total).toBeGreaterThan(0);
    expect(other).toEqual(await ask({ calendar: whole }));
    expect((await ask({ day: { date, works: true } })).total).toBe(0);
    expect((await ask({ at: '2020-12-01T00:00:00+07:00' as Instant, day: { date, works: false } })).total).toBe(other.total);
  });

  it('with a day as it was anyway is what was, though the calendar was changed meanwhile', async () => {
    const { store, tenant, plan, until } = await lived('lao-cai-2022');
    expect(await store.readStream(tenant, CALENDAR_STREAM)).toHaveLength(2);
    const day = { date: '2022-09-02' as LocalDate, works: false };
    expect((await whatIf(store, tenant, { plan, until, day }, LIMITS)).total).toBe(0);
  }, 60_000);

  it('with a unit that was dissolved says whose acts could not be carried over', async () => {
    const log = await whole(history);
    const accepted = log.find(({ type, stream }) => type === 'ItemStarted' && !stream.endsWith(history.tenant))!;
    const id = accepted.stream.slice(accepted.stream.lastIndexOf('/') + 1) as UnitId;
    const from = accepted.at.slice(0, 10) as LocalDate;
    const other = await ask({
      at: `${from}T00:00:00+07:00` as Instant,
      changes: [{ type: 'UnitDissolved', data: { id, from, successors: [] } }],
    });
    expect(other.notCarried.map(({ position }) => position)).toContain(accepted.position);
    expect(other.notCarried[0]).toMatchObject({ code: 'unit.ended', what: { vi: expect.any(String), en: expect.any(String) } });
    expect(other.differences.some(({ unit, otherwise }) => unit === id && otherwise === null)).toBe(true);
  });

  it('is refused where it is about another plan, too late, too large, or takes too long', async () => {
    const { store, tenant, plan, text } = history;
    await expect(ask({ rules: text.replaceAll('1871', '1872') })).rejects.toMatchObject({ code: 'what-if.other-plan' });
    await expect(ask({ rules: 'no plan' })).rejects.toMatchObject({ code: 'rules.invalid' });
    const late = ask({ at: '2020-12-01T00:00:00+07:00' as Instant, organisation: [] });
    await expect(late).rejects.toMatchObject({ code: 'what-if.organisation-late' });
    const small = whatIf(store, tenant, { plan }, { ...LIMITS, events: 100 });
    await expect(small).rejects.toMatchObject({ code: 'what-if.too-large' });
    let now = 0;
    const slow = whatIf(store, tenant, { plan }, { events: 10_000, seconds: 1, stopwatch: () => (now += 500) });
    await expect(slow).rejects.toMatchObject({ code: 'what-if.too-slow' });
    await expect(whatIf(store, tenant, { plan: 'none' as PlanId }, LIMITS)).rejects.toMatchObject({ code: 'not-found' });
  });
});
