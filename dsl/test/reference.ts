import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { diagnosticPages } from './reference/diagnostic-pages.js';
import { grammarPage, grammarPictures } from './reference/grammar-page.js';
import { keywordsPage } from './reference/keywords-page.js';

/** Pages of the reference that are made from the language itself. After a change of it: `npm run build && node dist/dsl/test/reference.js`. */
export const FOLDER = 'docs/reference';

const made = (what: string): string =>
  `<!-- Made from the language itself by dsl/test/reference.ts: change ${what}, not this page. -->`;

/** Folders in which every file is made: what stands there besides is left over from a rule or a code that is gone. */
export const MADE_FOLDERS = ['language/diagrams', 'diagnostics'];

/** Every page and picture: its place in the folder and its text. */
export const pages = (): Readonly<Record<string, string>> => ({
  'language/keywords.md': keywordsPage(made('the vocabulary')),
  'language/grammar.md': grammarPage(made('the grammar')),
  ...Object.fromEntries(Object.entries(grammarPictures()).map(([file, text]) => [`language/${file}`, text])),
  ...Object.fromEntries(
    Object.entries(diagnosticPages(made('the catalogue, or the notes beside it'))).map(([file, text]) => [
      `diagnostics/${file}`,
      text,
    ]),
  ),
});

/** Files that stand in a made folder and that nothing makes any more. */
export const leftOver = (made: Readonly<Record<string, string>>): readonly string[] =>
  MADE_FOLDERS.flatMap((folder) => filesOf(folder).map((file) => `${folder}/${file}`)).filter(
    (file) => !Object.hasOwn(made, file),
  );

const filesOf = (folder: string): readonly string[] =>
  existsSync(path.join(FOLDER, folder)) ? readdirSync(path.join(FOLDER, folder)) : [];

if (import.meta.main) {
  const all = pages();
  for (const folder of MADE_FOLDERS) mkdirSync(path.join(FOLDER, folder), { recursive: true });
  for (const file of leftOver(all)) rmSync(path.join(FOLDER, file));
  for (const [file, text] of Object.entries(all)) writeFileSync(path.join(FOLDER, file), text);
}
