import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Every example: the names of the folders beside this file. */
export const EXAMPLES: readonly string[] = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .toSorted();

/** Where a file of an example lies; its folder where no file is named. */
export const placeOf = (example: string, file = ''): string => path.join(import.meta.dirname, example, file);

/** The text of a file of an example. */
export const textOf = (example: string, file: string): string => readFileSync(placeOf(example, file), 'utf8');

/** Names of an example's rules files, in alphabetical order. */
export const rulesFilesOf = (example: string): readonly string[] =>
  readdirSync(placeOf(example))
    .filter((name) => name.endsWith('.thac'))
    .toSorted();
