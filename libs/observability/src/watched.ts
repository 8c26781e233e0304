import { Gauge, type Registry } from 'prom-client';

/** Due wake-ups of one tenant by how late they are: below 1 s, 10 s, a minute, ten minutes, and longer. */
export interface WatchedLateness {
  readonly tenant: string;
  readonly second: number;
  readonly seconds: number;
  readonly minute: number;
  readonly minutes: number;
  readonly longer: number;
}

/** What the database says of itself at one scrape. */
export interface WatchedNumbers {
  readonly projections: readonly {
    readonly tenant: string;
    readonly projection: string;
    readonly positions: number;
    readonly seconds: number;
  }[];
  readonly lateness: readonly WatchedLateness[];
  /** How far the newest checkpoint of each sealed log is behind it. */
  readonly seals: readonly { readonly tenant: string; readonly events: number; readonly seconds: number }[];
  /** Workers that live, of all machines. */
  readonly workers: number;
  /** Unit plans that the clock has set aside, of all tenants. */
  readonly stuck: number;
  /** Deliveries by state. */
  readonly deliveries: Readonly<Record<string, number>>;
  readonly databaseBytes: number;
}

/** Where the numbers of a scrape come from. */
export interface Watched {
  /** Asked once a scrape. */
  readonly numbers: () => Promise<WatchedNumbers>;
  /** Connections of this process's pool. */
  readonly pool: () => { readonly total: number; readonly idle: number; readonly waiting: number };
  /** Free and whole size, in bytes, of the disk that holds the data; null where that is another machine's. */
  readonly disk: () => Promise<{ readonly free: number; readonly size: number } | null>;
}

const CLASSES = {
  second: 'under_1s',
  seconds: 'under_10s',
  minute: 'under_1m',
  minutes: 'under_10m',
  longer: 'over_10m',
} as const;

/**
 * Adds the gauges of what is watched.
 * @param failed told where the database does not answer
 * @returns what fills them: to be awaited before each scrape
 */
export function addWatched(registry: Registry, watched: Watched, failed: () => void): () => Promise<void> {
  const gauges = new WatchedGauges(registry);
  const up = new Gauge({
    name: 'thac_database_up',
    help: '1 where the database answered this scrape',
    registers: [registry],
  });
  return async () => {
    gauges.local(watched.pool(), await watched.disk().catch(() => null));
    try {
      gauges.fill(await watched.numbers());
      up.set(1);
    } catch {
      gauges.forget();
      up.set(0);
      failed();
    }
  };
}

const gaugesIn = (registry: Registry) => {
  const gauge = <L extends string>(name: string, help: string, labelNames: L[] = []): Gauge<L> =>
    new Gauge({ name, help, labelNames, registers: [registry] });
  return {
    positions: gauge('thac_projection_lag_positions', 'Events not yet taken in by a projection', ['projection', 'tenant']),
    seconds: gauge('thac_projection_lag_seconds', 'Age of the first event not taken in', ['projection', 'tenant']),
    overdue: gauge('thac_wake_ups_overdue', 'Due wake-ups by how late they are: the depth of the queue', ['tenant', 'late']),
    due: gauge('thac_wake_ups_due', 'Due wake-ups of all tenants by how late they are', ['late']),
    sealEvents: gauge('thac_seal_lag_events', 'Events that no signed checkpoint covers yet', ['tenant']),
    sealSeconds: gauge('thac_seal_lag_seconds', 'Age of the first event that no checkpoint covers', ['tenant']),
    workers: gauge('thac_clock_workers', 'Workers that live, on all machines'),
    stuck: gauge('thac_clock_stuck', 'Unit plans that the clock has set aside because looking at them fails'),
    deliveries: gauge('thac_deliveries', 'Deliveries by state', ['state']),
    dead: gauge('thac_dead_letters', 'Deliveries given up after all tries'),
    bytes: gauge('thac_database_bytes', 'Size of the database'),
    connections: gauge('thac_pool_connections', 'Connections of this process', ['state']),
    free: gauge('thac_disk_free_bytes', 'Free space where the data lies; absent where that is another machine'),
    size: gauge('thac_disk_size_bytes', 'Size of the disk where the data lies'),
  };
};

class WatchedGauges {
  private readonly gauges: ReturnType<typeof gaugesIn>;

  constructor(registry: Registry) {
    this.gauges = gaugesIn(registry);
  }

  fill({ projections, lateness, seals, workers, stuck, deliveries, databaseBytes }: WatchedNumbers): void {
    this.forget();
    for (const { projection, tenant, positions, seconds } of projections) {
      this.gauges.positions.set({ projection, tenant }, positions);
      this.gauges.seconds.set({ projection, tenant }, seconds);
    }
    for (const [key, late] of Object.entries(CLASSES) as [keyof typeof CLASSES, string][]) {
      for (const each of lateness) this.gauges.overdue.set({ tenant: each.tenant, late }, each[key]);
      this.gauges.due.set(
        { late },
        lateness.reduce((sum, each) => sum + each[key], 0),
      );
    }
    for (const { tenant, events, seconds } of seals) {
      this.gauges.sealEvents.set({ tenant }, events);
      this.gauges.sealSeconds.set({ tenant }, seconds);
    }
    this.gauges.workers.set(workers);
    this.gauges.stuck.set(stuck);
    for (const [state, count] of Object.entries(deliveries)) this.gauges.deliveries.set({ state }, count);
    this.gauges.dead.set(deliveries['dead'] ?? 0);
    this.gauges.bytes.set(databaseBytes);
  }

  /** Numbers of an earlier scrape say nothing of this one. */
  forget(): void {
    for (const gauge of [
      this.gauges.positions,
      this.gauges.seconds,
      this.gauges.overdue,
      this.gauges.due,
      this.gauges.sealEvents,
      this.gauges.sealSeconds,
      this.gauges.deliveries,
    ])
      gauge.reset();
    for (const gauge of [this.gauges.workers, this.gauges.stuck, this.gauges.dead, this.gauges.bytes]) gauge.remove();
  }

  local(pool: { total: number; idle: number; waiting: number }, disk: { free: number; size: number } | null): void {
    this.gauges.connections.set({ state: 'used' }, pool.total - pool.idle);
    this.gauges.connections.set({ state: 'idle' }, pool.idle);
    this.gauges.connections.set({ state: 'waited_for' }, pool.waiting);
    for (const gauge of [this.gauges.free, this.gauges.size]) gauge.remove();
    if (!disk) return;
    this.gauges.free.set(disk.free);
    this.gauges.size.set(disk.size);
  }
}
