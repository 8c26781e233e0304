/** Cursors of what follows the log, and the figures of days. The tenant leads every key. */
export const CREATE_ASYNC = [
  `create table projection_cursor (
    tenant text collate "C" not null,
    projection text collate "C" not null,
    generation integer not null,
    version integer not null,
    position bigint not null default 0,
    state text collate "C" not null,
    moved_at timestamptz not null default clock_timestamp(),
    primary key (tenant, projection, generation)
  )`,
  `create table daily_figure (
    tenant text collate "C" not null,
    generation integer not null,
    plan text collate "C" not null,
    unit text collate "C" not null,
    kind text collate "C" not null,
    day date not null,
    due integer not null,
    met integer not null,
    made_up integer not null,
    on_time integer not null,
    late integer not null,
    opened integer not null,
    escalations integer not null,
    primary key (tenant, generation, plan, unit, kind, day)
  )`,
  `create table rebuild (
    tenant text collate "C" primary key,
    position bigint not null,
    stream text collate "C" not null,
    events bigint not null,
    streams bigint not null,
    began_at timestamptz not null default clock_timestamp()
  )`,
];

export const DROP_ASYNC = ['drop table rebuild, daily_figure, projection_cursor'];
