import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { AuditFault, type Database, type Exported, exportLog, type ExportScope, sealedTenant } from '#persistence';
import { withOwnDatabase } from '../backup/own-database.js';
import { EXIT } from '../exit-codes.js';
import { UsageFault } from '../faults.js';
import type { Run, Typed } from '../verb.js';

/** `thac audit export FILE [--plan PLAN | --unit UNIT] [--keys]`: the file gets its name once it is whole. */
export const runExport: Run = async (typed, terminal) => {
  const [file = ''] = typed.words;
  const scope = scopeOf(typed);
  const made = await withOwnDatabase(typed, terminal, async (database) =>
    writeExport(database, { tenant: await sealedTenant(database.pool, typed.value('tenant')), file, scope }),
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

async function writeExport({ pool }: Database, { tenant, file, scope }: Export): Promise<Exported> {
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
    const exported = await exportLog(pool, tenant, take, scope).finally(() => gzip.end());
    await written;
    await rename(half, file);
    return exported;
  } finally {
    await rm(half, { force: true });
  }
}
