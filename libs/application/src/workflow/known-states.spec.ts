import { describe, expect, it } from '@jest/globals';
import { InMemoryEventStore, type RecordedEvent } from '#event-store';
import { foldUnitPlan, type Instant, type UnitPlanEvent } from '#engine';
import { KnownStates } from './known-states.js';

const STREAM = 'unit-plan/p/u';
const at = (day: number): Instant => `2022-03-${String(day).padStart(2, '0')}T08:00:00+07:00` as Instant;

const derived = (source: string): UnitPlanEvent =>
  ({
    type: 'UnitPlanDerived',
    v: 1,
    data: {
      plan: source,
      unit: 'u',
      source,
      provisional: false,
      acceptors: [],
      items: [ITEM],
      joint: [],
      supports: [],
      duties: [],
      reports: [],
    },
    because: { rules: 'h', rule: 'cascade', place: null, calendar: 'c' },
    at: at(1),
    actor: null,
  }) as unknown as UnitPlanEvent;
const ITEM = { id: '1', task: '1', source: 'p', period: null, kind: 'by', due: '2022-03-30', receiver: null, jointLeads: [] };
const deed = (type: string, day: number): UnitPlanEvent =>
  ({ type, v: 1, data: { item: '1', note: null }, because: null, at: at(day), actor: 'u' }) as unknown as UnitPlanEvent;

async function recorded(...events: readonly UnitPlanEvent[]): Promise<readonly RecordedEvent[]> {
  const store = new InMemoryEventStore();
  await store.append('t', [{ stream: STREAM, expected: 0, events }]);
  return store.readStream('t', STREAM);
}

describe('The states that a process knows', () => {
  it('go on from where they were, and are those of the whole log', async () => {
    const log = await recorded(derived('p'), deed('ItemStarted', 2), deed('ItemSubmitted', 3));
    const known = new KnownStates();
    const [first, again] = [known.of(STREAM, log.slice(0, 2)), known.of(STREAM, log.slice(0, 2))];
    expect(again).toBe(first);
    expect(known.of(STREAM, log)).toEqual(foldUnitPlan(log as unknown as readonly UnitPlanEvent[]));
    expect(first.version).toBe(2);
  });

  it('are folded anew where the log is shorter than what was known, or another one', async () => {
    const log = await recorded(derived('p'), deed('ItemStarted', 2));
    const known = new KnownStates();
    known.of(STREAM, log);
    expect(known.of(STREAM, log.slice(0, 1)).version).toBe(1);
    const other = log.map((event) => ({
      ...event,
      position: event.position + 10,
      data: event.version === 1 ? derived('q').data : event.data,
    }));
    expect(known.of(STREAM, other).source).toBe('q');
  });
});
