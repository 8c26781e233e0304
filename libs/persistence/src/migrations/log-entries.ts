import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CREATE_LOG_ENTRIES, DROP_LOG_ENTRIES } from './log-entries.sql.js';

/** What events are looked for by. */
export class LogEntries1795993200000 implements MigrationInterface {
  readonly name = 'LogEntries1795993200000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of CREATE_LOG_ENTRIES) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DROP_LOG_ENTRIES) await runner.query(statement);
  }
}
