/** What a benchmark is run with. */
export interface BenchmarkOptions {
  /** Every round runs every case once, in turn, so that a noisy machine treats them alike. */
  readonly rounds: number;
  progress(line: string): void;
}

/** Seconds of one case, round by round. */
export interface Case {
  readonly name: string;
  readonly seconds: readonly number[];
}

export interface Report {
  readonly benchmark: string;
  readonly about: string;
  readonly cases: readonly Case[];
  /** Median, over the rounds, of each case's time ÷ the limit's time in the same round. */
  readonly ratios: Readonly<Record<string, number>>;
  readonly facts: Readonly<Record<string, string | number>>;
  /** The same for people. */
  readonly table: string;
}

export type Benchmark = (options: BenchmarkOptions) => Promise<Report>;

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1] ?? 0, sorted[middle] ?? 0];
  return (low + high) / 2;
};

/** Runs work and gives the seconds that it took. */
export async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

/** A report against one of its cases, the limit. */
export function reportAgainst(limit: string, report: Pick<Report, 'benchmark' | 'about' | 'cases' | 'facts'>): Report {
  const base = report.cases.find(({ name }) => name === limit)?.seconds ?? [];
  const ratios = Object.fromEntries(
    report.cases.map(({ name, seconds: own }) => [name, median(own.map((took, round) => took / (base[round] ?? took)))]),
  );
  const lines = report.cases.map(({ name, seconds: own }) => {
    const figures = [median(own), Math.min(...own), Math.max(...own)].map((figure) => figure.toFixed(2).padStart(8));
    return `${name.padEnd(44)}${figures.join('')}${(ratios[name] ?? 1).toFixed(2).padStart(10)}`;
  });
  const facts = Object.entries(report.facts).map(([name, value]) => `${name}: ${value}`);
  const head = `${'case'.padEnd(44)}${'median s'.padStart(8)}${'least'.padStart(8)}${'most'.padStart(8)}${'÷ limit'.padStart(10)}`;
  return { ...report, ratios, table: [report.about, facts.join(' · '), head, ...lines, ''].join('\n') };
}

/** Rates of one case, round by round, beside those of the limit in the same rounds. */
export interface Rates {
  readonly name: string;
  readonly unit: string;
  readonly ours: readonly number[];
  readonly limit: readonly number[];
  /** What the limit is. */
  readonly limitName: string;
}

/** A report of rates: seconds are those of a thousand, so that every report can be read alike. */
export function reportRates(report: Pick<Report, 'benchmark' | 'about' | 'facts'>, rates: readonly Rates[]): Report {
  const cases = rates.map(({ name, ours }) => ({ name, seconds: ours.map((rate) => 1_000 / rate) }));
  const shares = rates.map(({ name, ours, limit }) => [name, median(ours.map((rate, round) => rate / (limit[round] ?? rate)))]);
  const lines = rates.map(({ name, unit, ours, limit, limitName }) => {
    const figures = [median(ours), Math.min(...ours), Math.max(...ours)].map((rate) => rate.toFixed(0).padStart(10));
    const share = median(ours.map((rate, round) => rate / (limit[round] ?? rate))).toFixed(2);
    return `${name.padEnd(52)}${figures.join('')} ${unit.padEnd(10)}${share.padStart(6)} × ${limitName} (${median(limit).toFixed(0)})`;
  });
  const head = `${'case'.padEnd(52)}${'median'.padStart(10)}${'least'.padStart(10)}${'most'.padStart(10)}`;
  const facts = Object.entries(report.facts).map(([name, value]) => `${name}: ${value}`);
  return {
    ...report,
    cases,
    ratios: Object.fromEntries(shares),
    table: [report.about, facts.join(' · '), head, ...lines, ''].join('\n'),
  };
}
