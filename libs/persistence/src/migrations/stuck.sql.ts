/** Wake-ups that were set aside because looking at their unit plan fails; until they are asked for again. */
export const CREATE_STUCK = [
  `create table clock_stuck (
    tenant text collate "C" not null,
    stream text collate "C" not null,
    at text collate "C" not null,
    reason text not null,
    since timestamptz not null default now(),
    primary key (tenant, stream)
  )`,
];

export const DROP_STUCK = ['drop table clock_stuck'];
