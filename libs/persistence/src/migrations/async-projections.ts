import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CREATE_ASYNC, DROP_ASYNC } from './async-projections.sql.js';

/** Projections that follow the log, and rebuilds that go on where they stopped. */
export class AsyncProjections1795665600000 implements MigrationInterface {
  readonly name = 'AsyncProjections1795665600000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of CREATE_ASYNC) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DROP_ASYNC) await runner.query(statement);
  }
}
