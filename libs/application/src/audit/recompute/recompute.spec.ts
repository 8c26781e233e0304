import { CALENDAR_STREAM, type CalendarData, type Instant, type LocalDate, type RulesPublished } from '#engine';
import { InMemoryEventStore, type RecordedEvent } from '#event-store';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { loadScenario } from '../../simulation/load-scenario.js';
import { runScenario } from '../../simulation/run-scenario.js';
import { createWorkflow } from '../../workflow/workflow.js';
import { isAct } from '../acts.js';
import { withDayTurned } from './calendar-day.js';
import type { Recomputed } from './difference.js';
import { recompute } from './recompute.js';
import { together } from './share.js';

const EXAMPLES = path.resolve(import.meta.dirname, '../../../../../examples');

interface History {
  readonly tenant: string;
  readonly log: readonly RecordedEvent[];
  readonly until: Instant;
}

async function lived(example: string): Promise<History> {
  const bundle = await loadScenario(path.join(EXAMPLES, example), (file) => readFile(file, 'utf8'));
  const store = new InMemoryEventStore();
  const { until } = await runScenario(createWorkflow(store), bundle, { tenant: bundle.top, until: 'last-obligation' });
  const log = await store.readAll(bundle.top, 0, Number.MAX_SAFE_INTEGER);
  return { tenant: bundle.top, log, until: `${until}T23:59:59+07:00` as Instant };
}

/** A log that somebody has touched up: places and versions fit. */
const source = (log: readonly RecordedEvent[]) => ({
  async *replay() {
    yield log;
  },
  readStreams: async (_: string, names: readonly string[]) => {
    const wanted = new Set(names);
    return Map.groupBy(
      log.filter(({ stream }) => wanted.has(stream)),
      ({ stream }) => stream,
    );
  },
});

/** Recomputed as a whole, and by three at once: to the same end. */
async function held({ tenant, until }: History, log: readonly RecordedEvent[], texts = true): Promise<Recomputed> {
  const whole = await recompute(source(log), tenant, { until, texts });
  const shares = [0, 1, 2].map((index) => recompute(source(log), tenant, { until, texts, share: { index, of: 3 } }));
  const { recomputed, acts, ...shared } = together(await Promise.all(shares));
  const { recomputed: one, acts: two, ...alone } = whole;
  expect(shared).toEqual(alone);
  if (alone.difference === null) expect([recomputed, acts]).toEqual([one, two]);
  return whole;
}

function renumbered(log: readonly RecordedEvent[]): readonly RecordedEvent[] {
  const versions = new Map<string, number>();
  return log.map((event, index) => {
    const version = (versions.get(event.stream) ?? 0) + 1;
    versions.set(event.stream, version);
    return { ...event, position: index + 1, version };
  });
}

const changed = (
  log: readonly RecordedEvent[],
  which: RecordedEvent | undefined,
  data: (data: never) => unknown,
): readonly RecordedEvent[] => log.map((event) => (event === which ? { ...event, data: data(event.data as never) } : event));

describe.each(['hoa-phong-2025', 'lao-cai-yen-bai-2025'])('The year of %s', (example) => {
  it('is what the engine makes of what people did in it', async () => {
    const history = await lived(example);
    const done = await held(history, history.log);
    expect(done).toMatchObject({ difference: null, events: history.log.length, until: history.until });
    const caused = history.log.filter((event) => !isAct(event) && event.because !== null);
    const acts = history.log.filter((event) => isAct(event) && event.type !== 'RulesPublished' && event.stream !== 'documents');
    expect(done).toMatchObject({ recomputed: caused.length, acts: acts.length });
  });
});

