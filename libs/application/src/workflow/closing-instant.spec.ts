import { describe, expect, it } from '@jest/globals';
import type { Instant, PlanId, ReportId, UnitId } from '#engine';
import { country, issue, rulesOf, TENANT } from './country-in-flight.fixture.js';
import { Realm } from './reorganisation-random.fixture.js';
import type { Workflow } from './workflow.js';

/** Reports of the first half of the year are due before the 15th: the district's takes in what is there at 00:00 of it. */
const CLOSES = '2025-06-15T00:00:00+07:00' as Instant;
const LAST_SECOND = '2025-06-14T23:59:59+07:00' as Instant;

const send = ({ unitPlans }: Workflow, plan: PlanId, unit: string, at: Instant) =>
  unitPlans.execute(
    TENANT,
    {
      plan,
      unit: unit as UnitId,
      actor: unit as UnitId,
      command: { type: 'SubmitReport', report: '1@2025-H1' as ReportId, content: 'sent', received: [], missing: [] },
    },
    at,
  );

async function closed(live: (workflow: Workflow, plan: PlanId) => Promise<void>): Promise<unknown> {
  const workflow = await country(new Realm().begin());
  const plan = await issue(workflow, rulesOf('1/KH', '2025-01-06', []), '2025-01-06T08:00:00+07:00' as Instant);
  await live(workflow, plan);
  await workflow.clock.runUntil(TENANT, '2025-06-20T00:00:00+07:00' as Instant);
  const events = await workflow.store.readStream(TENANT, `unit-plan/${plan}/vn-1.a`);
  return events.find(({ type }) => type === 'ConsolidationClosed');
}

describe('A report sent at the very instant at which what takes it in closes', () => {
  const expected = {
    at: CLOSES,
    data: { received: ['vn-1.a.1'], late: [], missing: ['vn-1.a.2', 'vn-1.a.3'] },
  };

  it('comes after the last allowed moment, and is not taken in: the second before is', async () => {
    const found = await closed(async (workflow, plan) => {
      await send(workflow, plan, 'vn-1.a.1', LAST_SECOND);
      await send(workflow, plan, 'vn-1.a.2', CLOSES);
    });
    expect(found).toMatchObject(expected);
  });

  it('nor where the clock had come by first', async () => {
    const found = await closed(async (workflow, plan) => {
      await send(workflow, plan, 'vn-1.a.1', LAST_SECOND);
      await workflow.clock.runUntil(TENANT, CLOSES);
      await send(workflow, plan, 'vn-1.a.2', CLOSES);
    });
    expect(found).toMatchObject(expected);
  });
});
