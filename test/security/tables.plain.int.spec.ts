import { chanceOf, testDatabase } from '#testing';
import { expect, it } from '@jest/globals';
import { modelled } from './table-model.js';
import { SecurityTables } from './tables.js';

it('Every table shows whoever asks the rows that a simple model says, and no other, whoever asks what on whatever day', async () => {
  const database = await testDatabase();
  const tables = new SecurityTables(database, chanceOf(5));
  expect(await tables.readable()).toEqual(modelled());
  const { scopes, rows, seen, tables: shown } = await tables.run(400);
  await database.drop();
  expect([scopes, rows > 200_000, seen > 10_000]).toEqual([400, true, true]);
  expect(shown).toEqual(modelled());
});
