import type { AuditChange } from '#contracts';
import type { Instant } from '#engine';
import type { RecordedEvent } from '#event-store';
import { NO_LOG_INDEX, wordsOf } from '#read-models';
import { describe, expect, it } from '@jest/globals';
import { logReader } from '../log-reader.js';
import { changes, type ChangesAsked, changesPage } from './changes.js';

const instant = (day: number): Instant => `2022-07-${String(day).padStart(2, '0')}T08:00:00+07:00` as Instant;

/** One event a day; every second one recorded two days late. */
const LOG: readonly RecordedEvent[] = Array.from({ length: 28 }, (_, index) => ({
  tenant: 't',
  stream: `unit-plan/p${index % 2}/u${index % 3}`,
  version: index + 1,
  position: index + 1,
  type: index % 5 === 0 ? 'EscalationStepReached' : 'ItemSubmitted',
  v: 1,
  data: index % 5 === 0 ? { obligation: 'item 1', step: 's' } : { item: String(index) },
  because: null,
  at: instant(index + 1),
  actor: 'u',
  recordedAt: new Date(Date.parse(instant(28)) + index * 60_000).toISOString(),
}));

const SEARCHED = { log: logReader(LOG), index: NO_LOG_INDEX };

async function all(asked: ChangesAsked): Promise<readonly AuditChange[]> {
  const found: AuditChange[] = [];
  for await (const change of changes(logReader(LOG), 't', asked)) found.push(change);
  return found;
}

describe('Changes between two instants', () => {
  it('are those after the first, up to the second, in the order of recording', async () => {
    const found = await all({ from: instant(3), to: instant(6) });
    expect(found.map(({ at }) => at)).toEqual([instant(4), instant(5), instant(6)]);
    expect(found[2]).toMatchObject({
      kind: 'escalation',
      plan: 'p1',
      unit: 'u2',
      said: { vi: 'Đến bậc đôn đốc: item 1', en: 'Escalation step reached: item 1' },
    });
  });

  it('are meant by time of recording where that is asked for', async () => {
    expect(await all({ from: instant(1), to: instant(27), recorded: true })).toEqual([]);
    const first = { from: instant(27), to: '2022-07-28T08:02:00+07:00' as Instant, recorded: true };
    expect((await all(first)).map(({ position }) => position)).toEqual([1, 2, 3]);
  });

  it('can be narrowed to a plan, a unit and a kind', async () => {
    const span = { from: instant(0), to: instant(28) };
    const steps = LOG.filter(({ type }) => type === 'EscalationStepReached').map(({ position }) => position);
    expect((await all({ ...span, kind: 'escalation' })).map(({ position }) => position)).toEqual(steps);
    expect((await all({ ...span, plan: 'p1' })).every(({ plan }) => plan === 'p1')).toBe(true);
    expect(await all({ ...span, plan: 'p1', unit: 'u1' })).toHaveLength(5);
    expect(await all({ ...span, plan: 'other' })).toEqual([]);
  });

  it('come in pages, each once, and no page of another list is taken', async () => {
    const asked: ChangesAsked = { from: instant(2), to: instant(20), plan: 'p1' };
    const found: number[] = [];
    for (let after: string | null | undefined; after !== null; ) {
      const page = await changesPage(SEARCHED, 't', { asked, limit: 2, ...(after !== undefined && { after }) });
      expect(page.items.length).toBeLessThanOrEqual(2);
      found.push(...page.items.map(({ position }) => position));
      after = page.next;
    }
    expect(found).toEqual((await all(asked)).map(({ position }) => position));
    await expect(changesPage(SEARCHED, 't', { asked, after: 'bm9uZTox' })).rejects.toMatchObject({
      code: 'query.cursor-invalid',
    });
  });

  it('come the last recorded first where that is asked for, each once', async () => {
    const asked: ChangesAsked = { from: instant(2), to: instant(20), plan: 'p1' };
    const found: number[] = [];
    for (let after: string | null | undefined; after !== null; ) {
      const page = await changesPage(SEARCHED, 't', {
        asked,
        limit: 2,
        newest: true,
        ...(after !== undefined && { after }),
      });
      found.push(...page.items.map(({ position }) => position));
      after = page.next;
    }
    expect(found).toEqual((await all(asked)).map(({ position }) => position).toReversed());
    const other = await changesPage(SEARCHED, 't', { asked, limit: 1 });
    await expect(changesPage(SEARCHED, 't', { asked, newest: true, after: other.next ?? '' })).rejects.toMatchObject({
      code: 'query.cursor-invalid',
    });
  });

  it('has words for an event of a type that it does not know', () => {
    expect(wordsOf('SomethingElse')).toMatchObject({ vi: 'SomethingElse', en: 'SomethingElse' });
  });
});
