import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { median, type BenchmarkOptions, type Case, type Report } from './benchmark.js';

const MEGABYTE = 1_000_000;
/** About 2,000 lines: a keystroke in a file of this size, answered with all its diagnostics. */
const KEYSTROKE = 90_000;

const CONTENT = 'limit: JSON.parse of the content';
const TREE = 'limit: JSON.parse of the tree';
const CHECK = 'thac: check (editor mode), 1 MB';
const PEGGY = 'peggy, the same subset: parse only, 1 MB';
const LANGIUM = 'langium, the same subset: parse only, 1 MB';
const TYPED = 'thac: check of 2,000 lines (a keystroke)';

const CASES = [
  { name: CONTENT, case: 'content', bytes: MEGABYTE },
  { name: TREE, case: 'tree', bytes: MEGABYTE },
  { name: 'thac: parse (tokens, tree, places), 1 MB', case: 'read', bytes: MEGABYTE },
  { name: CHECK, case: 'editor', bytes: MEGABYTE },
  { name: 'thac: compile to the IR, 1 MB', case: 'compile', bytes: MEGABYTE },
  { name: PEGGY, case: 'peggy', bytes: MEGABYTE },
  { name: LANGIUM, case: 'langium', bytes: MEGABYTE },
  { name: TYPED, case: 'keystroke', bytes: KEYSTROKE },
] as const;

const ABOUT = `Reading rules: 1 MB of text (one plan of some five thousand tasks), processor time
÷ content: against JSON.parse of numbers, titles, names and deadlines as a program would store them (0.8 MB)
÷ tree: against JSON.parse of the tree that the language itself makes of the text, every place included (5 MB): the same work`;

/** Reading the rules language beside what else could read it, each case in a process of its own, in turns. */
export async function dslBenchmark({ rounds, progress }: BenchmarkOptions): Promise<Report> {
  const took = new Map<string, number[]>(CASES.map(({ name }) => [name, []]));
  for (let round = 1; round <= rounds; round++) {
    for (const each of CASES) took.get(each.name)?.push(run(each) / 1000);
    progress(`round ${round} of ${rounds}`);
  }
  const cases = CASES.map(({ name }) => ({ name, seconds: took.get(name) ?? [] }));
  const against = (name: string, limit: string): number => ratio(took.get(name) ?? [], took.get(limit) ?? []);
  const facts = {
    'keystroke in 2,000 lines, ms': (median(took.get(TYPED) ?? []) * 1000).toFixed(1),
    'langium ÷ check': against(LANGIUM, CHECK).toFixed(2),
    'peggy ÷ check': against(PEGGY, CHECK).toFixed(2),
    'langium ÷ parse': against(LANGIUM, CASES[2].name).toFixed(2),
    'peggy ÷ parse': against(PEGGY, CASES[2].name).toFixed(2),
  };
  const ratios = Object.fromEntries(cases.map(({ name }) => [name, against(name, TREE)]));
  return { benchmark: 'dsl', about: ABOUT, cases, ratios, facts, table: tableOf(cases, facts, against) };
}

/** Median, over the rounds, of one time ÷ another in the same round. */
const ratio = (took: readonly number[], limit: readonly number[]): number =>
  median(took.map((own, round) => own / (limit[round] ?? own)));

function tableOf(cases: readonly Case[], facts: Report['facts'], against: (name: string, limit: string) => number): string {
  const lines = cases.map(({ name, seconds }) => {
    const times = [median(seconds), Math.min(...seconds), Math.max(...seconds)].map((each) => (each * 1000).toFixed(1));
    const ratios = [against(name, CONTENT), against(name, TREE)].map((each) => each.toFixed(2));
    return `${name.padEnd(44)}${[...times, ...ratios].map((figure) => figure.padStart(11)).join('')}`;
  });
  const head = ['median ms', 'least', 'most', '÷ content', '÷ tree'].map((title) => title.padStart(11)).join('');
  const said = Object.entries(facts).map(([name, value]) => `${name}: ${value}`);
  return [ABOUT, said.join(' · '), `${'case'.padEnd(44)}${head}`, ...lines, ''].join('\n');
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
