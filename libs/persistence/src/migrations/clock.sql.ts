/**
 * Wake-ups by slots: 0 for the streams that lead, 1 to 31 for unit plans by a hash of their stream. Computed by the server, so
 * whoever sets a wake-up need not know of slots. The index serves every look of the clock, in order and without a sort.
 */
export const SPLIT_WAKE_UPS = [
  `alter table wake_up add column slot smallint not null generated always as (
    case when starts_with(stream, 'unit-plan/') then 1 + abs(hashtextextended(stream, 0) % 31) else 0 end
  ) stored`,
  'drop index wake_up_due',
  'create index wake_up_due on wake_up (tenant, slot, at, stream)',
];

/** Workers that live, until when by the database's clock. Small, and of no tenant. */
export const CREATE_WORKERS = [
  `create table clock_worker (
    worker text collate "C" primary key,
    until timestamptz not null
  )`,
];

export const DROP_CLOCK = [
  'drop table clock_worker',
  'drop index wake_up_due',
  'alter table wake_up drop column slot',
  'create index wake_up_due on wake_up (tenant, at, stream)',
];
