import type { Recomputed } from './difference.js';

/**
 * A part of a log's unit plans, for one of several that recompute it at the same time: each reads the whole log, and holds facts,
 * plans, cascades and its own share of the unit plans to what the engine makes of them.
 */
export interface Share {
  /** From 0. */
  readonly index: number;
  readonly of: number;
}

export const WHOLE: Share = { index: 0, of: 1 };

/** True for a stream of the share. All shares together have each stream once. */
export function isOfShare(stream: string, { index, of }: Share): boolean {
  if (of === 1) return true;
  let mixed = 0x811c9dc5;
  for (let at = 0; at < stream.length; at++) mixed = Math.imul(mixed ^ stream.charCodeAt(at), 0x01000193);
  return (mixed >>> 0) % of === index;
}

/**
 * What the shares of one recomputation came to together: the earliest difference is the first of the log. Where there is one, the
 * others may have counted beyond it.
 */
export function together(shares: readonly Recomputed[]): Recomputed {
  const [first, ...others] = shares;
  if (!first) throw new TypeError('a recomputation has at least one share');
  const sum = (of: (share: Recomputed) => number): number => shares.reduce((all, share) => all + of(share), 0);
  const told = others.reduce((a, b) => (positionOf(b) < positionOf(a) ? b : a), first);
  return {
    ...told,
    recomputed: sum(({ recomputed }) => recomputed),
    acts: sum(({ acts }) => acts),
    whole: told.difference !== null || shares.every(({ whole }) => whole),
  };
}

const positionOf = ({ difference }: Recomputed): number => difference?.position ?? Number.POSITIVE_INFINITY;
