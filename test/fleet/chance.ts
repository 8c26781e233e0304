/** Seeded chance: the same seed and purpose give the same course, on every machine. */
export interface Chance {
  /** A number from 0, less than 1. */
  next(): number;
  /** True with a probability. */
  hits(probability: number): boolean;
  /** A whole number from one to another, both included. */
  between(from: number, to: number): number;
  /** One of several; undefined of none. */
  one<T>(of: readonly T[]): T | undefined;
}

/** A generator of its own for each purpose of each life, so that one more roll here shifts nothing there. */
export function chance(seed: number, life: number, purpose: string): Chance {
  let state = mixed(mixed(seed ^ 0x9e3779b9) ^ mixed(life + 0x85ebca6b)) ^ hashOf(purpose);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let word = Math.imul(state ^ (state >>> 15), 1 | state);
    word = (word + Math.imul(word ^ (word >>> 7), 61 | word)) ^ word;
    return ((word ^ (word >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    hits: (probability) => next() < probability,
    between: (from, to) => from + Math.floor(next() * (to - from + 1)),
    one: (of) => of[Math.floor(next() * of.length)],
  };
}

function mixed(word: number): number {
  let mixing = Math.imul(word ^ (word >>> 16), 0x45d9f3b);
  mixing = Math.imul(mixing ^ (mixing >>> 16), 0x45d9f3b);
  return mixing ^ (mixing >>> 16);
}

const hashOf = (text: string): number =>
  [...text].reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 16_777_619), 1);
