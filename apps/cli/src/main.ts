import { EXIT } from './exit-codes.js';
import { unknownWord, UsageFault, printFault } from './faults.js';
import { chooseToken } from './login/credentials.js';
import { terminalOf, type Surroundings, type Terminal } from './terminal.js';
import { checkLanguage, chosenLanguage, readTyped } from './typed.js';
import type { Verb } from './verb.js';
import { VERBS } from './verbs.js';

/**
 * The command line: carries out what was typed and answers the exit code. Never throws; every fault is printed as what
 * happened and how to mend it.
 */
export async function main(args: readonly string[], surroundings: Surroundings = processSurroundings()): Promise<number> {
  const terminal = terminalOf(surroundings, chosenLanguage(args));
  try {
    return await dispatch(withoutLeadingLanguage(args), terminal);
  } catch (error) {
    return printFault(error, terminal);
  }
}

async function dispatch(args: readonly string[], terminal: Terminal): Promise<number> {
  const [first] = args;
  if (first === '--version' || first === '-v') return (await import('./version.js')).printVersion(terminal);
  if (first === undefined || first === '--help' || first === '-h') {
    return (await import('./help.js')).printHelp(VERBS, terminal);
  }
  const verb = verbOf(args);
  const typed = readTyped(args.slice(verb.name.split(' ').length), verb);
  checkLanguage(typed);
  if (typed.flag('help')) return (await import('./help.js')).printVerbHelp(verb, terminal);
  chooseToken(typed.value('token'), terminal.environment);
  const run = await verb.load();
  return run(typed, terminal);
}

/** `--language` may also stand before the verb. */
function withoutLeadingLanguage(args: readonly string[]): readonly string[] {
  if (args[0] === '--language') return args.slice(2);
  return args[0]?.startsWith('--language=') ? args.slice(1) : args;
}

/** @throws UsageFault with a suggestion */
function verbOf(args: readonly string[]): Verb {
  const [first = '', second] = args;
  const verb = VERBS.find(({ name }) => name === first || name === `${first} ${second}`);
  if (verb) return verb;
  const parts = VERBS.filter(({ name }) => name.startsWith(`${first} `)).map(({ name }) => name.slice(first.length + 1));
  if (parts.length > 0) {
    if (second !== undefined && !second.startsWith('-'))
      throw unknownWord({ vi: `lệnh ${first}`, en: `verb ${first}` }, second, parts);
    throw new UsageFault(
      { vi: `“${first}” cần thêm một từ.`, en: `“${first}” needs another word.` },
      {
        vi: `Dùng: ${parts.map((part) => `${first} ${part}`).join(', ')}.`,
        en: `Use: ${parts.map((part) => `${first} ${part}`).join(', ')}.`,
      },
    );
  }
  throw unknownWord(
    { vi: 'lệnh', en: 'verb' },
    first,
    VERBS.map(({ name }) => name),
  );
}

function processSurroundings(): Surroundings {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(EXIT.ok); // whoever read along has seen enough
    throw error;
  });
  return { environment: process.env, stdout: process.stdout, stderr: process.stderr };
}
