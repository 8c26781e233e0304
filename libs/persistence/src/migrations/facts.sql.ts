/** What facts, clock times, consolidations and reorganisations add to the first tables. */
export const ADD_COLUMNS = [
  'alter table tenant_head add column fact bigint not null default 0, add column fact_before bigint not null default 0',
  'alter table unit_plan add column transferred_at text collate "C"',
  `alter table item
    add column due_time text collate "C",
    add column awaits text,
    add column estimate date,
    add column resolver text collate "C",
    add column explains text collate "C",
    add column inherited_from text[] not null default '{}'`,
  `alter table report
    add column due_time text collate "C",
    add column generation integer not null default 1,
    add column via_next text[] not null default '{}',
    add column serves text collate "C",
    add column into_system text,
    add column asked text,
    add column closed_at text collate "C",
    add column closed_received text[] not null default '{}',
    add column closed_late text[] not null default '{}',
    add column closed_missing text[] not null default '{}',
    add column inherited_from text[] not null default '{}'`,
  `alter table duty
    add column ended text collate "C",
    add column inherited_from text[] not null default '{}'`,
];

export const DROP_COLUMNS = [
  'alter table duty drop column ended, drop column inherited_from',
  `alter table report drop column due_time, drop column generation, drop column via_next, drop column serves,
    drop column into_system, drop column asked, drop column closed_at, drop column closed_received, drop column closed_late,
    drop column closed_missing, drop column inherited_from`,
  `alter table item drop column due_time, drop column awaits, drop column estimate, drop column resolver,
    drop column explains, drop column inherited_from`,
  'alter table unit_plan drop column transferred_at',
  'alter table tenant_head drop column fact, drop column fact_before',
];
