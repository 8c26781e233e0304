import { candidate, editDistance, farness, type Candidate } from '../diagnostics/distance.js';
import { VOCABULARY, type Concept, type Language } from '../vocabulary/concepts.js';

/** A phrase of the vocabulary, ready to be compared with what was typed. */
interface Phrase {
  readonly concept: Concept;
  readonly language: Language;
  readonly text: string;
}

/** What a run of unknown words was probably meant to be. */
export interface Suggestion {
  readonly concept: Concept;
  readonly language: Language;
  /** The phrase as it should be written. */
  readonly text: string;
  /** How many of the words it takes the place of. */
  readonly words: number;
}

/** Where the words stand: what is legal there is preferred. */
export interface Position {
  readonly startsLine: boolean;
  /** Number of words up to a colon; 0 where none follows the run. */
  readonly colonAfter: number;
}

const phrasesOf = ({ vi, en }: Concept): readonly (readonly [Language, string])[] => [
  ...vi.map((text): [Language, string] => ['vi', text]),
  ...en.map((text): [Language, string] => ['en', text]),
];

const BY_LENGTH: ReadonlyMap<number, readonly Candidate<Phrase>[]> = Map.groupBy(
  VOCABULARY.flatMap((concept) =>
    phrasesOf(concept).map(([language, text]) => candidate<Phrase>({ concept, language, text }, text)),
  ),
  ({ value }) => value.text.split(' ').length,
);
const LONGEST = Math.max(...BY_LENGTH.keys());
/** Wrong place for a phrase: as bad as a fifth of its letters being wrong. */
const OUT_OF_PLACE = 0.2;

/** What was found for the last words asked about: an editor asks about the same ones at every key. */
const KNOWN = new Map<string, Suggestion | undefined>();
const MOST_KNOWN = 2_000;

/**
 * The phrase that the first of some words were probably meant to be: within a third of its letters, marks apart, and rather
 * one that may stand there.
 */
export function suggest(words: readonly string[], position: Position): Suggestion | undefined {
  const key = `${words.join(' ')}\n${position.startsLine}\n${position.colonAfter}`;
  if (KNOWN.has(key)) return KNOWN.get(key);
  if (KNOWN.size >= MOST_KNOWN) KNOWN.clear();
  const found = nearest(words, position);
  KNOWN.set(key, found);
  return found;
}

function nearest(words: readonly string[], position: Position): Suggestion | undefined {
  let best: (Suggestion & { readonly cost: number }) | undefined;
  for (let count = Math.min(words.length, LONGEST); count >= 1; count--) {
    const written = candidate(undefined, words.slice(0, count).join(' '));
    for (const phrase of BY_LENGTH.get(count) ?? []) {
      const far = isAlike(written, phrase, position) ? farness(written, phrase) : undefined;
      if (far === undefined) continue;
      const cost = far + outOfPlace(phrase.value.concept, count, position);
      if (best === undefined || cost < best.cost) best = { ...phrase.value, words: count, cost };
    }
  }
  return best;
}

const MARKED = /[À-ỹ]/;
const SHORT = 5;

/**
 * A wrong hint is worse than none. Vietnamese letters never mean an English word; a short word differs in its marks only, unless
 * it stands where the keyword would; and each word of a phrase is near its own counterpart.
 */
function isAlike(written: Candidate<unknown>, phrase: Candidate<Phrase>, position: Position): boolean {
  const { language, concept } = phrase.value;
  if (language === 'en' && MARKED.test(written.folded)) return false;
  const words = written.bare.split(' ');
  const fits = position.startsLine && outOfPlace(concept, words.length, position) === 0;
  if (words.length === 1 && phrase.bare.length <= SHORT && !fits) return written.folded === phrase.bare;
  const others = phrase.bare.split(' ');
  return words.every((word, index) => {
    const most = Math.max(1, Math.floor(word.length / 3));
    return editDistance(sounded(word), sounded(others[index] ?? ''), most) <= most;
  });
}

/** `ch` and `tr`, `x` and `s` sound alike in the north and are often mistaken for each other. */
const sounded = (word: string): string => word.replace(/^tr/, 'ch').replace(/^s/, 'x');

function outOfPlace(concept: Concept, count: number, { startsLine, colonAfter }: Position): number {
  const begins = concept.role !== 'word';
  const wrongColon = colonAfter > 0 && (colonAfter !== count || !concept.colon);
  return (startsLine === begins ? 0 : OUT_OF_PLACE) + (wrongColon ? OUT_OF_PLACE : 0);
}
