import type { Bilingual } from '#contracts';

/** A phrase of both languages. */
export const both = (vi: string, en: string): Bilingual => ({ vi, en });

/** The same words in both languages: a name, a number. */
export const same = (words: string): Bilingual => ({ vi: words, en: words });

export const NOTHING: Bilingual = same('');

/** Phrases one after the other, in each language; empty ones are left out. */
export function joined(phrases: readonly (Bilingual | null)[], separator: string): Bilingual {
  const said = phrases.filter((phrase) => phrase !== null && phrase.vi !== '') as readonly Bilingual[];
  return { vi: said.map(({ vi }) => vi).join(separator), en: said.map(({ en }) => en).join(separator) };
}

/** `1 report`, `2 reports`; Vietnamese counts without a plural. */
export const counted = (count: number, vi: string, [one, many]: readonly [string, string]): Bilingual =>
  both(`${count} ${vi}`, `${count} ${count === 1 ? one : many}`);
