import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { main } from '../../apps/cli/src/main.js';

/** The checkout. */
export const ROOT = path.resolve(import.meta.dirname, '../..');

const LAUNCHER = path.join(ROOT, 'apps/cli/bin/thac.mjs');
const LONGEST_MS = 120_000;

/** How a run of the command line ended. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly cwd?: string;
}

/** A run of the command line that can be watched, and ended. */
export class CliRun {
  readonly ended: Promise<Ended>;
  private readonly child: ChildProcess;
  private readonly watchers = new Set<() => void>();
  private text = { stdout: '', stderr: '' };

  constructor(args: readonly string[], { env = {}, cwd = ROOT }: RunOptions = {}) {
    this.child = spawn(process.execPath, [LAUNCHER, ...args], { cwd, env: environment(env), stdio: ['ignore', 'pipe', 'pipe'] });
    for (const name of ['stdout', 'stderr'] as const) {
      this.child[name]?.setEncoding('utf8').on('data', (chunk: string) => {
        this.text[name] += chunk;
        for (const watcher of this.watchers) watcher();
      });
    }
    this.ended = once(this.child, 'close').then(([code, signal]) => ({
      code: code as number | null,
      signal: signal as NodeJS.Signals | null,
      ...this.text,
    }));
  }

  get stdout(): string {
    return this.text.stdout;
  }

  /** Resolves once standard output matches; rejects where the run ends or the time runs out before. */
  async printed(pattern: RegExp): Promise<RegExpExecArray> {
    const found = Promise.withResolvers<RegExpExecArray>();
    const look = (): void => {
      const match = pattern.exec(this.text.stdout);
      if (match) found.resolve(match);
    };
    const fail = (why: string): void =>
      found.reject(new Error(`${why}, without ${pattern}:\n${this.text.stdout}\n${this.text.stderr}`));
    const timer = setTimeout(() => fail('time ran out'), LONGEST_MS);
    this.watchers.add(look);
    void this.ended.then(() => fail('the run ended'));
    look();
    try {
      return await found.promise;
    } finally {
      clearTimeout(timer);
      this.watchers.delete(look);
    }
  }

  kill(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }
}

/** Runs the command line to its end. */
export const cli = (args: readonly string[], options?: RunOptions): Promise<Ended> => new CliRun(args, options).ended;

/** The same in this process, without the launcher: for what a verb says, and not how a program of its own starts and ends. */
export async function cliHere(args: readonly string[], { env = {}, cwd = ROOT }: RunOptions = {}): Promise<Ended> {
  const text = { stdout: '', stderr: '' };
  const channel = (name: keyof typeof text) => ({ write: (more: string) => Boolean((text[name] += more)) });
  const surroundings = { environment: environment(env), stdout: channel('stdout'), stderr: channel('stderr') };
  process.chdir(cwd);
  try {
    return { code: await main(args, surroundings), signal: null, ...text };
  } finally {
    process.chdir(ROOT);
  }
}

/** The environment of a run: nothing of this process's that would change what it does, unless it is asked for. */
function environment(env: RunOptions['env']): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR } = process.env;
  return { PATH, HOME, TMPDIR, ...env };
}

/** The token of one of the users that a demonstration has ready, by its data folder. */
export async function demoToken(folder: string, role: string): Promise<string> {
  const users = JSON.parse(await readFile(path.join(folder, 'demo-users.json'), 'utf8')) as { role: string; token: string }[];
  const found = users.find((user) => user.role === role);
  if (!found) throw new Error(`no ${role} in ${folder}`);
  return found.token;
}

/** A port that nobody listens on at the moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || !address) throw new Error('no port');
  return address.port;
}
