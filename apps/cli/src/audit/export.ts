import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { ExportVerifier } from '#audit';
import type { Bilingual } from '#contracts';
import { AuditFault, type Database, type Exported, exportLog, type ExportScope, sealedTenant } from '#persistence';
import { withOwnDatabase } from '../backup/own-database.js';
import { EXIT } from '../exit-codes.js';
import { UsageFault } from '../faults.js';
import type { Server } from '../server.js';
import type { Terminal } from '../terminal.js';
import type { Run, Typed } from '../verb.js';
import { serverOf } from './ask-server.js';
import { readExport, verdictLines } from './verify.js';

/** `thac audit export FILE [--plan PLAN | --unit UNIT] [--keys | --server URL]`: the file gets its name once it is whole. */
export const runExport: Run = async (typed, terminal) => {
  const [file = ''] = typed.words;
  const scope = scopeOf(typed);
  const server = serverOf(typed, 'keys');
  if (server) return download(server, { file, scope }, { typed, terminal });
  const made = await withOwnDatabase(typed, terminal, async (database) =>
    writeExport(database, { tenant: await sealedTenant(database.pool, typed.value('tenant')), file, scope }),
  );
  if (typed.flag('json')) terminal.out(JSON.stringify({ file, ...made }, null, 2));
  else terminal.out(madeLine(file, made)[terminal.language]);
  return EXIT.ok;
};

const madeLine = (file: string, { tenant, events, checkpoints, key }: Made): Bilingual => ({
  vi: `Đã xuất ${events} sự kiện của ${tenant} và ${checkpoints} điểm kiểm ra ${file}. Khóa công khai: ${key}`,
  en: `Exported ${events} events of ${tenant} and ${checkpoints} checkpoints to ${file}. Public key: ${key}`,
});

type Made = Pick<Exported, 'events' | 'checkpoints' | 'key'> & { readonly tenant: string };

/** An archive from a server, held to its own seals once it is here; what does not hold is kept, too: it is evidence. */
async function download(
  server: Server,
  { file, scope: { chosen } }: Omit<Export, 'tenant'>,
  { typed, terminal }: { readonly typed: Typed; readonly terminal: Terminal },
): Promise<number> {
  await savedAs(file, async (sink) => {
    const bytes = await server.download('audit/export', chosen ? { [chosen.kind]: chosen.id } : {});
    await pipeline(bytes, sink);
  });
  const verifier = new ExportVerifier({});
  await readExport(verifier, file);
  const verdict = verifier.finish();
  const { tenant, events, checkpoints, key } = verdict;
  const lines = verdict.ok
    ? [madeLine(file, { tenant: tenant ?? '', events, checkpoints, key: key ?? '' })[terminal.language]]
    : verdictLines(verdict, {}, terminal);
  if (typed.flag('json')) terminal.out(JSON.stringify({ file, ...verdict }, null, 2));
  else for (const line of lines) terminal.out(line);
  return verdict.ok ? EXIT.ok : EXIT.refused;
}

/** @throws UsageFault where both a plan and a unit are named, or keys of a part are asked for */
function scopeOf(typed: Typed): ExportScope {
  const [plan, unit, keys] = [typed.value('plan'), typed.value('unit'), typed.flag('keys')];
  if (plan !== undefined && unit !== undefined) throw oneOnly();
  if (keys && (plan !== undefined || unit !== undefined)) throw noPersons();
  if (plan !== undefined) return { chosen: { kind: 'plan', id: plan } };
  return unit === undefined ? { keys } : { chosen: { kind: 'unit', id: unit } };
}

const oneOnly = (): UsageFault =>
  new UsageFault(
    { vi: 'Chỉ chọn được một: --plan hoặc --unit.', en: '--plan and --unit cannot both be chosen.' },
    { vi: 'Bỏ một trong hai.', en: 'Leave one of them out.' },
  );

const noPersons = (): UsageFault =>
  new UsageFault(
    {
      vi: 'Một phần của nhật ký không kèm thông tin cá nhân, nên --keys không dùng được.',
      en: 'A part of a log carries no particulars of persons: --keys has nothing to open.',
    },
    { vi: 'Bỏ --keys, hoặc xuất toàn bộ.', en: 'Leave --keys out, or export the whole log.' },
  );

interface Export {
  readonly tenant: string;
  readonly file: string;
  readonly scope: ExportScope;
}

const writeExport = ({ pool }: Database, { tenant, file, scope }: Export): Promise<Exported> =>
  savedAs(file, async (sink) => {
    const gzip = createGzip();
    const written = pipeline(gzip, sink);
    const failed = written.then(() => true);
    const take = async (lines: string): Promise<boolean> => {
      if (!gzip.write(lines)) await Promise.race([once(gzip, 'drain'), failed]);
      return true;
    };
    const exported = await exportLog(pool, tenant, take, scope).finally(() => gzip.end());
    await written;
    return exported;
  });

/** Writes a file that gets its name once it is whole. @throws AuditFault where it is there already */
async function savedAs<T>(file: string, write: (sink: WriteStream) => Promise<T>): Promise<T> {
  if (await stat(file).catch(() => undefined)) throw new AuditFault('audit.exists', { place: file });
  const half = `${file}.part-${process.pid}`;
  try {
    const written = await write(createWriteStream(half, { mode: 0o600, flags: 'wx' }));
    await rename(half, file);
    return written;
  } finally {
    await rm(half, { force: true });
  }
}
