import { startOfDay, unitPlanStream, type Instant, type LocalDate, type UnitId } from '#engine';
import { InMemoryEventStore } from '#event-store';
import { expect, it } from '@jest/globals';
import { wakeUnitPlans } from './clock-waking.js';
import { by, country, each, issue, rulesOf, task, TENANT, unit } from './country-in-flight.fixture.js';

const COMMUNE = 'vn-10.1' as UnitId;
const UNITS = [unit('vn', null, 'central'), unit('vn.so-noi-vu', 'vn', 'province'), unit('vn-10', 'vn', 'province')];
const ISSUED = startOfDay('2025-02-03' as LocalDate);
const LOOKED_AT = '2025-03-15T06:00:00+07:00' as Instant;
const FACT = '2025-04-02T16:30:00+07:00' as Instant;

it('A slow clock leaves the wake-up that a fact has set since it looked', async () => {
  const store = new InMemoryEventStore();
  const workflow = await country([...UNITS, unit(COMMUNE, 'vn-10', 'commune')], store);
  const plan = await issue(workflow, rulesOf('1/KH', '2025-02-03', [task('1', [each('commune')], by('2025-09-30'))]), ISSUED);
  const stream = unitPlanStream(plan, COMMUNE);
  const known = workflow.knowledge.of(TENANT);

  const { writes, knowing } = await wakeUnitPlans(known, [stream], LOOKED_AT);
  await store.append(TENANT, [], { wake: [{ prefix: stream, at: FACT }] }); // another clock has come to the fact
  await store.append(TENANT, writes, { knowing });
  expect(await store.dueWakeUps(TENANT, FACT)).toEqual([{ stream, at: FACT }]);

  const later = await wakeUnitPlans(known, [stream], FACT);
  await store.append(TENANT, later.writes, { knowing: later.knowing });
  expect(await store.dueWakeUps(TENANT, FACT)).toEqual([]);
});
