import type { ClientBase, Pool } from 'pg';
import { type Tile, type TilePlace } from '#audit';
import { READ_TILES, WRITE_TILES } from './seals.sql.js';

/** Whatever runs statements. */
export type Asked = Pick<ClientBase | Pool, 'query'>;

/** Tiles of a tenant's tree; those that are not there are absent. */
export async function readTiles(client: Asked, tenant: string, places: readonly TilePlace[]): Promise<readonly Tile[]> {
  if (places.length === 0) return [];
  const columns = [places.map(({ level }) => level), places.map(({ tile }) => tile)];
  return (await client.query<Tile>(READ_TILES, [tenant, ...columns])).rows;
}

export async function writeTiles(client: Asked, tenant: string, tiles: readonly Tile[]): Promise<void> {
  const columns = [tiles.map(({ level }) => level), tiles.map(({ tile }) => tile), tiles.map(({ hashes }) => hashes)];
  await client.query(WRITE_TILES, [tenant, ...columns]);
}
