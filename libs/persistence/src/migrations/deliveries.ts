import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CREATE_DELIVERIES, DROP_DELIVERIES } from './deliveries.sql.js';

/** Notices to units on their way out. The queue's own tables are made by the queue, in its schema `pgboss`. */
export class Deliveries1795496400000 implements MigrationInterface {
  readonly name = 'Deliveries1795496400000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of CREATE_DELIVERIES) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DROP_DELIVERIES) await runner.query(statement);
  }
}
