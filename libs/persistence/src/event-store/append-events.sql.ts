/**
 * One call of the function that appends: see its migration. Gives the position of the last event. $1 tenant, $2 number of
 * events, $3 whether there is a fact among them, $4 last fact known or null, $5 streams and $6 the versions where they should
 * stand, $7 keys, $8 their fingerprints, $9 which of the events is the last of each key's, then the events' columns.
 */
export const APPEND_EVENTS = `select append_events($1::text, $2::bigint, $3::boolean, $4::bigint, $5::text[], $6::int[], $7::text[],
  $8::text[], $9::bigint[], $10::text[], $11::int[], $12::text[], $13::int[], $14::text[], $15::text[], $16::text[], $17::text[])
  as position`;

/** One event without a key. $1 tenant, $2 last fact known or null, $3 stream, $4 the version where it should stand, then the event's columns. */
export const APPEND_ONE = 'select append_one($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) as position';

/** After positions were taken for them; five times faster than arrays of parameters from some thousand rows on. */
export const COPY_EVENTS = 'copy event (tenant, stream, version, type, v, data, because, at, actor, position) from stdin';

/** A stream is not where the writer last saw it. */
export const MOVED_ON = 'TH001';
/** A fact stands that the writer did not know. */
export const FACT_UNKNOWN = 'TH002';
