import type { RowScope } from '#contracts';
import { openAskedPool, PostgresReadModels, whileAsking } from '#persistence';
import type { Pool } from 'pg';
import { type BenchmarkOptions, median, type Report, reportAgainst, seconds } from './benchmark.js';
import { onBenchServer } from './server.js';

const TENANT = 'vn';
const PROVINCES = 34;
const UNITS = 98;
const ITEMS = 90;
/** Questions of a province in a round: enough for a 95th percentile. */
const QUESTIONS = 200;

const unitsOf = (province: number): string[] => Array.from({ length: UNITS }, (_, n) => `p${province}.u${n}`);

const SCOPE: RowScope = {
  tenant: TENANT,
  action: 'work.read',
  user: 'u',
  units: '*',
  within: null,
  plan: null,
  desk: null,
  actor: null,
  people: [],
  grants: null,
};

/** As many items as the country's communes have under one plan, in units of 34 provinces. */
const FILL = [
  `insert into unit_plan (tenant, plan, unit, source, provisional, version, acceptors, joint, supports)
   select '${TENANT}', 'plan', format('p%s.u%s', p, u), 'plan', false, 1, '{}', '[]', '[]'
   from generate_series(1, ${PROVINCES}) p, generate_series(0, ${UNITS - 1}) u`,
  `insert into item (tenant, plan, unit, id, task, source, kind, due, status, generation)
   select '${TENANT}', 'plan', format('p%s.u%s', p, u), i::text, i::text, 'plan', 'dated', date '2022-01-01' + i,
     (array['assigned', 'received', 'in-progress', 'submitted', 'completed'])[1 + (p + u + i) % 5], 1
   from generate_series(1, ${PROVINCES}) p, generate_series(0, ${UNITS - 1}) u, generate_series(1, ${ITEMS}) i`,
  'vacuum analyze unit_plan, item',
];

const COUNT_ALL = 'select status, count(*)::int from item where tenant = $1 group by status';
const COUNT_UNITS = 'select status, count(*)::int from item where tenant = $1 and unit = any ($2::text[]) group by status';

/** Milliseconds of each question, one after another. */
async function each(count: number, ask: (n: number) => Promise<unknown>): Promise<readonly number[]> {
  const took: number[] = [];
  for (let n = 0; n < count; n++) took.push((await seconds(() => ask(n))) * 1_000);
  return took;
}

const p95 = (took: readonly number[]): number => took.toSorted((a, b) => a - b)[Math.floor(took.length * 0.95)] ?? 0;

interface Pools {
  readonly own: Pool;
  readonly asked: Pool;
}

const asCountry = <T>(work: () => Promise<T>): Promise<T> => whileAsking({ as: SCOPE }, work);
const asProvince = <T>(n: number, work: (units: string[]) => Promise<T>): Promise<T> => {
  const units = unitsOf(1 + (n % PROVINCES));
  return whileAsking({ as: { ...SCOPE, units } }, () => work(units));
};

const firstPages = (pool: Pool): Promise<readonly number[]> => {
  const reads = new PostgresReadModels(pool);
  return each(QUESTIONS, (n) => asProvince(n, (among) => reads.items(TENANT, { asOf: '2022-03-01T00:00:00+07:00', among }, {})));
};

/** What a province asks: how its items stand, the first page of them, and, without a limit in the statement, what is left to the policies. */
const PROVINCE_ASKS = {
  'count, no policies': ({ own }: Pools) =>
    each(QUESTIONS, (n) => own.query(COUNT_UNITS, [TENANT, unitsOf(1 + (n % PROVINCES))])),
  'count, row security': ({ asked }: Pools) =>
    each(QUESTIONS, (n) => asProvince(n, (units) => asked.query(COUNT_UNITS, [TENANT, units]))),
  'list, no policies': ({ own }: Pools) => firstPages(own),
  'list, row security': ({ asked }: Pools) => firstPages(asked),
  'count by the policies alone': ({ asked }: Pools) => each(10, (n) => asProvince(n, () => asked.query(COUNT_ALL, [TENANT]))),
} as const;

const [PLAIN, HELD] = ['country: count of all items, no policies', 'country: the same under row security'];

/** What it costs that the database holds whoever asks to their rows: over the country as a ratio in one round, over a province in milliseconds. */
export async function rlsBenchmark({ rounds, progress }: BenchmarkOptions): Promise<Report> {
  const country = { plain: [] as number[], held: [] as number[] };
  const provinces = new Map<string, number[]>();
  await onBenchServer((server) =>
    server.fresh('rls', 'migrated', async (own, { url, admin }) => {
      for (const statement of FILL) await admin.query(statement);
      const asked = await openAskedPool(own, url);
      try {
        for (let round = 0; round <= rounds; round++) {
          const plain = median(await each(9, () => own.query(COUNT_ALL, [TENANT]))) / 1_000;
          const held = median(await each(9, () => asCountry(() => asked.query(COUNT_ALL, [TENANT])))) / 1_000;
          const found = new Map<string, number>();
          for (const [name, ask] of Object.entries(PROVINCE_ASKS)) found.set(name, p95(await ask({ own, asked })));
          if (round === 0) continue; // reads the tables in, and opens the connections
          country.plain.push(plain);
          country.held.push(held);
          for (const [name, ms] of found) provinces.set(name, [...(provinces.get(name) ?? []), ms]);
          progress(`round ${round}: country ${(held / plain).toFixed(2)}`);
        }
      } finally {
        await asked.end();
      }
    }),
  );
  const facts = Object.fromEntries([...provinces].map(([name, took]) => [`province, ${name}, p95 ms`, median(took).toFixed(1)]));
  return reportAgainst(PLAIN, {
    benchmark: 'rls',
    about: `Row-level security over ${PROVINCES * UNITS * ITEMS} items`,
    cases: [
      { name: PLAIN, seconds: country.plain },
      { name: HELD, seconds: country.held },
    ],
    facts: { items: PROVINCES * UNITS * ITEMS, units: PROVINCES * UNITS, ...facts },
  });
}
