import { type Hash, nodeHash, sameHash } from './hash.js';

/** That a leaf stands at a place, counted from 0, in the tree with a root. */
export interface Inclusion {
  readonly leaf: number;
  readonly size: number;
  readonly hash: Hash;
  readonly proof: readonly Hash[];
  readonly root: Hash;
}

/** That the tree of `from` leaves is the beginning of the tree of `to` leaves. */
export interface Consistency {
  readonly from: number;
  readonly fromRoot: Hash;
  readonly to: number;
  readonly toRoot: Hash;
  readonly proof: readonly Hash[];
}

const isOdd = (number: number): boolean => number % 2 === 1;
const half = (number: number): number => Math.floor(number / 2);

/**
 * Goes up a tree from a place, with a hash of the proof at each level, which stands left or right of what is known.
 * @returns whether the proof ends at the root
 */
function climb(
  from: readonly [place: number, last: number],
  proof: readonly Hash[],
  take: (other: Hash, isLeft: boolean) => void,
): boolean {
  let [place, last] = from;
  for (const other of proof) {
    if (last === 0) return false;
    const isLeft = isOdd(place) || place === last;
    take(other, isLeft);
    for (; isLeft && !isOdd(place) && place !== 0; last = half(last)) place = half(place);
    [place, last] = [half(place), half(last)];
  }
  return last === 0;
}

/** Whether an inclusion proof holds (RFC 9162, 2.1.3.2). */
export function provesInclusion({ leaf, size, hash, proof, root }: Inclusion): boolean {
  if (leaf < 0 || leaf >= size) return false;
  let found = hash;
  const isWhole = climb([leaf, size - 1], proof, (other, isLeft) => {
    found = isLeft ? nodeHash(other, found) : nodeHash(found, other);
  });
  return isWhole && sameHash(found, root);
}

/** Whether a consistency proof holds (RFC 9162, 2.1.4.2). Of a tree and itself it is empty. */
export function provesConsistency({ from, fromRoot, to, toRoot, proof }: Consistency): boolean {
  if (from < 1 || from > to) return false;
  if (from === to) return proof.length === 0 && sameHash(fromRoot, toRoot);
  const [first, ...rest] = isPowerOfTwo(from) && proof.length > 0 ? [fromRoot, ...proof] : proof;
  if (first === undefined) return false;
  let [place, last] = [from - 1, to - 1];
  for (; isOdd(place); last = half(last)) place = half(place);
  let [earlier, later] = [first, first];
  const isWhole = climb([place, last], rest, (other, isLeft) => {
    if (isLeft) earlier = nodeHash(other, earlier);
    later = isLeft ? nodeHash(other, later) : nodeHash(later, other);
  });
  return isWhole && sameHash(earlier, fromRoot) && sameHash(later, toRoot);
}

function isPowerOfTwo(number: number): boolean {
  let power = 1;
  while (power < number) power *= 2;
  return power === number;
}