describe('A history that was touched up', () => {
  let history: History;
  let log: readonly RecordedEvent[];
  beforeAll(async () => {
    history = await lived('ninh-thuan-2020');
    ({ log } = history);
  });
  const find = (type: string): RecordedEvent => log.find((event) => event.type === type)!;

  it('is found by one rule that was changed in its text', async () => {
    const published = find('RulesPublished');
    const other = changed(log, published, ({ text, ...rest }: RulesPublished) => ({ ...rest, text: `${text}\n` }));
    const { difference } = await held(history, other);
    expect(difference).toMatchObject({ cause: 'rules', position: published.position, paths: ['/data/hash'] });
    expect(difference?.said.vi).toMatch(/quy tắc đã bị thay đổi/);
    expect(difference?.said.en).toMatch(/the rules were changed/);
  });

  it('is found by one rule that was changed in what its text means', async () => {
    const published = find('RulesPublished');
    const step = (rules: RulesPublished['rules']) => ({
      ...rules,
      escalation: rules.escalation.map((each, index) => (index === 0 ? { ...each, amount: each.amount + 1 } : each)),
    });
    const other = changed(log, published, ({ rules, ...rest }: RulesPublished) => ({ ...rest, rules: step(rules) }));
    expect((await held(history, other)).difference).toMatchObject({
      cause: 'rules',
      position: published.position,
      paths: ['/data/rules/escalation/0/amount'],
    });
  });

  it('is found by one day of the calendar, which is named', async () => {
    const published = log.find(({ stream }) => stream === CALENDAR_STREAM)!;
    const found = new Set<string>();
    for (const day of ['2020-12-18', '2020-12-26']) {
      const other = changed(log, published, (data: CalendarData) => withDayTurned(data, day as LocalDate));
      const { difference } = await recompute(source(other), history.tenant, { until: history.until });
      if (!difference) continue;
      expect(difference).toMatchObject({ cause: 'calendar', days: expect.arrayContaining([day]) });
      expect([difference.said.vi, difference.said.en].every((said) => said.includes(day))).toBe(true);
      found.add(day);
    }
    expect(found.size).toBeGreaterThan(1);
  });

  it('is found by the organisation that the plan was issued in', async () => {
    const founded = log.findLast(({ type }) => type === 'UnitFounded');
    const other = changed(log, founded, (data: object) => ({ ...data, name: 'Another name' }));
    const { difference } = await held(history, other);
    expect(difference?.cause).toMatch(/organisation|refused/);
  });

  it('is found by any event of the engine that was altered, wherever it stands', async () => {
    const caused = log.filter((event) => !isAct(event) && event.because !== null);
    for (const event of caused.filter((_, index) => index % 23 === 0)) {
      const other = log.map((each) =>
        each === event ? { ...event, because: { ...(event.because as object), rule: 'other' } } : each,
      );
      const { difference } = await held(history, other);
      expect(difference).toMatchObject({ cause: 'altered', position: event.position, paths: ['/because/rule'] });
      expect(difference?.computed).toMatchObject({ because: event.because });
    }
  });

  it('is found by any event of the engine that was taken out, also the last', async () => {
    const caused = log.filter((event) => !isAct(event) && event.because !== null);
    for (const event of caused.filter((_, index) => index === 60 || index === caused.length - 1)) {
      const { difference } = await held(history, renumbered(log.filter((each) => each !== event)));
      expect({ at: event.position, difference }).toMatchObject({
        difference: { computed: { type: event.type, data: event.data } },
      });
      expect(difference?.cause).toMatch(/missing|altered/);
    }
  });

  it('is found by an event that was put in, and by one whose place in the log is empty', async () => {
    const step = find('EscalationStepReached');
    const twice = renumbered(log.flatMap((event) => (event === step ? [event, event] : [event])));
    expect((await held(history, twice)).difference).toMatchObject({ cause: 'extra', position: step.position + 1 });
    const gone = log.filter((event) => event !== step);
    expect((await held(history, gone)).difference).toMatchObject({ cause: 'missing', position: step.position });
  });

  it('is found by an act that nobody could have done', async () => {
    const accepted = find('ItemAccepted');
    const other = log.map((event) => (event === accepted ? { ...event, actor: 'nobody' } : event));
    const { difference } = await held(history, other);
    expect(difference).toMatchObject({ cause: 'refused', refusal: 'item.not-acceptor', position: accepted.position });
    expect(difference?.said.en).toMatch(/would have been refused/);
  });

  it('keeps no more unit plans in memory than it is told to, and comes to the same', async () => {
    const { tenant, until } = history;
    expect(await recompute(source(log), tenant, { until, most: 1 })).toEqual(await held(history, log));
  });

  it('takes one cascade alone', async () => {
    const plan = (find('PlanIssued').data as { id: never }).id;
    const done = await recompute(source(log), history.tenant, { plan, until: history.until });
    expect(done).toMatchObject({ plan, difference: null });
    await expect(recompute(source(log), history.tenant, { plan: 'none' as never })).rejects.toMatchObject({ code: 'not-found' });
  });
});
