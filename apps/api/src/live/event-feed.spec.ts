import { InMemoryEventStore, type NewEvent } from '#event-store';
import type { Instant } from '#engine';
import { describe, expect, it } from '@jest/globals';
import { BEAT_TURNS, eventFeed, type FeedSource, MOST_AT_ONCE } from './event-feed.js';

const AT = '2022-07-01T08:00:00+07:00' as Instant;
const TENANT = 'tenant';
const event = { type: 'ItemReceived', v: 1, data: {}, because: null, at: AT, actor: null } as unknown as NewEvent;

/** A log, and a source that counts turns instead of waiting. */
function trial(): { record: (count: number) => Promise<void>; source: FeedSource; turns: () => number } {
  const store = new InMemoryEventStore();
  let [version, turns] = [0, 0];
  return {
    record: async (count) => {
      const events = Array.from({ length: count }, () => event);
      await store.append(TENANT, [{ stream: 'unit-plan/a', expected: version, events }], {});
      version += count;
    },
    source: {
      events: (after, limit) => store.readAll(TENANT, after, limit),
      head: () => store.head(TENANT),
      stillMay: async () => true,
      turn: async () => void (turns += 1),
      isOver: false,
    },
    turns: () => turns,
  };
}

const ids = (text: string): readonly number[] => [...text.matchAll(/^id: (\d+)$/gm)].map(([, id]) => Number(id));
const next = async (feed: AsyncGenerator<string>): Promise<string> => (await feed.next()).value;

describe('The live log', () => {
  it('tells every event after the position that the reader names, once and in order', async () => {
    const { record, source } = trial();
    await record(5);
    const feed = eventFeed(source, 2);
    expect(await next(feed)).toMatch(/^retry: \d+\n\n$/);
    expect(ids(await next(feed))).toEqual([3, 4, 5]);
    await record(2);
    const told = await next(feed);
    expect(ids(told)).toEqual([6, 7]);
    expect(told).toContain(
      `event: recorded\nid: 6\ndata: {"position":6,"stream":"unit-plan/a","type":"ItemReceived","at":"${AT}"}\n\n`,
    );
  });

  it('says where the log stands to whoever is far behind, instead of telling it all', async () => {
    const { record, source } = trial();
    await record(MOST_AT_ONCE + 1);
    const feed = eventFeed(source, 0);
    await next(feed);
    expect(await next(feed)).toBe(`event: skipped\nid: 201\ndata: {"from":0,"to":201}\n\n`);
    await record(1);
    expect(ids(await next(feed))).toEqual([202]);
  });

  it('tells nothing of what the reader does not see, but that it lives, and goes on after it', async () => {
    const { record, source } = trial();
    await record(3);
    const asked: number[] = [];
    const blind: FeedSource = { ...source, events: async (after) => (asked.push(after), []) };
    const feed = eventFeed(blind, 0);
    await next(feed);
    expect(await next(feed)).toBe(': alive\n\n');
    await record(2);
    expect(await next(feed)).toBe(': alive\n\n');
    expect(asked).toEqual([0, 3]);
  });

  it('ends before it tells what the reader may see no longer, and within a sign of life where nothing happens', async () => {
    const { record, source, turns } = trial();
    const feed = eventFeed({ ...source, stillMay: async () => false }, 0);
    await next(feed);
    expect((await feed.next()).done).toBe(true);
    expect(turns()).toBe(BEAT_TURNS - 1);
    await record(1);
    const other = eventFeed({ ...source, stillMay: async () => false }, 0);
    await next(other);
    expect((await other.next()).done).toBe(true);
  });

  it('gives a sign of life where nothing happens', async () => {
    const { source, turns } = trial();
    const feed = eventFeed(source, 0);
    await next(feed);
    expect(await next(feed)).toBe(': alive\n\n');
    expect(turns()).toBe(BEAT_TURNS - 1);
  });

  it('ends when nobody reads any more', async () => {
    const { source } = trial();
    const gone = { ...source, isOver: true };
    const feed = eventFeed(gone, 0);
    await next(feed);
    expect((await feed.next()).done).toBe(true);
  });
});
