import type { TokenType } from 'chevrotain';
import type { Language } from '../vocabulary/concepts.js';
import { foldWord } from '../vocabulary/fold.js';
import { PHRASES, type TrieNode } from '../vocabulary/trie.js';
import { typeOfConcepts } from './token-types.js';

/** A place in the tree of phrases: words by the numbers of {@link wordAt}. */
export interface Phrase {
  readonly next: ReadonlyMap<number, Phrase>;
  /** What a phrase that ends here is read as; undefined where none does. */
  readonly type: TokenType | undefined;
  readonly languages: readonly Language[];
}

const NUMBERS = new Map<string, number>();

const numberOf = (word: string): number => {
  const number = NUMBERS.get(word) ?? NUMBERS.size + 1;
  NUMBERS.set(word, number);
  return number;
};

const phraseOf = ({ next, ids, languages }: TrieNode): Phrase => ({
  next: new Map([...next].map(([word, node]) => [numberOf(word), phraseOf(node)])),
  type: ids.size > 0 ? typeOfConcepts(ids) : undefined,
  languages: [...languages],
});

/** Every phrase of the vocabulary. */
export const PHRASE_TREE: Phrase = phraseOf(PHRASES);

/** A spelling that was met, and the number of its word. */
interface Known {
  readonly spelling: string;
  readonly number: number;
}

const SLOTS = 8192;
/** Slots that one spelling may stand in: a text made to collide costs no more than this. */
const PROBES = 4;
const KNOWN: (Known | undefined)[] = Array.from({ length: SLOTS });

/**
 * The number of the word at a stretch of a text, however it is spelt; 0 for a word of no phrase. A spelling of a word of the
 * vocabulary that was met before is known again without being cut out.
 */
export function wordAt(text: string, start: number, end: number): number {
  let hash = end - start;
  for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  const slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
  for (let probe = 0; probe < PROBES; probe++) {
    const known = KNOWN[(slot + probe) & (SLOTS - 1)];
    if (known === undefined) return learn(text.slice(start, end), (slot + probe) & (SLOTS - 1));
    if (known.spelling.length === end - start && isAt(known.spelling, text, start)) return known.number;
  }
  return NUMBERS.get(foldWord(text.slice(start, end))) ?? 0;
}

function learn(spelling: string, slot: number): number {
  const number = NUMBERS.get(foldWord(spelling)) ?? 0;
  if (number !== 0) KNOWN[slot] = { spelling, number };
  return number;
}

function isAt(spelling: string, text: string, start: number): boolean {
  for (let at = 0; at < spelling.length; at++) if (spelling.charCodeAt(at) !== text.charCodeAt(start + at)) return false;
  return true;
}
