import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createWorkflow, type Workflow } from '#workflow';
import { ExportVerifier, type Trust } from '#audit';
import type { Instant, ItemId, PlanId, UnitId } from '#engine';
import { canonicalLine } from '#event-store';
import {
  exportLog,
  type ExportScope,
  importLog,
  PostgresEventStore,
  PostgresPersonRegister,
  READ_MODEL_TABLES,
  seal,
  verifyReadModels,
} from '#persistence';
import { VIETNAM_CALENDAR } from '#organisation';
import { isOnCitus, knownKey, provinceOf, type TestDatabase, testDatabase } from '#testing';

const TENANT = 't';
const TOP = 'top' as UnitId;
const AT = '2022-06-30T08:00:00+07:00' as Instant;
const MIDDLE = '2022-09-28T08:00:00+07:00' as Instant;
const END = '2022-12-01T08:00:00+07:00' as Instant;
const key = knownKey;

const PLAN = (number: string): string => `kế hoạch "${number}" ban hành ngày 30/6/2022 của [UBND tỉnh Thử Nghiệm]
  tên: "Rà soát cuối quý"
  đầu mối: [UBND tỉnh Thử Nghiệm]

nhóm [UBND cấp xã] gồm mọi ủy ban nhân dân cấp xã

nhiệm vụ 1 "Rà soát"
  chủ trì: mỗi [UBND cấp xã]
  hạn: trước ngày 01/10/2022

xử lý quá hạn
  trước hạn 5 ngày thì nhắc chủ trì
  quá hạn 1 ngày thì nhắc chủ trì và thông báo cấp trên trực tiếp
  quá hạn 5 ngày thì đưa vào danh sách chậm gửi [UBND tỉnh Thử Nghiệm]
`;

let database: TestDatabase;
let workflow: Workflow;
let plans: readonly PlanId[];
const others: TestDatabase[] = [];

beforeAll(async () => {
  database = await testDatabase();
  workflow = createWorkflow(new PostgresEventStore(database.pool));
  await workflow.organisation.record(TENANT, provinceOf(TOP, 'UBND tỉnh Thử Nghiệm', 6), AT);
  await workflow.organisation.publishCalendar(TENANT, VIETNAM_CALENDAR, AT);
  plans = [await issued('1/KH'), await issued('2/KH')];
  await seal(database.pool, { tenant: TENANT, key, checkpointMs: 0 });
  await workflow.clock.runUntil(TENANT, MIDDLE);
  await new PostgresPersonRegister(database.pool).put(TENANT, 'p-1', { name: 'Người Thử Một' });
  await new PostgresPersonRegister(database.pool).put(TENANT, 'p-2', { name: 'Người Thử Hai' });
  await new PostgresPersonRegister(database.owner).erase(TENANT, { person: 'p-2', document: '7/QĐ', actor: null, at: MIDDLE });
  await seal(database.pool, { tenant: TENANT, key, checkpointMs: 0 });
});
afterAll(async () => {
  for (const each of [database, ...others]) await each.drop();
});

async function issued(number: string): Promise<PlanId> {
  const { published } = await workflow.rules.publish(TENANT, { text: PLAN(number), actor: TOP }, AT);
  return (await workflow.plans.issue(TENANT, { hash: published.hash, actor: TOP }, AT)).plan;
}

async function empty(): Promise<TestDatabase> {
  const other = await testDatabase();
  others.push(other);
  return other;
}

async function exported(scope: ExportScope = {}): Promise<Buffer> {
  const chunks: string[] = [];
  await exportLog(database.pool, TENANT, async (lines) => chunks.push(lines) > 0, scope);
  return Buffer.from(chunks.join(''));
}

function verdictOn(bytes: Buffer, trust: Trust = {}) {
  const verifier = new ExportVerifier(trust);
  verifier.push(bytes);
  return verifier.finish();
}

async function* inPieces(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += 5_000) yield bytes.subarray(at, at + 5_000);
}

