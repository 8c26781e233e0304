import type { Bilingual } from '#contracts';

/** A change of words: the first becomes the second. */
export type Mend = readonly [from: string, to: string];

/** What a person adds to the catalogue: why a code is said, and how its bad example is made good. */
export interface Note {
  readonly why: Bilingual;
  /** Changes that make the bad example good; needed where it has no quick fix. */
  readonly mends: readonly Mend[];
  /** True where nothing is wrong with the text: the plan above it has to be at hand. */
  readonly needsParent?: boolean;
}

/** A note: why in Vietnamese and English, then the changes. */
export const note = (why: readonly [vi: string, en: string], ...mends: readonly Mend[]): Note => ({
  why: { vi: why[0], en: why[1] },
  mends,
});
