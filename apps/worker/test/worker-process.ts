import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { findPackageJSON } from 'node:module';
import path from 'node:path';

const ROOT = path.dirname(findPackageJSON(import.meta.url) ?? '');
const PROGRAM = path.join(ROOT, 'dist/apps/worker/src/main.js');

/** Compiles what is stale, so that the worker is that of the sources. */
export async function buildWorker(): Promise<void> {
  const build = spawn(process.execPath, [path.join(ROOT, 'apps/cli/bin/build.mjs')], { cwd: ROOT, stdio: 'ignore' });
  const [code] = await once(build, 'exit');
  if (code !== 0) throw new Error(`the build ended with ${String(code)}`);
}

/** The clock as a process of its own: the real program. */
export class WorkerProcess {
  private readonly child: ChildProcess;
  private readonly ended: Promise<unknown>;
  /** What it wrote down. */
  output = '';

  constructor(databaseUrl: string, env: NodeJS.ProcessEnv = {}) {
    const { NODE_OPTIONS: _, ...inherited } = process.env;
    this.child = spawn(process.execPath, [PROGRAM], {
      cwd: ROOT,
      env: { ...inherited, DATABASE_URL: databaseUrl, ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    this.ended = once(this.child, 'exit');
    this.child.stderr?.on('data', (chunk: Buffer) => {
      this.output += chunk.toString();
    });
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** @throws Error with what it wrote down, where it has ended by itself */
  mustLive(): void {
    const { exitCode } = this.child;
    if (exitCode !== null) throw new Error(`the worker ended with ${exitCode}: ${this.output.slice(-2_000)}`);
  }

  /** No goodbye: what it has in hand is lost. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
  }

  /** Asks it to end. @returns its exit code */
  async stop(): Promise<number | null> {
    this.child.kill('SIGTERM');
    await this.ended;
    return this.child.exitCode;
  }
}
