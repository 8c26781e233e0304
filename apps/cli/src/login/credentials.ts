import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

/** Where tokens of servers are kept: one file for its owner alone. */
const fileIn = ({ XDG_CONFIG_HOME, HOME }: NodeJS.ProcessEnv): string =>
  path.join(XDG_CONFIG_HOME || path.join(HOME || homedir(), '.config'), 'thac', 'tokens.json');

type Kept = Readonly<Record<string, { readonly id: string; readonly token: string }>>;

function read(environment: NodeJS.ProcessEnv): Kept {
  try {
    return JSON.parse(readFileSync(fileIn(environment), 'utf8')) as Kept;
  } catch {
    return {}; // none was kept, or the file is no longer one of ours: signing in writes it anew
  }
}

function write(environment: NodeJS.ProcessEnv, kept: Kept): void {
  const file = fileIn(environment);
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(`${file}.new`, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

let typed: string | undefined;
let surroundings: NodeJS.ProcessEnv = {};

/** Says which token a run was given: `--token`, else `THAC_TOKEN`. */
export function chooseToken(given: string | undefined, environment: NodeJS.ProcessEnv): void {
  typed = given ?? (environment['THAC_TOKEN'] || undefined);
  surroundings = environment;
}

/** The token for a server: the one that the run was given, else the one that `thac login` kept. */
export const tokenFor = (origin: string): string | undefined => typed ?? read(surroundings)[origin]?.token;

/** The kept token of a server. */
export const keptToken = (origin: string, environment: NodeJS.ProcessEnv): Kept[string] | undefined => read(environment)[origin];

/** Keeps a server's token, or forgets it. */
export function keepToken(origin: string, token: Kept[string] | undefined, environment: NodeJS.ProcessEnv): void {
  const { [origin]: _old, ...others } = read(environment);
  write(environment, token ? { ...others, [origin]: token } : others);
}
