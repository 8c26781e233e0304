import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { reportAgainst, type BenchmarkOptions, type Report } from './benchmark.js';

const MEGABYTE = 1_000_000;
/** About 2,000 lines: a keystroke in a file of this size, answered with all its diagnostics. */
const KEYSTROKE = 90_000;

const CASES = [
  { name: 'limit: JSON.parse of the same content', case: 'json', bytes: MEGABYTE },
  { name: 'thac: check (editor mode), 1 MB', case: 'editor', bytes: MEGABYTE },
  { name: 'thac: compile to the IR, 1 MB', case: 'compile', bytes: MEGABYTE },
  { name: 'peggy, the same subset: parse only, 1 MB', case: 'peggy', bytes: MEGABYTE },
  { name: 'langium, the same subset: parse only, 1 MB', case: 'langium', bytes: MEGABYTE },
  { name: 'thac: check of 2,000 lines (a keystroke)', case: 'editor', bytes: KEYSTROKE },
] as const;

/** Reading the rules language beside what else could read it, each case in a process of its own, in turns. */
export async function dslBenchmark({ rounds, progress }: BenchmarkOptions): Promise<Report> {
  const took = new Map<string, number[]>(CASES.map(({ name }) => [name, []]));
  for (let round = 1; round <= rounds; round++) {
    for (const each of CASES) took.get(each.name)?.push(run(each) / 1000);
    progress(`round ${round} of ${rounds}`);
  }
  const keystroke = took.get('thac: check of 2,000 lines (a keystroke)') ?? [];
  return reportAgainst(CASES[0].name, {
    benchmark: 'dsl',
    about: 'Reading rules: 1 MB of text (one plan of some five thousand tasks)',
    cases: CASES.map(({ name }) => ({ name, seconds: took.get(name) ?? [] })),
    facts: { 'keystroke in 2,000 lines, ms': (Math.min(...keystroke) * 1000).toFixed(1) },
  });
}

function run(each: { readonly case: string; readonly bytes: number }): number {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(import.meta.dirname, 'dsl/case.js'), each.case, String(each.bytes)],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`${each.case}: ${stderr}`);
  return (JSON.parse(stdout) as { ms: number }).ms;
}
