import { createLog, type Log, logLevelOf } from '#observability';

export type { Log, LogEntry } from '#observability';

/** One line of JSON per entry, to the standard error; from the level that `THAC_LOG_LEVEL` names, `info` unless told. */
export const jsonLog: Log = createLog({ service: 'api', level: logLevelOf(process.env['THAC_LOG_LEVEL']) });
