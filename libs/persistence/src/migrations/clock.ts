import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CREATE_WORKERS, DROP_CLOCK, SPLIT_WAKE_UPS } from './clock.sql.js';

/** Wake-ups in slots, and the workers that share them. */
export class Clock1795492800000 implements MigrationInterface {
  readonly name = 'Clock1795492800000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...SPLIT_WAKE_UPS, ...CREATE_WORKERS]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DROP_CLOCK) await runner.query(statement);
  }
}
