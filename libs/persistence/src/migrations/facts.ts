import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ADD_COLUMNS, DROP_COLUMNS } from './facts.sql.js';

/** Facts that unit plans react to, and what they change in unit plans. */
export class Facts1795320000000 implements MigrationInterface {
  readonly name = 'Facts1795320000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of ADD_COLUMNS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DROP_COLUMNS) await runner.query(statement);
  }
}
