import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CREATE_REFRESH, DROP_REFRESH } from './statistics.sql.js';

/** What a role that owns no table needs to have the planner know how full they are. */
export class Statistics1795950000000 implements MigrationInterface {
  readonly name = 'Statistics1795950000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of CREATE_REFRESH) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DROP_REFRESH) await runner.query(statement);
  }
}
