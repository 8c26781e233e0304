import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { AuditFault, type Database, type Exported, exportLog, sealedTenant } from '#persistence';
import { withOwnDatabase } from '../backup/own-database.js';
import { EXIT } from '../exit-codes.js';
import type { Run } from '../verb.js';

/** `thac audit export FILE`: the file gets its name once it is whole. */
export const runExport: Run = async (typed, terminal) => {
  const [file = ''] = typed.words;
  const made = await withOwnDatabase(typed, terminal, async (database) =>
    writeExport(database, await sealedTenant(database.pool, typed.value('tenant')), file),
  );
  const { tenant, events, checkpoints, key } = made;
  if (typed.flag('json')) terminal.out(JSON.stringify({ file, ...made }, null, 2));
  else {
    const said = {
      vi: `Đã xuất ${events} sự kiện của ${tenant} và ${checkpoints} điểm kiểm ra ${file}. Khóa công khai: ${key}`,
      en: `Exported ${events} events of ${tenant} and ${checkpoints} checkpoints to ${file}. Public key: ${key}`,
    };
    terminal.out(said[terminal.language]);
  }
  return EXIT.ok;
};

async function writeExport({ pool }: Database, tenant: string, file: string): Promise<Exported> {
  if (await stat(file).catch(() => undefined)) throw new AuditFault('audit.exists', { place: file });
  const half = `${file}.part-${process.pid}`;
  try {
    const gzip = createGzip();
    const written = pipeline(gzip, createWriteStream(half, { mode: 0o600, flags: 'wx' }));
    const failed = written.then(() => true);
    const take = async (lines: string): Promise<boolean> => {
      if (!gzip.write(lines)) await Promise.race([once(gzip, 'drain'), failed]);
      return true;
    };
    const exported = await exportLog(pool, tenant, take).finally(() => gzip.end());
    await written;
    await rename(half, file);
    return exported;
  } finally {
    await rm(half, { force: true });
  }
}
