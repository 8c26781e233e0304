import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { cascadeBenchmark } from './cascade.bench.js';
import { dslBenchmark } from './dsl.bench.js';
import { PEER_WORKLOADS, runPeers } from './peers.js';
import { growthBenchmark } from './growth.bench.js';
import { recomputeBenchmark } from './recompute.bench.js';
import { rlsBenchmark } from './rls.bench.js';
import { rulesBenchmark } from './rules.bench.js';
import { sealBenchmark } from './seal.bench.js';
import { storeBenchmark } from './store.bench.js';
import { stormBenchmark } from './storm.bench.js';
import { webBenchmark } from './web.bench.js';
import type { Benchmark, BenchmarkOptions } from './benchmark.js';

const BENCHMARKS: Readonly<Record<string, Benchmark>> = {
  cascade: cascadeBenchmark,
  dsl: dslBenchmark,
  growth: growthBenchmark,
  recompute: recomputeBenchmark,
  rls: rlsBenchmark,
  rules: rulesBenchmark,
  seal: sealBenchmark,
  store: storeBenchmark,
  storm: stormBenchmark,
  web: webBenchmark,
};

const USAGE = `usage: npm run bench [-- NAME…] [--peers DIR] [--rounds N] [--json]
  NAME      ${Object.keys(BENCHMARKS).join(', ')} (all unless told)
  --peers   folder of the peers' benchmarks (installed): theirs are run, and ours beside them in the same rounds;
            NAME is then one of ${PEER_WORKLOADS.join(', ')}
  --rounds  rounds, each of every case, interleaved (3 unless told)
  --json    one JSON object a benchmark instead of a table`;

async function main(argv: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      rounds: { type: 'string', default: '3' },
      json: { type: 'boolean', default: false },
      peers: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  const known = values.peers === undefined ? Object.keys(BENCHMARKS) : PEER_WORKLOADS;
  const unknown = positionals.filter((name) => !known.includes(name));
  const rounds = Number(values.rounds);
  if (values.help || unknown.length > 0 || !Number.isInteger(rounds) || rounds < 1) {
    console.error(unknown.length > 0 ? `unknown benchmark: ${unknown.join(', ')}\n${USAGE}` : USAGE);
    return values.help ? 0 : 2;
  }
  if (values.peers !== undefined) return runPeers(values.peers, positionals.length > 0 ? positionals : PEER_WORKLOADS, rounds);
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