const imported = ({ owner, ownerUrl }: TestDatabase, bytes: Buffer, trust: Trust = {}) =>
  importLog({ pool: owner, url: ownerUrl }, { name: 'log.gz', chunks: inPieces(bytes) }, trust);

/** Every row of the tenant that an import is to bring back, as text; times of sealing are those of the place. */
async function dump({ admin }: TestDatabase): Promise<readonly string[]> {
  const rows: string[] = [];
  const tables = ['event', 'seal_tile', 'seal_head', 'seal_checkpoint', 'tenant_head', ...READ_MODEL_TABLES];
  const notTheSame = "- 'xid' - 'sealed_at' - 'checkpoint_at' - 'fact' - 'fact_before'";
  for (const table of tables) {
    const found = await admin.query<{ row: string }>(
      `select '${table} ' || (to_jsonb(t) ${notTheSame})::text as row from ${table} t where tenant = $1 order by 1`,
      [TENANT],
    );
    rows.push(...found.rows.map(({ row }) => row));
  }
  return rows;
}

/** The log after the clock has run on to the end, without when it was recorded. */
async function livedOn({ pool }: TestDatabase): Promise<readonly string[]> {
  const store = new PostgresEventStore(pool);
  const house = createWorkflow(store);
  const handsIn = { type: 'SubmitItem', item: '1' as ItemId, note: 'x' } as const;
  await house.unitPlans.execute(
    TENANT,
    { plan: plans[0]!, unit: 'commune-1' as UnitId, actor: 'commune-1' as UnitId, command: handsIn },
    MIDDLE,
  );
  await house.clock.runUntil(TENANT, END);
  return (await store.readAll(TENANT, 0)).map(canonicalLine);
}

describe('An archive of a whole log', () => {
  it('gives back the same log, tree, checkpoints and read models, and life goes on from there the same', async () => {
    const bytes = await exported();
    expect(verdictOn(bytes)).toMatchObject({ ok: true, scope: 'whole', checkpoints: 2, persons: 2 });
    const target = await empty();
    const { events, checkpoints, root } = await imported(target, bytes);
    expect([events, checkpoints, root]).toEqual([verdictOn(bytes).events, 2, verdictOn(bytes).root]);
    expect(await dump(target)).toEqual(await dump(database));
    expect((await verifyReadModels(target.pool, TENANT)).differing).toBe(0);
    const again: string[] = [];
    await exportLog(target.pool, TENANT, async (lines) => again.push(lines) > 0, { persons: false });
    expect(verdictOn(Buffer.from(again.join('')))).toMatchObject({ ok: true, root });
    const [here, there] = [await livedOn(database), await livedOn(target)];
    expect(there).toEqual(here);
    expect(here.length).toBeGreaterThan(events + 20);
    await seal(target.pool, { tenant: TENANT, key, checkpointMs: 0 });
  });

  it('carries particulars encrypted, and keys only where they are asked for', async () => {
    const [without, withKeys] = [await exported(), await exported({ keys: true })];
    expect(without.includes('Người Thử')).toBe(false);
    expect(without.includes('"kind":"key"')).toBe(false);
    const readIn = async (bytes: Buffer) => {
      const target = await empty();
      await imported(target, bytes);
      return new PostgresPersonRegister(target.pool).read(TENANT, ['p-1', 'p-2']);
    };
    expect(Object.fromEntries(await readIn(withKeys))).toEqual({ 'p-1': { name: 'Người Thử Một' }, 'p-2': null });
    expect(Object.fromEntries(await readIn(without))).toEqual({ 'p-1': null, 'p-2': null });
  });

  it('is refused, with nothing written, where it is altered, cut, of a part, of another version, not understood, or the place is taken', async () => {
    const bytes = await exported();
    const target = await empty();
    const refusal = async (given: Buffer, trust?: Trust): Promise<unknown> => {
      const fault = await imported(target, given, trust).then(
        () => undefined,
        (error: unknown) => error,
      );
      const { rows } = await target.admin.query(
        'select (select count(*) from event) + (select count(*) from item) + (select count(*) from seal_tile) + (select count(*) from person_key) as left',
      );
      expect(Number(rows[0].left)).toBe(0);
      return fault;
    };
    const text = bytes.toString();
    const doesNotHold = { code: 'audit.does-not-hold' };
    expect(
      await refusal(
        Buffer.from(text.replace('"ItemEscalated"', '"ItemSubmitted"').replace('"type":"PlanIssued"', '"type":"PlanIssue"')),
      ),
    ).toMatchObject(doesNotHold);
    expect(await refusal(bytes.subarray(0, -10))).toMatchObject(doesNotHold);
    expect(await refusal(bytes.subarray(0, bytes.length / 2))).toMatchObject(doesNotHold);
    expect(await refusal(Buffer.from(text.replace('"version":2', '"version":1')))).toMatchObject({
      ...doesNotHold,
      facts: { thing: expect.stringMatching(/^version/) },
    });
    expect(await refusal(bytes, { keys: ['other+00000000+AQ=='] })).toMatchObject({
      facts: { thing: expect.stringMatching(/^key/) },
    });
    expect(await refusal(await exported({ chosen: { kind: 'plan', id: plans[0]! } }))).toMatchObject({ code: 'audit.not-whole' });
    expect(await refusal(readFileSync('docs/assets/audit/log.ndjson'))).toMatchObject({ code: 'audit.not-understood' });
    await imported(target, bytes);
    const before = await dump(target);
    await expect(imported(target, bytes)).rejects.toMatchObject({ code: 'audit.not-empty' });
    expect(await dump(target)).toEqual(before);
  });

  it('is imported by nobody but the owner of the tables', async () => {
    const target = await empty();
    const source = { name: 'log', chunks: inPieces(await exported()) };
    const before = await dump(target);
    // On a cluster what the owner alone may do is refused as part of a transaction, before anybody asks who does it.
    const code = isOnCitus() ? '25001' : '42501';
    await expect(importLog({ pool: target.pool, url: target.url }, source)).rejects.toMatchObject({ code });
    expect(await dump(target)).toEqual(before);
  });
});

