import { EMPTY_ROOT, type Hash, nodeHash } from './hash.js';

/** A subtree that is full: of 2^level leaves, the one that starts at leaf index × 2^level. Leaves are counted from 0. */
export interface Node {
  readonly level: number;
  readonly index: number;
}

/** Gives the hash of a full subtree. */
export type HashOf = (node: Node) => Hash;

/** Largest power of two that is less than a number above 1. */
function halfOf(count: number): number {
  let half = 1;
  while (half * 2 < count) half *= 2;
  return half;
}

/** Full subtrees that the tree over leaves `begin` to `end` (without it) is made of, from left to right. */
export function nodesBetween(begin: number, end: number): readonly Node[] {
  const nodes: Node[] = [];
  for (let at = begin; at < end; ) {
    let width = 1;
    let level = 0;
    for (; width * 2 <= end - at; width *= 2) level += 1;
    nodes.push({ level, index: at / width });
    at += width;
  }
  return nodes;
}

/** Hash of a tree that is made of full subtrees, from left to right. */
export function joined(nodes: readonly Node[], hashOf: HashOf): Hash {
  return (
    nodes.map(hashOf).reduceRight<Hash | undefined>((right, left) => (right ? nodeHash(left, right) : left), undefined) ??
    EMPTY_ROOT
  );
}

/** Root of the tree over the first leaves. */
export const rootOf = (size: number, hashOf: HashOf): Hash => joined(nodesBetween(0, size), hashOf);

/** A proof before its hashes are known: each of them as the subtrees that it is made of. */
export type ProofPlan = readonly (readonly Node[])[];

/** What an inclusion proof consists of (RFC 9162, 2.1.3.1), for a leaf counted from 0 in a tree of `size` leaves. */
export function inclusionPlan(leaf: number, size: number): ProofPlan {
  const plan: (readonly Node[])[] = [];
  let [begin, end] = [0, size];
  while (end - begin > 1) {
    const middle = begin + halfOf(end - begin);
    plan.push(leaf < middle ? nodesBetween(middle, end) : nodesBetween(begin, middle));
    if (leaf < middle) end = middle;
    else begin = middle;
  }
  return plan.toReversed();
}

/** What a consistency proof consists of (RFC 9162, 2.1.4.1), between trees of 0 < `from` <= `to` leaves. */
export function consistencyPlan(from: number, to: number): ProofPlan {
  const plan: (readonly Node[])[] = [];
  let [begin, end] = [0, to];
  while (end !== from) {
    const middle = begin + halfOf(end - begin);
    plan.push(from <= middle ? nodesBetween(middle, end) : nodesBetween(begin, middle));
    if (from <= middle) end = middle;
    else begin = middle;
  }
  if (begin > 0) plan.push(nodesBetween(begin, end));
  return plan.toReversed();
}

/** A proof, from the hashes of the subtrees that its plan names. */
export const carryOut = (plan: ProofPlan, hashOf: HashOf): readonly Hash[] => plan.map((nodes) => joined(nodes, hashOf));

/** The tree over what was added so far, in as many hashes as the size has ones in binary. */
export class GrowingTree {
  private readonly full: { readonly level: number; readonly hash: Hash }[] = [];
  private leaves = 0;

  /** Leaves so far. */
  get size(): number {
    return this.leaves;
  }

  /** Adds a leaf by its hash. */
  add(hash: Hash): void {
    let added = { level: 0, hash };
    for (let last = this.full.at(-1); last?.level === added.level; last = this.full.at(-1)) {
      this.full.pop();
      added = { level: added.level + 1, hash: nodeHash(last.hash, added.hash) };
    }
    this.full.push(added);
    this.leaves += 1;
  }

  root(): Hash {
    return (
      this.full.reduceRight<Hash | undefined>((right, { hash }) => (right ? nodeHash(hash, right) : hash), undefined) ??
      EMPTY_ROOT
    );
  }
}
