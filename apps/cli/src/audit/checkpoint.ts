import { appendFile, stat } from 'node:fs/promises';
import {
  type Checkpoint,
  type Hash,
  hashFrom,
  notesOf,
  openCheckpoint,
  provesConsistency,
  readKey,
  type VerifierKey,
} from '#audit';
import { AppError, type Bilingual } from '#contracts';
import { AuditFault, ProofBook, sealedTenant } from '#persistence';
import { withOwnDatabase } from '../backup/own-database.js';
import { EXIT } from '../exit-codes.js';
import { readText } from '../files.js';
import { Server } from '../server.js';
import type { Run, Typed } from '../verb.js';

/** Thrown where a checkpoint does not carry on from one that was kept. */
export class KeptContradicted extends AppError {
  override readonly what: Bilingual;
  override readonly mend: Bilingual = {
    vi: 'Đừng xóa tệp đã giữ: đó là bằng chứng. Hãy xuất nhật ký và chạy thac audit verify --checkpoint để biết chỗ khác.',
    en: 'Do not delete the kept file: it is the evidence. Export the log and run thac audit verify --checkpoint to see where.',
  };
  constructor(
    override readonly code: 'audit.rolled-back' | 'audit.forked' | 'audit.other-key',
    readonly kept: number,
    readonly now: number,
  ) {
    super(`${code} ${kept} ${now}`);
    this.what = WHAT[code](kept, now);
  }
}

const WHAT: Readonly<Record<KeptContradicted['code'], (kept: number, now: number) => Bilingual>> = {
  'audit.rolled-back': (kept, now) => ({
    vi: `Nhật ký chỉ còn ${now} sự kiện, điểm đã giữ có ${kept}: đã bị quay về bản cũ.`,
    en: `The log has ${now} events, the kept checkpoint ${kept}: it was rolled back.`,
  }),
  'audit.forked': (kept) => ({
    vi: `${kept} sự kiện đầu không còn như khi điểm kiểm được giữ: nhật ký đã bị viết lại.`,
    en: `The first ${kept} events are not those of the kept checkpoint: the log was rewritten.`,
  }),
  'audit.other-key': () => ({
    vi: 'Điểm kiểm hoặc điểm đã giữ không do khóa này ký.',
    en: 'The checkpoint, or a kept one, is not signed by this key.',
  }),
};

interface Newest {
  readonly size: number;
  readonly note: string;
  readonly key: string;
}

/** Whoever answers for the log: the database, or a server. */
interface Answering {
  readonly newest: Newest;
  consistency(from: number, to: number): Promise<readonly Hash[]>;
}

/** `thac audit checkpoint [--keep FILE] [--server URL]`. */
export const runCheckpoint: Run = async (typed, terminal) => {
  const keep = typed.value('keep');
  const work = async (answering: Answering): Promise<Newest> => {
    if (keep !== undefined) await keepNewest(keep, answering);
    return answering.newest;
  };
  const address = typed.value('server');
  const newest =
    address === undefined
      ? await withOwnDatabase(typed, terminal, async ({ pool }) => work(await ofDatabase(new ProofBook(pool), pool, typed)))
      : await work(await ofServer(new Server(address)));
  if (typed.flag('json')) terminal.out(JSON.stringify(newest, null, 2));
  else {
    terminal.out(newest.note.trimEnd());
    terminal.err({ vi: `Khóa công khai: ${newest.key}`, en: `Public key: ${newest.key}` }[terminal.language]);
  }
  return EXIT.ok;
};

async function ofDatabase(book: ProofBook, pool: Parameters<typeof sealedTenant>[0], typed: Typed): Promise<Answering> {
  const tenant = await sealedTenant(pool, typed.value('tenant'));
  const newest = await book.checkpoint(tenant);
  if (!newest) throw new AuditFault('audit.not-sealed', { place: tenant });
  return { newest, consistency: async (from, to) => (await book.consistency(tenant, from, to))?.proof ?? [] };
}

async function ofServer(server: Server): Promise<Answering> {
  const { size, note, key } = await server.get<Newest>('audit/checkpoint');
  return {
    newest: { size, note, key },
    consistency: async (from, to) => {
      const query = { from: String(from), to: String(to) };
      const { proof } = await server.get<{ proof: readonly string[] }>('audit/proofs/consistency', query);
      return proof.flatMap((each) => hashFrom(each) ?? []);
    },
  };
}

/** Adds the newest checkpoint to a file once it carries on from all that is kept there. @throws KeptContradicted */
async function keepNewest(file: string, answering: Answering): Promise<void> {
  const { newest } = answering;
  const key = readKey(newest.key);
  const now = key && openCheckpoint(newest.note, key);
  const isThere = await stat(file).then(
    () => true,
    () => false,
  );
  const notes = isThere ? notesOf(await readText(file)) : [];
  if (!key || !now) throw new KeptContradicted('audit.other-key', 0, newest.size);
  let largest = 0;
  for (const note of notes) largest = Math.max(largest, (await held(note, { key, now, answering })).size);
  if (now.size > largest) await appendFile(file, newest.note, { mode: 0o644 });
}

interface Holding {
  readonly key: VerifierKey;
  readonly now: Checkpoint;
  readonly answering: Answering;
}

async function held(note: string, { key, now, answering }: Holding): Promise<Checkpoint> {
  const kept = openCheckpoint(note, key);
  if (!kept) throw new KeptContradicted('audit.other-key', 0, now.size);
  if (kept.size > now.size) throw new KeptContradicted('audit.rolled-back', kept.size, now.size);
  const proof = await answering.consistency(kept.size, now.size);
  const holds = provesConsistency({ from: kept.size, fromRoot: kept.root, to: now.size, toRoot: now.root, proof });
  if (!holds) throw new KeptContradicted('audit.forked', kept.size, now.size);
  return kept;
}
