import type { Instant, PlanId, UnitId } from '#engine';
import { InMemoryEventStore, type RecordedEvent } from '#event-store';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { loadScenario } from '../../simulation/load-scenario.js';
import { runScenario } from '../../simulation/run-scenario.js';
import { createWorkflow } from '../../workflow/workflow.js';
import { logReader } from '../log-reader.js';
import { cutOf, positionAt } from './cut.js';
import { PlanMoment } from './plan-moment.js';
import { itemAsOf } from './unit-plan-then.js';

const EXAMPLE = path.resolve(import.meta.dirname, '../../../../../examples/hoa-phong-2025');
const SOME_YEARS_LATER = '2030-01-01T00:00:00.000Z';

describe('A moment', () => {
  let tenant: string;
  /** Handed in on its day; it and all that came after it was recorded some years later. */
  let late: RecordedEvent;
  let reader: ReturnType<typeof logReader>;
  beforeAll(async () => {
    const bundle = await loadScenario(EXAMPLE, (file) => readFile(file, 'utf8'));
    const store = new InMemoryEventStore();
    tenant = bundle.top;
    await runScenario(createWorkflow(store), bundle, { tenant, until: 'last-obligation' });
    const log = await store.readAll(tenant, 0, Number.MAX_SAFE_INTEGER);
    late = log.find(({ type }) => type === 'ItemSubmitted')!;
    const recordedAt = (event: RecordedEvent): string => (event.position < late.position ? log[0]!.recordedAt : SOME_YEARS_LATER);
    reader = logReader(log.map((event) => ({ ...event, recordedAt: recordedAt(event) })));
  });
  const statusAt = async (at: string, recorded: boolean): Promise<string> => {
    const [, plan = '', unit = ''] = late.stream.split('/') as [string, PlanId, UnitId];
    const moment = await PlanMoment.open(reader, tenant, {
      plan,
      cut: await cutOf(reader, tenant, { at: at as Instant, recorded }),
    });
    return (await itemAsOf(moment, { plan, unit, item: (late.data as { item: string }).item }, at)).status;
  };

  it('by time of effect is what held, also where that was recorded later', async () => {
    expect(await statusAt(late.at, false)).toBe('submitted');
    expect(await statusAt(`${late.at.slice(0, 10)}T00:00:00+07:00`, false)).not.toBe('submitted');
  });

  it('by time of recording is what the system knew', async () => {
    expect(await statusAt(late.at, true)).not.toBe('submitted');
    expect(await statusAt('2030-01-02T00:00:00+07:00', true)).not.toBe('assigned');
  });

  it('is the last position that had been recorded', async () => {
    expect(await positionAt(reader, tenant, '2029-12-31T23:59:59+07:00' as Instant)).toBe(late.position - 1);
    expect(await positionAt(reader, tenant, '2030-01-01T07:00:00+07:00' as Instant)).toBe(await reader.head(tenant));
    expect(await positionAt(reader, tenant, '1999-01-01T00:00:00+07:00' as Instant)).toBe(0);
  });

  it('before the plan has nothing to show', async () => {
    const [, plan = ''] = late.stream.split('/');
    const cut = { by: 'effective', at: '2024-12-31T00:00:00+07:00' as Instant } as const;
    await expect(PlanMoment.open(reader, tenant, { plan, cut })).rejects.toMatchObject({ code: 'not-found' });
  });
});
