const COLUMNS = 'tenant, position, stream, version, type, v, data, because, at, actor, recorded_at';

/** $1 tenant, $2 stream, $3 after version. A range of the primary key. */
export const READ_STREAM = `
select ${COLUMNS} from event where tenant = $1 and stream = $2 and version > $3 order by version`;

/** $1 tenant, $2 streams. One range of the primary key for each. */
export const READ_STREAMS = `
select ${COLUMNS} from event where tenant = $1 and stream = any ($2::text[]) order by stream, version`;

/** $1 tenant, $2 after position, $3 limit. A range of the position index, no sort. */
export const READ_ALL = `
select ${COLUMNS} from event where tenant = $1 and position > $2 order by position limit $3`;

/** $1 tenant. */
export const READ_HEAD = 'select position from tenant_head where tenant = $1';

/** $1 tenant, $2 key. */
export const READ_COMMAND = 'select position, fingerprint from command_record where tenant = $1 and key = $2';

/** $1 tenant. Position of the last fact. */
export const READ_FACT = 'select fact from tenant_head where tenant = $1';

/**
 * A tenant's log after a position, as COPY's text format has it: a range of the position index. COPY takes no parameters: the
 * tenant comes as a literal that the driver has quoted.
 */
export const REPLAY = (quotedTenant: string, after: number): string =>
  `copy (select position, stream, version, type, v, data, because, at, actor,
    to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
  from event where tenant = ${quotedTenant} and position > ${Math.trunc(after)} order by position) to stdout`;
