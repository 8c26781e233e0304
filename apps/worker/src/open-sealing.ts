import path from 'node:path';
import type { Bilingual } from '#contracts';
import { openSealKey, type RunningSealing, type SealingLogEntry, startSealing } from '#persistence';

type Database = Pick<Parameters<typeof startSealing>[0], 'pool'>;

/** Whose logs are sealed, and where the key lies. */
export interface SealingSettings extends Database {
  /** Folder beside whose data the embedded default keeps its key; undefined where the database is one's own. */
  readonly keyFolder: string | undefined;
  readonly log: (entry: SealingLogEntry | { readonly level: 'info'; readonly message: Bilingual }) => void;
}

/**
 * Seals the logs with the key in `THAC_SEAL_KEY_FILE`; without that setting, the embedded default makes one of its own on its first
 * start. `THAC_SEAL_NAME`: name of the installation in the names of its logs; `thac` unless set.
 * @returns undefined where there is no key: nothing is sealed, and the log says so
 * @throws AuditFault `audit.key`
 */
export async function openSealing({ pool, keyFolder, log }: SealingSettings): Promise<RunningSealing | undefined> {
  const named = process.env['THAC_SEAL_KEY_FILE'] || undefined;
  const file = named ?? (keyFolder === undefined ? undefined : path.join(keyFolder, 'seal.key'));
  if (file === undefined) {
    log({ level: 'info', message: NOT_SEALED });
    return undefined;
  }
  const name = process.env['THAC_SEAL_NAME'] || undefined;
  const key = await openSealKey({ file, makes: named === undefined, name });
  return startSealing({ pool, key, log });
}

const NOT_SEALED: Bilingual = {
  vi: 'Nhật ký không được niêm phong: chưa đặt THAC_SEAL_KEY_FILE.',
  en: 'Logs are not sealed: THAC_SEAL_KEY_FILE is not set.',
};
