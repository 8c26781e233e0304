import { HASH_BYTES, type Hash, nodeHash } from './hash.js';
import { type Node, nodesBetween, type ProofPlan } from './tree.js';

/** Hashes of a full tile, as in C2SP tlog-tiles. */
export const TILE_WIDTH = 256;
/** Levels of the tree that one level of tiles stands for. */
const TILE_HEIGHT = 8;

/** Where a tile stands: level 0 holds hashes of leaves, level 1 roots of full tiles of level 0, and so on. */
export interface TilePlace {
  readonly level: number;
  readonly tile: number;
}

/** A tile: up to 256 hashes, one after another. */
export interface Tile extends TilePlace {
  readonly hashes: Uint8Array;
}

const keyOf = ({ level, tile }: TilePlace): string => `${level}/${tile}`;

/** Places of the tiles that are not full in a tree of `size` leaves, from the leaves up. */
export function edgeOf(size: number): readonly TilePlace[] {
  const places: TilePlace[] = [];
  for (let [level, count] = [0, size]; count > 0; [level, count] = [level + 1, Math.floor(count / TILE_WIDTH)]) {
    if (count % TILE_WIDTH > 0) places.push({ level, tile: Math.floor(count / TILE_WIDTH) });
  }
  return places;
}

/** The tile in which a node's hash stands, or those that it is made of. */
function placeOf({ level, index }: Node): TilePlace & { readonly first: number; readonly count: number } {
  const tileLevel = Math.floor(level / TILE_HEIGHT);
  const count = 2 ** (level % TILE_HEIGHT);
  const first = index * count;
  return { level: tileLevel, tile: Math.floor(first / TILE_WIDTH), first: first % TILE_WIDTH, count };
}

/** Tiles that a proof is made from, each once. */
export function tilesFor(plan: ProofPlan): readonly TilePlace[] {
  const places = plan.flat().map((node) => placeOf(node));
  return [...new Map(places.map(({ level, tile }) => [`${level}/${tile}`, { level, tile }])).values()];
}

/** Tiles that the root of a tree of `size` leaves is made from. */
export const tilesForRoot = (size: number): readonly TilePlace[] => tilesFor([nodesBetween(0, size)]);

/** Thrown where a tile is not there, or holds too little: what was stored of the tree was damaged. */
export class TileMissing extends Error {
  constructor(readonly place: TilePlace) {
    super(`tile ${keyOf(place)}`);
  }
}

/** Tiles at hand. */
export class Tiles {
  private readonly by: ReadonlyMap<string, Uint8Array>;

  constructor(tiles: Iterable<Tile>) {
    this.by = new Map([...tiles].map((tile) => [keyOf(tile), tile.hashes]));
  }

  /** Hash of a full subtree. @throws TileMissing */
  readonly hashOf = (node: Node): Hash => {
    const { first, count, ...place } = placeOf(node);
    const hashes = this.by.get(keyOf(place));
    if (!hashes || hashes.length < (first + count) * HASH_BYTES) throw new TileMissing(place);
    return foldTile(hashes, first, count);
  };
}

const hashAt = (hashes: Uint8Array, index: number): Hash => hashes.subarray(index * HASH_BYTES, (index + 1) * HASH_BYTES);

/** Root over hashes of a tile; their number is a power of two. */
function foldTile(hashes: Uint8Array, first: number, count: number): Hash {
  let row = Array.from({ length: count }, (_, index) => hashAt(hashes, first + index));
  while (row.length > 1) {
    const above: Hash[] = [];
    for (let index = 0; index + 1 < row.length; index += 2) above.push(nodeHash(row[index] as Hash, row[index + 1] as Hash));
    row = above;
  }
  return row[0] as Hash;
}

/** A tree of tiles that grows at its right edge. Holds that edge and what has changed, however large the tree. */
export class TileWriter {
  private readonly edge: { index: number; count: number; bytes: Buffer }[] = [];
  private readonly filled: Tile[] = [];
  private readonly grown = new Set<number>();

  /** @param size leaves so far @param tiles the tiles of {@link edgeOf} that size @throws TileMissing */
  constructor(size: number, tiles: readonly Tile[]) {
    const by = new Map(tiles.map((tile) => [keyOf(tile), tile.hashes]));
    for (let [level, total] = [0, size]; total > 0; [level, total] = [level + 1, Math.floor(total / TILE_WIDTH)]) {
      const [index, count] = [Math.floor(total / TILE_WIDTH), total % TILE_WIDTH];
      const hashes = count === 0 ? new Uint8Array() : by.get(keyOf({ level, tile: index }));
      if (!hashes || hashes.length !== count * HASH_BYTES) throw new TileMissing({ level, tile: index });
      const bytes = Buffer.alloc(TILE_WIDTH * HASH_BYTES);
      bytes.set(hashes);
      this.edge.push({ index, count, bytes });
    }
  }

  /** Adds a leaf by its hash. */
  add(hash: Hash, level = 0): void {
    const tile = (this.edge[level] ??= { index: 0, count: 0, bytes: Buffer.alloc(TILE_WIDTH * HASH_BYTES) });
    tile.bytes.set(hash, tile.count * HASH_BYTES);
    tile.count += 1;
    this.grown.add(level);
    if (tile.count < TILE_WIDTH) return;
    this.filled.push({ level, tile: tile.index, hashes: tile.bytes });
    this.edge[level] = { index: tile.index + 1, count: 0, bytes: Buffer.alloc(TILE_WIDTH * HASH_BYTES) };
    this.add(foldTile(tile.bytes, 0, TILE_WIDTH), level + 1);
  }

  /** Tiles that are new or have grown. */
  changed(): readonly Tile[] {
    const open = [...this.grown].flatMap((level) => {
      const { index, count, bytes } = this.edge[level] ?? { index: 0, count: 0, bytes: Buffer.alloc(0) };
      return count === 0 ? [] : [{ level, tile: index, hashes: bytes.subarray(0, count * HASH_BYTES) }];
    });
    return [...this.filled, ...open];
  }
}
