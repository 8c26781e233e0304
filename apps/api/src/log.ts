import { type Log, openLog } from '#observability';

export type { Log, LogEntry } from '#observability';

/** The log of the API. */
export const apiLog = openLog('api');

/** One line of JSON per entry, to the standard error; from the level that `THAC_LOG_LEVEL` names, `info` unless told. */
export const jsonLog: Log = apiLog.log;
