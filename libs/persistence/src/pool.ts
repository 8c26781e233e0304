import pg from 'pg';

const INT8 = 20;
const DATE = 1082;
const TIMESTAMPTZ = 1184;

/** Positions stay far below 2^53; days stay days; times are UTC, ISO 8601. Everything else as the driver reads it. */
const PARSERS: Readonly<Record<number, (text: string) => unknown>> = {
  [INT8]: Number,
  [DATE]: (text) => text,
  [TIMESTAMPTZ]: (text) => new Date(text).toISOString(),
};

const types: pg.CustomTypesConfig = {
  getTypeParser: (id: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && PARSERS[id]) || pg.types.getTypeParser(id, format as 'text'),
};

export interface PoolOptions {
  readonly url: string;
  /** 10 unless told. */
  readonly max?: number;
  /** Told of connections that die while nobody uses them; the pool replaces them. */
  readonly onIdleError?: (error: Error) => void;
}

/** A pool whose rows hold numbers for bigint, `YYYY-MM-DD` for days and ISO 8601 for times. Connects when first asked to. */
export function createPool({ url, max = 10, onIdleError }: PoolOptions): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max, types, connectionTimeoutMillis: 10_000, application_name: 'thac' });
  pool.on('error', (error) => onIdleError?.(error));
  return pool;
}
