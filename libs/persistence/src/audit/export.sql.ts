const COLUMNS = `e.position, e.stream, e.version, e.type, e.v, e.at, e.actor, e.data, e.because,
  to_char(e.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "recordedAt"`;

/** Streams of a plan, of all that grew out of it, and of the rules that they go by. $1 tenant, $2 plan. */
const STREAMS_OF_PLAN = `
with recursive grown (id, rules) as (
  select id, rules from plan where tenant = $1 and id = $2
  union
  select p.id, p.rules from plan p join grown g on p.parent = g.id where p.tenant = $1
)
select 'plan/' || id as stream from grown
union select 'rules/' || rules from grown
union select 'unit-plan/' || plan || '/' || unit from unit_plan
  where tenant = $1 and (source in (select id from grown) or plan in (select id from grown))`;

/** Streams of what a unit, and every unit that was ever below it, owes and issued. $1 tenant, $2 unit. */
const STREAMS_OF_UNIT = `
with recursive below (id) as (
  select id from unit where tenant = $1 and id = $2
  union
  select u.id from unit u join below b on u.superior = b.id where u.tenant = $1
)
select 'plan/' || id as stream from plan where tenant = $1 and issuer in (select id from below)
union select 'unit-plan/' || plan || '/' || unit from unit_plan where tenant = $1 and unit in (select id from below)`;

/** What may be chosen of a log. */
export type ChosenKind = 'plan' | 'unit';

const STREAMS: Readonly<Record<ChosenKind, string>> = { plan: STREAMS_OF_PLAN, unit: STREAMS_OF_UNIT };

/** Whether there is such a plan, or such a unit. $1 tenant, $2 its id. */
export const HAS_CHOSEN: Readonly<Record<ChosenKind, string>> = {
  plan: 'select exists (select from plan where tenant = $1 and id = $2) as has',
  unit: 'select exists (select from unit where tenant = $1 and id = $2) as has',
};

/** How many events were chosen. $1 tenant, $2 the plan or unit, $3 up to position. */
export const countChosen = (kind: ChosenKind): string => `
select count(*)::bigint as count from event e join (${STREAMS[kind]}) s on s.stream = e.stream
where e.tenant = $1 and e.position <= $3`;

/** A cursor over them, in the order of the log; sorted by the server, read in pages. The same parameters. */
export const openChosen = (kind: ChosenKind): string => `
declare chosen no scroll cursor for
select ${COLUMNS} from event e join (${STREAMS[kind]}) s on s.stream = e.stream
where e.tenant = $1 and e.position <= $3 order by e.position`;

export const fetchChosen = (rows: number): string => `fetch ${rows} from chosen`;

/**
 * Persons after one, in the order of their ids, with the document that erased them, and their keys, which few may ask for.
 * $1 tenant, $2 person, $3 limit.
 */
export const READ_ALL_PERSONS = `
select k.person, p.sealed, k.key, k.document as erased from person_key k
left join person p on p.tenant = k.tenant and p.id = k.person
where k.tenant = $1 and k.person > $2 order by k.person limit $3`;
