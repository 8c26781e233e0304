import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Pool, PoolClient } from 'pg';
import { ExportVerifier, type Verdict } from '#audit';
import { exportFrom, PostgresEventStore, ProofBook, seal } from '#persistence';
import { knownKey } from '#testing';
import { randomOf } from './edits.js';
import { pythonOn } from './python.js';
import { type RowEdit, rowEdits, SEALED_AT } from './row-edits.js';

/** The application's connections, and those of somebody who may do anything. */
export interface RowPools {
  readonly pool: Pool;
  readonly admin: Pool;
}

/** What a trial came to: what was missed, placed where it is not, told otherwise by the other verifier, or an alarm at what nobody touched. */
export interface RowTrial {
  readonly edits: number;
  readonly clean: number;
  readonly wrong: readonly string[];
}

const TENANT = 'rows';
/** After so many edits, one look at rows that nobody touched. */
const CLEAN_EVERY = 10;
const BATCH = 500;

/** A log with checkpoints on the way. @returns what an auditor keeps of it */
async function fill(pool: Pool): Promise<string> {
  const store = new PostgresEventStore(pool);
  let n = 0;
  for (const size of SEALED_AT) {
    for (; n < size; n++) {
      const data = { n, note: 'Ghi chú\t"\\1"\nhai dòng' };
      const more = n % 3 === 0 ? { actor: null, because: { rule: `r-${n}` } } : { actor: 'vn-10', because: null };
      const event = { type: 'Noted', v: 1, data, at: '2022-07-01T08:00:00+07:00' as never, ...more };
      await store.append(TENANT, [{ stream: `note/${n % 7}`, expected: Math.floor(n / 7), events: [event] }]);
    }
    while ((await seal(pool, { tenant: TENANT, key: knownKey, checkpointMs: 0 })).more);
  }
  return (await new ProofBook(pool).checkpoint(TENANT))?.note ?? '';
}

/** The export of rows after changes that triggers do not see, and which are taken back. */
async function exportOf(client: PoolClient, statements: readonly string[]): Promise<Buffer> {
  const lines: string[] = [];
  await client.query('begin');
  try {
    await client.query('set local session_replication_role = replica');
    for (const statement of statements) await client.query(statement, [TENANT]);
    await exportFrom(client, TENANT, async (more) => lines.push(more) > 0);
  } finally {
    await client.query('rollback');
  }
  return Buffer.from(lines.join(''));
}

/** The very event, or the events between the checkpoints that enclose it. */
const isPlaced = ({ position }: RowEdit, { finding }: Verdict): boolean =>
  finding !== null && finding.position <= position && position <= finding.until + 1;

/** Changes rows of a database so many times, and asks our verifier and, where there is one, the one in Python. Leaves the database as it was filled. */
export async function tryRows(
  { pool, admin }: RowPools,
  { count, seed, python }: { readonly count: number; readonly seed: number; readonly python: boolean },
): Promise<RowTrial> {
  const kept = await fill(pool);
  const edits = rowEdits(randomOf(seed));
  const client = await admin.connect();
  const wrong: string[] = [];
  let clean = 0;
  try {
    for (let done = 0; done < count; done += BATCH) {
      const tried = await tryBatch(client, edits, Math.min(BATCH, count - done));
      clean += tried.filter(({ edit }) => !edit).length;
      wrong.push(...held(tried, kept, python));
    }
  } finally {
    client.release();
  }
  return { edits: count, clean, wrong };
}

interface Tried {
  readonly edit: RowEdit | undefined;
  readonly bytes: Buffer;
}

async function tryBatch(client: PoolClient, edits: Generator<RowEdit>, count: number): Promise<readonly Tried[]> {
  const tried: Tried[] = [];
  for (let n = 0; n < count; n++) {
    if (n % CLEAN_EVERY === 0) tried.push({ edit: undefined, bytes: await exportOf(client, []) });
    const edit = edits.next().value as RowEdit;
    tried.push({ edit, bytes: await exportOf(client, edit.statements) });
  }
  return tried;
}

function held(tried: readonly Tried[], kept: string, python: boolean): readonly string[] {
  const verdicts = tried.map(({ bytes }) => {
    const verifier = new ExportVerifier({ kept: [kept] });
    verifier.push(bytes);
    return verifier.finish();
  });
  const others = python
    ? inPython(
        tried.map(({ bytes }) => bytes),
        kept,
      )
    : verdicts;
  return tried.flatMap(({ edit }, index) => {
    const [verdict, other] = [verdicts[index] as Verdict, others[index] as Verdict];
    const isRight = edit ? !verdict.ok && isPlaced(edit, verdict) : verdict.ok;
    return isRight && isDeepStrictEqual(verdict, other) ? [] : [JSON.stringify([edit, verdict, other])];
  });
}

function inPython(exports: readonly Buffer[], kept: string): readonly Verdict[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'thac-rows-'));
  try {
    const file = (name: string | number): string => path.join(folder, String(name));
    writeFileSync(file('kept'), kept);
    for (const [index, bytes] of exports.entries()) writeFileSync(file(index), bytes);
    return pythonOn([...exports.keys()].map(file), ['--checkpoint', file('kept')]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
