import { hasPython } from './python.js';
import { tryClean, tryEdits } from './trial.js';

/**
 * `node dist/test/audit/try-edits.js [COUNT] [SEED] [CLEAN]`: damages exports so many times and holds both verifiers to it; then asks them about
 * so many that nobody touched.
 */
const [count = 10_000, seed = 1, clean = 1_000] = process.argv.slice(2).map(Number);
const began = performance.now();
const python = hasPython();
const { missed, misplaced, disagreed } = tryEdits(count, { seed, python });
const alarms = tryClean(clean, { python });
for (const each of [...missed, ...misplaced, ...disagreed, ...alarms].slice(0, 20)) console.log(each);
const seconds = ((performance.now() - began) / 1_000).toFixed(1);
console.log(
  `edits ${count}, seed ${seed}, ${python ? 'both verifiers' : 'no python3'}: missed ${missed.length}, misplaced ${misplaced.length}, disagreed ${disagreed.length}`,
);
console.log(`untouched ${clean}: false alarms ${alarms.length} (${seconds} s in all)`);
process.exitCode = missed.length + misplaced.length + disagreed.length + alarms.length > 0 ? 1 : 0;
