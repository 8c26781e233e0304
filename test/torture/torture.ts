import { parseArgs } from 'node:util';
import { TorturedCluster } from './cluster.js';
import { FAULTS } from './faults.js';
import { round } from './round.js';

const USAGE = `usage: npm run torture -- [--minutes N] [--seed S] [--communes N] [--workers N]
  Storms on a real PostgreSQL, one after another for N minutes (1 unless told), with faults in the middle of each.
  Prints how many faults of each kind were survived, and everything that was lost or doubled; ends with 1 where anything was.`;

/** A generator of numbers by a seed (mulberry32): the same seed strikes in the same order. */
function seeded(seed: number): (n: number) => number {
  let state = seed >>> 0;
  return (n) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * n);
  };
}

function shuffled<T>(values: readonly T[], chance: (n: number) => number): readonly T[] {
  const left = [...values];
  return values.map(() => left.splice(chance(left.length), 1)[0] as T);
}

async function main(argv: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      minutes: { type: 'string', default: '1' },
      seed: { type: 'string', default: '1' },
      communes: { type: 'string', default: '600' },
      workers: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  const numbers = [values.minutes, values.seed, values.communes, values.workers ?? '2'].map(Number);
  if (values.help || numbers.some((number) => !(number > 0))) {
    console.error(USAGE);
    return values.help ? 0 : 2;
  }
  const [minutes = 1, seed = 1, communes = 600] = numbers;
  return torment({ minutes, chance: seeded(seed), communes, workers: values.workers });
}

interface Torment {
  readonly minutes: number;
  readonly chance: (n: number) => number;
  readonly communes: number;
  readonly workers: string | undefined;
}

async function torment({ minutes, chance, communes: count, workers }: Torment): Promise<number> {
  const cluster = await TorturedCluster.start();
  const until = performance.now() + minutes * 60_000;
  const survived: Record<string, number> = {};
  const totals = { rounds: 0, effects: 0, acts: 0, unanswered: 0, wrongs: 0 };
  try {
    do {
      const faults = shuffled([...Object.keys(FAULTS), ...Object.keys(FAULTS)], chance);
      const tenant = `t${totals.rounds + 1}`;
      const number = workers === undefined ? 2 + 2 * (totals.rounds % 2) : Number(workers);
      const { hits, wrongs, effects, acts, unanswered } = await round({
        cluster,
        tenant,
        count,
        workers: number,
        faults,
        chance,
      });
      for (const [name, hit] of Object.entries(hits)) survived[name] = (survived[name] ?? 0) + hit;
      totals.rounds += 1;
      totals.effects += effects;
      totals.acts += acts;
      totals.unanswered += unanswered;
      totals.wrongs += wrongs.length;
      for (const wrong of wrongs) console.error(`round ${totals.rounds}: ${wrong}`);
      process.stderr.write(`  round ${totals.rounds}: ${effects} effects, ${acts} acts, ${wrongs.length} wrong\n`);
    } while (performance.now() < until);
  } finally {
    await cluster.end();
  }
  tell(totals, survived, cluster.hasOwnDisk);
  return totals.wrongs === 0 ? 0 : 1;
}

function tell(totals: Readonly<Record<string, number>>, survived: Readonly<Record<string, number>>, hasOwnDisk: boolean): void {
  const { rounds, effects, acts, unanswered, wrongs } = totals;
  console.log(`storms: ${rounds} · effects of time: ${effects} · acts of people: ${acts} · requests sent again: ${unanswered}`);
  console.log('faults survived:');
  for (const [name, hits] of Object.entries(survived)) console.log(`  ${String(hits).padStart(6)}  ${name}`);
  if (!hasOwnDisk) console.log('  (no disk was filled: a disk of its own takes root)');
  console.log(`lost, doubled or different: ${wrongs}`);
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2));
