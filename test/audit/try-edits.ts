import { hasPython } from './python.js';
import { tryEdits } from './trial.js';

/** `node dist/test/audit/try-edits.js [COUNT] [SEED]`: damages an export so many times and holds both verifiers to it. */
const [count = 10_000, seed = 1] = process.argv.slice(2).map(Number);
const began = performance.now();
const python = hasPython();
const { missed, misplaced, disagreed } = tryEdits(count, { seed, python });
for (const each of [...missed, ...misplaced, ...disagreed].slice(0, 20)) console.log(each);
const seconds = ((performance.now() - began) / 1_000).toFixed(1);
console.log(
  `edits ${count}, seed ${seed}, ${python ? 'both verifiers' : 'no python3'}: missed ${missed.length}, misplaced ${misplaced.length}, disagreed ${disagreed.length} (${seconds} s)`,
);
process.exitCode = missed.length + misplaced.length + disagreed.length > 0 ? 1 : 0;
