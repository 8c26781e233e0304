/** Waits for the tenant's appends under way and holds later ones off, to the end of the transaction. $1 tenant. */
export const HOLD_APPENDS_OFF = 'select pg_advisory_xact_lock(hashtextextended($1, 0))';

/** Everything read by the transaction's later statements is of one moment. The first statement of a transaction. */
export const OF_ONE_MOMENT = 'set transaction isolation level repeatable read';

const COLUMNS = 'tenant, position, stream, version, type, v, data, because, at, actor, recorded_at';

/** $1 tenant, $2 and $3 the stream and version to go on after, $4 the name that ends the walk, $5 limit. Walks the primary key. */
export const READ_UNIT_PLANS = `
select ${COLUMNS} from event
where tenant = $1 and (stream, version) > ($2, $3) and stream < $4 order by stream, version limit $5`;

/** Events of all other streams, in the order of the log. $1 tenant, $2 and $3 the names around unit plans' streams. */
export const READ_OTHERS = `
select ${COLUMNS} from event
where tenant = $1 and (stream < $2 or stream >= $3) order by position`;

/** $1 tenant. */
export const FIND_REBUILD = 'select position, stream, events, streams from rebuild where tenant = $1';

/** $1 tenant, $2 position, $3 stream, $4 events, $5 streams. */
export const KEEP_REBUILD = `
insert into rebuild (tenant, position, stream, events, streams) values ($1, $2, $3, $4, $5)
on conflict (tenant) do update set
  position = excluded.position, stream = excluded.stream, events = excluded.events, streams = excluded.streams`;

/** $1 tenant. */
export const END_REBUILD = 'delete from rebuild where tenant = $1';
