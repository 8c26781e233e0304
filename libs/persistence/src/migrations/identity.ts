import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CREATE_IDENTITY, DROP_IDENTITY } from './identity.sql.js';

/** Accounts, sessions, tokens, one-time links, and failed attempts to sign in. */
export class Identity1795960000000 implements MigrationInterface {
  readonly name = 'Identity1795960000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of CREATE_IDENTITY) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DROP_IDENTITY) await runner.query(statement);
  }
}
