import type { Bilingual } from '#contracts';
import { restore } from '#persistence';
import { EXIT } from '../exit-codes.js';
import type { Terminal } from '../terminal.js';
import type { Run } from '../verb.js';
import { withOwnDatabase } from './own-database.js';

/** `thac restore FILE`: into an empty database, and then verified by replay. */
export const runRestore: Run = async (typed, terminal) => {
  const [file = ''] = typed.words;
  const isJson = typed.flag('json');
  const note = (said: Bilingual): void => (isJson ? undefined : tell(said, terminal));
  const restored = await withOwnDatabase(
    typed,
    terminal,
    (database) =>
      restore(database, file, {
        onTable: (table, rows) => note({ vi: `  ${table}: ${rows} dòng`, en: `  ${table}: ${rows} rows` }),
        onVerify: (tenant) => note({ vi: `Chạy lại nhật ký của ${tenant}…`, en: `Replaying the log of ${tenant}…` }),
      }),
    'owner',
  );
  const { events, streams, tenants } = restored;
  if (isJson) terminal.out(JSON.stringify({ file, ...restored }, null, 2));
  note({
    vi: `Đã khôi phục ${events} sự kiện của ${tenants} tenant; chạy lại ${streams} luồng cho đúng các bảng đã chép.`,
    en: `Restored ${events} events of ${tenants} tenants; replaying ${streams} streams gives the very tables that were copied.`,
  });
  return EXIT.ok;
};

const tell = (said: Bilingual, { out, language }: Terminal): void => out(said[language]);
