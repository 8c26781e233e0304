import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CREATE_STUCK, DROP_STUCK } from './stuck.sql.js';

/** Unit plans that the clock has set aside. */
export class Stuck1795971600000 implements MigrationInterface {
  readonly name = 'Stuck1795971600000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of CREATE_STUCK) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DROP_STUCK) await runner.query(statement);
  }
}
