/** Tenants whose log has grown since it was followed last, or of which a delivery is asked for again. */
export const TENANTS_BEHIND = `
select head.tenant from tenant_head as head left join delivery_cursor as cursor on cursor.tenant = head.tenant
where head.position > coalesce(cursor.position, 0)
  or exists (select from delivery where delivery.tenant = head.tenant and state = 'again')
order by head.tenant`;

/** $1 tenant. */
export const BEGIN_CURSOR = 'insert into delivery_cursor (tenant, position) values ($1, 0) on conflict do nothing';

/** $1 tenant. Nothing where somebody else is following this log just now. */
export const TAKE_CURSOR = `
select cursor.position, head.position as head
from delivery_cursor as cursor join tenant_head as head on head.tenant = cursor.tenant
where cursor.tenant = $1 for update of cursor skip locked`;

/** $1 tenant, $2 after position, $3 up to position, $4 types. A range of the position index. */
export const READ_TELLING = `
select stream, type, data, at from event
where tenant = $1 and position > $2 and position <= $3 and type = any ($4::text[]) order by position`;

/** $1 tenant, then one array for each column. Gives back those that are new. */
export const INSERT_DELIVERIES = `
insert into delivery
  (tenant, id, channel, recipient, subject, plan, unit, obligation, step, generation, due, at, state)
select $1, x.* from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[],
  $10::int[], $11::text[], $12::text[], $13::text[]) as x
on conflict (tenant, id) do nothing
returning id, state`;

/** $1 tenant, $2 position. */
export const MOVE_CURSOR = 'update delivery_cursor set position = $2 where tenant = $1';

/** $1 tenant, $2 limit. */
export const TAKE_AGAIN = `
update delivery set state = 'waiting' where tenant = $1 and id in (
  select id from delivery where tenant = $1 and state = 'again' order by id limit $2 for update skip locked
) returning id`;

const COLUMNS = `tenant, id, channel, recipient, subject, plan, unit, obligation, step, generation, due, at, state, attempts,
  last_error as "lastError"`;

/** $1 tenant, $2 ids: those that are still to be sent. */
export const READ_WAITING = `select ${COLUMNS} from delivery where tenant = $1 and id = any ($2::text[]) and state = 'waiting'`;

/** $1 tenant, $2 ids. */
export const NOTE_SENT = `
update delivery set state = 'sent', attempts = attempts + 1, last_error = null, settled_at = now()
where tenant = $1 and id = any ($2::text[]) and state = 'waiting'`;

/** $1 tenant, $2 id, $3 error. */
export const NOTE_FAILED = `
update delivery set attempts = attempts + 1, last_error = $3 where tenant = $1 and id = $2 and state = 'waiting'`;

/** $1 tenant, $2 ids. */
export const NOTE_DEAD = `
update delivery set state = 'dead', settled_at = now() where tenant = $1 and id = any ($2::text[]) and state = 'waiting'`;

/** $1 tenant, $2 id to go on after, $3 limit. A range of delivery_unsettled. */
export const LIST_DEAD = `
select ${COLUMNS} from delivery where tenant = $1 and state = 'dead' and id > $2 order by id limit $3`;

/** $1 tenant, $2 id. */
export const READ_DELIVERY = `select ${COLUMNS} from delivery where tenant = $1 and id = $2`;

/** $1 tenant, $2 id. */
export const ASK_AGAIN = `
update delivery set state = 'again', attempts = 0, settled_at = null where tenant = $1 and id = $2 and state = 'dead'
returning ${COLUMNS}`;

/** $1 tenant, $2 id. */
export const LET_LAPSE = `
update delivery set state = 'lapsed', settled_at = now() where tenant = $1 and id = $2 and state = 'dead'
returning ${COLUMNS}`;

/** Dead letters of each tenant that has any. */
export const COUNT_DEAD =
  "select tenant, count(*)::int as dead from delivery where state = 'dead' group by tenant order by tenant";
