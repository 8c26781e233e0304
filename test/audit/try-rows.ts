import { onBenchServer } from '../performance/server.js';
import { hasPython } from './python.js';
import { tryRows } from './row-trial.js';

/** `node dist/test/audit/try-rows.js [COUNT] [SEED]`: changes rows of a real database so many times behind its triggers, and holds both verifiers to it. */
const [count = 10_000, seed = 1] = process.argv.slice(2).map(Number);
const python = hasPython();
const began = performance.now();
const { edits, clean, wrong } = await onBenchServer((server) =>
  server.fresh('rows', 'migrated', (_, pools) => tryRows(pools, { count, seed, python })),
);
for (const each of wrong.slice(0, 20)) console.log(each);
const seconds = ((performance.now() - began) / 1_000).toFixed(1);
const by = python ? 'both verifiers' : 'no python3';
console.log(`rows changed ${edits} times, untouched ${clean}, seed ${seed}, ${by}: ${wrong.length} wrong (${seconds} s)`);
process.exitCode = wrong.length > 0 ? 1 : 0;
