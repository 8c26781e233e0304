import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type TestDatabase, testDatabase } from '#testing';
import { copyCell, copyLines } from './copy.js';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase({ migrated: false });
  await database.owner.query('create table kept (n int, word text, flag boolean, list text[])');
});
afterAll(() => database.drop());

/** What PostgreSQL can hold: any text without NUL. */
const word = fc.oneof(
  fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\0', '')),
  fc.constantFrom('\\N', '\\.', 'a\tb\nc\r\\', '{"a"}', '', 'null', '𝄞 Ấm'),
);

describe('When rows are copied', () => {
  it('gives back every value as it was', async () => {
    const row = fc.tuple(
      fc.integer({ min: -1000, max: 1000 }),
      fc.option(word),
      fc.option(fc.boolean()),
      fc.array(word, { maxLength: 3 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 20 }), async (rows) => {
        const client = await database.owner.connect();
        await client.query('truncate kept');
        const lines = rows.map((cells) => `${cells.map(copyCell).join('\t')}\n`);
        expect(await copyLines(client, 'copy kept from stdin', lines)).toBe(rows.length);
        const { rows: kept } = await client.query('select * from kept');
        client.release();
        expect(kept).toEqual(rows.map(([n, text, flag, list]) => ({ n, word: text, flag, list })));
      }),
      { numRuns: 40 },
    );
  });

  it('says what the server refused, and leaves the connection fit for use', async () => {
    const client = await database.owner.connect();
    const endless = function* () {
      for (let n = 0; n < 200_000; n++) yield n === 3 ? 'not a number\tx\tt\t{}\n' : `${n}\tx\tt\t{}\n`;
    };
    await expect(copyLines(client, 'copy kept from stdin', endless())).rejects.toMatchObject({ code: '22P02' });
    expect((await client.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    client.release();
  });

  it('sends nothing to the table where making the rows fails', async () => {
    const client = await database.owner.connect();
    await client.query('truncate kept');
    const broken = function* (): Generator<string> {
      yield '1\tx\tt\t{}\n';
      throw new Error('no more');
    };
    await expect(copyLines(client, 'copy kept from stdin', broken())).rejects.toThrow('no more');
    expect((await client.query('select count(*)::int as n from kept')).rows).toEqual([{ n: 0 }]);
    client.release();
  });
});
