import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CREATE_PERSONS, DROP_PERSONS } from './persons.sql.js';

/** Where particulars of persons are kept, outside the log. */
export class Persons1795953600000 implements MigrationInterface {
  readonly name = 'Persons1795953600000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of CREATE_PERSONS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DROP_PERSONS) await runner.query(statement);
  }
}
