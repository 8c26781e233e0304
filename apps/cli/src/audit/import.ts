import { AuditFault, importLog, migrateAndGrant } from '#persistence';
import { withOwnDatabase } from '../backup/own-database.js';
import { EXIT } from '../exit-codes.js';
import type { Run } from '../verb.js';
import { PackingDamaged, unpacked } from './read-export.js';
import { trustOf } from './trust.js';

/** `thac audit import FILE`: a whole log where there is none of its tenant, as the owner of the tables; all of it or nothing. */
export const runImport: Run = async (typed, terminal) => {
  const [file = ''] = typed.words;
  const trust = await trustOf(typed);
  const imported = await withOwnDatabase(
    typed,
    terminal,
    async (database) => {
      await migrateAndGrant(database.dataSource, database.roles);
      return importLog(database, { name: file, chunks: unpacked(file) }, trust);
    },
    'owner',
  ).catch((error: unknown) => {
    if (!(error instanceof PackingDamaged)) throw error;
    throw new AuditFault('audit.does-not-hold', { place: file, thing: `damaged, ${error.message}` });
  });
  const { tenant, events, checkpoints, streams, root } = imported;
  if (typed.flag('json')) terminal.out(JSON.stringify({ file, ...imported }, null, 2));
  else {
    const said = {
      vi: `Đã nhập ${events} sự kiện và ${checkpoints} điểm kiểm của ${tenant}; dựng lại ${streams} luồng. Gốc ${root}, đúng như điểm kiểm mới nhất.`,
      en: `Imported ${events} events and ${checkpoints} checkpoints of ${tenant}; ${streams} streams were built anew. Root ${root}, as the newest checkpoint signs.`,
    };
    terminal.out(said[terminal.language]);
  }
  return EXIT.ok;
};
