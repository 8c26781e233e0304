import type { MigrationInterface, QueryRunner } from 'typeorm';
import { COMPRESS_FASTER } from './first-tables.sql.js';
import { CREATE_APPEND, CREATE_APPEND_ONE, JOIN_LOG, PARTITION_LOG } from './partitions.sql.js';

/** The log partitioned by tenant, and the function that appends to it. */
export class Partitions1795330000000 implements MigrationInterface {
  readonly name = 'Partitions1795330000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...PARTITION_LOG, COMPRESS_FASTER, CREATE_APPEND, CREATE_APPEND_ONE]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of [...JOIN_LOG, COMPRESS_FASTER]) await runner.query(statement);
  }
}
