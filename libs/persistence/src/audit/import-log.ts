import type { PoolClient } from 'pg';
import {
  type CheckpointLine,
  type EventLine,
  type ExportLine,
  ExportVerifier,
  type ManifestLine,
  readKey,
  openCheckpoint,
  sameHash,
  type Trust,
  type Verdict,
  WHOLE,
} from '#audit';
import { CALENDAR_STREAM, DOCUMENTS_STREAM, ORGANISATION_STREAM } from '#engine';
import { copyCell, copyLines } from '../copy.js';
import { ANALYSE } from '../event-store/analyse.sql.js';
import type { Database } from '../open-database.js';
import { withoutPassword } from '../place.js';
import { HOLD_APPENDS_OFF } from '../rebuild/rebuild.sql.js';
import { Shadow } from '../rebuild/shadow.js';
import { inTransaction } from '../transaction.js';
import { AuditFault } from './audit-fault.js';
import { COPY_LOG, HAS_ANYTHING, LAST_INSTANT, SET_HEAD, WAKE_EVERYTHING } from './import.sql.js';
import { PersonsTaken } from './persons-taken.js';
import { addLeaves, rootAt } from './seal.js';
import { BEGIN_SEAL, LAST_CHECKPOINT, NOTE_CHECKPOINT, WRITE_CHECKPOINT } from './seals.sql.js';

/** What an import brought in. */
export interface Imported {
  readonly tenant: string;
  readonly events: number;
  readonly checkpoints: number;
  /** Streams whose read models were built. */
  readonly streams: number;
  readonly persons: number;
  /** Root over all events, in base64. */
  readonly root: string;
}

/** Where an export comes from: its bytes, unpacked, and the name that messages give it. */
export interface ExportSource {
  readonly name: string;
  readonly chunks: AsyncIterable<Uint8Array>;
}

/** A database opened by the owner of its tables. */
export type Importable = Pick<Database, 'pool' | 'url'>;

const FACTS = [ORGANISATION_STREAM, CALENDAR_STREAM, DOCUMENTS_STREAM];
/** Events that are written at once. */
const BATCH = 1_024;
/** Events of read models that are built at once. */
const BUILT = 2_000;

/**
 * Brings a whole log back where there is none of its tenant, held to its seals on the way, in one transaction: all of it or nothing. The
 * tree of seals, the checkpoints and the read models are then those that there were.
 * @throws AuditFault `audit.not-empty`, `audit.not-whole`, `audit.does-not-hold`, `audit.not-equal`,
 * `audit.not-understood`
 */
export async function importLog({ pool, url }: Importable, source: ExportSource, trust: Trust = {}): Promise<Imported> {
  const imported = await inTransaction(pool, (client) =>
    new LogImport(client, source.name, withoutPassword(url)).run(source.chunks, trust),
  );
  await pool.query(ANALYSE);
  return imported;
}

class LogImport {
  private manifest: ManifestLine | undefined;
  private events: EventLine[] = [];
  private notes: CheckpointLine[] = [];
  private written = 0;
  private isBegun = false;
  private readonly persons: PersonsTaken;

  constructor(
    private readonly client: PoolClient,
    private readonly file: string,
    private readonly place: string,
  ) {
    this.persons = new PersonsTaken(client);
  }

  async run(chunks: AsyncIterable<Uint8Array>, trust: Trust): Promise<Imported> {
    const verifier = new ExportVerifier(trust, (line) => this.take(line));
    let holds = true;
    for await (const chunk of chunks) {
      holds = verifier.push(chunk);
      await this.begin();
      if (!holds) break;
      while (this.events.length >= BATCH) await this.flush();
      await this.persons.flush(this.tenant);
    }
    const verdict = verifier.finish();
    if (verdict.finding) throw this.doesNotHold(verdict);
    while (this.events.length > 0) await this.flush();
    await this.persons.end(this.tenant);
    await this.expectRoot();
    const streams = await this.bringToLife().catch((error: unknown) => this.notUnderstood(error));
    const { events, checkpoints, persons, root } = verdict;
    return { tenant: this.tenant, events, checkpoints, streams, persons, root };
  }

  private get tenant(): string {
    return this.manifest?.tenant ?? '';
  }

