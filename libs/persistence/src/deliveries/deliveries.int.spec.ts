import { createWorkflow } from '#workflow';
import type { Instant, LocalDate, ObligationKey, UnitId } from '#engine';
import type { RecordedEvent } from '#event-store';
import { readOrganisationFile, VIETNAM_CALENDAR } from '#organisation';
import { type Delivery, DeliveryBook, DeliveryFeed, DeliveryQueue, DeliverySender, PostgresEventStore } from '#persistence';
import { testDatabase, type TestDatabase } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type { QueuePolicy } from './delivery-queue.js';

const TENANT = 'lao-cai';
const TOP = 'vn-10' as UnitId;
const MORNING = '2022-07-01T08:00:00+07:00' as Instant;
const LATER = '2022-07-25T08:00:00+07:00' as Instant;
const exampleText = (name: string): string =>
  readFileSync(new URL(`../../../../examples/lao-cai-2022/${name}`, import.meta.url), 'utf8');
/** A hundred years: the example lies in the past. */
const NEVER = 36_500;

let database: TestDatabase;
let log: readonly RecordedEvent[];
let queue: DeliveryQueue;
const faults: unknown[] = [];
const open = (policy: QueuePolicy): Promise<DeliveryQueue> =>
  DeliveryQueue.open(database.url, policy, (error) => void faults.push(error));

beforeAll(async () => {
  database = await testDatabase();
  const { organisation, rules, plans, unitPlans, clock, store } = createWorkflow(new PostgresEventStore(database.pool));
  const read = readOrganisationFile(JSON.parse(exampleText('organisation.json')));
  await organisation.record(TENANT, read.ok ? read.events : [], MORNING);
  await organisation.publishCalendar(TENANT, VIETNAM_CALENDAR, MORNING);
  const { published } = await rules.publish(TENANT, { text: exampleText('239-kh-ubnd.thac'), actor: TOP }, MORNING);
  const { plan } = await plans.issue(TENANT, { hash: published.hash, actor: TOP }, MORNING);
  const obligation = 'item 2.3@2022-Q3' as ObligationKey;
  const [unit, actor] = ['vn-10.086.02929', 'vn-10.086'] as UnitId[];
  const ask = { type: 'RequestExtension', obligation, to: '2022-10-15' as LocalDate, reason: 'Chờ số liệu' } as const;
  const refuse = { type: 'RefuseExtension', obligation, reason: 'Cần đúng hạn' } as const;
  for (const [by, command, time] of [
    [unit, ask, '09:00:00'],
    [actor, refuse, '10:00:00'],
    [unit, ask, '11:00:00'],
  ] as const) {
    const at = MORNING.replace('08:00:00', time) as Instant;
    await unitPlans.execute(TENANT, { plan, unit: unit!, actor: by!, command }, at);
  }
  await clock.runUntil(TENANT, LATER);
  log = await store.readAll(TENANT, 0, 100_000);
  queue = await open({ retries: 2, retrySeconds: 0 });
}, 120_000);
afterAll(async () => {
  await queue?.close();
  await database?.drop();
});

/** The request of this house: what about, the day asked for, its generation. */
const ASKED = 'item 2.3@2022-Q3 2022-10-15 1';

const judgesIn = (stream: string): readonly string[] =>
  log.flatMap((event) =>
    event.stream === stream && event.type === 'UnitPlanDerived' ? (event.data as { acceptors: string[] }).acceptors : [],
  );

/** What has to be told, counted without the code under test. */
const expected = (): readonly string[] =>
  log
    .flatMap(({ stream, type, data }) => {
      if (type === 'ExtensionRequested')
        return judgesIn(stream).map((judge) => `${stream} ${ASKED} extension-requested ${judge}`);
      if (type === 'ExtensionRefused') return [`${stream} ${ASKED} extension-refused vn-10.086.02929`];
      if (type !== 'EscalationStepReached') return [];
      const { obligation, step, generation, actions } = data as {
        obligation: string;
        step: string;
        generation: number;
        actions: { action: string; target: string }[];
      };
      return actions.map(({ action, target }) => `${stream} ${obligation} ${step} ${generation} ${action} ${target}`);
    })
    .toSorted();

const keyOf = ({ plan, unit, obligation, step, generation, subject, recipient }: Delivery): string =>
  `unit-plan/${plan}/${unit} ${obligation} ${step} ${generation} ${subject} ${recipient}`;

const count = async (state: string): Promise<number> => {
  const { rows } = await database.pool.query<{ n: number }>('select count(*)::int as n from delivery where state = $1', [state]);
  return rows[0]?.n ?? 0;
};

