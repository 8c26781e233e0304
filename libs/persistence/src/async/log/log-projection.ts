import { type LogEntry, logEntryOf } from '#read-models';
import type { AsyncProjection } from '../projection.js';
import { ADD_ENTRIES, ENTRY_COLUMNS } from './log-entries.sql.js';

/** What events are looked for by: a row for each. */
export const logProjection = (): AsyncProjection => ({
  name: 'log',
  version: 1,
  tables: ['log_entry'],
  apply: async (client, { tenant, generation, events }) => {
    const entries: readonly LogEntry[] = events.map(logEntryOf);
    const columns = ENTRY_COLUMNS.map((column) => entries.map((entry) => entry[column]));
    await client.query(ADD_ENTRIES, [tenant, generation, ...columns]);
  },
});