describe('An archive of a part of a log', () => {
  const streamsOf = (bytes: Buffer): readonly string[] => [
    ...new Set([...bytes.toString().matchAll(/"kind":"event".*?"stream":"([^"]+)"/g)].map(([, stream]) => stream!)),
  ];

  it('holds a plan and all that grew out of it, under the checkpoint of the whole', async () => {
    const [first, second] = plans as [PlanId, PlanId];
    const bytes = await exported({ chosen: { kind: 'plan', id: first } });
    const { note } = await exportLog(database.pool, TENANT, async () => false);
    expect(verdictOn(bytes, { kept: [note] })).toMatchObject({ ok: true, scope: `plan:${first}`, kept: 1, persons: 0 });
    const streams = streamsOf(bytes);
    expect(streams.filter((stream) => stream.startsWith(`unit-plan/${first}/`))).toHaveLength(6);
    expect(streams.filter((stream) => stream.startsWith('plan/'))).toEqual([`plan/${first}`]);
    expect(streams.filter((stream) => stream.startsWith('rules/'))).toHaveLength(1);
    expect(streams.filter((stream) => stream.includes(second))).toEqual([]);
  });

  it('holds a unit with all units below it, whatever the plan', async () => {
    const one = streamsOf(await exported({ chosen: { kind: 'unit', id: 'commune-2' } }));
    expect(one.toSorted()).toEqual(plans.map((plan) => `unit-plan/${plan}/commune-2`).toSorted());
    const below = await exported({ chosen: { kind: 'unit', id: TOP } });
    expect(streamsOf(below).filter((stream) => stream.startsWith('unit-plan/'))).toHaveLength(12);
    expect(verdictOn(below)).toMatchObject({ ok: true, scope: `unit:${TOP}` });
  });

  it('is refused where there is no such plan or unit', async () => {
    for (const kind of ['plan', 'unit'] as const) {
      await expect(exported({ chosen: { kind, id: 'none' } })).rejects.toMatchObject({ code: 'audit.nothing-chosen' });
    }
  });
});