async function followAll(feed: DeliveryFeed): Promise<void> {
  while ((await feed.follow()) > 0);
}

const feedOf = (add: DeliveryQueue['add'], lapseDays = NEVER): DeliveryFeed =>
  new DeliveryFeed({ pool: database.pool, queue: { add }, channel: 'test', lapseDays });

describe('The log, followed', () => {
  it('leaves nothing behind where a process dies half-way', async () => {
    const feed = feedOf(async () => {
      throw new Error('died');
    });
    await expect(feed.follow()).rejects.toThrow('died');
    expect(await count('waiting')).toBe(0);
    expect((await database.pool.query('select from delivery_cursor where position > 0')).rowCount).toBe(0);
  });

  it('makes one delivery of each thing that each step does to each unit, however many follow it at once', async () => {
    const queued: string[] = [];
    const feeds = [1, 2, 3, 4].map(() =>
      feedOf(async (client, tenant, deliveries) => {
        await queue.add(client, tenant, deliveries);
        queued.push(...deliveries);
      }),
    );
    await Promise.all(feeds.map(followAll));
    const { rows } = await database.pool.query<Delivery>('select * from delivery');
    expect(expected().length).toBeGreaterThan(200);
    expect(rows.map(keyOf).toSorted()).toEqual(expected());
    expect(queued.toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
    await followAll(feeds[0]!);
    expect(queued).toHaveLength(rows.length);
  });

  it('makes none twice where its cursor is lost', async () => {
    await database.pool.query('update delivery_cursor set position = 0');
    const queued: string[] = [];
    await followAll(feedOf(async (_client, _tenant, deliveries) => void queued.push(...deliveries)));
    expect(queued).toEqual([]);
    expect(await count('waiting')).toBe(expected().length);
  });
});

describe('Deliveries', () => {
  it('are sent once each, and those that fail again and again are dead after their last attempt', async () => {
    const sent: Delivery[] = [];
    let refused = 0;
    const lost = expected()[0]?.split(' ').at(-1) ?? '';
    const send = async (delivery: Delivery): Promise<void> => {
      if (delivery.recipient === lost) {
        refused += 1;
        throw new Error('no such mailbox');
      }
      sent.push(delivery);
    };
    const senders = [1, 2].map(() => new DeliverySender({ pool: database.pool, queue, channel: { name: 'test', send } }));
    while ((await count('waiting')) > 0) await Promise.all(senders.map((sender) => sender.send()));

    const dead = expected().filter((key) => key.endsWith(` ${lost}`));
    expect(sent.map(keyOf).toSorted()).toEqual(expected().filter((key) => !dead.includes(key)));
    const book = new DeliveryBook(database.pool);
    const listed = await book.dead(TENANT, '', 10_000);
    expect(listed.map(keyOf).toSorted()).toEqual(dead);
    expect(listed.every(({ attempts, lastError }) => attempts === 3 && lastError === 'no such mailbox')).toBe(true);
    expect(refused).toBe(dead.length * 3);
    expect(await book.deadLetters()).toEqual([{ tenant: TENANT, dead: dead.length }]);
    expect(await book.dead(TENANT, listed[0]!.id, 1)).toEqual(listed.slice(1, 2));
  }, 60_000);

  it('that are dead go out when somebody asks for it, once', async () => {
    const book = new DeliveryBook(database.pool);
    const [first] = await book.dead(TENANT, '', 1);
    expect(await book.retry(TENANT, first!.id)).toMatchObject({ id: first!.id, state: 'again', attempts: 0 });
    expect(await book.retry(TENANT, first!.id)).toBeUndefined();
    await followAll(feedOf((client, tenant, deliveries) => queue.add(client, tenant, deliveries)));
    const sent: string[] = [];
    const channel = { name: 'test', send: async ({ id }: Delivery) => void sent.push(id) };
    const sender = new DeliverySender({ pool: database.pool, queue, channel });
    while ((await book.find(TENANT, first!.id))?.state === 'waiting') await sender.send();
    expect(sent).toEqual([first!.id]);
    expect(await book.find(TENANT, first!.id)).toMatchObject({ state: 'sent', lastError: null });
  });

  it('of steps that nobody needs to hear of any more lapse', async () => {
    await database.pool.query('delete from delivery; update delivery_cursor set position = 0');
    const queued: string[] = [];
    await followAll(feedOf(async (_client, _tenant, deliveries) => void queued.push(...deliveries), 30));
    expect(queued).toEqual([]);
    expect(await count('lapsed')).toBe(expected().length);
  });

  it('have met no fault of the queue', () => {
    expect(faults).toEqual([]);
  });
});
