import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CREATE_OUTSIDE_IDENTITIES, DROP_OUTSIDE_IDENTITIES } from './outside-identities.sql.js';

/** Signing in at a provider outside. */
export class OutsideIdentities1795978800000 implements MigrationInterface {
  readonly name = 'OutsideIdentities1795978800000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of CREATE_OUTSIDE_IDENTITIES) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DROP_OUTSIDE_IDENTITIES) await runner.query(statement);
  }
}
