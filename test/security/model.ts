import { parseArgs } from 'node:util';
import { openAskedPool } from '#persistence';
import { chanceOf, keepAsked } from '#testing';
import { onBenchServer } from '../performance/server.js';
import { guardCases } from './guard-cases.js';
import { SecurityHouse } from './house.js';

/** As many random cases as one likes, beside the model: at the guard, and the whole way over a real database. Ends at the first difference. */
async function main(argv: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      cases: { type: 'string', default: '100000' },
      requests: { type: 'string', default: '2000' },
      seed: { type: 'string', default: '1' },
    },
  });
  const [cases, requests, seed] = [Number(values.cases), Number(values.requests), Number(values.seed)];
  console.log(`seed ${seed}`);
  console.log(`guard: ${JSON.stringify(await guardCases(cases, seed))}`);
  const figures = await onBenchServer((server) =>
    server.fresh('model', 'migrated', async (pool, { url }) => {
      const asked = await openAskedPool(pool, url);
      keepAsked(pool, asked);
      const house = new SecurityHouse(pool);
      try {
        await house.open();
        return await house.run(requests, chanceOf(seed), (done) => process.stderr.write(`\r  ${done} requests`));
      } finally {
        await house.close();
        await asked.end();
      }
    }),
  );
  console.log(`\nwhole way: ${JSON.stringify(figures)}`);
  console.log('no leak, no wrong refusal');
  return 0;
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2));
