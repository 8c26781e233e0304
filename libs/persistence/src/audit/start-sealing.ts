import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { Bilingual } from '#contracts';
import { Looking, type Running } from '../looking.js';
import { seal } from './seal.js';
import type { SealKey } from './seal-key.js';
import { TENANTS_TO_SEAL } from './seals.sql.js';

/** Something worth writing down about sealing. */
export interface SealingLogEntry {
  readonly level: 'error';
  readonly message: Bilingual;
  readonly tenant?: string;
  readonly error: unknown;
}

/** What sealing runs on. */
export interface SealingOptions {
  readonly pool: Pool;
  readonly key: SealKey;
  /** Told of steps that failed; they are tried again. */
  readonly log?: (entry: SealingLogEntry) => void;
  /** Longest rest between two looks, in milliseconds; 1,000 unless told. */
  readonly pollMs?: number;
  /** Least time between two checkpoints of a tenant, in milliseconds; 5,000 unless told. */
  readonly checkpointMs?: number;
}

/** Sealing that runs. */
export type RunningSealing = Running;

const POLL_MS = 1_000;
const CHECKPOINT_MS = 5_000;
const LONGEST_REST_MS = 60_000;
/** For so long a log that grows fast is sealed between the appends of others; then as fast as it goes. */
const GIVES_WAY_MS = 5_000;
/** Of the time in between: rests that are so many times as long as the step before. */
const RESTS = 2;

/**
 * Seals the logs of all tenants as they grow. Any number of processes may, with one key: of one tenant only one takes a step at a
 * time. A tenant that failed rests for twice as long each time, and holds up no other.
 */
export function startSealing(options: SealingOptions): RunningSealing {
  return new SealingLoop(options).start();
}

class SealingLoop extends Looking {
  private readonly resting = new Map<string, { readonly failures: number; readonly until: number }>();

  constructor(private readonly options: SealingOptions) {
    super();
  }

  protected override async look(): Promise<number> {
    await this.guarded('', () => this.sealAll());
    return this.options.pollMs ?? POLL_MS;
  }

  private async sealAll(): Promise<void> {
    const { pool, key, checkpointMs = CHECKPOINT_MS } = this.options;
    const { rows } = await pool.query<{ tenant: string }>(TENANTS_TO_SEAL);
    for (const { tenant } of rows) {
      await this.guarded(tenant, async () => {
        const begun = performance.now();
        for (let more = true; more && !this.stopped; ) {
          const step = performance.now();
          ({ more } = await seal(pool, { tenant, key, checkpointMs }));
          if (more) await this.giveWay(begun, performance.now() - step);
        }
      });
    }
  }

  /** Leaves processor and disk to whoever appends, unless it has been behind for long. */
  private async giveWay(begun: number, took: number): Promise<void> {
    if (performance.now() - begun < GIVES_WAY_MS) await pause(took * RESTS);
  }

  /** Does work unless it has to rest after a failure; tells of one. */
  private async guarded(name: string, work: () => Promise<void>): Promise<void> {
    const { failures = 0, until = 0 } = this.resting.get(name) ?? {};
    if (this.stopped || until > performance.now()) return;
    try {
      await work();
      this.resting.delete(name);
    } catch (error) {
      const rest = Math.min(LONGEST_REST_MS, (this.options.pollMs ?? POLL_MS) * 2 ** Math.min(failures + 1, 10));
      this.resting.set(name, { failures: failures + 1, until: performance.now() + rest });
      this.options.log?.({ level: 'error', message: FAILED, ...(name !== '' && { tenant: name }), error });
    }
  }
}

const FAILED: Bilingual = {
  vi: 'Chưa niêm phong được nhật ký, sẽ thử lại.',
  en: 'A log could not be sealed; it will be tried again.',
};
