import { copyFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { cliHere } from '../e2e/cli.js';
import { blocksOf, documents, ROOT, type Block } from './markdown.js';

/** Commands that other specs run for real, or that run this very spec. */
const RUN_ELSEWHERE: Readonly<Record<string, string>> = {
  'npm ci && npm start': 'test/e2e/start.e2e.spec.ts starts the program as `npm start` does',
  'npm start': 'test/e2e/start.e2e.spec.ts',
  'npm cit': 'continuous integration runs it',
  'npm run bench': 'a benchmark, not a test',
};
export const THAC = 'npm run -s thac -- ';
/** What `test/e2e/examples.e2e.spec.ts` runs, and holds to the example's expected outcome byte for byte. */
const OUTCOME = /^npm run -s thac -- simulate examples\/[\w-]+ --json$/;

export const isRunElsewhere = (command: string): boolean => command in RUN_ELSEWHERE || OUTCOME.test(command);

/** Where a command runs, and the language of its reader. */
export interface Reader {
  readonly folder: string;
  readonly locale: string;
}

export const AT_HOME: Reader = { folder: ROOT, locale: 'vi_VN.UTF-8' };

/** What a command came to; its output is what a reader would see. */
export interface Ran {
  readonly status: number | null;
  readonly output: string;
}

/**
 * Runs one line of a `sh` block: `npm run -s thac -- …`, or the two that prepare a folder, `mkdir -p` and `cp`. In this process, whose
 * folder is the reader's meanwhile: the specs in `test/e2e` start the launcher.
 */
export async function run(command: string, { folder, locale }: Reader = AT_HOME): Promise<Ran> {
  const [verb, ...rest] = command.split(' ');
  if (verb === 'mkdir' || verb === 'cp')
    return prepare(
      verb,
      rest.filter((word) => word !== '-p'),
      folder,
    );
  const args = command.slice(THAC.length).match(/"[^"]*"|\S+/g) ?? [];
  const ended = await cliHere(
    args.map((arg) => arg.replaceAll('"', '')),
    { cwd: folder, env: { NO_COLOR: '1', LANG: locale } },
  );
  return { status: ended.code, output: ended.stdout + ended.stderr };
}

function prepare(verb: 'mkdir' | 'cp', [from = '', to = '']: readonly string[], folder: string): Ran {
  if (verb === 'mkdir') mkdirSync(path.join(folder, from), { recursive: true });
  else copyFileSync(path.join(folder, from), path.join(folder, to));
  return { status: 0, output: '' };
}

/** Commands of a block, with the exit code that `# exit N` behind one announces. */
export const commandsOf = ({ text }: Block): readonly { readonly command: string; readonly exit: number }[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [command = '', exit] = line.split(/\s+# exit /);
      return { command: command.trim(), exit: Number(exit ?? 0) };
    });

/** What a shown output stands for: a line `…` for any number of lines. */
export const patternOf = (text: string): RegExp =>
  new RegExp(
    `^${text
      .trim()
      .split('\n')
      .map((line) => (line.trim() === '…' ? '[\\s\\S]*?' : `${RegExp.escape(line.trimEnd())}\\s*?`))
      .join('\\n')}$`,
  );

/** A step that a reader takes with a file of his own: the words behind `thac` or `json` at a fence. */
const STEP = /^(?<act>new|add|change) (?<file>\S+)$/;

/** What a block does to a file of the reader's; undefined where it only shows something. */
export function stepOf({ note }: Block): { readonly act: 'new' | 'add' | 'change'; readonly file: string } | undefined {
  const { act, file } = STEP.exec(note)?.groups ?? {};
  if (file === undefined) return undefined;
  return { act: act as 'new' | 'add' | 'change', file };
}

/** Documents that a reader follows from the first block to the last, in a folder of his own. */
export const walkthroughs = (): readonly string[] => documents().filter((file) => blocksOf(file).some(stepOf));
