import { DOCUMENTS_STREAM, type Instant } from '#engine';
import { InMemoryEventStore, type NewEvent } from '#event-store';
import { expect, it } from '@jest/globals';
import { wakeThoseConcerned } from './fact-waking.js';

const FIRST = '2023-10-30T08:00:00+07:00' as Instant;
const SECOND = '2023-11-05T08:00:00+07:00' as Instant;
const fact = (at: Instant): NewEvent => ({ type: 'PlanAmended', v: 1, data: { plan: 'p' }, because: null, at, actor: 'u' });

it('Two facts that a late clock has not come to: each has those concerned woken at its own instant', async () => {
  const store = new InMemoryEventStore();
  const begun = { type: 'UnitPlanDerived', v: 1, data: {}, because: {}, at: FIRST, actor: null };
  await store.append('t', [{ stream: 'unit-plan/p/u', expected: 0, events: [begun] }]);
  for (const [expected, at] of [FIRST, SECOND].entries())
    await store.append('t', [{ stream: DOCUMENTS_STREAM, expected, events: [fact(at)], isFact: true, wakeNoLater: at }]);

  await wakeThoseConcerned(store, 't', { stream: DOCUMENTS_STREAM, at: FIRST });
  const first = [{ stream: 'unit-plan/p/u', at: FIRST }];
  expect(await store.dueWakeUps('t', SECOND)).toEqual([...first, { stream: DOCUMENTS_STREAM, at: SECOND }]);

  // Whoever is woken now does not know of the second, and sets no wake-up for it.
  await store.append('t', [{ stream: 'unit-plan/p/u', expected: 1, events: [], wakeUp: null }]);
  await wakeThoseConcerned(store, 't', { stream: DOCUMENTS_STREAM, at: SECOND });
  expect(await store.dueWakeUps('t', SECOND)).toEqual([{ stream: 'unit-plan/p/u', at: SECOND }]);
});
