import type { Policy } from '../rows/policies.js';

/** What the application may do with rows of a table besides reading them. */
export type Right = 'insert' | 'update' | 'delete';

/** Columns of the log that whoever records fills in; the others are the server's own: when, and by which transaction. */
const RECORDED = ['position', 'version', 'v', 'tenant', 'stream', 'type', 'at', 'actor', 'data', 'because'];

/** What is granted on a table. */
export interface Granted {
  readonly rights: readonly Right[];
  /** Whether its rows may be read; true unless told. */
  readonly reads?: boolean;
}

interface Rights {
  readonly rights: readonly Right[];
  /** Columns that may be given with an insert; all unless told. */
  readonly columns?: readonly string[];
}

const WHATEVER: Rights = { rights: ['insert', 'update', 'delete'] };

/** Tables that are not the application's to change as it likes. All others hold what can be made anew from the log, or work under way. */
const RESTRICTED: Readonly<Record<string, Rights>> = {
  event: { rights: ['insert'], columns: RECORDED },
  command_record: { rights: ['insert'] },
  seal_checkpoint: { rights: ['insert'] },
  tenant_head: { rights: ['insert', 'update'] },
  seal_head: { rights: ['insert', 'update'] },
  seal_tile: { rights: ['insert', 'update'] },
  migration: { rights: [] },
  person: { rights: ['insert', 'update'] },
  person_key: { rights: ['insert'] },
};

/** Tables whose rows only ever come, and never change or go: what no other role than their owner may touch. */
export const APPEND_ONLY: readonly string[] = ['event', 'command_record', 'seal_checkpoint'];

/** Tables with secrets, which the reading role does not see. */
export const SECRET: readonly string[] = [
  'person_key',
  'account',
  'session',
  'api_token',
  'one_time_link',
  'sign_in_failure',
  'outside_identity',
  'outside_attempt',
];

/** What the application may do with a table. */
export const rightsOn = (table: string): Rights => RESTRICTED[table] ?? WHATEVER;

/** What whoever asks may do with a table: what its policies are about, and no more than the application may. */
export function askerRightsOn(table: string, policies: readonly Policy[]): Granted {
  const verbs = new Set(policies.map(({ verb }) => verb));
  const rights = rightsOn(table).rights.filter((right) => verbs.has('all') || verbs.has(right as Policy['verb']));
  return { rights, reads: verbs.has('all') || verbs.has('select') };
}
