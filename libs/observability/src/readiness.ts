/** One thing that must hold for a process to be useful. */
export interface ReadinessCheck {
  readonly name: 'database' | 'migrations' | 'clock' | 'projections';
  readonly status: 'ok' | 'failed';
  /** Without it nothing can be answered: the process is not ready. The others make it degraded. */
  readonly isVital: boolean;
}

/** Whether a process can do its work, and what is amiss. */
export interface Readiness {
  readonly status: 'ok' | 'degraded' | 'failed';
  readonly checks: readonly ReadinessCheck[];
}

/** What a database says of itself when it is asked whether all is well. */
export interface ReadinessNumbers {
  /** Migrations that this program knows and the database has not run. */
  readonly migrationsMissing: number;
  /** Workers that live. */
  readonly workers: number;
  /** Age in seconds of the oldest event that a projection has not taken in. */
  readonly projectionSeconds: number;
}

/** When a lag is too long. */
export interface ReadinessOptions {
  /** Seconds that a projection may be behind; 60 unless told. */
  readonly longestLag?: number;
  /** Longest wait for the database, in milliseconds; 2,000 unless told. */
  readonly waitMs?: number;
}

/** Asks, and judges. Never throws: a database that does not answer in time is a check that failed. */
export async function readinessOf(
  ask: () => Promise<ReadinessNumbers>,
  { longestLag = 60, waitMs = 2_000 }: ReadinessOptions = {},
): Promise<Readiness> {
  const numbers = await inTime(ask, waitMs).catch(() => undefined);
  if (!numbers) return judged([check('database', false, true)]);
  return judged([
    check('database', true, true),
    check('migrations', numbers.migrationsMissing === 0, true),
    check('clock', numbers.workers > 0, false),
    check('projections', numbers.projectionSeconds <= longestLag, false),
  ]);
}

const check = (name: ReadinessCheck['name'], holds: boolean, isVital: boolean): ReadinessCheck => ({
  name,
  status: holds ? 'ok' : 'failed',
  isVital,
});

function judged(checks: readonly ReadinessCheck[]): Readiness {
  const failed = checks.filter(({ status }) => status === 'failed');
  return { status: failed.length === 0 ? 'ok' : failed.some(({ isVital }) => isVital) ? 'failed' : 'degraded', checks };
}

async function inTime<T>(work: () => Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), ms);
  });
  return Promise.race([work(), tooLong]).finally(() => clearTimeout(timer));
}
