import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { cascadeBenchmark } from './cascade.bench.js';
import { dslBenchmark } from './dsl.bench.js';
import type { Benchmark, BenchmarkOptions } from './benchmark.js';

const BENCHMARKS: Readonly<Record<string, Benchmark>> = { cascade: cascadeBenchmark, dsl: dslBenchmark };

const USAGE = `usage: npm run bench [-- NAME…] [--rounds N] [--json]
  NAME      ${Object.keys(BENCHMARKS).join(', ')} (all unless told)
  --rounds  rounds, each of every case, interleaved (3 unless told)
  --json    one JSON object a benchmark instead of a table`;

async function main(argv: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { rounds: { type: 'string', default: '3' }, json: { type: 'boolean', default: false }, help: { type: 'boolean' } },
  });
  const unknown = positionals.filter((name) => !(name in BENCHMARKS));
  const rounds = Number(values.rounds);
  if (values.help || unknown.length > 0 || !Number.isInteger(rounds) || rounds < 1) {
    console.error(unknown.length > 0 ? `unknown benchmark: ${unknown.join(', ')}\n${USAGE}` : USAGE);
    return values.help ? 0 : 2;
  }
  await run(positionals.length > 0 ? positionals : Object.keys(BENCHMARKS), rounds, values.json);
  return 0;
}

async function run(names: readonly string[], rounds: number, asJson: boolean): Promise<void> {
  const options: BenchmarkOptions = { rounds, progress: (line) => process.stderr.write(`  ${line}\n`) };
  const machine = { cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length, node: process.versions.node };
  for (const name of names) {
    const report = await BENCHMARKS[name]?.(options);
    if (report) console.log(asJson ? JSON.stringify({ ...report, machine }) : report.table);
  }
}

process.exitCode = await main(process.argv.slice(2));
