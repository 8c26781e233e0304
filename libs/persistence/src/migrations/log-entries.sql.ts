/**
 * What events are looked for by, so that the log itself keeps its two B-trees. Each index ends with the position: a page of a filter is a
 * range of one of them, in order and without a sort.
 */
export const CREATE_LOG_ENTRIES = [
  `create table log_entry (
    position bigint not null,
    generation integer not null,
    is_engine boolean not null,
    tenant text collate "C" not null,
    kind text collate "C" not null,
    plan text collate "C",
    unit text collate "C",
    about text collate "C",
    person text collate "C",
    at text collate "C" not null,
    primary key (tenant, generation, position)
  )`,
  'create index log_entry_plan on log_entry (tenant, generation, plan, position)',
  'create index log_entry_plan_kind on log_entry (tenant, generation, plan, kind, position)',
  'create index log_entry_about on log_entry (tenant, generation, plan, about, position) where about is not null',
  'create index log_entry_unit on log_entry (tenant, generation, unit, position)',
  'create index log_entry_kind on log_entry (tenant, generation, kind, position)',
  'create index log_entry_person on log_entry (tenant, generation, person, position) where person is not null',
];

export const DROP_LOG_ENTRIES = ['drop table log_entry'];
