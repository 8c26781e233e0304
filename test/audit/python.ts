import { spawnSync } from 'node:child_process';
import path from 'node:path';
import type { Verdict } from '#audit';

const SCRIPT = path.join(process.cwd(), 'tools/verify.py');

/** Whether this machine has Python 3. */
export const hasPython = (): boolean => spawnSync('python3', ['--version']).status === 0;

/** What the verifier in Python says of each file. */
export function pythonOn(files: readonly string[], options: readonly string[] = []): readonly Verdict[] {
  const { stdout, stderr } = spawnSync('python3', [SCRIPT, '--json', ...options, ...files], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { PATH: process.env['PATH'], PYTHONIOENCODING: 'utf-8' },
  });
  const lines = stdout.trimEnd().split('\n');
  if (lines.length !== files.length) throw new Error(`${lines.length} verdicts of ${files.length}: ${stderr}`);
  return lines.map((line) => JSON.parse(line) as Verdict);
}

/** Runs the vectors that the verifier in Python brings along. */
export const selfTest = (): string => spawnSync('python3', [SCRIPT, '--self-test'], { encoding: 'utf8' }).stdout.trim();
