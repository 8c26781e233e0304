import { availableParallelism, cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { hashOfAll, type FleetResult, type Violation } from './fleet.js';
import { FAULTS, type Fault } from './faults.js';
import type { Stretch } from './worker.js';

const USAGE = `usage: npm run simulate:fleet -- [--years N] [--seed S] [--workers W] [--life N] [--json]
  --years    plan-years to live through | số năm kế hoạch (1000)
  --seed     the same seed gives the same bytes | cùng hạt giống, cùng kết quả từng byte (1)
  --workers  one for each core unless told | mặc định mỗi nhân một tiến trình
  --life     begin with this life, and live it alone unless --years says more | bắt đầu từ đời này, chỉ một đời nếu không có --years
  --json     the result as JSON | kết quả dạng JSON`;

interface Order {
  readonly years: number;
  /** Number of the first life. */
  readonly life: number;
  readonly seed: number;
  readonly workers: number;
}

const TEXT = { type: 'string' } as const;
const FLAG = { type: 'boolean', default: false } as const;

/** Undefined where it cannot be told what is meant. */
function orderOf({ years, seed, workers, life }: Partial<Record<keyof Order, string>>): Order | undefined {
  const order = {
    years: Number(years ?? (life === undefined ? 1000 : 1)),
    life: Number(life ?? 0),
    seed: Number(seed ?? 1),
    workers: Number(workers ?? availableParallelism()),
  };
  const isMeant = Object.values(order).every(Number.isInteger) && order.years >= 1 && order.workers >= 1 && order.life >= 0;
  return isMeant ? order : undefined;
}

async function main(argv: readonly string[]): Promise<number> {
  const options = { years: TEXT, seed: TEXT, workers: TEXT, life: TEXT, json: FLAG, help: FLAG };
  const { values } = parseArgs({ args: [...argv], options });
  const order = orderOf(values);
  if (values.help || !order) {
    console.error(USAGE);
    return values.help ? 0 : 2;
  }
  const began = performance.now();
  const results = await Promise.all(stretchesOf(order).map((stretch) => liveIn(stretch)));
  const whole = merged(results, (performance.now() - began) / 1000);
  console.log(values.json ? JSON.stringify({ ...order, ...whole }) : table(order, whole));
  return whole.violations.length === 0 ? 0 : 1;
}

/** Lives are numbered: how many cores share them out changes nothing in any. */
function stretchesOf({ years, life, seed, workers }: Order): readonly Stretch[] {
  const size = Math.ceil(years / workers);
  return Array.from({ length: workers }, (_, index) => ({
    seed,
    from: life + index * size,
    years: Math.min(size, years - index * size),
  })).filter((stretch) => stretch.years > 0);
}

/** A life leaves nothing behind but its hash: with room for a few of them, little is ever moved to where old things are kept. */
const ROOM = { maxYoungGenerationSizeMb: 96 };

/** Told on standard error, where nobody reads results from. */
const lived = new Map<Stretch, number>();

interface Told {
  readonly lived?: number;
  readonly violation?: Violation;
  readonly result?: FleetResult;
}

function liveIn(stretch: Stretch): Promise<FleetResult> {
  return new Promise((done, failed) => {
    const worker = new Worker(new URL('./worker.js', import.meta.url), { workerData: stretch, resourceLimits: ROOM });
    worker.on('message', (told: Told) => {
      if (told.result) done(told.result);
      if (told.violation) process.stderr.write(`! ${told.violation.life}: ${told.violation.text}\n`);
      if (told.lived === undefined) return;
      lived.set(stretch, told.lived);
      const all = [...lived.values()].reduce((sum, each) => sum + each, 0);
      if (all % 1000 === 0) process.stderr.write(`  ${all}\n`);
    });
    worker.on('error', failed);
  });
}

interface Whole extends Omit<FleetResult, 'hashes'> {
  readonly hash: string;
  readonly seconds: number;
}

function merged(results: readonly FleetResult[], seconds: number): Whole {
  const sum = (of: (result: FleetResult) => number): number => results.reduce((total, each) => total + of(each), 0);
  return {
    years: sum(({ years }) => years),
    events: sum(({ events }) => events),
    faults: Object.fromEntries(FAULTS.map((fault) => [fault, sum(({ faults }) => faults[fault])])) as Record<Fault, number>,
    violations: results.flatMap(({ violations }) => violations),
    hash: hashOfAll(results.flatMap(({ hashes }) => hashes)),
    seconds,
  };
}

const VIETNAMESE: Readonly<Record<Fault, string>> = {
  'crash before an append': 'chết trước khi ghi',
  'crash after an append': 'chết sau khi ghi',
  'answer lost': 'mất câu trả lời',
  'conflict storm': 'bão xung đột',
  'slow read': 'đọc chậm, bị vượt',
  'clock run twice': 'đồng hồ chạy hai lần',
  'clock run skipped': 'bỏ một lượt đồng hồ',
  'clock leaps': 'đồng hồ nhảy xa',
  'fact before the clock': 'văn bản đến trước đồng hồ',
  'deed before the clock': 'làm việc trước khi đồng hồ sáp nhập',
  'two clocks at once': 'hai đồng hồ cùng lúc',
  'command beside the clock': 'lệnh chạy bên đồng hồ',
  'stale process': 'tiến trình nhớ dữ liệu cũ',
  'cascade half finished': 'giao việc dở dang',
};
const SHOWN = 20;

function table({ seed, workers }: Order, { years, events, faults, violations, hash, seconds }: Whole): string {
  const all = Object.values(faults).reduce((sum, each) => sum + each, 0);
  const rows: readonly (readonly [string, string | number])[] = [
    ['plan-years | năm kế hoạch', years],
    ['events | sự kiện', events],
    ['faults | lỗi đưa vào', all],
    ...FAULTS.map((fault) => [`  ${fault} | ${VIETNAMESE[fault]}`, faults[fault]] as const),
    ['violations | vi phạm', violations.length],
    ['plan-years a second | năm kế hoạch mỗi giây', (years / seconds).toFixed(1)],
    ['seconds | giây', seconds.toFixed(1)],
    ['seed | hạt giống', seed],
    ['machine | máy', `${workers} × ${cpus()[0]?.model ?? '?'}, Node ${process.versions.node}`],
    ['SHA-256', hash],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  const lines = rows.map(([name, value]) => `${name.padEnd(width)}  ${value}`);
  return [...lines, ...violations.slice(0, SHOWN).map(({ life, text }) => `! ${life}: ${text}`)].join('\n');
}

process.exitCode = await main(process.argv.slice(2));
