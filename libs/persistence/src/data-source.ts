import { DataSource, type DataSourceOptions } from 'typeorm';
import { READ_MODEL_ENTITIES } from './entities.js';
import { FirstTables1667260800000 } from './migrations/first-tables.js';

/** Options of the DataSource: migrations and read-model entities. The log has no entity, and nothing is ever synchronised. */
export const dataSourceOptions = (url: string): DataSourceOptions => ({
  type: 'postgres',
  url,
  applicationName: 'thac',
  poolSize: 2,
  entities: [...READ_MODEL_ENTITIES],
  migrations: [FirstTables1667260800000],
  migrationsTableName: 'migration',
  migrationsTransactionMode: 'each',
  synchronize: false,
  logging: false,
});

/** A DataSource, not yet connected: `initialize()` it. */
export const createDataSource = (url: string): DataSource => new DataSource(dataSourceOptions(url));

/** Serialises the migrations of several processes that start at once. Any number: this is the ASCII of "thac". */
const MIGRATION_LOCK = 0x74686163;

/**
 * Runs the migrations that the database lacks, each in a transaction; of several processes one does the work and the others
 * wait for it.
 * @returns names of the migrations that ran now
 */
export async function migrate(dataSource: DataSource): Promise<string[]> {
  const guard = dataSource.createQueryRunner();
  try {
    await guard.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const done = await dataSource.runMigrations();
    return done.map(({ name }) => name);
  } finally {
    await guard.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined); // ends with its session anyway
    await guard.release();
  }
}
