/** A whole number from 0 to below a bound. */
export type Random = (below: number) => number;

/** Numbers that look random and are the same for the same seed, on every machine (mulberry32). */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** A seed that depends on a text alone (FNV-1a), so that one more example leaves the mutants of the others as they are. */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** One of some things; throws where there are none. */
export function oneOf<T>(from: readonly T[], random: Random): T {
  const index = random(from.length);
  if (index >= from.length) throw new RangeError('nothing to choose from');
  return from[index] as T;
}
