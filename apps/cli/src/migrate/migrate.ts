import path from 'node:path';
import type { Bilingual } from '#contracts';
import {
  checkCluster,
  createDataSource,
  type Distributed,
  distribute,
  migrateAndGrant,
  openDatabase,
  roleNamesOf,
} from '#persistence';
import { EXIT } from '../exit-codes.js';
import { UsageFault } from '../faults.js';
import type { Terminal } from '../terminal.js';
import type { Run } from '../verb.js';

/**
 * `thac migrate`: makes or upgrades the tables as their owner (`DATABASE_OWNER_URL`, else `DATABASE_URL`), and grants the other roles
 * their rights; with `--distribute` spreads the tables over a Citus cluster.
 */
export const runMigrate: Run = async (typed, terminal) => {
  const url = ownersUrl(terminal);
  const distributes = typed.flag('distribute');
  if (distributes && url === undefined) throw noCluster();
  const isJson = typed.flag('json');
  const dataDir = path.join(path.resolve(typed.value('data') ?? '.thac'), 'db');
  const roles = roleNamesOf(terminal.environment);
  const log = (said: Bilingual): void => terminal.err(said[terminal.language]);
  const database = await openDatabase({ url, dataDir, as: 'owner', roles, log });
  try {
    if (distributes) await checkCluster(database.dataSource);
    const migrations = await migrateAndGrant(database.dataSource, roles);
    if (!isJson) tell(migrated(migrations), terminal);
    const distributed = distributes ? await distributeAs(url ?? '') : undefined;
    if (isJson) terminal.out(JSON.stringify({ migrations, ...(distributed && { distributed }) }, null, 2));
    else for (const line of distributed ? linesOf(distributed) : []) tell(line, terminal);
  } finally {
    await database.close();
  }
  return EXIT.ok;
};

const ownersUrl = ({ environment }: Terminal): string | undefined =>
  environment['DATABASE_OWNER_URL'] || environment['DATABASE_URL'] || undefined;

/** As the very user whom the address names: Citus asks for a superuser, who else works as the owner. */
async function distributeAs(url: string): Promise<Distributed> {
  const source = await createDataSource(url).initialize();
  return distribute(source).finally(() => source.destroy());
}

const noCluster = (): UsageFault =>
  new UsageFault(
    {
      vi: '--distribute cần DATABASE_URL: cơ sở dữ liệu kèm sẵn chỉ có một máy.',
      en: '--distribute needs DATABASE_URL: the embedded database is of one machine.',
    },
    { vi: 'Đặt DATABASE_URL tới nút điều phối của cụm Citus.', en: 'Set DATABASE_URL to the coordinator of a Citus cluster.' },
  );

const tell = (line: Bilingual, { out, language }: Terminal): void => out(line[language]);

const migrated = (names: readonly string[]): Bilingual =>
  names.length === 0
    ? { vi: 'Các bảng đã đủ.', en: 'The tables are up to date.' }
    : { vi: `Đã lập bảng: ${names.join(', ')}.`, en: `Tables made: ${names.join(', ')}.` };

function linesOf({ nodes, tables, copies, functions }: Distributed): readonly Bilingual[] {
  const moved = tables.length + copies.length + functions.length;
  return [
    { vi: `Cụm Citus: ${nodes} nút giữ dữ liệu.`, en: `Citus cluster: ${nodes} nodes that hold data.` },
    ...line(tables, { vi: 'Chia theo tenant', en: 'Spread by tenant' }),
    ...line(copies, { vi: 'Chép tới mọi nút', en: 'Copied to every node' }),
    ...line(functions, { vi: 'Chạy tại nút của tenant', en: "Run on the tenant's node" }),
    ...(moved === 0 ? [{ vi: 'Mọi thứ đã được phân bố từ trước.', en: 'Everything had been distributed before.' }] : []),
  ];
}

const line = (names: readonly string[], { vi, en }: Bilingual): readonly Bilingual[] =>
  names.length === 0 ? [] : [{ vi: `${vi}: ${names.join(', ')}.`, en: `${en}: ${names.join(', ')}.` }];
