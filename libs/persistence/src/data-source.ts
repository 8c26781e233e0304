import { DataSource, type DataSourceOptions, type QueryRunner } from 'typeorm';
import { READ_MODEL_ENTITIES } from './entities.js';
import { DatabaseFault } from './embedded/faults.js';
import { Clock1795492800000 } from './migrations/clock.js';
import { Deliveries1795496400000 } from './migrations/deliveries.js';
import { AsyncProjections1795665600000 } from './migrations/async-projections.js';
import { ExtensionRequests1796000400000 } from './migrations/extension-requests.js';
import { Facts1795320000000 } from './migrations/facts.js';
import { FirstTables1667260800000 } from './migrations/first-tables.js';
import { Identity1795960000000 } from './migrations/identity.js';
import { LogEntries1795993200000 } from './migrations/log-entries.js';
import { LogSubjects1795996800000 } from './migrations/log-subjects.js';
import { OutsideIdentities1795978800000 } from './migrations/outside-identities.js';
import { Partitions1795330000000 } from './migrations/partitions.js';
import { Persons1795953600000 } from './migrations/persons.js';
import { Seals1795856400000 } from './migrations/seals.js';
import { Statistics1795950000000 } from './migrations/statistics.js';
import { Stuck1795971600000 } from './migrations/stuck.js';
import { withoutPassword } from './place.js';

/** Options of the DataSource: migrations and read-model entities. The log has no entity, and nothing is ever synchronised. */
export const dataSourceOptions = (url: string): DataSourceOptions => ({
  type: 'postgres',
  url,
  applicationName: 'thac',
  poolSize: 2,
  entities: [...READ_MODEL_ENTITIES],
  migrations: [
    FirstTables1667260800000,
    Facts1795320000000,
    Partitions1795330000000,
    Clock1795492800000,
    Deliveries1795496400000,
    AsyncProjections1795665600000,
    Seals1795856400000,
    Statistics1795950000000,
    Persons1795953600000,
    Identity1795960000000,
    Stuck1795971600000,
    OutsideIdentities1795978800000,
    LogEntries1795993200000,
    LogSubjects1795996800000,
    ExtensionRequests1796000400000,
  ],
  migrationsTableName: 'migration',
  migrationsTransactionMode: 'each',
  synchronize: false,
  logging: false,
});

/** A DataSource, not yet connected: `initialize()` it. */
export const createDataSource = (url: string): DataSource => new DataSource(dataSourceOptions(url));

/** Serialises the migrations of several processes that start at once. Any number: this is the ASCII of "thac". */
const MIGRATION_LOCK = 0x74686163;

/** SQLSTATE of servers that let us in, but not write: rights that are missing, a standby or a read-only database. */
const NOT_ALLOWED: ReadonlySet<string> = new Set(['42501', '25006']);

/**
 * Runs the migrations that the database lacks, each in a transaction; of several processes one does the work and the others
 * wait for it.
 * @returns names of the migrations that ran now
 * @throws DatabaseFault `database.no-rights` where tables may not be made
 */
export function migrate(dataSource: DataSource): Promise<string[]> {
  return whileMigrating(dataSource, async () => {
    try {
      return (await dataSource.runMigrations()).map(({ name }) => name);
    } catch (error) {
      throw faultOf(error, dataSource);
    }
  });
}

/** Does work on the tables themselves, on a connection of its own, while no other process does. */
export async function whileMigrating<T>(dataSource: DataSource, work: (runner: QueryRunner) => Promise<T>): Promise<T> {
  const guard = dataSource.createQueryRunner();
  try {
    await guard.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    return await work(guard);
  } finally {
    await guard.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined); // ends with its session anyway
    await guard.release();
  }
}

function faultOf(error: unknown, { options }: DataSource): unknown {
  const { code = '', message = '' } = error as { readonly code?: string; readonly message?: string };
  const url = options.type === 'postgres' ? (options.url ?? '') : '';
  return NOT_ALLOWED.has(code)
    ? new DatabaseFault('database.no-rights', { place: withoutPassword(url), reason: message })
    : error;
}
