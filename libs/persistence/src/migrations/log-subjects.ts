import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CREATE_LOG_SUBJECTS, DROP_LOG_SUBJECTS } from './log-subjects.sql.js';

/** Events by the obligation that they name. */
export class LogSubjects1795996800000 implements MigrationInterface {
  readonly name = 'LogSubjects1795996800000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of CREATE_LOG_SUBJECTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DROP_LOG_SUBJECTS) await runner.query(statement);
  }
}
