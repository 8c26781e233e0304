import type { Pool, PoolClient } from 'pg';
import { createHash } from 'node:crypto';
import { EXPORT_FORMAT, EXPORT_VERSION, type ExportLine, WHOLE, writeLine } from '#audit';
import { SNAPSHOT } from '../backup/backup.sql.js';
import { inTransaction } from '../transaction.js';
import { AuditFault } from './audit-fault.js';
import { chosenLines, countOfChosen } from './chosen-lines.js';
import type { ChosenKind } from './export.sql.js';
import { personLines } from './person-lines.js';
import { LAST_CHECKPOINT, SEALED_TENANTS } from './seals.sql.js';
import type { Newest, SealedLogAt } from './sealed-log.js';
import { wholeLines } from './whole-lines.js';

/** Takes the lines of an export, a batch at a time. @returns false where nothing more is wanted */
export type LineTaker = (lines: string) => Promise<boolean>;

/** What of a log is exported. */
export interface ExportScope {
  /** Only what belongs to a plan and all that grew out of it, or to a unit and all below it; the whole log unless told. */
  readonly chosen?: { readonly kind: ChosenKind; readonly id: string } | undefined;
  /** Persons' particulars, encrypted: with the whole log unless told, never with a part of it. */
  readonly persons?: boolean | undefined;
  /** Their keys, too: whoever has the file then reads them. */
  readonly keys?: boolean | undefined;
}

/** What was exported. */
export interface Exported {
  readonly tenant: string;
  readonly scope: string;
  /** Events up to the newest checkpoint, or those chosen among them: later ones are not sealed yet. */
  readonly events: number;
  readonly checkpoints: number;
  readonly persons: number;
  /** The newest checkpoint. */
  readonly note: string;
  /** The key that signed it, as C2SP signed-note writes it. */
  readonly key: string;
}

/**
 * Writes a tenant's log up to its newest checkpoint, with the hash that was sealed of each event and the checkpoints on the way, as
 * of one moment; or chosen events, each with its proof. Memory is bounded. What stands in the tables is written as it stands: holding it
 * to its seals is the reader's work.
 * @throws AuditFault `audit.not-sealed`, `audit.nothing-chosen`
 */
export const exportLog = (pool: Pool, tenant: string, take: LineTaker, scope: ExportScope = {}): Promise<Exported> =>
  inTransaction(pool, async (client) => {
    await client.query(SNAPSHOT);
    return exportFrom(client, tenant, take, scope);
  });

/** The same on a connection whose transaction is the caller's. */
export async function exportFrom(
  client: PoolClient,
  tenant: string,
  take: LineTaker,
  scope: ExportScope = {},
): Promise<Exported> {
  const [last] = (await client.query<Newest>(LAST_CHECKPOINT, [tenant])).rows;
  if (!last) throw new AuditFault('audit.not-sealed', { place: tenant });
  const log: SealedLogAt = { tenant, ...last };
  const { chosen } = scope;
  const events = chosen ? await countOfChosen(client, log, chosen) : last.size;
  const name = chosen ? `${chosen.kind}:${chosen.id}` : WHOLE;
  const counting = new CountingTaker(take);
  await counting.add([
    {
      kind: 'manifest',
      format: EXPORT_FORMAT,
      version: EXPORT_VERSION,
      tenant,
      scope: name,
      size: last.size,
      events,
      key: last.key,
    },
  ]);
  for await (const lines of chosen ? chosenLines(client, log, chosen) : wholeLines(client, log)) {
    if (!(await counting.add(lines))) break;
  }
  if (!chosen && scope.persons !== false && counting.goesOn) {
    for await (const lines of personLines(client, tenant, scope.keys === true)) await counting.add(lines);
  }
  await counting.end();
  const { event, checkpoint, person } = counting.counts;
  return { tenant, scope: name, events: event, checkpoints: checkpoint, persons: person, note: last.note, key: last.key };
}

/** Hands lines on, and keeps count and digest of them for the last one. */
class CountingTaker {
  readonly counts = { manifest: 0, event: 0, proof: 0, checkpoint: 0, person: 0, key: 0, end: 0 };
  goesOn = true;
  private readonly digest = createHash('sha256');

  constructor(private readonly take: LineTaker) {}

  async add(lines: readonly ExportLine[]): Promise<boolean> {
    for (const { kind } of lines) this.counts[kind] += 1;
    const text = lines.map(writeLine).join('');
    this.digest.update(text);
    if (this.goesOn && text !== '') this.goesOn = await this.take(text);
    return this.goesOn;
  }

  async end(): Promise<void> {
    const { event: events, checkpoint: checkpoints, person: persons } = this.counts;
    const sha256 = this.digest.digest('base64');
    if (this.goesOn) await this.take(writeLine({ kind: 'end', events, checkpoints, persons, sha256 }));
  }
}

/** The tenant that is meant: the one named, or the only one that is sealed. @throws AuditFault */
export async function sealedTenant(pool: Pool, named: string | undefined): Promise<string> {
  if (named !== undefined) return named;
  const tenants = (await pool.query<{ tenant: string }>(SEALED_TENANTS)).rows.map(({ tenant }) => tenant);
  const [only] = tenants;
  if (only === undefined) throw new AuditFault('audit.not-sealed', { place: '…' });
  if (tenants.length > 1) throw new AuditFault('audit.which-tenant', { place: '', thing: tenants.slice(0, 10).join(', ') });
  return only;
}
