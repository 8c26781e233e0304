import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  carryOut,
  consistencyPlan,
  edgeOf,
  GrowingTree,
  type Hash,
  type HashOf,
  inclusionPlan,
  leafHash,
  nodeHash,
  type ProofPlan,
  provesConsistency,
  provesInclusion,
  rootOf,
  type Tile,
  Tiles,
  TileWriter,
  tilesFor,
  tilesForRoot,
} from '#audit';

/** The reference tree of the certificate-transparency project: leaves, roots by size, and some of its proofs. */
const LEAVES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const INCLUSIONS: readonly (readonly [leaf: number, size: number, proof: readonly string[]])[] = [
  [0, 1, []],
  [
    0,
    8,
    [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  ],
  [
    5,
    8,
    [
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  ],
  [2, 3, ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125']],
  [
    1,
    5,
    [
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ],
  ],
];
const CONSISTENCIES: readonly (readonly [from: number, to: number, proof: readonly string[]])[] = [
  [1, 1, []],
  [
    1,
    8,
    [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  ],
  [
    6,
    8,
    [
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  ],
  [
    2,
    5,
    [
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ],
  ],
];

const hex = (hash: Hash): string => Buffer.from(hash).toString('hex');
const hashes = (count: number): readonly Buffer[] => Array.from({ length: count }, (_, n) => leafHash(Buffer.from(`leaf ${n}`)));

/** Tiles of a tree, written in steps of a size each, from what the steps before have left. */
function tilesOf(leaves: readonly Hash[], step: number): readonly Tile[] {
  const kept = new Map<string, Tile>();
  for (let at = 0; at < leaves.length; at += step) {
    const edge = edgeOf(at).map(({ level, tile }) => kept.get(`${level}/${tile}`)!);
    const writer = new TileWriter(at, edge);
    for (const leaf of leaves.slice(at, at + step)) writer.add(leaf);
    for (const tile of writer.changed()) kept.set(`${tile.level}/${tile.tile}`, tile);
  }
  return [...kept.values()];
}

/** What RFC 9162 says a tree's root is, word for word, with nothing remembered. */
function definedRoot(leaves: readonly Hash[]): Hash {
  if (leaves.length === 1) return leaves[0]!;
  let half = 1;
  while (half * 2 < leaves.length) half *= 2;
  return nodeHash(definedRoot(leaves.slice(0, half)), definedRoot(leaves.slice(half)));
}

describe('The reference tree', () => {
  const leaves = LEAVES.map((leaf) => leafHash(Buffer.from(leaf, 'hex')));
  const { hashOf } = new Tiles(tilesOf(leaves, 3));

  it('has the published roots, grown leaf by leaf and from tiles', () => {
    const tree = new GrowingTree();
    const grown = [hex(tree.root())];
    for (const leaf of leaves) {
      tree.add(leaf);
      grown.push(hex(tree.root()));
    }
    expect(grown).toEqual(ROOTS);
    expect(ROOTS.map((_, size) => hex(rootOf(size, hashOf)))).toEqual(ROOTS);
  });

  it.each(INCLUSIONS)('proves leaf %i in %i as published', (leaf, size, published) => {
    const proof = carryOut(inclusionPlan(leaf, size), hashOf);
    expect(proof.map(hex)).toEqual(published);
    expect(provesInclusion({ leaf, size, hash: leaves[leaf]!, proof, root: Buffer.from(ROOTS[size]!, 'hex') })).toBe(true);
  });

  it.each(CONSISTENCIES)('proves %i in %i as published', (from, to, published) => {
    const proof = carryOut(consistencyPlan(from, to), hashOf);
    expect(proof.map(hex)).toEqual(published);
    const [fromRoot, toRoot] = [Buffer.from(ROOTS[from]!, 'hex'), Buffer.from(ROOTS[to]!, 'hex')];
    expect(provesConsistency({ from, fromRoot, to, toRoot, proof })).toBe(true);
  });
});

describe('Every tree of up to 200 leaves', () => {
  const leaves = hashes(200);
  const tiles = new Tiles(tilesOf(leaves, 7));
  const known = new Map<string, Hash>();
  const hashOf: HashOf = ({ level, index }) => {
    const hash = known.get(`${level}/${index}`) ?? tiles.hashOf({ level, index });
    known.set(`${level}/${index}`, hash);
    return hash;
  };
  const roots = leaves.map((_, n) => definedRoot(leaves.slice(0, n + 1)));
  const root = (size: number): Hash => roots[size - 1]!;

  it('has the root that the definition gives', () => {
    for (let size = 1; size <= 200; size++) expect(hex(rootOf(size, hashOf))).toBe(hex(root(size)));
  });

  it('proves each of its leaves, and no leaf elsewhere', () => {
    const wrong: string[] = [];
    for (let size = 1; size <= 200; size++) {
      for (let leaf = 0; leaf < size; leaf++) {
        const claim = { leaf, size, hash: leaves[leaf]!, proof: carryOut(inclusionPlan(leaf, size), hashOf), root: root(size) };
        if (!provesInclusion(claim)) wrong.push(`${leaf} in ${size}`);
        if (size > 1 && provesInclusion({ ...claim, leaf: (leaf + 1) % size })) wrong.push(`${leaf} elsewhere in ${size}`);
        if (provesInclusion({ ...claim, hash: nodeHash(claim.hash, claim.hash) }))
          wrong.push(`another leaf at ${leaf} in ${size}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('proves each earlier tree its beginning, and no other', () => {
    const wrong: string[] = [];
    for (let to = 1; to <= 200; to++) {
      for (let from = 1; from <= to; from++) {
        const claim = { from, fromRoot: root(from), to, toRoot: root(to), proof: carryOut(consistencyPlan(from, to), hashOf) };
        if (!provesConsistency(claim)) wrong.push(`${from} in ${to}`);
        if (provesConsistency({ ...claim, fromRoot: leaves[0]! }) && from > 1) wrong.push(`another ${from} in ${to}`);
        if (provesConsistency({ ...claim, toRoot: leaves[1]! })) wrong.push(`${from} in another ${to}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('proves nothing with a byte of a proof changed, a hash more or a hash less', () => {
    fc.assert(
      fc.property(
        fc.tuple(fc.integer({ min: 2, max: 200 }), fc.nat(), fc.nat(), fc.integer({ min: 1, max: 255 })),
        ([size, place, at, flip]) => {
          const bend = (plan: ProofPlan): readonly (readonly Hash[])[] => {
            const proof = carryOut(plan, hashOf).map((hash) => Buffer.from(hash));
            const bent = proof.map((hash) => Buffer.from(hash));
            const hash = bent[at % Math.max(1, bent.length)];
            if (hash) hash[place % 32] = hash[place % 32]! ^ flip;
            return [...(hash ? [bent] : []), proof.slice(1), [...proof, leaves[0]!]].filter(
              (each) => each.length !== proof.length || each === bent,
            );
          };
          const leaf = place % size;
          for (const proof of bend(inclusionPlan(leaf, size))) {
            expect(provesInclusion({ leaf, size, hash: leaves[leaf]!, proof, root: root(size) })).toBe(false);
          }
          const from = 1 + (at % (size - 1));
          for (const proof of bend(consistencyPlan(from, size))) {
            expect(provesConsistency({ from, fromRoot: root(from), to: size, toRoot: root(size), proof })).toBe(false);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('Tiles', () => {
  const leaves = hashes(66_000);
  const whole = tilesOf(leaves, 10_000);

  it('are the same whatever the steps in which they were written, through three levels', () => {
    const sorted = (tiles: readonly Tile[]): readonly string[] =>
      tiles.map(({ level, tile, hashes: bytes }) => `${level}/${tile} ${hex(bytes)}`).toSorted();
    expect(sorted(tilesOf(leaves, 4_096))).toEqual(sorted(whole));
    expect(new Set(whole.map(({ level }) => level))).toEqual(new Set([0, 1, 2]));
  });

  it('hold every proof in the few that it names', () => {
    const by = new Map(whole.map((tile) => [`${tile.level}/${tile.tile}`, tile]));
    const some = (plan: ProofPlan): Tiles => new Tiles(tilesFor(plan).map(({ level, tile }) => by.get(`${level}/${tile}`)!));
    const root = (size: number): Hash =>
      rootOf(size, new Tiles(tilesForRoot(size).map(({ level, tile }) => by.get(`${level}/${tile}`)!)).hashOf);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 66_000 }), fc.nat(), (size, place) => {
        const leaf = place % size;
        const inclusion = inclusionPlan(leaf, size);
        expect(tilesFor(inclusion).length).toBeLessThan(8);
        const proof = carryOut(inclusion, some(inclusion).hashOf);
        expect(provesInclusion({ leaf, size, hash: leaves[leaf]!, proof, root: root(size) })).toBe(true);
        const consistency = consistencyPlan(leaf + 1, size);
        const later = carryOut(consistency, some(consistency).hashOf);
        expect(provesConsistency({ from: leaf + 1, fromRoot: root(leaf + 1), to: size, toRoot: root(size), proof: later })).toBe(
          true,
        );
      }),
      { numRuns: 200 },
    );
  });

  it('say which of them is missing', () => {
    expect(() => rootOf(300, new Tiles([]).hashOf)).toThrow('tile 1/0');
    expect(() => new TileWriter(300, [])).toThrow('tile 0/1');
  });
});
