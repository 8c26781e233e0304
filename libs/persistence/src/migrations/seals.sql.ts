/**
 * What is sealed of each tenant's log: how far, the tree over it in tiles of up to 256 hashes, and the checkpoints that were signed.
 * Tiles are hashes: nothing to compress.
 */
export const CREATE_SEALS = [
  `create table seal_head (
    tenant text collate "C" primary key,
    position bigint not null default 0,
    checkpoint bigint not null default 0,
    checkpoint_at timestamptz
  )`,
  `create table seal_tile (
    tenant text collate "C" not null,
    level integer not null,
    tile bigint not null,
    hashes bytea not null,
    primary key (tenant, level, tile)
  )`,
  'alter table seal_tile alter column hashes set storage external',
  `create table seal_checkpoint (
    tenant text collate "C" not null,
    size bigint not null,
    note text not null,
    key text not null,
    sealed_at timestamptz not null default clock_timestamp(),
    primary key (tenant, size)
  )`,
];

export const DROP_SEALS = ['drop table seal_checkpoint, seal_tile, seal_head'];
