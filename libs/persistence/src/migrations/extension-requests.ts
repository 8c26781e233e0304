import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ADD_EXTENSION_REQUESTS, DROP_EXTENSION_REQUESTS } from './extension-requests.sql.js';

/** Requests for later days. */
export class ExtensionRequests1796000400000 implements MigrationInterface {
  readonly name = 'ExtensionRequests1796000400000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of ADD_EXTENSION_REQUESTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DROP_EXTENSION_REQUESTS) await runner.query(statement);
  }
}
