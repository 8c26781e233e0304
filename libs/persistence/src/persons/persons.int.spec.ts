import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ExportVerifier } from '#audit';
import type { Instant } from '#engine';
import { exportLog, personStream, PostgresEventStore, PostgresPersonRegister, seal } from '#persistence';
import { isOnCitus, knownKey, type TestDatabase, testDatabase } from '#testing';

let database: TestDatabase;
let register: PostgresPersonRegister;
let owners: PostgresPersonRegister;
const TENANT = 'vn-10';
const AN = { name: 'Người Thử Một', phone: '0900 000 001' };
const erasure = (person: string) => ({ person, document: '7/QĐ', actor: 'p-admin', at: '2022-08-01T08:00:00+07:00' });

beforeAll(async () => {
  database = await testDatabase();
  register = new PostgresPersonRegister(database.pool);
  owners = new PostgresPersonRegister(database.owner);
});
afterAll(() => database.drop());

describe('Particulars of persons', () => {
  it('are kept and read by whoever records, the newest ones, each tenant its own', async () => {
    await register.put(TENANT, 'p-1', AN);
    await register.put(TENANT, 'p-1', { ...AN, phone: '0900 000 002' });
    await register.put('vn-15', 'p-1', { name: 'Người Khác' });
    expect(await register.read(TENANT, ['p-1', 'nobody'])).toEqual(new Map([['p-1', { ...AN, phone: '0900 000 002' }]]));
  });

  it('lie encrypted, each time under another nonce, and open under no other name', async () => {
    const sealedOf = async (tenant: string): Promise<Buffer> =>
      (await database.admin.query<{ sealed: Buffer }>('select sealed from person where tenant = $1 and id = $2', [tenant, 'p-2']))
        .rows[0]!.sealed;
    await register.put(TENANT, 'p-2', AN);
    const first = await sealedOf(TENANT);
    expect(first.includes(AN.name)).toBe(false);
    await register.put(TENANT, 'p-2', AN);
    expect((await sealedOf(TENANT)).equals(first)).toBe(false);
    await register.put(TENANT, 'p-3', { name: 'Người Thử Ba' });
    await database.admin.query(
      "update person set sealed = (select sealed from person where tenant = $1 and id = 'p-2') where tenant = $1 and id = 'p-3'",
      [TENANT],
    );
    await expect(register.read(TENANT, ['p-3'])).rejects.toMatchObject({ code: 'person.unreadable' });
  });

  it('are erased by the owner alone, once, and recorded without any of them', async () => {
    await register.put(TENANT, 'p-4', AN);
    await expect(register.erase(TENANT, erasure('p-4'))).rejects.toMatchObject({ code: '42501' });
    expect((await register.read(TENANT, ['p-4'])).get('p-4')).toEqual(AN);
    await expect(owners.erase(TENANT, erasure('p-none'))).rejects.toMatchObject({ code: 'person.unknown' });
    const { isNew, position } = await owners.erase(TENANT, erasure('p-4'));
    expect(isNew).toBe(true);
    expect(await owners.erase(TENANT, erasure('p-4'))).toEqual({ isNew: false, position: null });
    expect((await register.read(TENANT, ['p-4'])).get('p-4')).toBeNull();
    await expect(register.put(TENANT, 'p-4', AN)).rejects.toMatchObject({ code: 'person.erased' });
    const [event, ...others] = await new PostgresEventStore(database.pool).readStream(TENANT, personStream('p-4'));
    expect(others).toEqual([]);
    expect(event).toMatchObject({ type: 'PersonErased', position, actor: 'p-admin', data: { person: 'p-4', document: '7/QĐ' } });
    expect(JSON.stringify(event)).not.toContain(AN.name);
  });

  const fileHere = async (): Promise<readonly Buffer[]> => {
    await database.admin.query('checkpoint');
    const { rows } = await database.admin.query("select pg_read_binary_file(pg_relation_filepath('person_key')) as bytes");
    return rows.map(({ bytes }: { bytes: Buffer }) => bytes);
  };

  /** On a cluster the rows lie on its nodes, in a file for each shard. */
  const filesOfShards = async (): Promise<readonly Buffer[]> => {
    await database.admin.query("select run_command_on_all_nodes('checkpoint')");
    const { rows } = await database.admin.query(
      "select result from run_command_on_shards('person_key', $$select pg_read_binary_file(pg_relation_filepath('%s'))$$) where success",
    );
    return rows.map(({ result }: { result: string }) => Buffer.from(result.slice(2), 'hex'));
  };

  it('leave no key behind in the table’s file', async () => {
    await register.put(TENANT, 'p-5', AN);
    const [{ key }] = (await database.admin.query('select key from person_key where person = $1', ['p-5'])).rows;
    const inFile = async (): Promise<boolean> => {
      const files = isOnCitus() ? await filesOfShards() : await fileHere();
      return files.some((file) => file.includes(key as Buffer));
    };
    expect(await inFile()).toBe(true);
    const looking = await database.admin.connect();
    await looking.query('begin isolation level repeatable read; select 1 from event limit 1'); // as a statistics run does
    await owners.erase(TENANT, erasure('p-5'));
    expect(await inFile()).toBe(false);
    await looking.query('rollback');
    looking.release();
  });

  it('are no part of the log: it verifies before and after, to the same leaves', async () => {
    const tenant = 'vn-17';
    await register.put(tenant, 'p-1', AN);
    const at = '2022-07-01T08:00:00+07:00' as Instant;
    const events = [{ type: 'Noted', v: 1, data: { by: 'p-1' }, because: null, at, actor: 'p-1' }];
    await new PostgresEventStore(database.pool).append(tenant, [{ stream: 'note/1', expected: 0, events }]);
    const verified = async (kept: readonly string[]) => {
      await seal(database.pool, { tenant, key: knownKey, checkpointMs: 0 });
      const verifier = new ExportVerifier({ kept });
      const { note } = await exportLog(database.pool, tenant, async (lines) => verifier.push(Buffer.from(lines)));
      return { note, verdict: verifier.finish() };
    };
    const before = await verified([]);
    await owners.erase(tenant, erasure('p-1'));
    const after = await verified([before.note]);
    expect([before.verdict, after.verdict]).toMatchObject([
      { ok: true, events: 1 },
      { ok: true, events: 2, kept: 1 },
    ]);
  });
});
