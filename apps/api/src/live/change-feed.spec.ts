import { describe, expect, it } from '@jest/globals';
import { BEAT_TURNS, changeFeed } from './change-feed.js';
import { sortedOut, type Touched } from './changes.js';
import { Journal, KEPT_MS } from './journal.js';
import type { Sight } from './sight.js';
import { MOST_NAMED, toldOf } from './telling.js';

const SIGHT: Sight = {
  user: 'u-1',
  units: new Set(['a', 'b']),
  seesDocuments: true,
  seesPeople: false,
  dependsOn: new Set(['u-1', 'u-lender']),
};
const NOBODYS: Sight = { ...SIGHT, units: new Set(), seesDocuments: false };

/** A log of streams, a clock that each turn moves by a second, and a reader. */
function trial(first: Sight = SIGHT) {
  const log: string[] = [];
  let [time, looks, sights, isOver] = [0, 0, 0, false];
  let sight: Sight | undefined = first;
  const during = new Map<number, readonly string[]>();
  const journal = new Journal({
    head: async () => log.length,
    touched: (after, upTo) => {
      looks += 1;
      return sortedOut({ streams: log.slice(after, upTo), desks: [] }, async (plan) => (plan === 'of-b' ? 'b' : 'z'));
    },
    now: () => time * 1_000,
  });
  return {
    record: (...streams: readonly string[]) => log.push(...streams),
    /** What is recorded in a turn from now on. */
    at: (turn: number, streams: readonly string[]) => during.set(time + turn, streams),
    see: (now: Sight | undefined) => (sight = now),
    sleep: (seconds: number) => (time += seconds),
    counted: () => ({ looks, sights, time }),
    end: () => (isOver = true),
    read: async () => {
      const source = {
        news: await journal.follow(),
        sight: async () => ((sights += 1), sight),
        turn: async () => {
          time += 1;
          log.push(...(during.get(time) ?? []));
        },
        get isOver() {
          return isOver;
        },
      };
      const feed = changeFeed(source, first);
      expect((await feed.next()).value).toMatch(/^retry: \d+\n\n$/);
      return feed;
    },
  };
}

const toldIn = (message: unknown) => JSON.parse(/^event: changed\ndata: (.*)\n\n$/.exec(String(message))?.[1] ?? 'null');
const next = async (feed: AsyncGenerator<string>) => toldIn((await feed.next()).value);

describe('What somebody is told of changes', () => {
  it('is where something changed that they see, and nothing of others', async () => {
    const { record, read } = trial();
    record('unit-plan/p/a');
    const feed = await read();
    record('unit-plan/p/c', 'unit-plan/p/a', 'unit-plan/p/a', 'user/u-2', 'calendar', 'unit-plan/of-b/c');
    expect(await next(feed)).toEqual({
      work: [{ plan: 'p', unit: 'a' }],
      plans: ['of-b'],
      desks: [],
      documents: ['calendars'],
      more: false,
    });
    record('unit-plan/p/c', 'person/u-2');
    expect((await feed.next()).value).toBe(': alive\n\n');
  });

  it('is nothing, not even that something happened, for whoever sees nothing', async () => {
    const { record, read, counted } = trial(NOBODYS);
    const feed = await read();
    record('unit-plan/p/a', 'organisation', 'plan/p', 'rules/x');
    expect((await feed.next()).value).toBe(': alive\n\n');
    expect(counted().time).toBe(BEAT_TURNS);
  });

  it('follows what they may see: asked again where their rights, a lender’s or the organisation change, before anything is told', async () => {
    const { record, read, see, counted } = trial(NOBODYS);
    const feed = await read();
    for (const stream of ['user/u-1', 'user/u-lender', 'organisation']) {
      see(SIGHT);
      record(stream);
      record('unit-plan/p/b');
      expect((await next(feed)).work).toEqual([{ plan: 'p', unit: 'b' }]);
      see(NOBODYS);
      record('unit-plan/p/b');
      expect((await feed.next()).value).toBe(': alive\n\n');
    }
    expect(counted().sights).toBe(6);
    see(undefined);
    record('unit-plan/p/a', 'user/u-1');
    expect((await feed.next()).done).toBe(true);
  });

  it('ends within a minute for whoever is nobody any more, though nothing happens', async () => {
    const { read, see, counted } = trial();
    const feed = await read();
    see(undefined);
    const said: unknown[] = [];
    for await (const message of feed) said.push(message);
    expect(new Set(said)).toEqual(new Set([': alive\n\n']));
    expect(counted()).toMatchObject({ sights: 1, time: 60 });
  });

  it('is a handful of messages of a storm of 50,000 events, and names so many', async () => {
    const units = new Set(Array.from({ length: 2_000 }, (_, unit) => `u${unit}`));
    const { at, read, end, counted } = trial({ ...SIGHT, units });
    const feed = await read();
    const SECONDS = 50;
    for (let turn = 1; turn <= SECONDS; turn++)
      at(
        turn,
        Array.from({ length: 1_000 }, (_, index) => `unit-plan/p/u${(turn * 1_000 + index) % 4_000}`),
      );
    const said: string[] = [];
    for await (const message of feed) {
      if (message !== ': alive\n\n') said.push(message);
      if (counted().time > SECONDS + 2 * BEAT_TURNS) end();
    }
    expect(said.length).toBeLessThanOrEqual(10);
    for (const message of said) expect([toldIn(message).work.length, toldIn(message).more]).toEqual([MOST_NAMED, true]);
    expect(counted().looks).toBeLessThanOrEqual(SECONDS);
  });

  it('is that they have to read anew where they did not ask for half a minute, whether or not something happened', async () => {
    const { read, sleep, record } = trial();
    const feed = await read();
    sleep(KEPT_MS / 1_000);
    expect((await feed.next()).value).toBe('event: missed\ndata: {}\n\n');
    record('unit-plan/p/a');
    expect((await next(feed)).work).toEqual([{ plan: 'p', unit: 'a' }]);
  });

  it('is read from the log once for all who read at the same time', async () => {
    const { record, read, counted } = trial();
    const feeds = await Promise.all([read(), read(), read()]);
    record('unit-plan/p/a');
    await Promise.all(feeds.map(async (feed) => expect((await next(feed)).work).toHaveLength(1)));
    expect(counted().looks).toBe(1);
  });
});

describe('Users of the house', () => {
  const touched = async (...streams: readonly string[]): Promise<Touched> =>
    sortedOut({ streams, desks: ['b', 'z'] }, async () => undefined);

  it('are told of to whoever looks after all of them, desks to whoever sees the unit', async () => {
    const some = [await touched('user/u-2')];
    expect(toldOf(some, { ...SIGHT, seesPeople: true })).toMatchObject({ documents: ['people'], desks: ['b'] });
    expect(toldOf(some, SIGHT)).toMatchObject({ documents: [], desks: ['b'] });
    expect(toldOf(some, { ...SIGHT, units: null })).toMatchObject({ desks: ['b', 'z'] });
    expect(toldOf(some, NOBODYS)).toBeUndefined();
  });
});
