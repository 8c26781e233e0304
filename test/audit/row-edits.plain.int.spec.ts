import { testDatabase } from '#testing';
import { expect, it } from '@jest/globals';
import { hasPython } from './python.js';
import { tryRows } from './row-trial.js';

// On a cluster, rows cannot be changed behind the triggers of other nodes from here.
it('Rows changed at random in the database are all found and placed, by both verifiers in the same words, and untouched ones raise no alarm', async () => {
  const database = await testDatabase();
  const { edits, clean, wrong } = await tryRows(database, { count: 135, seed: 2022, python: hasPython() });
  await database.drop();
  expect({ edits, clean, wrong }).toEqual({ edits: 135, clean: 14, wrong: [] });
});
