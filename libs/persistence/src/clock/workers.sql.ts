/** $1 worker, $2 milliseconds. */
export const BEAT = `
insert into clock_worker (worker, until) values ($1, now() + $2 * interval '1 millisecond')
on conflict (worker) do update set until = excluded.until`;

/** Workers that live, and the database's time in milliseconds since 1970. */
export const LIVING = `
select worker, floor(extract(epoch from now()) * 1000)::bigint as now from clock_worker where until > now() order by worker`;

/** $1 worker. */
export const LEAVE = 'delete from clock_worker where worker = $1';

/** What workers that died have left, long after anybody asked. */
export const FORGET = "delete from clock_worker where until < now() - interval '1 hour'";

export const NOW = 'select floor(extract(epoch from clock_timestamp()) * 1000)::bigint as now';
