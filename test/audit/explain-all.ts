import path from 'node:path';
import { readdirSync } from 'node:fs';
import { emptyTally, explainAll, liveThrough } from './explained.js';

/*
 * node dist/test/audit/explain-all.js [EXAMPLE…]: asks why and why not of everything in the simulated year of each example, and holds
 * every answer to its evidence and to the log. Exit code 1 where one is not borne out.
 */
const examples = path.resolve(import.meta.dirname, '../../../examples');
const all = readdirSync(examples, { withFileTypes: true }).filter((entry) => entry.isDirectory());
const wanted = process.argv.length > 2 ? process.argv.slice(2) : all.map(({ name }) => name);
let wrong = 0;
for (const name of wanted) {
  const tally = emptyTally();
  const began = performance.now();
  await explainAll(await liveThrough(path.join(examples, name)), { obligations: 1, rates: 1, absences: 1 }, tally);
  const { obligations, statements, happened, notHappened, rates, notOwed, reasons } = tally;
  const figures = {
    obligations,
    statements,
    happened,
    notHappened,
    rates,
    notOwed,
    seconds: Math.round((performance.now() - began) / 100) / 10,
  };
  console.log(name, JSON.stringify(figures), JSON.stringify(Object.fromEntries(reasons)));
  for (const line of tally.wrong.slice(0, 20)) console.log(`  ${line}`);
  if (tally.wrong.length > 20) console.log(`  … ${tally.wrong.length} in all`);
  wrong += tally.wrong.length;
}
process.exitCode = wrong === 0 ? 0 : 1;
