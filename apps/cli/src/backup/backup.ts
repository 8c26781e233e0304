import { backUp, type BackedUp } from '#persistence';
import { EXIT } from '../exit-codes.js';
import type { Terminal } from '../terminal.js';
import type { Run } from '../verb.js';
import { withOwnDatabase } from './own-database.js';

/** `thac backup FILE`: everything as of one moment, while people go on working. */
export const runBackup: Run = async (typed, terminal) => {
  const [file = ''] = typed.words;
  const made = await withOwnDatabase(typed, terminal, (database) => backUp(database, file));
  if (typed.flag('json')) terminal.out(JSON.stringify({ file, ...made }, null, 2));
  else terminal.out(madeLine(file, made, terminal));
  return EXIT.ok;
};

const MEGABYTE = 1_000_000;

function madeLine(file: string, { events, rows, tenants, bytes }: BackedUp, { language }: Terminal): string {
  const size = `${(bytes / MEGABYTE).toFixed(1)} MB`;
  return {
    vi: `Đã sao lưu vào ${file}: ${events} sự kiện, ${rows} dòng, ${tenants} tenant, ${size}.`,
    en: `Backed up to ${file}: ${events} events, ${rows} rows, ${tenants} tenants, ${size}.`,
  }[language];
}
