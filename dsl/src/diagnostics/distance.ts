import { foldName, stripMarks } from '../vocabulary/fold.js';

/** A name prepared for comparison: as folded, and without its marks. */
export interface Candidate<T> {
  readonly value: T;
  readonly folded: string;
  readonly bare: string;
}

/** Prepares a name for {@link closest}. */
export function candidate<T>(value: T, name: string): Candidate<T> {
  const folded = foldName(name);
  return { value, folded, bare: stripMarks(folded) };
}

/** Edit distance, given up (Infinity) where it exceeds a limit. Cost: the product of the lengths at most. */
export function editDistance(a: string, b: string, limit = Number.POSITIVE_INFINITY): number {
  if (Math.abs(a.length - b.length) > limit) return Number.POSITIVE_INFINITY;
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = nextRow(previous, a.charAt(i - 1), b);
    if (Math.min(...row) > limit) return Number.POSITIVE_INFINITY;
    previous = row;
  }
  const distance = previous[b.length] ?? Number.POSITIVE_INFINITY;
  return distance <= limit ? distance : Number.POSITIVE_INFINITY;
}

function nextRow(previous: readonly number[], char: string, b: string): number[] {
  const row = [(previous[0] ?? 0) + 1];
  for (let j = 1; j <= b.length; j++) {
    const change = (previous[j - 1] ?? 0) + (char === b.charAt(j - 1) ? 0 : 1);
    row.push(Math.min(change, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
  }
  return row;
}

/** How far a candidate is: letters first, then marks; undefined beyond a third of its letters. */
export function farness(written: Candidate<unknown>, other: Candidate<unknown>): number | undefined {
  const length = Math.max(written.bare.length, other.bare.length);
  const letters = editDistance(written.bare, other.bare, Math.floor(length / 3));
  if (!Number.isFinite(letters)) return undefined;
  return letters / length + editDistance(written.folded, other.folded) / length / 100;
}

/** The nearest candidate within a third of its letters, marks apart; undefined where none is that near. */
export function closest<T>(name: string, candidates: Iterable<Candidate<T>>): T | undefined {
  const written = candidate(undefined, name);
  let best: { readonly value: T; readonly far: number } | undefined;
  for (const other of candidates) {
    const far = farness(written, other);
    if (far !== undefined && (best === undefined || far < best.far)) best = { value: other.value, far };
  }
  return best?.value;
}
