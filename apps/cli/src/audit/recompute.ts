import { recompute, type Recomputed } from '#workflow';
import type { PlanId } from '#engine';
import { availableParallelism } from 'node:os';
import { EXIT } from '../exit-codes.js';
import { UsageFault } from '../faults.js';
import { styled, type Terminal } from '../terminal.js';
import type { Run, Typed } from '../verb.js';
import { serverOf } from './ask-server.js';
import { type LogSeen, withLog } from './replay-log.js';

/** Speed of the run, and of reading the log alone, in events a second. */
interface Speed {
  readonly recomputing: number;
  readonly reading: number;
}

/** `thac audit recompute [PLAN]`: exit code 1 where something differs. */
export const runRecompute: Run = async (typed, terminal) => {
  const [plan] = typed.words;
  const threads = threadsOf(typed.value('threads'));
  const server = serverOf(typed, 'threads');
  if (server) return tell(await server.workOut<Recomputed>('audit/recompute', { plan }), typed, terminal);
  const { done, speed } = await withLog(typed, terminal, async (seen) => {
    const { log, tenant } = seen;
    const begun = performance.now();
    const found = await heldTo(seen, plan as PlanId | undefined, threads);
    const recomputed = performance.now();
    let events = 0;
    for await (const batch of log.replay(tenant)) events += batch.length;
    const read = performance.now();
    return {
      done: found,
      speed: { recomputing: rate(found.events, recomputed - begun), reading: rate(events, read - recomputed) },
    };
  });
  terminal.err(speedSaid(speed, terminal));
  return tell(done, typed, terminal);
};

function tell(done: Recomputed, typed: Typed, terminal: Terminal): number {
  if (typed.flag('json')) terminal.out(JSON.stringify(done, null, 2));
  else for (const line of recomputedLines(done, terminal)) terminal.out(line);
  return done.difference ? EXIT.refused : EXIT.ok;
}

/** Less than this one thread reads sooner than others have begun. */
const WORTH_THREADS = 20_000;
const MOST_THREADS = 64;

/** On several threads where the log lies in a database and is long, or they were asked for. */
async function heldTo(
  { log, tenant, until, url }: LogSeen,
  plan: PlanId | undefined,
  asked: number | undefined,
): Promise<Recomputed> {
  const options = { until, ...(plan !== undefined && { plan }) };
  const isLong = url !== undefined && asked === undefined && (await log.head(tenant)) >= WORTH_THREADS;
  const threads = asked ?? (isLong ? Math.min(availableParallelism(), MOST_THREADS) : 1);
  if (url === undefined || threads === 1) return recompute(log, tenant, options);
  const { RecomputeThreads } = await import('./recompute-threads.js');
  const running = new RecomputeThreads(url, threads);
  return running.recompute(tenant, options).finally(() => running.end());
}

function threadsOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const threads = Number(text);
  if (Number.isInteger(threads) && threads >= 1 && threads <= MOST_THREADS) return threads;
  throw new UsageFault(
    {
      vi: `--threads: “${text}” không phải số từ 1 đến ${MOST_THREADS}.`,
      en: `--threads: “${text}” is no number from 1 to ${MOST_THREADS}.`,
    },
    { vi: 'Viết ví dụ --threads 4.', en: 'Write --threads 4, for instance.' },
  );
}

const rate = (events: number, ms: number): number => Math.round((events * 1_000) / Math.max(ms, 1));

function speedSaid({ recomputing, reading }: Speed, { language }: Terminal): string {
  const ratio = (recomputing / Math.max(reading, 1)).toFixed(2);
  return {
    vi: `${recomputing} sự kiện mỗi giây; chỉ đọc: ${reading} (${ratio} lần).`,
    en: `${recomputing} events a second; reading alone: ${reading} (${ratio} of it).`,
  }[language];
}

/** What it came to, or the first difference with both versions. */
export function recomputedLines(
  { tenant, events, recomputed, acts, until, whole, difference }: Recomputed,
  terminal: Terminal,
): readonly string[] {
  const { language } = terminal;
  if (!difference) {
    const said = {
      vi: `${tenant}: ${recomputed} sự kiện do hệ thống gây ra tính lại đúng từng chữ, ${acts} thao tác hợp lệ, trong ${events} sự kiện.`,
      en: `${tenant}: ${recomputed} events of the engine come out the same to the letter, ${acts} acts hold, of ${events} events.`,
    };
    const end = {
      vi: until ? `Không thiếu gì đến ${until}.` : 'Chưa biết cuối nhật ký có thiếu gì không.',
      en: until ? `Nothing is missing up to ${until}.` : 'Whether something is missing at the end is not known.',
    };
    const broken = {
      vi: 'Dừng trước khi hết nhật ký: nhật ký dài hơn một yêu cầu cho phép. Hãy chạy trên bản xuất (--export) hoặc cơ sở dữ liệu.',
      en: 'Ended before the log did: it is longer than one request may take. Run it on an export (--export) or the database.',
    };
    return [styled(said[language], 'green', terminal), (whole ? end : broken)[language]];
  }
  const names = { vi: ['tính lại', 'nhật ký'], en: ['computed', 'recorded'] }[language];
  return [
    styled(difference.said[language], 'red', terminal),
    `  ${names[0]}: ${JSON.stringify(difference.computed)}`,
    `  ${names[1]}: ${JSON.stringify(difference.recorded)}`,
  ];
}
