/** Waits for the tenant's appends under way and holds later ones off, to the end of the transaction. $1 tenant. */
export const HOLD_APPENDS_OFF = 'select pg_advisory_xact_lock(hashtextextended($1, 0))';
