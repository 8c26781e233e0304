import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { Bilingual } from '#contracts';
import { Looking, type Running } from '../looking.js';
import { advance } from './advance.js';
import { TENANTS_BEHIND } from './cursors.sql.js';
import type { AsyncProjection } from './projection.js';

/** Something worth writing down about projections. */
export interface ProjectionLogEntry {
  readonly level: 'error';
  readonly message: Bilingual;
  readonly projection: string;
  readonly tenant?: string;
  readonly error: unknown;
}

/** What projections run on. */
export interface ProjectionOptions {
  readonly pool: Pool;
  readonly projections: readonly AsyncProjection[];
  /** Told of steps that failed; they are tried again. */
  readonly log?: (entry: ProjectionLogEntry) => void;
  /** Told of every step that took events in: how many, and how long it took in seconds. */
  readonly onStep?: (step: { readonly projection: string; readonly events: number; readonly seconds: number }) => void;
  /** Longest rest between two looks, in milliseconds; 500 unless told. */
  readonly pollMs?: number;
  /** True while others in the process have what is more urgent: projections then take a fifth of the time, and catch up later. */
  readonly yields?: () => boolean;
  /** Waits, in milliseconds; the machine's timer unless told. */
  readonly wait?: (ms: number) => Promise<unknown>;
}

/** Projections that run. */
export type RunningProjections = Running;

const POLL_MS = 500;
const LONGEST_REST_MS = 30_000;
/** How many times as long as a step it rests after it where it yields, and for how long at most, in milliseconds. */
const YIELDED = 4;
const MOST_YIELDED_MS = 2_000;
/** Tenants of one look: those furthest behind; the others come with the next. */
const TENANTS = 200;

/**
 * Follows the logs of all tenants. Any number of processes may: of one tenant's projection only one takes a step at a time, the
 * others go on to the next tenant. After a failure it rests for twice as long each time.
 */
export function startProjections(options: ProjectionOptions): RunningProjections {
  return new ProjectionLoop(options).start();
}

class ProjectionLoop extends Looking {
  private failures = 0;

  constructor(private readonly options: ProjectionOptions) {
    super();
  }

  protected override async look(): Promise<number> {
    let failed = false;
    for (const projection of this.options.projections) failed = !(await this.follow(projection)) || failed;
    this.failures = failed ? this.failures + 1 : 0;
    return Math.min(LONGEST_REST_MS, (this.options.pollMs ?? POLL_MS) * 2 ** Math.min(this.failures, 10));
  }

  /** A step for each tenant in turn, until none has more. @returns false where something failed */
  private async follow(projection: AsyncProjection): Promise<boolean> {
    const { name, version } = projection;
    let waiting: readonly string[] = [];
    try {
      const { rows } = await this.options.pool.query<{ tenant: string }>(TENANTS_BEHIND, [name, version, TENANTS]);
      waiting = rows.map(({ tenant }) => tenant);
    } catch (error) {
      this.options.log?.({ level: 'error', message: FAILED, projection: name, error });
      return false;
    }
    let well = true;
    while (waiting.length > 0 && !this.stopped) {
      const more: string[] = [];
      for (const tenant of waiting) {
        const step = this.stopped ? false : await this.patientStep(projection, tenant);
        if (step === undefined) well = false;
        else if (step) more.push(tenant);
      }
      waiting = more;
    }
    return well;
  }

  /** A step, and a rest where others come first. */
  private async patientStep(projection: AsyncProjection, tenant: string): Promise<boolean | undefined> {
    const { yields, wait = pause } = this.options;
    const began = performance.now();
    const step = await this.step(projection, tenant);
    const rest = Math.min(MOST_YIELDED_MS, (performance.now() - began) * YIELDED);
    if (step && !this.stopped && yields?.()) await wait(rest);
    return step;
  }

  /** @returns whether there is more to do, or undefined where it failed */
  private async step(projection: AsyncProjection, tenant: string): Promise<boolean | undefined> {
    const began = performance.now();
    try {
      const { events, more } = await advance(this.options.pool, projection, { tenant });
      if (events > 0) {
        this.options.onStep?.({ projection: projection.name, events, seconds: (performance.now() - began) / 1_000 });
      }
      return more;
    } catch (error) {
      this.options.log?.({ level: 'error', message: FAILED, projection: projection.name, tenant, error });
      return undefined;
    }
  }
}

const FAILED: Bilingual = {
  vi: 'Số liệu tổng hợp chưa cập nhật được, sẽ thử lại.',
  en: 'A projection could not follow the log and will try again.',
};
