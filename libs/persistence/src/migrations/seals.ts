import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CREATE_SEALS, DROP_SEALS } from './seals.sql.js';

/** The Merkle tree over each tenant's log, and its signed checkpoints. */
export class Seals1795856400000 implements MigrationInterface {
  readonly name = 'Seals1795856400000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of CREATE_SEALS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DROP_SEALS) await runner.query(statement);
  }
}
