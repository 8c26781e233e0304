import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type TestDatabase, testDatabase } from '#testing';
import { arrayText } from './array-text.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary-ascii' }),
  fc.json(),
  fc.constantFrom('', 'null', 'NULL', '{}', '"', '\\', '\\"', 'a,b', '\n\t\r\b\u001f\u007f', 'Thác', '𝄞', '\u2028', ' x '),
);

describe('Arrays as text', () => {
  it('are read by the server as what they were', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.option(text.map((each) => each.replaceAll('\u0000', '')))), async (elements) => {
        const { rows } = await database.pool.query<{ read: unknown }>('select $1::text[] as read', [arrayText(elements)]);
        expect(rows[0]?.read).toEqual(elements);
      }),
      { numRuns: 300 },
    );
  });

  it('hold numbers, truth and nothing', async () => {
    const { rows } = await database.pool.query<{ numbers: unknown; truths: unknown }>(
      'select $1::int[] as numbers, $2::boolean[] as truths',
      [arrayText([1, -2, null, undefined]), arrayText([true, false, null])],
    );
    expect(rows[0]).toEqual({ numbers: [1, -2, null, null], truths: [true, false, null] });
  });

  it('write half a character as the driver does', async () => {
    const { rows } = await database.pool.query<{ ours: unknown; drivers: unknown }>(
      'select $1::text[] as ours, $2::text[] as drivers',
      [arrayText(['a\ud83d']), ['a\ud83d']],
    );
    expect(rows[0]?.ours).toEqual(rows[0]?.drivers);
  });
});
