import { startOfDay, unitPlanStream, type Instant, type ItemId, type LocalDate, type UnitId } from '#engine';
import { InMemoryEventStore, type RecordedEvent } from '#event-store';
import { describe, expect, it } from '@jest/globals';
import { by, country, each, issue, rulesOf, task, TENANT, unit } from './country-in-flight.fixture.js';
import { createWorkflow } from './workflow.js';

const [EAST, WEST, HEIR] = ['vn-10.1', 'vn-10.2', 'vn-10.3'] as const;
const UNITS = [
  unit('vn', null, 'central'),
  unit('vn.so-noi-vu', 'vn', 'province'),
  unit('vn-10', 'vn', 'province'),
  unit(EAST, 'vn-10', 'commune'),
  unit(WEST, 'vn-10', 'commune'),
];
const ISSUED = startOfDay('2025-02-03' as LocalDate);
const DAY = '2025-07-01' as LocalDate;
const ACTS = '2025-07-01T09:00:00+07:00' as Instant;

/** A log after one look at which somebody else comes between: what was read is what there was before. */
class SlowStore extends InMemoryEventStore {
  between: { readonly stream: string; readonly happens: () => Promise<unknown> } | undefined;

  constructor(private readonly inner: InMemoryEventStore) {
    super();
    this.append = inner.append.bind(inner);
    this.readAll = inner.readAll.bind(inner);
    this.readStream = inner.readStream.bind(inner);
    this.head = inner.head.bind(inner);
    this.lastFact = inner.lastFact.bind(inner);
    this.dueWakeUps = inner.dueWakeUps.bind(inner);
    this.earliestWakeUp = inner.earliestWakeUp.bind(inner);
    this.recorded = inner.recorded.bind(inner);
  }

  override async readStreams(tenant: string, streams: readonly string[]): Promise<ReadonlyMap<string, readonly RecordedEvent[]>> {
    const read = await this.inner.readStreams(tenant, streams);
    const { between } = this;
    if (!between || !streams.includes(between.stream)) return read;
    this.between = undefined;
    await between.happens();
    return read;
  }
}

describe('A unit that has just taken over', () => {
  it('finds its work, though the clock brought it between the look for it and the look at the organisation', async () => {
    const store = new InMemoryEventStore();
    const clocked = await country(UNITS, store);
    const plan = await issue(clocked, rulesOf('1/KH', '2025-02-03', [task('1', [each('commune')], by('2025-09-30'))]), ISSUED);
    const ends = [EAST, WEST].map((id) => ({
      type: 'UnitDissolved' as const,
      data: { id: id as UnitId, from: DAY, successors: [HEIR as UnitId] },
    }));
    const found = unit(HEIR, 'vn-10', 'commune');
    const founded = { ...found, data: { ...found.data, from: DAY } } as typeof found;
    await clocked.reorganisations.apply(TENANT, [founded, ...ends], '2025-06-01T08:00:00+07:00' as Instant);

    const slow = new SlowStore(store);
    slow.between = { stream: unitPlanStream(plan, HEIR as UnitId), happens: () => clocked.clock.runUntil(TENANT, ACTS) };
    const command = { type: 'SubmitItem', item: '1' as ItemId, note: null } as const;
    const request = { plan, unit: HEIR as UnitId, actor: HEIR as UnitId, command };
    const { version } = await createWorkflow(slow).unitPlans.execute(TENANT, request, ACTS);

    expect(slow.between).toBeUndefined();
    const log = await store.readStream(TENANT, unitPlanStream(plan, HEIR as UnitId));
    expect([log[0]?.type, log.at(-1)?.type, log.length]).toEqual(['UnitPlanInherited', 'ItemSubmitted', version]);
  });
});
