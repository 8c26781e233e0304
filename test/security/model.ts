import { parseArgs } from 'node:util';
import { openAskedPool } from '#persistence';
import { chanceOf, keepAsked } from '#testing';
import type { Pool } from 'pg';
import { onBenchServer } from '../performance/server.js';
import { guardCases } from './guard-cases.js';
import { type HouseFigures, SecurityHouse } from './house.js';
import { SecurityTables } from './tables.js';

/** As many random cases as one likes, beside the model: at the guard, at every table of a real database, and the whole way. Ends at the first difference. */
async function main(argv: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      cases: { type: 'string', default: '100000' },
      scopes: { type: 'string', default: '2000' },
      requests: { type: 'string', default: '2000' },
      seed: { type: 'string', default: '1' },
    },
  });
  const [cases, requests, seed] = [Number(values.cases), Number(values.requests), Number(values.seed)];
  console.log(`seed ${seed}`);
  console.log(`guard: ${JSON.stringify(await guardCases(cases, seed))}`);
  await onBenchServer(async (server) => {
    const figures = await server.fresh('tables', 'migrated', async (pool, { url, admin }) => {
      const asked = await openAskedPool(pool, url);
      return new SecurityTables({ admin, asked }, chanceOf(seed)).run(Number(values.scopes)).finally(() => asked.end());
    });
    console.log(`tables: ${JSON.stringify({ ...figures, tables: figures.tables.length })}`);
    const whole = await server.fresh('model', 'migrated', (pool, { url }) => wholeWay(pool, url, { requests, seed }));
    console.log(`\nwhole way: ${JSON.stringify(whole)}`);
  });
  console.log('no leak, no wrong refusal');
  return 0;
}

async function wholeWay(
  pool: Pool,
  url: string,
  { requests, seed }: { readonly requests: number; readonly seed: number },
): Promise<HouseFigures> {
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
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2));