  private take(line: ExportLine): void {
    if (line.kind === 'manifest') this.manifest = line;
    else if (line.kind === 'event') this.events.push(line);
    else if (line.kind === 'checkpoint') this.notes.push(line);
    else if (line.kind === 'person' || line.kind === 'key') this.persons.take(line);
  }

  /** Once it is known whose log it is. */
  private async begin(): Promise<void> {
    if (!this.manifest || this.isBegun) return;
    this.isBegun = true;
    const { tenant, scope } = this.manifest;
    if (scope !== WHOLE) throw new AuditFault('audit.not-whole', { place: this.file, thing: scope });
    await this.client.query(HOLD_APPENDS_OFF, [tenant]);
    const { rows } = await this.client.query<{ has: boolean }>(HAS_ANYTHING, [tenant]);
    if (rows[0]?.has) throw new AuditFault('audit.not-empty', { place: this.place, thing: tenant });
    await this.client.query(BEGIN_SEAL, [tenant]);
  }

  /** Writes the next events, their part of the tree, and the checkpoints that these complete. */
  private async flush(): Promise<void> {
    const { client, tenant } = this;
    const events = this.events.splice(0, BATCH);
    await copyLines(client, COPY_LOG, events.map(logLine(tenant)));
    await addLeaves(client, tenant, { after: this.written, events });
    this.written += events.length;
    const key = this.manifest?.key ?? '';
    while (this.notes[0] && sizeOf(this.notes[0]) <= this.written) {
      const note = this.notes.shift()?.note ?? '';
      await client.query(WRITE_CHECKPOINT, [tenant, sizeOf({ note }), note, key]);
    }
  }

  /** The tree that was built is the one that the newest checkpoint signs. */
  private async expectRoot(): Promise<void> {
    const { client, tenant, written, manifest } = this;
    await client.query(NOTE_CHECKPOINT, [tenant, written]);
    const { rows } = await client.query<{ note: string }>(LAST_CHECKPOINT, [tenant]);
    const key = readKey(manifest?.key ?? '');
    const signed = key && openCheckpoint(rows[0]?.note ?? '', key);
    const isSame = signed !== undefined && sameHash(signed.root, await rootAt(client, tenant, written));
    if (!isSame) throw new AuditFault('audit.not-equal', { place: this.place, thing: `${tenant} ${written}` });
  }

  /** Head, read models and wake-ups, all worked out from the log. @returns how many streams were read */
  private async bringToLife(): Promise<number> {
    const { client, tenant, written } = this;
    await client.query(SET_HEAD, [tenant, written, FACTS]);
    await client.query(ANALYSE); // nothing was there a moment ago: pages of streams would each be sorted anew
    const models = new Shadow(tenant, tenant);
    let built = await models.begin(client);
    for (let next = await models.addStreams(client, built, BUILT); next; ) {
      built = next;
      next = await models.addStreams(client, built, BUILT);
    }
    await models.end(client);
    const { rows } = await client.query<{ at: string }>(LAST_INSTANT, [tenant]);
    await client.query(WAKE_EVERYTHING, [tenant, rows[0]?.at, FACTS]);
    return built.streams;
  }

  /** Events are read here for the first time: what their data do not allow comes to light as a fault of types. */
  private notUnderstood(error: unknown): never {
    if (!(error instanceof TypeError || error instanceof RangeError)) throw error;
    throw new AuditFault('audit.not-understood', { place: this.file, thing: error.message }, { cause: error });
  }

  private doesNotHold({ finding }: Verdict): AuditFault {
    const { kind = 'malformed', line = 0, position = 0 } = finding ?? {};
    return new AuditFault('audit.does-not-hold', { place: this.file, thing: `${kind}, ${line}, ${position}` });
  }
}

const sizeOf = ({ note }: Pick<CheckpointLine, 'note'>): number => Number(note.split('\n')[1]);

const logLine =
  (tenant: string) =>
  ({ position, stream, version, type, v, at, actor, recordedAt, data, because }: EventLine): string =>
    `${[tenant, position, stream, version, type, v, at, actor, recordedAt, data, because].map(copyCell).join('\t')}\n`;
