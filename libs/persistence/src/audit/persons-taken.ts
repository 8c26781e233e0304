import type { PoolClient } from 'pg';
import type { KeyLine, PersonLine } from '#audit';
import { TAKE_KEYS, TAKE_PERSONS } from './import.sql.js';

interface Taken {
  readonly person: string;
  readonly sealed: Buffer | null;
  readonly document: string | null;
  key: Buffer | null;
}

const BATCH = 500;
/** What stands as the document of those whose key did not come along. */
const NO_KEY = '—';

/** Persons of an export, written some at a time: one waits until it is known whether its key follows. */
export class PersonsTaken {
  private waiting: Taken[] = [];

  constructor(private readonly client: PoolClient) {}

  take(line: PersonLine | KeyLine): void {
    const last = this.waiting.at(-1);
    if (line.kind === 'key' && last) last.key = Buffer.from(line.key, 'base64');
    if (line.kind !== 'person') return;
    const sealed = line.sealed === null ? null : Buffer.from(line.sealed, 'base64');
    this.waiting.push({ person: line.person, sealed, document: line.erased, key: null });
  }

  /** Writes those that are complete, where they are many. */
  async flush(tenant: string): Promise<void> {
    if (this.waiting.length > BATCH) await this.write(tenant, this.waiting.splice(0, this.waiting.length - 1));
  }

  /** Writes the rest. */
  async end(tenant: string): Promise<void> {
    if (this.waiting.length > 0) await this.write(tenant, this.waiting.splice(0));
  }

  private async write(tenant: string, persons: readonly Taken[]): Promise<void> {
    const ids = persons.map(({ person }) => person);
    await this.client.query(TAKE_PERSONS, [tenant, ids, persons.map(({ sealed }) => sealed)]);
    const documents = persons.map(({ key, document }) => (key === null ? (document ?? NO_KEY) : null));
    await this.client.query(TAKE_KEYS, [tenant, ids, persons.map(({ key }) => key), documents]);
  }
}
