import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  COMPRESS_FASTER,
  CREATE_COLLATION,
  CREATE_LOG,
  CREATE_READ_MODELS,
  CREATE_UNIT_PLANS,
  DROP_ALL,
} from './first-tables.sql.js';

/** The log, its heads, keys and wake-ups, and the first read models. */
export class FirstTables1667260800000 implements MigrationInterface {
  readonly name = 'FirstTables1667260800000';

  async up(runner: QueryRunner): Promise<void> {
    const statements = [...CREATE_LOG, CREATE_COLLATION, COMPRESS_FASTER, ...CREATE_READ_MODELS, ...CREATE_UNIT_PLANS];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DROP_ALL) await runner.query(statement);
  }
}
