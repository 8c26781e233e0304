import type { Pool } from 'pg';
import { instantOfMs, type Instant } from '#engine';
import {
  type Beat,
  type ClockMembers,
  type Frontier,
  frontierOf,
  type Lateness,
  type SetAside,
  type SlotPart,
  type WakeUp,
  type WakeUpSlots,
} from '#event-store';
import { DUE_IN_SLOT, DUE_TENANTS, FIRST_OF_SLOTS, LATENESS } from './slots.sql.js';
import { StuckUnitPlans } from './stuck-unit-plans.js';
import { BEAT, FORGET, LEAVE, LIVING, NOW } from './workers.sql.js';

/** How long a worker counts as alive after a beat, in milliseconds. */
const ALIVE_MS = 5_000;
/** Most wake-ups counted in one class of lateness. */
const MOST_COUNTED = 20_000;
/** Least lateness of each class, in milliseconds; the first takes in what is due just now. */
const CLASSES = [0, 1_000, 10_000, 60_000, 600_000] as const;

export interface PostgresClockOptions {
  /** How long a worker counts as alive after a beat, in milliseconds; 5,000 unless told. */
  readonly aliveMs?: number;
}

/**
 * Wake-ups by slots, and the workers that share them. Time is the database's: machines whose clocks stand wrong or jump change
 * nothing. Takes no lock that outlives a statement.
 */
export class PostgresClock implements WakeUpSlots, ClockMembers {
  private readonly aliveMs: number;

  constructor(
    private readonly pool: Pool,
    { aliveMs = ALIVE_MS }: PostgresClockOptions = {},
  ) {
    this.aliveMs = aliveMs;
  }

  async frontier(tenant: string, slots: readonly number[]): Promise<Frontier> {
    const { rows } = await this.pool.query<{ slot: number; at: Instant }>(FIRST_OF_SLOTS, [tenant]);
    return frontierOf(new Map(rows.map(({ slot, at }) => [slot, at])), slots);
  }

  async dueIn(tenant: string, { slot, until, after, limit }: SlotPart): Promise<readonly WakeUp[]> {
    const values = [tenant, slot, until, after?.at ?? '', after?.stream ?? '', limit];
    return (await this.pool.query<WakeUp>(DUE_IN_SLOT, values)).rows;
  }

  async dueTenants(until: Instant): Promise<readonly string[]> {
    const { rows } = await this.pool.query<{ tenant: string }>(DUE_TENANTS, [until]);
    return rows.map(({ tenant }) => tenant);
  }

  setAside(tenant: string, stuck: readonly SetAside[]): Promise<void> {
    return new StuckUnitPlans(this.pool).setAside(tenant, stuck);
  }

  async beat(worker: string): Promise<Beat> {
    await this.pool.query(BEAT, [worker, this.aliveMs]);
    const { rows } = await this.pool.query<{ worker: string; now: number }>(LIVING);
    return { now: instantOfMs(rows[0]?.now ?? 0), workers: rows.map((row) => row.worker) };
  }

  async leave(worker: string): Promise<void> {
    await this.pool.query(LEAVE, [worker]);
    await this.pool.query(FORGET);
  }

  async now(): Promise<Instant> {
    return instantOfMs(await this.ms());
  }

  /**
   * How late the due wake-ups of each tenant are that has any; never more than 20,000 are counted in a class. One bounded query a
   * tenant.
   */
  async lateness(): Promise<readonly Lateness[]> {
    const now = await this.ms();
    const bounds = CLASSES.map((late) => instantOfMs(now - late));
    const found: Lateness[] = [];
    for (const tenant of await this.dueTenants(instantOfMs(now))) {
      const { rows } = await this.pool.query<{ class: number; count: number }>(LATENESS, [tenant, bounds, MOST_COUNTED]);
      const [second = 0, seconds = 0, minute = 0, minutes = 0, longer = 0] = CLASSES.map(
        (_, index) => rows.find((row) => row.class === index + 1)?.count ?? 0,
      );
      found.push({ tenant, second, seconds, minute, minutes, longer });
    }
    return found;
  }

  private async ms(): Promise<number> {
    return (await this.pool.query<{ now: number }>(NOW)).rows[0]?.now ?? 0;
  }
}
