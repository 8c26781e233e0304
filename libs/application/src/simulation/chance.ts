import type { Range } from './scenario.js';

const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

/** FNV-1a over the UTF-16 units of a text, then MurmurHash3's finaliser: near keys give far numbers. */
function hash32(text: string): number {
  let hash = OFFSET;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), PRIME);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/**
 * A number from 0 (included) to 1 (excluded) that belongs to a key: no state, so neither the order of questions nor the
 * machine matters. Not for secrets.
 */
export const chance = (seed: string, ...key: readonly string[]): number => hash32([seed, ...key].join('|')) / 2 ** 32;

/** A whole number of a range, both ends included, by a draw from 0 to 1. */
export const pick = ([from, to]: Range, draw: number): number => from + Math.floor(draw * (to - from + 1));
